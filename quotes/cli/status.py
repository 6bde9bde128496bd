"""`quotes status`, and `quotes` alone: what is in the library, and whether it is safe."""

from typing import TYPE_CHECKING, Annotated, Any

from rich.text import Text
from typer import Context, Option

from quotes.cli import options
from quotes.cli.consoles import write_line
from quotes.cli.lines import QUIET, counted
from quotes.cli.moments import local_minute
from quotes.cli.session import session_of
from quotes.cli.sizes import size_words
from quotes.display import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quotes.store.keeping.summary import Summary

EXAMPLES = ("quotes status", "quotes status --json")
_KINDS = ("direct", "partial", "indirect")
_LABEL = 13
"""Cells of the names on the left."""


def status(
    context: Context,
    as_json: Annotated[bool, Option("--json", help="A record instead of lines.")] = False,
    database: options.Database = None,
) -> None:
    """Say what is in the library, and when it was last backed up."""
    session = session_of(context)
    consoles = session.consoles
    with session.library(database) as library:
        found = library.summary()
    if as_json:
        _write(found)
        return
    for label, words, more in _lines(found):
        text = Text.assemble(one_line(words), (f"  {one_line(more)}" if more else "", QUIET))
        consoles.show(text, head=Text(f"{label:<{_LABEL}}", QUIET))
    if not found.documents:
        session.say_empty(database)
    for warning in _warnings(found):
        consoles.warn(warning)


def _lines(found: "Summary") -> "Iterator[tuple[str, str, str]]":
    copies = f"+{counted(found.copies, 'copy', 'copies')}" if found.copies else ""
    kinds = ", ".join(f"{found.statements[kind]:,} {kind}" for kind in _KINDS if found.statements.get(kind))
    yield "Library", str(found.path), size_words(found.size)
    yield "Documents", f"{found.documents - found.copies:,}", copies
    yield "Statements", f"{found.total:,}", kinds
    yield "Speakers", f"{found.speakers:,}", ""
    yield "Reviewed", f"{found.reviewed:,}", _share(found.reviewed, found.total)
    yield "Doubtful", f"{found.doubtful:,}", "quotes review goes through them" if found.doubtful else ""
    yield "Tags", f"{found.tags:,}", ""
    yield "Last added", local_minute(found.last_added) if found.last_added else "never", ""
    yield (
        "Last backup",
        local_minute(found.last_backup) if found.last_backup else "never",
        found.backup_place or "",
    )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} % of the statements" if whole else ""


def _warnings(found: "Summary") -> "Iterator[str]":
    from quotes.store.keeping.location import synced_by
    from quotes.store.keeping.summary import backup_advice

    advice = backup_advice(found.last_backup)
    if advice and found.documents:
        yield advice
    if program := synced_by(found.path):
        yield f"{program} copies its folder while it is written to: quotes doctor folder says what to do"
    if found.is_purging:
        yield "a purge was broken off: quotes doctor --fix brings it to its end"


def _write(found: "Summary") -> None:
    import json

    record: dict[str, Any] = {
        "path": str(found.path),
        "size": found.size,
        "documents": found.documents,
        "copies": found.copies,
        "statements": {"total": found.total, **{kind: found.statements.get(kind, 0) for kind in _KINDS}},
        "speakers": found.speakers,
        "reviewed": found.reviewed,
        "doubtful": found.doubtful,
        "tags": found.tags,
        "last_added": found.last_added,
        "last_backup": found.last_backup,
        "backup": found.backup_place,
    }
    write_line(json.dumps(record, ensure_ascii=False))
