"""APA style, 7th edition: in-text citations and the reference list.

News and pages on the web: Author, A. A. (YYYY, Month D). Title. Publication. URL. A note is the words with
their in-text citation, "as cited in" the document, since the speaker is not its author ("paraphrased in",
where they are the document's own sentence about a claim). Without an author the agency, else the title takes
the place; without a date "n.d."; a page as "p. 4"; works alike in label and year get letters.
A retrieval date stands only with an undated page. Titles keep their capitals as printed (the style's
sentence case needs a reader who knows the names); plain text carries no italics.
"""

from collections import defaultdict
from collections.abc import Sequence

from quotes.document import page_words
from quotes.reports.citations.dates import CalendarDate, american
from quotes.reports.citations.layout import as_sentences, order_of
from quotes.reports.citations.reference import Cited, Reference, distinct_titles, unique
from quotes.reports.citations.wording import curled, in_marks, stopped, without_stop

UNDATED = "n.d."
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def notes(statements: Sequence[Cited]) -> list[str]:
    """A numbered line for each statement, with its in-text citation."""
    works = [statement.reference for statement in statements]
    labels, suffixes = _labels(works), _suffixes(works)
    lines = []
    for number, statement in enumerate(statements, start=1):
        work = statement.reference
        how = "paraphrased in" if statement.claimed else "as cited in"
        source = f"{how} {_with_date(labels[work.document_id], _year(work, suffixes))}"
        source += f", {page_words(statement.page)}" if statement.page else ""
        lines.append(f"{number}. {without_stop(statement.quotation)} ({_credit(statement)}, {source}).")
    return lines


def bibliography(references: Sequence[Reference]) -> list[str]:
    """The reference list: by author, date (a bare year first) and title."""
    works, suffixes = unique(references), _suffixes(references)
    return [_entry(work, suffixes) for work in sorted(works, key=_order)]


def _entry(work: Reference, suffixes: dict[str, str]) -> str:
    title = curled(work.title) if work.title else None
    author = _authors(work) or title or work.publisher or work.label
    bracket = f"[{work.wire}]" if work.wire else ""
    described = " ".join(part for part in (title, bracket) if part) if author != title else bracket
    publisher = work.publisher if author != work.publisher else None
    parts = (author, f"({_date(work, suffixes)})", described, publisher)
    return " ".join(part for part in (as_sentences(parts), _location(work)) if part)


def _location(work: Reference) -> str | None:
    if work.url and work.accessed and work.published is None:
        return f"Retrieved {american(work.accessed)}, from {work.url}"
    return work.url


def _authors(work: Reference) -> str:
    names = [name.with_initials for name in work.creators]
    return f"{', '.join(names[:-1])}, & {names[-1]}" if len(names) > 1 else "".join(names)


def _label(work: Reference) -> str:
    names = [name.short for name in work.creators]
    return f"{names[0]} et al." if len(names) > 2 else " & ".join(names)


def _labels(works: Sequence[Reference]) -> dict[str, str]:
    titles = distinct_titles(works, _label)
    return {
        work.document_id: _label(work)
        or (stopped(in_marks(titles[work.document_id]), ",") if work.title else work.publisher or work.label)
        for work in works
    }


def _suffixes(works: Sequence[Reference]) -> dict[str, str]:
    """Letters by document id, for works that label and year would not tell apart."""
    labels = _labels(works)
    alike: defaultdict[tuple[str, int | None], list[Reference]] = defaultdict(list)
    for work in sorted(unique(works), key=_order):
        alike[labels[work.document_id], work.published.year if work.published else None].append(work)
    return {
        work.document_id: _letter(index)
        for group in alike.values()
        if len(group) > 1
        for index, work in enumerate(group)
    }


def _letter(index: int) -> str:
    high, low = divmod(index, len(_LETTERS))
    return (_letter(high - 1) if high else "") + _LETTERS[low]


def _year(work: Reference, suffixes: dict[str, str]) -> str:
    letter = suffixes.get(work.document_id, "")
    if work.published is None:
        return f"{UNDATED}-{letter}" if letter else UNDATED
    return f"{work.published.year}{letter}"


def _date(work: Reference, suffixes: dict[str, str]) -> str:
    date = work.published or CalendarDate(0)
    month = f"{date.month_name} {date.day}" if date.day else date.month_name
    return f"{_year(work, suffixes)}, {month}" if month else _year(work, suffixes)


def _with_date(label: str, year: str) -> str:
    return f"{label} {year}" if label.endswith(",”") else f"{label}, {year}"


def _credit(statement: Cited) -> str:
    return f"{statement.speaker}, via {statement.via}" if statement.via else statement.speaker


def _order(work: Reference) -> tuple[tuple[str, ...], str, str, str]:
    names, title, date, identifier = order_of([name.with_initials for name in work.creators], work)
    return names, date, title, identifier
