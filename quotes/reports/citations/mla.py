"""MLA style, 9th edition: in-text citations and the works cited.

News and pages on the web: Author. “Title.” Publication, D Mon. YYYY, URL. A quotation of somebody who is
not the author is "qtd. in" the document; the document's own sentence about a claim cites it plainly. Without
an author (or where it is the publisher) the entry begins with the title. The short title stands with a label
that two works share, a page bare behind the label. A day of access stands only where it is known. Names are
written out in every entry, so that each can be copied alone; plain text carries no italics.
"""

from collections import Counter
from collections.abc import Sequence

from quotes.reports.citations.dates import CalendarDate
from quotes.reports.citations.layout import Order, as_sentences, marked_title, order_of, with_commas
from quotes.reports.citations.names import Name
from quotes.reports.citations.reference import Cited, Reference, distinct_titles, unique
from quotes.reports.citations.wording import in_marks, without_stop

MONTHS = (
    *("Jan.", "Feb.", "Mar.", "Apr.", "May", "June"),
    *("July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
)
NAMES_WRITTEN_OUT = 2


def notes(statements: Sequence[Cited]) -> list[str]:
    """A numbered line for each statement, with its in-text citation."""
    labels = _labels([statement.reference for statement in statements])
    return [
        f"{number}. {_note(statement, labels[statement.reference.document_id])}"
        for number, statement in enumerate(statements, start=1)
    ]


def bibliography(references: Sequence[Reference]) -> list[str]:
    """The works cited, by author, else title."""
    return [_entry(work) for work in sorted(unique(references), key=_order)]


def _order(work: Reference) -> Order:
    return order_of([name.inverted for name in _creators(work)], work)


def _note(statement: Cited, label: str) -> str:
    words = without_stop(statement.quotation)
    label += f" {statement.page}" if statement.page else ""
    if statement.claimed:
        return f"{statement.credit}, in paraphrase: {words} ({label})."
    return f"{statement.credit}: {words} (qtd. in {label})."


def _entry(work: Reference) -> str:
    title = in_marks(work.title) if work.title else None
    container = with_commas(
        (_publisher(work), work.wire, _date(work.published) if work.published else None, work.url)
    )
    accessed = f"Accessed {_date(work.accessed)}" if work.accessed else None
    author = _authors(work)
    if not (author or title or _publisher(work)):
        title = work.label
    return as_sentences((author, title, container, accessed))


def _creators(work: Reference) -> tuple[Name, ...]:
    return () if work.self_published and len(work.creators) == 1 else work.creators


def _publisher(work: Reference) -> str | None:
    return work.creators[0].full if work.self_published and len(work.creators) == 1 else work.publisher


def _authors(work: Reference) -> str:
    names = _creators(work)
    if len(names) > NAMES_WRITTEN_OUT:
        return f"{names[0].inverted}, et al."
    if len(names) == NAMES_WRITTEN_OUT:
        comma = "," if names[0].family else ""
        return f"{names[0].inverted}{comma} and {names[1].full}"
    return names[0].inverted if names else ""


def _author_label(work: Reference) -> str:
    names = [name.short for name in _creators(work)]
    return f"{names[0]} et al." if len(names) > NAMES_WRITTEN_OUT else " and ".join(names)


def _labels(references: Sequence[Reference]) -> dict[str, str]:
    works = unique(references)
    titles = distinct_titles(works, _author_label)
    count = Counter(_author_label(work) for work in works)
    labels = {}
    for work in works:
        author, title = _author_label(work), titles[work.document_id]
        told_apart = author and count[author] == 1
        marked = None if told_apart else marked_title(work, title)
        labels[work.document_id] = with_commas((author, marked)) or _publisher(work) or work.label
    return labels


def _date(date: CalendarDate) -> str:
    month = MONTHS[date.month - 1] if date.month else None
    return " ".join(str(part) for part in (date.day, month, date.year) if part)
