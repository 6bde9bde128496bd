"""The page of one statement: the words where they stand, who, to whom, when, and where in the source."""

import re
from typing import TYPE_CHECKING

from rich.text import Text

from quotes.cli.decided_page import show_decided, show_withheld
from quotes.cli.document_page import repair_line
from quotes.cli.fields import known, show_document_fields, show_field, show_list
from quotes.cli.lines import GAP, ID, QUIET, speaker_name, statement_head, statement_words
from quotes.cli.printings import show_copies
from quotes.display import clean, one_line
from quotes.document import page_words
from quotes.reports.fragments import link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quotes.cli.consoles import Consoles
    from quotes.document import Block
    from quotes.statement import Span, Statement
    from quotes.store import Library
    from quotes.store.views import StoredStatement, WholeDocument

MARKS = (">>", "<<")
"""Around the statement in its context: to be seen without colours too, and nobody's quotation marks."""
CONTEXT_LIMIT = 700
"""Characters of a paragraph shown on either side of a statement."""

_LINE_BREAK = re.compile(r"(?<!\n)\n(?!\n)")
_PARAGRAPH_BREAK = re.compile(r"\n{2,}")


def show(consoles: "Consoles", library: "Library", identifier: str) -> None:
    """Print the page. Raises UsageError for an id that is unknown or ambiguous."""
    stored = library.statement(identifier)
    document, text = library.document(stored.document.id), library.text(stored.document.id)
    show_withheld(consoles, stored)
    consoles.show(statement_head(stored))
    consoles.show(Text())
    consoles.show(in_context(stored, document.blocks, text), head=Text("  "))
    consoles.show(Text())
    _show_source(consoles, stored, text)
    _show_manner(consoles, stored.statement)
    _show_date(consoles, stored)
    _show_relations(consoles, library, stored)
    _show_place(consoles, library, stored, document)
    show_field(consoles, "Copy of", stored.copy_of or "")
    show_copies(consoles, "Also in", stored.copies)
    show_decided(consoles, library, stored)
    consoles.show(Text())
    show_field(
        consoles, "Document", Text.assemble((stored.document.id, ID), GAP, one_line(stored.document.name))
    )
    show_document_fields(consoles, stored.document)
    if address := link(stored.document.url, text, stored.statement.start, stored.statement.end):
        show_field(consoles, "Link", address)
    if not stored.withheld:
        consoles.say(f"To cite it: quotes cite {stored.statement.id}", style=QUIET)


def in_context(stored: "StoredStatement", blocks: "Iterable[Block]", text: str) -> Text:
    """The paragraph or paragraphs of a statement in the document's `text`, the statement between `MARKS`."""
    statement = stored.statement
    start, end = min(stored.context_start, statement.start), max(stored.context_end, statement.end)
    for block in blocks:
        if block.start is not None and block.end is not None and block.start < end and start < block.end:
            start, end = min(start, block.start), max(end, block.end)
    before, after = text[start : statement.start], text[statement.end : end]
    if len(before) > CONTEXT_LIMIT:
        before = "…" + before[-CONTEXT_LIMIT:]
    if len(after) > CONTEXT_LIMIT:
        after = after[:CONTEXT_LIMIT] + "…"
    marked = MARKS[0] + _unwrapped(text[statement.start : statement.end]) + MARKS[1]
    return Text.assemble(_unwrapped(before), (marked, "bold green"), _unwrapped(after))


def _unwrapped(text: str) -> str:
    """`text` cleaned, with one line for each paragraph."""
    return _PARAGRAPH_BREAK.sub("\n", _LINE_BREAK.sub(" ", clean(text)))


