"""How a statement, a document or a speaker reads on a line."""

from typing import TYPE_CHECKING

from rich.text import Text

from quotes.display import one_line

if TYPE_CHECKING:
    from quotes.store.views import StoredDocument, StoredSpeaker, StoredStatement

ID = "cyan"
NAME = "bold"
QUIET = "dim"
MISSING = "yellow"
GAP = "  "

_METADATA = ("title", "author", "publisher", "url")


def missing_parts(document: "StoredDocument") -> list[str]:
    """What a citation would want and the document does not have."""
    parts = [name for name in _METADATA if not getattr(document, name)]
    return parts if document.published else [*parts, "date"]


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """`number` with its noun: "1 quote", "2 quotes"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def document_head(document: "StoredDocument") -> Text:
    """Id and date of a document, in columns."""
    date = Text(f"{one_line(document.published or 'no date'):<10}", "" if document.published else MISSING)
    return Text.assemble((one_line(document.id), ID), GAP, date, GAP)


def document_title(document: "StoredDocument") -> Text:
    """Title of a document; the file's name, where there is none."""
    return Text(one_line(document.title), NAME) if document.title else Text(one_line(document.name))


def document_detail(document: "StoredDocument", note: str = "") -> Text:
    """Publisher and counts of a document, and `note`."""
    publisher = one_line(document.publisher) if document.publisher else "no publisher"
    counts = f"{counted(document.quotes, 'quote')}, {counted(document.claims, 'claim')}"
    detail = Text.assemble((publisher, "" if document.publisher else MISSING), GAP, counts)
    return detail.append(f"{GAP}({note})" if note else "", QUIET)


def speaker_name(stored: "StoredStatement") -> Text:
    """Who said it, or why that is not known."""
    if stored.speaker:
        return Text.assemble((one_line(stored.speaker), NAME))
    reason = stored.statement.unknown
    return Text.assemble(("speaker unknown" + (f" ({one_line(reason)})" if reason else ""), MISSING))


def date_of(stored: "StoredStatement") -> Text:
    """The date it was said, else published, saying which."""
    if stored.statement.said_on:
        return Text(f"said {one_line(stored.statement.said_on)}")
    if stored.document.published:
        return Text(f"published {one_line(stored.document.published)}")
    return Text("no date", MISSING)


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
    """What was said: a quotation in curly marks, a claim without marks and called one."""
    words = one_line(stored.statement.text)
    if stored.statement.kind == "indirect":
        return Text.assemble(("claim: ", QUIET), (words, "italic"))
    from quotes.reports.columns import quotation_of  # brings SQLAlchemy: not for --help

    return Text(f"\u201c{quotation_of(words)}\u201d")


def place_line(stored: "StoredStatement") -> Text:
    """Publisher and title of the document a statement stands in."""
    document = stored.document
    title = one_line(document.title or document.name)
    publisher = f"{one_line(document.publisher)}, " if document.publisher else ""
    return Text(publisher + title, QUIET)


def speaker_line(speaker: "StoredSpeaker") -> Text:
    """Name, kind, counts and other names of a speaker."""
    found = f"{counted(speaker.quotes, 'quote')}, {counted(speaker.claims, 'claim')}"
    line = Text.assemble(
        (one_line(speaker.name), NAME), f" ({one_line(speaker.type)})" if speaker.type else ""
    )
    line.append(f"{GAP}{found} in {counted(speaker.documents, 'document')}")
    others = [one_line(alias) for alias in speaker.aliases if alias != speaker.name]
    if others:
        line.append(f"{GAP}also: {', '.join(others)}", QUIET)
    return line
