"""What several styles lay out alike."""

import unicodedata
from collections.abc import Iterable

from quotes.reports.citations.reference import Reference
from quotes.reports.citations.wording import in_marks, stopped

Order = tuple[tuple[str, ...], str, str, str]


def with_commas(parts: Iterable[str | None]) -> str:
    """The parts that are there, with commas, which stand inside closing marks (the American way)."""
    known = [part for part in parts if part]
    return " ".join(
        [*(stopped(part, ",") if part.endswith("”") else f"{part}," for part in known[:-1]), *known[-1:]]
    )


def as_sentences(parts: Iterable[str | None]) -> str:
    """The parts that are there, each a sentence of its own."""
    return " ".join(stopped(part) for part in parts if part)


def marked_title(work: Reference, title: str) -> str | None:
    """A form of the title in marks; what stands in for a missing title goes without."""
    return in_marks(title) if work.title else title or None


def sort_key(text: str) -> str:
    """What a bibliography sorts an entry by: letters without marks, accents and a first article."""
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter)
    )
    words = "".join(letter if letter.isalnum() else " " for letter in plain.casefold()).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("a", "an", "the") else words)


def order_of(names: Iterable[str], work: Reference) -> Order:
    """The place of `work` in a bibliography: by names (an author before the same with others), title, date.

    Without a name the title counts as one.
    """
    title, date = sort_key(work.title or work.label), work.published
    known = tuple(sort_key(name) for name in names if name) or (title,)
    return (
        known,
        title,
        f"{date.year:04}-{date.month or 0:02}-{date.day or 0:02}" if date else "",
        work.document_id,
    )