def _show_source(consoles: "Consoles", stored: "StoredStatement", text: str) -> None:
    statement = stored.statement
    speaker = speaker_name(stored)
    if statement.speaker_type:
        speaker.append(f" ({statement.speaker_type})")
    if stored.speaker_id:
        speaker.append(GAP + stored.speaker_id, ID)
    show_field(consoles, "Speaker", speaker)
    if statement.speaker and statement.speaker != stored.speaker:
        show_field(consoles, "Named here", statement.speaker)
    show_list(consoles, "Together", statement.joint)
    if statement.mention:
        show_field(consoles, "Mention", f"\u201c{statement.mention}\u201d")
    _show_grounds(consoles, statement, text)
    show_field(consoles, "Cue", statement.cue or "")
    show_field(consoles, "Addressee", statement.addressee or "")
    show_field(consoles, "Via", statement.via or "")


def _show_grounds(consoles: "Consoles", statement: "Statement", text: str) -> None:
    """Print the words that describe the speaker, and the name by which it is known who the mention is."""
    if statement.role and statement.role_span:
        show_field(consoles, "Role", _placed(statement.role, statement.role_span))
    if statement.rests_on and statement.rests_on != statement.mention_span:
        show_field(consoles, "Known from", _placed(text[slice(*statement.rests_on)], statement.rests_on))


def _placed(words: str, span: "Span") -> Text:
    """Words of the text and where they stand in it."""
    place = f" (characters {span[0]:,} to {span[1]:,} of the text)"
    return Text(f"\u201c{one_line(words)}\u201d").append(place, QUIET)


def _show_manner(consoles: "Consoles", statement: "Statement") -> None:
    """Print how it was said and printed: no plain assertion, altered, translated."""
    if statement.stance and statement.stance_evidence:
        show_field(consoles, "Stance", known(statement.stance, statement.stance_evidence))
    show_list(consoles, "Altered", (f"{a.kind}: {a.text}" for a in statement.alterations))
    if statement.translated:
        show_field(consoles, "Translated", known("yes", statement.translated.evidence))


def _show_date(consoles: "Consoles", stored: "StoredStatement") -> None:
    statement = stored.statement
    if statement.said_on or not statement.said_evidence:
        show_field(consoles, "Said", known(statement.said_on, statement.said_evidence))
    else:
        show_field(consoles, "Said", f"\u201c{statement.said_evidence}\u201d, which is not a sure date")
    if statement.confidence is not None:
        show_field(consoles, "Confidence", f"{statement.confidence:.2f}")


def _show_relations(consoles: "Consoles", library: "Library", stored: "StoredStatement") -> None:
    """Print the other parts of the utterance, and what it stands in or holds."""
    statement = stored.statement
    if not (statement.utterance or statement.nested_in or statement.claim or statement.quotes_inside):
        return
    others = [other for other in library.statements(stored.document.id) if other.statement.id != statement.id]
    mates = [o for o in others if statement.utterance and o.statement.utterance == statement.utterance]
    around = [other for other in others if other.statement.id in (statement.nested_in, statement.claim)]
    inside = [other for other in others if other.statement.id in statement.quotes_inside]
    show_list(consoles, "Goes with", map(_reference, mates))
    show_list(consoles, "Stands in", map(_reference, around))
    show_list(consoles, "Holds", map(_reference, inside))


def _reference(stored: "StoredStatement") -> Text:
    return Text.assemble((stored.statement.id, ID), GAP, statement_words(stored))


def _show_place(
    consoles: "Consoles", library: "Library", stored: "StoredStatement", document: "WholeDocument"
) -> None:
    """Print where the statement stands in the text and in the kept file, and what was repaired in it."""
    statement = stored.statement
    in_text = f"characters {statement.start:,} to {statement.end:,} of the text"
    if stored.page:
        show_field(consoles, "Page", page_words(stored.page))
    if statement.source_span is None:
        show_field(consoles, "Place", f"{in_text}; it has none in the file as it came")
        return
    start, end = statement.source_span
    file = library.original(document.id).decode(document.encoding, errors="replace")
    line = file.count("\n", 0, start) + 1
    in_file = f"line {line:,} of {document.name} (characters {start:,} to {end:,}, {document.encoding})"
    show_field(consoles, "Place", f"{in_file}; {in_text}")
    repairs = [r for r in document.repairs if r.source_start < end and start < r.source_end]
    show_list(consoles, "Repaired", map(repair_line, repairs))
