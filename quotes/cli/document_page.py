"""The page of one document: where each part of its description comes from, its repairs, its statements."""

from typing import TYPE_CHECKING

from rich.text import Text

from quotes.cli.decided_page import show_decided_document
from quotes.cli.fields import show_document_fields, show_field, show_list
from quotes.cli.lines import (
    GAP,
    ID,
    QUIET,
    counted,
    document_detail,
    document_head,
    document_title,
    speaker_name,
    statement_words,
)
from quotes.cli.printings import show_printings, statement_note
from quotes.display import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotes.cli.consoles import Consoles
    from quotes.document import Repair
    from quotes.store import Library
    from quotes.store.views import Version, WholeDocument

REPAIRS_SHOWN = 10


def show(consoles: "Consoles", library: "Library", identifier: str) -> None:
    """Print the page. Raises UsageError for an id that is unknown or ambiguous."""
    document = library.document(identifier)
    consoles.show(document_title(document), head=document_head(document), detail=document_detail(document))
    consoles.show(Text())
    show_document_fields(consoles, document)
    show_field(consoles, "Version", version_line(document.id, library.versions(document.id)))
    show_field(consoles, "File", f"{document.name} ({document.encoding})")
    show_field(consoles, "SHA-256", document.sha256)
    show_printings(consoles, document)
    _show_repairs(consoles, document)
    show_decided_document(consoles, library, document)
    consoles.show(Text())
    for stored in library.statements(document.id):
        head = Text.assemble((one_line(stored.statement.id), ID), GAP)
        note = statement_note(stored)
        words = Text.assemble(speaker_name(stored), ": ", statement_words(stored), GAP if note else "", note)
        consoles.show(words, head=head)


def version_line(identifier: str, versions: "Sequence[Version]") -> str:
    """Which version of its page a document is, and which are earlier and later; empty for the only one."""
    ids = [version.document for version in versions]
    if identifier not in ids:
        return ""
    at = ids.index(identifier)
    parts = [f"{at + 1} of {len(ids)}" + (f", of {ids[0]}" if at else "")]
    for name, others in (("earlier", versions[:at]), ("later", versions[at + 1 :])):
        listed = ", ".join(f"{v.document} ({(v.retrieved or 'no date')[:10]})" for v in others)
        parts += [f"{name}: {listed}"] if others else []
    return "; ".join(parts)


def repair_line(repair: "Repair") -> Text:
    """What was damaged and what it was read as."""
    line = Text(f"{one_line(repair.damaged)} read as {one_line(repair.repaired)}")
    line.append(f" (characters {repair.source_start:,} to {repair.source_end:,} of the file)", QUIET)
    return line.append(", a guess" if repair.guessed else "")


def _show_repairs(consoles: "Consoles", document: "WholeDocument") -> None:
    repairs = document.repairs
    lines = [repair_line(repair) for repair in repairs[:REPAIRS_SHOWN]]
    if len(repairs) > REPAIRS_SHOWN:
        guessed = sum(repair.guessed for repair in repairs)
        lines.append(Text(f"... {counted(len(repairs), 'repair')} in all, {guessed:,} of them guessed"))
    show_list(consoles, "Repaired", lines)
