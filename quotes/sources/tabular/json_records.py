"""JSON lines, and a JSON array of objects or one object: a record each, keys inside keys joined by dots."""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from quotes.errors import SourceError
from quotes.sources.limits import MAX_BYTES
from quotes.sources.tabular.columns import MAX_KEY_DEPTH
from quotes.sources.tabular.lines import Lines
from quotes.sources.tabular.record import Record

MAX_KEYS = 500
"""Keys of one record that are looked at."""
LONG_PART = 80
"""Characters of a part of a list that is a paragraph rather than a name."""
LONG_VALUE = 300
"""Characters of a value that is an article; an object that has one is no mere wrapping of a list of them."""
_DECODER = json.JSONDecoder()
_BLANK = re.compile(r"[ \t\r\n,]*")


def records_of(lines: Lines, name: str) -> Iterator[Record]:
    """The records of the file `name`, one after the other; a broken line is told and the next one read.

    Raises SourceError for one JSON value over many lines that is broken or over the limit of a document.
    """
    if _is_lines(lines):
        yield from _of_lines(lines)
    else:
        yield from _of_value(lines, name)


def first_of(text: str) -> dict[str, Any] | None:
    """The first object of a text that may be cut off; None where it is not whole in it."""
    begin = text.find("{")
    try:
        value, _ = json.JSONDecoder().raw_decode(text, max(begin, 0))
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def flattened(value: Mapping[str, Any]) -> dict[str, str]:
    """The plain values of an object by their keys: "meta.date" for one in another; lists joined by commas."""
    found: dict[str, str] = {}
    _flatten(value, "", found, 0)
    return found


def _is_lines(lines: Lines) -> bool:
    """Whether each line is an object, told by the first two: one of them may be broken off."""
    begun = [text for number in range(min(len(lines), 20)) if (text := lines.text(number).strip())][:2]
    return len(begun) > 1 and all(line.startswith("{") for line in begun) and any(map(_parsed, begun))


def _of_lines(lines: Lines) -> Iterator[Record]:
    for number in range(len(lines)):
        text = lines.text(number).strip()
        if not text:
            continue
        original = lines.original(number, number + 1).rstrip(b"\r\n")
        value = _parsed(text)
        if isinstance(value, dict):
            yield Record(number + 1, original, "line", flattened(value))
        else:
            yield Record(number + 1, original, "line", problem="is no JSON object")


def _of_value(lines: Lines, name: str) -> Iterator[Record]:
    """The objects of one array, or the one object that the file is; an object may hold the array."""
    if len(lines.data) > MAX_BYTES:
        raise SourceError(
            f"{name}: one JSON value of over {MAX_BYTES:,} bytes; write one object a line (NDJSON)"
        )
    text = lines.data.decode(lines.encoding, errors="replace").lstrip("\ufeff")
    place = _list_in(text)
    for number in count(1):
        place = _skipped(text, place)
        if place >= len(text) or text[place] in "]}":
            return
        try:
            value, end = _DECODER.raw_decode(text, place)
        except (ValueError, RecursionError):
            line = text.count("\n", 0, place) + 1
            problem = f"broken JSON from line {line} on; the rest is not read"
            yield Record(number, b"", "item", problem=problem)
            return
        original = text[place:end].encode(lines.encoding, errors="replace")
        if isinstance(value, dict):
            yield Record(number, original, "item", flattened(value))
        else:
            yield Record(number, original, "item", problem="is no JSON object")
        place = end


def _list_in(text: str) -> int:
    """Where the objects begin: in an array, in the array that the one object holds, or at that object."""
    place = _skipped(text, 0)
    if text.startswith("[", place):
        return place + 1
    whole = _parsed(text)
    if not isinstance(whole, dict) or any(_is_long(value) for value in whole.values()):
        return place
    lists = [key for key, value in whole.items() if isinstance(value, list) and _are_objects(value)]
    return _after_key(text, place + 1, lists[0]) if len(lists) == 1 else place


def _after_key(text: str, place: int, wanted: str) -> int:
    """Where the list begins that is the value of a key; its object has begun before `place`."""
    found = place
    while not text.startswith("}", place := _skipped(text, place)):
        key, place = _DECODER.raw_decode(text, place)
        place = _skipped(text, text.index(":", place) + 1)
        if key == wanted:  # of two alike the second counts
            found = place + 1
        _, place = _DECODER.raw_decode(text, place)
    return found


def _is_long(value: Any) -> bool:
    return isinstance(value, str) and len(value) > LONG_VALUE


def _are_objects(values: list[Any]) -> bool:
    return bool(values) and all(isinstance(value, dict) for value in values)


def _skipped(text: str, place: int) -> int:
    blank = _BLANK.match(text, place)
    return blank.end() if blank else place


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _flatten(value: Mapping[str, Any], before: str, found: dict[str, str], depth: int) -> None:
    for key, inner in value.items():
        if len(found) >= MAX_KEYS:
            return
        path = before + str(key)
        if isinstance(inner, dict):
            if depth < MAX_KEY_DEPTH:
                _flatten(inner, path + ".", found, depth + 1)
        else:
            found[path] = _cell(inner)


def _cell(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    if isinstance(value, list):  # of authors, or of paragraphs
        parts = [_name_in(part) if isinstance(part, dict) else _cell(part) for part in value[:100]]
        between = "\n\n" if any(len(part) > LONG_PART for part in parts) else ", "
        return between.join(part for part in parts if part)
    return str(value)


def _name_in(value: Mapping[str, Any]) -> str:
    """What an object in a list is called: authors are often {"name": ...}."""
    name = value.get("name")
    return name if isinstance(name, str) else ""
