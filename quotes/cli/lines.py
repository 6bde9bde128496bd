"""How a statement, a document or a speaker reads on a line."""

from typing import TYPE_CHECKING

from rich.text import Text

from quotes.display import one_line
from quotes.document import page_words
from quotes.query.fields import DOUBTFUL
from quotes.reports.columns import quotation_of
from quotes.statement import TAKEN_BACK

if TYPE_CHECKING:
    from quotes.store.people.views import StoredSpeaker
    from quotes.store.views import ListedDocument, StoredDocument, StoredStatement

ID = "cyan"
NAME = "bold"
MATCH = "bold"
QUIET = "dim"
MISSING = "yellow"
CHECKED = "green"
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


def document_detail(document: "ListedDocument", note: str = "") -> Text:
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
    """Id, speaker, date and kind of a statement, and whether it can be relied on, where that is known."""
    parts = [
        Text(one_line(stored.statement.id), ID),
        speaker_name(stored),
        date_of(stored),
        Text(stored.statement.kind, QUIET),
    ]
    return Text(GAP).join([*parts, *reliance(stored)])


def reliance(stored: "StoredStatement") -> list[Text]:
    """What a person did to a statement; else that it is doubtful, where it is."""
    confidence = stored.statement.confidence
    if stored.withheld:
        return [Text(stored.withheld, MISSING)]
    if stored.checked or stored.marked:
        return [Text(f"checked: {stored.checked or 'marked'}", CHECKED)]
    if confidence is not None and confidence < DOUBTFUL:
        return [Text(f"doubtful ({confidence:.2f})", MISSING)]
    return []


def statement_words(stored: "StoredStatement", shown: Text | None = None) -> Text:
    """What was said: a quotation in curly marks, a claim without, after its cue ("denied" turns it round).

    Words that the speaker disowns, or did not say, have the words that tell so before them. `shown` stands
    for the statement's own words: with some of them standing out, or cut.
    """
    statement = stored.statement
    words = one_line(statement.text)
    how = one_line(statement.stance_evidence or statement.cue or "")
    cue = f" ({how})" if how else ""
    if statement.kind == "indirect":
        return Text.assemble((f"claim{cue}: ", QUIET), shown or (words, "italic"))
    taken_back = f"{how}: " if statement.stance in TAKEN_BACK else ""
    return Text.assemble((taken_back, QUIET), "\u201c", shown or quotation_of(words), "\u201d")


def place_line(stored: "StoredStatement", title: Text | None = None) -> Text:
    """Publisher and title of the document a statement stands in; `title` stands for that, if it is given."""
    document = stored.document
    publisher = f"{one_line(document.publisher)}, " if document.publisher else ""
    page = f", {one_line(page_words(stored.page))}" if stored.page else ""
    name = title or one_line(document.title or document.name)
    return Text.assemble(publisher, name, page, style=QUIET)


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
