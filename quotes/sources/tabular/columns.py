"""Which column of a table is what: by what the user says, else by the names that such columns have."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from quotes.errors import SourceError
from quotes.sources.furniture.pieces import quoted

USUAL: Mapping[str, tuple[str, ...]] = {
    "text": (
        *("text", "body", "full_text", "article_text", "article_body", "body_text", "main_text", "content"),
        *(
            "article_content",
            "article",
            "story",
            "story_text",
            "transcript",
            "raw_text",
            "plain_text",
            "maintext",
        ),
        *("html", "body_html", "content_html", "raw_html"),
    ),
    "title": ("title", "headline", "article_title", "heading", "hed"),
    "author": ("author", "authors", "byline", "writer", "reporter", "journalist"),
    "publisher": (
        *("publisher", "publication", "outlet", "newspaper", "source", "source_name", "news_outlet"),
        *("news_source", "site_name", "site", "media"),
    ),
    "published": (
        *(
            "published",
            "date",
            "published_at",
            "pub_date",
            "publish_date",
            "publication_date",
            "date_published",
        ),
        *("published_date", "published_on", "release_date", "article_date", "datetime", "posted_at"),
    ),
    "url": ("url", "link", "article_url", "permalink", "canonical_url", "web_url", "address", "href", "uri"),
    "agency": ("agency", "news_agency", "wire"),
    "path": ("path", "file", "filename", "file_path", "file_name", "local_path", "document_path"),
}
"""What columns are called, the surest first."""
PARTS = tuple(USUAL)
"""What a column can be of a document; `path` is of a manifest: the file that a row is about."""
_OWN_SHEET = frozenset({"quotation", "claim", "speaker", "context", "document"})
"""Columns that a sheet of `quotes export` has, and no table of articles."""
_OWN_RECORDS = frozenset({"kind", "speaker", "speaker_type", "mention", "said_on"})
MAX_KEY_DEPTH = 5
"""Objects inside objects of a JSON record whose keys are looked at."""
NAMES_SHOWN = 12
NAME_MAX = 40
"""Characters of the name of a column, where nothing else says that a file is a table."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The name of the column of each part that the table has."""

    of: Mapping[str, str]

    @property
    def names_files(self) -> bool:
        """Whether the table is a manifest: no text in it, but where each text is."""
        return "text" not in self.of and ("path" in self.of or "url" in self.of)

    def value(self, cells: Mapping[str, str], part: str) -> str:
        """What a record says of a part, without the blanks around it; empty where it says nothing."""
        return cells.get(self.of.get(part, ""), "").strip()


def columns_of(names: Sequence[str], mapped: Mapping[str, str], file: str) -> Columns:
    """The columns among `names`; those that the user `mapped` go first.

    Raises SourceError for a column that is not there, for a table without a text or a place of one, and for
    what `quotes export` wrote.
    """
    found = _mapped(names, mapped, file)
    if not mapped and is_own(names):
        raise SourceError(
            f"{file}: this is a sheet of statements from quotes export, not a table of articles"
        )
    by_words = _by_words(names)
    for part, usual in USUAL.items():
        named = next((by_words[word] for word in map(_plain, usual) if word in by_words), None)
        if part not in found and named is not None and named not in found.values():
            found[part] = named
    columns = Columns(found)
    if "text" not in found and not columns.names_files:
        raise SourceError(
            f"{file}: no column of this table is known to hold the text; "
            f"say which with --map text=COLUMN (it has {_listed(names)})"
        )
    return columns


def is_table(names: Sequence[str], mapped: Mapping[str, str]) -> bool:
    """Whether a first row of a file that is not called a table names the columns of one, for certain."""
    if mapped and all(any(_plain(column) == _plain(name) for name in names) for column in mapped.values()):
        return True
    if is_own(names):
        return True
    if any(len(name) > NAME_MAX for name in names):
        return False
    found = [part for name in names if (part := _part_of().get(_plain(name)))]
    told = len(set(found)) > 1 and not {"text", "path", "url"}.isdisjoint(found)
    return told and 2 * len(found) >= len(names)


def is_own(names: Sequence[str]) -> bool:
    """Whether the columns are those of what `quotes export` or `quotes parse` writes."""
    present = frozenset(names)
    return present >= _OWN_SHEET or present >= _OWN_RECORDS or "format_version" in present


@cache
def _part_of() -> dict[str, str]:
    """The part of a document that a column of this plain name usually is."""
    return {_plain(name): part for part, usual in USUAL.items() for name in usual}


def _by_words(names: Sequence[str]) -> dict[str, str]:
    """The columns by their plain names, and keys of JSON by their last parts: "meta.date" by "date" too.

    A whole name goes before the end of one, the first of two alike before the second.
    """
    ends: dict[str, str] = {}
    for name in reversed(names):
        parts = name.rsplit(".", MAX_KEY_DEPTH)
        ends |= {_plain(".".join(parts[at:])): name for at in range(len(parts) - 1, 0, -1)}
    return ends | {_plain(name): name for name in reversed(names)}


def _mapped(names: Sequence[str], mapped: Mapping[str, str], file: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part, column in mapped.items():
        exact = column if column in names else None
        alike = [name for name in names if name.casefold() == column.casefold()]
        if exact is None and len(alike) != 1:
            raise SourceError(f"{file}: it has no column “{column}” (it has {_listed(names)})")
        found[part] = exact or alike[0]
    return found


def _plain(name: str) -> str:
    """A name by its letters and digits: "pubDate", "pub_date" and "Pub. date" are one."""
    return "".join(character for character in name.casefold() if character.isalnum())


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(quoted(name) for name in names[:NAMES_SHOWN]) or "no columns"
    more = len(names) - NAMES_SHOWN
    return f"{shown} and {more} more" if more > 0 else shown
