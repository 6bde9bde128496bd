"""How a statement, a document or a speaker reads on a line."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.text import Text

from quotes.display import one_line
from quotes.document import page_words
from quotes.statement import TAKEN_BACK

if TYPE_CHECKING:
    from quotes.store.views import StoredDocument, StoredSpeaker, StoredStatement

ID = "cyan"
NAME = "bold"
MATCH = "bold"
QUIET = "dim"
MISSING = "yellow"
GAP = "  "

_METADATA = {"title": "title", "author": "author", "publisher": "publisher", "url": "URL"}


def missing_parts(document: "StoredDocument") -> list[str]:
    """What a citation would want and the document does not have."""
    parts = [name for field, name in _METADATA.items() if not getattr(document, field)]
    return parts if document.published else [*parts, "date"]


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """`number` with its noun: "1 quote", "2 quotes"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def document_head(document: "StoredDocument") -> Text:
    """Id and date of a document, in columns."""
    return Text.assemble((one_line(document.id), ID), GAP, document_date(document), GAP)


def document_date(document: "StoredDocument") -> Text:
    """When it was published, as wide as a whole date."""
    return Text(f"{one_line(document.published or 'no date'):<10}", "" if document.published else MISSING)


def document_title(document: "StoredDocument") -> Text:
    """Title of a document; the file's name, where there is none."""
    return Text(one_line(document.title), NAME) if document.title else Text(one_line(document.name))


def document_detail(document: "StoredDocument", note: str = "") -> Text:
    """Publisher and counts of a document, and `note`."""
    publisher = one_line(document.publisher) if document.publisher else "no publisher"
    counts = f"{counted(document.quotes, 'quote')}, {counted(document.claims, 'claim')}"
    mark = language_mark(document)
    detail = Text.assemble((publisher, "" if document.publisher else MISSING), GAP, counts, mark)
    return detail.append(f"{GAP}({note})" if note else "", QUIET)


def language_mark(document: "StoredDocument") -> Text:
    """The language of a document, where it is known not to be English."""
    if not document.lang or document.lang.partition("-")[0] == "en":
        return Text()
    return Text(f"{GAP}lang:{one_line(document.lang)}", QUIET)


def speaker_name(stored: "StoredStatement") -> Text:
    """Who said it, or why that is not known."""
    if stored.speaker:
        return Text.assemble((one_line(stored.speaker), NAME))
    reason = stored.statement.unknown
    return Text.assemble(("speaker unknown" + (f" ({one_line(reason)})" if reason else ""), MISSING))


def date_of(stored: "StoredStatement") -> Text:
    """The date it was said, else published, saying which; else the words that stand for a date."""
    if stored.statement.said_on:
        return Text(f"said {one_line(stored.statement.said_on)}")
    if stored.document.published:
        return Text(f"published {one_line(stored.document.published)}")
    words = stored.statement.said_evidence
    return Text(f"no date (\u201c{one_line(words)}\u201d)" if words else "no date", MISSING)


def statement_head(stored: "StoredStatement") -> Text:
    """Id, speaker, date and kind of a statement."""
    parts = [
        Text(one_line(stored.statement.id), ID),
        speaker_name(stored),
        date_of(stored),
        Text(stored.statement.kind, QUIET),
    ]
    return Text(GAP).join(parts)


def statement_words(stored: "StoredStatement") -> Text:
    """What was said: a quotation in curly marks, a claim without, after its cue ("denied" turns it round).

    Words that the speaker disowns, or did not say, have the words that tell so before them.
    """
    statement = stored.statement
    words = one_line(statement.text)
    how = one_line(statement.stance_evidence or statement.cue or "")
    cue = f" ({how})" if how else ""
    if statement.kind == "indirect":
        return Text.assemble((f"claim{cue}: ", QUIET), (words, "italic"))
    from quotes.reports.columns import quotation_of  # brings SQLAlchemy: not for --help

    taken_back = f"{how}: " if statement.stance in TAKEN_BACK else ""
    return Text.assemble((taken_back, QUIET), f"\u201c{quotation_of(words)}\u201d")


def place_line(stored: "StoredStatement") -> Text:
    """Publisher and title of the document a statement stands in."""
    document = stored.document
    title = one_line(document.title or document.name)
    publisher = f"{one_line(document.publisher)}, " if document.publisher else ""
    page = f", {one_line(page_words(stored.page))}" if stored.page else ""
    return Text(publisher + title + page, QUIET)


def mark(text: Text, sought: Iterable[str]) -> bool:
    """Make words and phrases stand out in `text` ("ferr*" is a beginning); whether all `sought` are in it."""
    found = [text.highlight_regex(pattern, MATCH) for term in sought if (pattern := _pattern(term))]
    return all(found)


def _pattern(term: str) -> re.Pattern[str] | None:
    words = r"\W+".join(map(re.escape, re.findall(r"\w+", term)))
    rest = r"\w*" if term.endswith("*") else ""
    return re.compile(rf"\b{words}{rest}\b", re.IGNORECASE) if words else None


def speaker_line(speaker: "StoredSpeaker") -> Text:
    """Name, kind, counts and other names of a speaker."""
    found = f"{counted(speaker.quotes, 'quote')}, {counted(speaker.claims, 'claim')}"
    counts = f"{GAP}{found} in {counted(speaker.documents, 'document')}"
    return Text.assemble(speaker_title(speaker), counts, other_names(speaker))


def speaker_title(speaker: "StoredSpeaker") -> Text:
    """Name and kind of a speaker."""
    kind = f" ({one_line(speaker.type)})" if speaker.type else ""
    return Text.assemble((one_line(speaker.name), NAME), kind)


def other_names(speaker: "StoredSpeaker") -> Text:
    """The other names of a speaker, where there are any."""
    others = [one_line(alias) for alias in speaker.aliases if alias != speaker.name]
    return Text(f"{GAP}also: {', '.join(others)}" if others else "", QUIET)
