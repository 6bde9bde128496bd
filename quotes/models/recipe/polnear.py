"""PolNeAR: attributions in political news (Newell et al. 2018), in brat's stand-off files."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from quotes.models.network.joint import ROLES
from quotes.statement import AttributionSpans

_TEXT_BOUND = re.compile(r"^(T\d+)\t(\w+) (\d+ \d+(?:;\d+ \d+)*)\t", re.MULTILINE)
_EVENT = re.compile(r"^E\d+\t(.*)$", re.MULTILINE)
_NAMED = re.compile(r"(.+)_(\w{4})\.ann$")


def read_brat(annotation: str) -> Iterator[AttributionSpans]:
    """The attributions of a stand-off file that have a content, in characters of its text."""
    places = {
        found[1]: tuple(_pair(part) for part in found[3].split(";"))
        for found in _TEXT_BOUND.finditer(annotation)
    }
    for event in _EVENT.finditer(annotation):
        parts: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for part in event[1].split():
            role, _, place = part.partition(":")
            parts[role.rstrip("0123456789").lower()] += places.get(place, ())
        if parts["content"]:
            source, cue, content = (tuple(sorted(parts[role])) for role in ROLES)
            yield AttributionSpans(source, cue, content)


def _pair(part: str) -> tuple[int, int]:
    start, end = part.split()
    return int(start), int(end)


def first_annotators(files: list[str]) -> dict[str, str]:
    """Of each article the one file to learn from: that of its first annotator in alphabetical order."""
    chosen: dict[str, str] = {}
    for file in sorted(files):
        named = _NAMED.match(file)
        if named:
            chosen.setdefault(named[1], file)
    return chosen
