"""What a citation cites: a document as a work, a statement as words in it. Styles only lay them out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotes.display import clean, one_line
from quotes.document import FILE_TIME
from quotes.reports.citations.dates import CalendarDate, date_of
from quotes.reports.citations.names import Name, names_of
from quotes.reports.citations.wording import capitalized, curled, quotation, short_title
from quotes.statement import TAKEN_BACK, Statement

if TYPE_CHECKING:
    from quotes.store.views import StoredDocument, StoredStatement

UNIDENTIFIED = "Unidentified speaker"


@dataclass(frozen=True, slots=True)
class Missing:
    """What the citation of a document lacks, in words, and the one command line that would fill it in.

    The library knows a file by its `name` alone, not where it lies: the command says FILE.
    """

    document_id: str
    name: str
    fields: tuple[str, ...]
    command: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A document as styles see it, every text on one clean line; None where nothing is known.

    `publisher` is None too where it is the author (`self_published`). `accessed` is the day the source was
    fetched.
    """

    document_id: str
    label: str
    authors: tuple[Name, ...]
    agency: str | None
    title: str | None
    publisher: str | None
    self_published: bool
    published: CalendarDate | None
    url: str | None
    accessed: CalendarDate | None

    @property
    def creators(self) -> tuple[Name, ...]:
        """The authors, else the agency that the text credits."""
        return self.authors or ((Name(self.agency),) if self.agency else ())

    @property
    def wire(self) -> str | None:
        """The agency, where it does not stand in the author's place."""
        return self.agency if self.authors else None


@dataclass(frozen=True, slots=True)
class Cited:
    """A statement to cite, in words that the document prints.

    Those of a quotation are the speaker's. A claim is the writer's report: it is cited with the whole
    sentence (`claimed`), since its words alone would turn "denied that" into "said that", and never in marks.
    `page` is that of a paged document: "4", "iv" or "4–5".
    """

    text: str
    claimed: bool
    speaker: str
    via: str | None
    reference: Reference
    page: str | None = None

    @property
    def quotation(self) -> str:
        """The words of a quotation in marks; the sentence of a claim without, for it is nobody's speech."""
        return one_line(curled(self.text)) if self.claimed else quotation(self.text)

    @property
    def credit(self) -> str:
        """The speaker and, where the writer names one, the place that the writer had the words from."""
        return f"{self.speaker} (via {self.via})" if self.via else self.speaker


def cited(statements: Sequence[StoredStatement]) -> list[Cited]:
    """`statements` in their order, those of one document sharing one reference."""
    references = {stored.document.id: stored.document for stored in statements}
    works = {identifier: reference_of(document) for identifier, document in references.items()}
    return [
        Cited(
            text=clean(_words(stored)),
            claimed=_is_claimed(stored.statement),
            speaker=capitalized(_text(stored.speaker) or UNIDENTIFIED),
            via=_text(stored.statement.via),
            reference=works[stored.document.id],
            page=_text(stored.page),
        )
        for stored in statements
    ]


def reference_of(document: StoredDocument) -> Reference:
    """What is known of `document`, and nothing else: a date only where it is sure."""
    agency, publisher = _text(document.agency), _text(document.publisher)
    organizations = frozenset(name.casefold() for name in (agency, publisher) if name)
    authors = names_of(_text(document.author), organizations)
    names = {name.full.casefold() for name in authors} | ({agency.casefold()} if agency else set())
    self_published = publisher is not None and publisher.casefold() in names
    return Reference(
        document_id=document.id,
        label=f"[untitled document {one_line(document.name)}]",
        authors=authors,
        agency=None if agency and authors and authors[0].full.casefold() == agency.casefold() else agency,
        title=_text(document.title),
        publisher=None if self_published else publisher,
        self_published=self_published,
        published=date_of(document.published),
        url=_text(document.url),
        accessed=None if document.retrieved_evidence == FILE_TIME else date_of(document.retrieved),
    )


def missing_from(document: StoredDocument) -> Missing | None:
    """What the citation of `document` lacks, if anything. A credited agency stands in for an author."""
    known = {
        "author": _text(document.author) or _text(document.agency),
        "title": _text(document.title),
        "publisher": _text(document.publisher),
        "publication date": date_of(document.published),
        "URL": _text(document.url),
    }
    lacking = tuple(field for field, value in known.items() if not value)
    if not lacking:
        return None
    command = " ".join(("quotes add FILE", *(_FLAGS[field] for field in lacking)))
    return Missing(document.id, one_line(document.name), lacking, command)


_FLAGS = {
    "author": "--author NAME",
    "title": "--title TITLE",
    "publisher": "--publisher NAME",
    "publication date": "--published YYYY-MM-DD",
    "URL": "--url URL",
}


def unique(references: Iterable[Reference]) -> list[Reference]:
    """`references`, each document once, in the order of first citing."""
    return list({reference.document_id: reference for reference in references}.values())


def distinct_titles(references: Iterable[Reference], who: Callable[[Reference], str]) -> dict[str, str]:
    """Short titles by document id; whole ones, then with the id, where `who` and the title are alike.

    A document without a title has "" until it would be taken for another.
    """
    works = unique(references)
    titles = {work.document_id: short_title(work.title) if work.title else "" for work in works}
    for longer in (
        lambda work: work.title or work.label,
        lambda work: f"{work.title or work.label} [{work.document_id}]",
    ):
        count = Counter((who(work), titles[work.document_id]) for work in works)
        for work in works:
            if count[who(work), titles[work.document_id]] > 1:
                titles[work.document_id] = longer(work)
    return titles


def _is_claimed(statement: Statement) -> bool:
    """Whether only the sentence around it says what was said: of claims, and of words that were denied."""
    return statement.kind == "indirect" or statement.stance in TAKEN_BACK


def _words(stored: StoredStatement) -> str:
    if _is_claimed(stored.statement):
        return stored.context.strip() or stored.statement.text
    return stored.statement.text


def _text(value: str | None) -> str | None:
    return one_line(value or "") or None
