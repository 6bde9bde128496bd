"""What the front matter of a Markdown file states: YAML between lines of ---, TOML between lines of +++."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from quotes.document import DateCandidate, Evidenced
from quotes.sources.metadata.dates import iso_date
from quotes.sources.metadata.deciding import Findings
from quotes.sources.metadata.publication import MODIFIED, STATED

MAX_LENGTH = 20_000
"""Longer front matter is none, in characters."""
VALUE_MAX = 500
VALUES_MAX = 50
"""Of one list (of authors, say)."""
ENTRIES_SHARE = 0.7
"""So many lines of broken front matter are entries; between two rules of a text they are sentences."""

_FENCED = re.compile(
    r"\s{0,100}(?P<fence>---|\+\+\+)[ \t]*\n(?P<body>.*?)^(?:(?P=fence)|\.\.\.)[ \t]*$", re.S | re.M
)
_LINE = re.compile(r"^(?P<key>[A-Za-z][\w-]{0,40})[ \t]*[:=][ \t]*(?P<value>\S[^\n]*)", re.M)
_ENTRY = re.compile(r"[A-Za-z][\w-]{0,40}[ \t]*[:=]|[ \t]|-[ \t]|#")
_QUOTES = "\"'"
_UNKNOWN = Evidenced()

_TITLE = ("title", "headline")
_AUTHOR = ("author", "authors", "byline", "by", "creator")
_PUBLISHER = ("publisher", "publication", "outlet", "site", "site_name", "website", "newspaper")
_URL = ("url", "source_url", "original_url", "canonical", "canonical_url", "link", "permalink", "source")
_PUBLISHED = (
    "date",
    "published",
    "publish_date",
    "date_published",
    "datepublished",
    "pubdate",
    "publishdate",
)
_MODIFIED = ("updated", "modified", "lastmod", "last_modified", "date_modified")
_RETRIEVED = ("retrieved", "accessed", "clipped", "saved", "date_saved", "date_accessed")
_LANG = ("lang", "language")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter that ends at `end` of the text, and what it states."""

    end: int
    found: Findings
    retrieved: Evidenced = _UNKNOWN
    lang: str | None = None
    warnings: tuple[str, ...] = ()


def front_matter(text: str) -> FrontMatter | None:
    """The front matter that `text` begins with; None where it begins otherwise.

    Where it is no valid YAML or TOML (a title with a colon in it, say), its lines are read one by one.
    """
    match = _FENCED.match(text, 0, MAX_LENGTH)
    if match is None:
        return None
    entries = _parsed(match["body"], match["fence"])
    if entries is None and not _looks_like_entries(match["body"]):
        return None
    lines = {line["key"]: _bare(line["value"].strip()) for line in _LINE.finditer(match["body"])}
    broken = (
        ()
        if entries is not None
        else ("the front matter is not well formed: its lines were read one by one",)
    )
    known = {_normal(key): value for key, value in (lines if entries is None else entries).items()}
    return FrontMatter(match.end(), _findings(known), _retrieved(known), _first(known, _LANG).value, broken)


def _parsed(body: str, fence: str) -> Mapping[Any, Any] | None:
    """The entries; None where they are not well formed."""
    import yaml  # slow to import, and most documents have no front matter

    try:
        data = tomllib.loads(body) if fence == "+++" else yaml.safe_load(body)
    except (yaml.YAMLError, ValueError, RecursionError):  # ValueError: bad TOML, and days that are none
        return None
    return data if isinstance(data, dict) else None


def _looks_like_entries(body: str) -> bool:
    lines = [line for line in body.split("\n") if line.strip()]
    entries = sum(_ENTRY.match(line) is not None for line in lines)
    return entries > 0 and entries >= ENTRIES_SHARE * len(lines)


def _bare(value: str) -> str | list[str]:
    """The value of a line, without the marks around it or around the items of a list."""
    if value.startswith("["):
        return [str(_bare(item.strip())) for item in value.strip("[]").split(",")]
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in _QUOTES
    return value[1:-1] if quoted else value


def _normal(key: object) -> str:
    return re.sub(r"[ -]+", "_", str(key)[:VALUE_MAX].strip().lower())


def _findings(known: Mapping[str, Any]) -> Findings:
    url = _first(known, _URL)
    named = _first(known, _PUBLISHER)
    source = _first(known, ("source",))
    if not named.value and source.value and not _is_address(source.value):
        named = source
    return Findings(
        title=_first(known, _TITLE),
        author=_first(known, _AUTHOR),
        publisher=named if not _is_address(named.value or "") else Evidenced(),
        url=url if _is_address(url.value or "") else Evidenced(),
        tags=tuple(_dates(known, _PUBLISHED, STATED)),
        doubtful=tuple(_dates(known, _MODIFIED, MODIFIED)),
    )


def _first(known: Mapping[str, Any], keys: tuple[str, ...]) -> Evidenced:
    for key in keys:
        value = ", ".join(dict.fromkeys(_texts(known.get(key))))
        if value:
            return Evidenced(value, f"front matter {key}")
    return Evidenced()


def _texts(value: object) -> Iterator[str]:
    """The names or words that a value holds: itself, those of a list, or the `name` of records."""
    for item in value[:VALUES_MAX] if isinstance(value, list) else [value]:
        entry = item.get("name") if isinstance(item, dict) else item
        if isinstance(entry, str | int | float | date) and not isinstance(entry, bool):
            line = " ".join(str(entry)[: VALUE_MAX + 1].split())
            if 0 < len(line) <= VALUE_MAX:
                yield line


def _dates(known: Mapping[str, Any], keys: tuple[str, ...], trust: float) -> Iterator[DateCandidate]:
    for key in keys:
        for stamp in _texts(known.get(key)):
            found = iso_date(stamp)
            if found:
                yield DateCandidate(*found, f"front matter {key}: {stamp}", trust)


def _retrieved(known: Mapping[str, Any]) -> Evidenced:
    for key in _RETRIEVED:
        for stamp in _texts(known.get(key)):
            try:
                moment = datetime.fromisoformat(stamp)
            except ValueError:
                continue
            value = moment.isoformat() if len(stamp) > len("2024-03-05") else moment.date().isoformat()
            return Evidenced(value, f"front matter {key}: {stamp}")
    return Evidenced()


def _is_address(value: str) -> bool:
    return value.startswith(("http://", "https://"))
