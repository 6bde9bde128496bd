"""Chicago Manual of Style, notes and bibliography (17th and 18th editions; where they differ, the 18th).

News and pages on the web: Author, “Title,” Publication, Month D, YYYY, URL. The first note of a document
is full, later ones have the short form: Author, “Short Title” (never ibid.). A news agency takes the place
of an author; in the bibliography and in short forms the publication does where there is neither. A note
gives the words first, then who said them, then the source, the order of the manual for a note that quotes:
"quoted in" for the speaker's words, "paraphrased in" for the writer's sentence about them. The page of a
paged document stands bare, before the address. An initial "The" of a publication is left out. Titles keep
their capitals as printed; plain text carries no italics.
"""

import re
from collections.abc import Sequence

from quotes.reports.citations.dates import american
from quotes.reports.citations.layout import Order, as_sentences, marked_title, order_of, with_commas
from quotes.reports.citations.names import Name
from quotes.reports.citations.reference import Cited, Reference, distinct_titles, unique
from quotes.reports.citations.wording import in_marks, stopped

NAMES_IN_A_NOTE = 2
NAMES_IN_AN_ENTRY = 6
NAMES_KEPT = 3
"""The 18th edition: a note names at most two authors, an entry six, of more the first three."""

_ARTICLE = re.compile(r"The (?!Hague\b)")


def notes(statements: Sequence[Cited]) -> list[str]:
    """A numbered note for each statement."""
    titles = distinct_titles((statement.reference for statement in statements), _short_author)
    seen: set[str] = set()
    lines = []
    for number, statement in enumerate(statements, start=1):
        work = statement.reference
        seen_before = work.document_id in seen
        short = titles[work.document_id]
        source = _short(work, short, statement.page) if seen_before else _full(work, statement.page)
        seen.add(work.document_id)
        lines.append(f"{number}. {_note(statement, source)}")
    return lines


def bibliography(references: Sequence[Reference]) -> list[str]:
    """An entry for each document, by author, title and date."""
    return [_entry(work) for work in sorted(unique(references), key=_order)]


def _order(work: Reference) -> Order:
    return order_of([name.inverted for name in work.creators] or [work.publisher or ""], work)


def _note(statement: Cited, source: str) -> str:
    how = "paraphrased in" if statement.claimed else "quoted in"
    return f"{stopped(statement.quotation)} {statement.credit}, {how} {stopped(source)}"


def _full(work: Reference, page: str | None) -> str:
    parts = (
        _authors(work),
        in_marks(work.title) if work.title else None,
        _publication(work),
        american(work.published) if work.published else None,
        page,
        f"accessed {american(work.accessed)}" if work.accessed else None,
        work.url,
    )
    named = work.creators or work.title or work.publisher or work.url
    return with_commas(parts if named else (work.label, *parts))


def _short(work: Reference, title: str, page: str | None) -> str:
    named = with_commas((_short_author(work), marked_title(work, title))) or work.label
    return with_commas((named, page))


def _entry(work: Reference) -> str:
    dated = american(work.published) if work.published else None
    stands_in = not work.creators
    author = _publication(work) if stands_in else _inverted(work)
    published = (dated,) if stands_in else (_publication(work), dated)
    accessed = f"Accessed {american(work.accessed)}" if work.accessed else None
    title = in_marks(work.title) if work.title else None
    if not (author or title):
        title = work.label
    return as_sentences((author, title, with_commas(published), accessed, work.url))


def _authors(work: Reference) -> str:
    names = [name.full for name in work.creators]
    return _credited(" and ".join(names) if len(names) <= NAMES_IN_A_NOTE else f"{names[0]} et al.", work)


def _short_author(work: Reference) -> str:
    names = [name.short for name in work.creators]
    if not names:
        return _publication(work) or ""
    return " and ".join(names) if len(names) <= NAMES_IN_A_NOTE else f"{names[0]} et al."


def _inverted(work: Reference) -> str:
    first, *others = work.creators
    return _credited(_listed([first.inverted, *(name.full for name in others)], first), work)


def _listed(names: list[str], first: Name) -> str:
    if len(names) > NAMES_IN_AN_ENTRY:
        return ", ".join([*names[:NAMES_KEPT], "et al."])
    if len(names) == 1:
        return names[0]
    comma = "," if first.family or len(names) > NAMES_IN_A_NOTE else ""
    return f"{', '.join(names[:-1])}{comma} and {names[-1]}"


def _credited(names: str, work: Reference) -> str:
    return f"{names} ({work.wire})" if names and work.wire else names


def _publication(work: Reference) -> str | None:
    return _ARTICLE.sub("", work.publisher, count=1) if work.publisher else None
