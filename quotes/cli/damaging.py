"""`quotes eval --damage`: the statements of documents damaged on purpose against the clean run's."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from quotes.cli.consoles import Consoles
from quotes.cli.lines import QUIET, counted
from quotes.cli.progress import Meter
from quotes.cli.work import Work
from quotes.display import one_line
from quotes.errors import ExitCode, SourceError, UsageError

if TYPE_CHECKING:
    from quotes.document import Document
    from quotes.evaluation.survival import Survival

TEXT_WIDTH = 90
Survivals = dict[str, "Survival"]


def survive(consoles: Consoles, folder: Path) -> tuple[Survivals, ExitCode]:
    """What each kind of damage leaves of the statements of the `*.txt` files in `folder`.

    Raises UsageError for a folder without such files.
    """
    from quotes.evaluation.damage import DAMAGES
    from quotes.evaluation.survival import Survival, survival

    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise UsageError(f"{folder}: no .txt files to damage in this folder")
    found: Survivals = {name: Survival() for name in DAMAGES}

    def take(source: object, meter: Meter) -> None:
        path = Path(str(source))
        parsed: dict[Any, dict[str, Any]] = {}
        text = path.read_bytes().decode(errors="replace")
        clean = _record(text.encode(), path.name, parsed)
        for name, damage in DAMAGES.items():
            found[name] += survival(clean, _record(damage(text), path.name, parsed))

    work = Work(consoles, list(paths))
    work.through(take)
    return found, work.exit_code()


def survival_records(found: Survivals) -> list[dict[str, Any]]:
    """The same for JSON."""
    return [
        {
            "damage": name,
            "clean": row.clean,
            "damaged": row.damaged,
            "kept": row.kept,
            "kept_words": row.kept_words,
            "share_kept": row.share_kept,
            "share_others": row.share_others,
            "lost": list(row.lost),
            "others": list(row.others),
        }
        for name, row in found.items()
    ]


def show_survivals(consoles: Consoles, folder: str, found: Survivals, misses: int | None) -> None:
    """Print the table, and of each damage the first `misses` (None: all) statements lost and others."""
    clean = next(iter(found.values())).clean
    consoles.show(Text(f"{one_line(folder)}: {counted(clean, 'statement')} where nothing is damaged", "bold"))
    table = Table(box=None, pad_edge=False, header_style=QUIET)
    for number, title in enumerate(("Damage", "Found", "Kept", "Words", "Kept", "Others")):
        table.add_column(title, justify="right" if number else "left", no_wrap=True)
    for name, row in found.items():
        counts = (f"{row.damaged:,}", f"{row.kept:,}", f"{row.kept_words:,}")
        table.add_row(name, *counts, f"{row.share_kept:.1%}", f"{row.share_others:.1%}")
    consoles.show_table(table)
    for name, row in found.items():
        for what, lines in (("lost", row.lost), ("other", row.others)):
            for line in lines[:misses]:
                head = Text(f"{name}  {what}  ", QUIET)
                consoles.show(Text(one_line(line)[:TEXT_WIDTH]), head=head)


def _record(original: bytes, name: str, parsed: dict[Any, dict[str, Any]]) -> dict[str, Any]:
    """The record of a file's statements; a document that reads like one before is not parsed again."""
    from quotes.parsing import parse
    from quotes.reports.records import parse_record
    from quotes.sources import read

    try:
        document = read(original, name=name)[0]
    except SourceError:
        return {}
    key = _reading(document)
    if key not in parsed:
        parsed[key] = parse_record(parse(document), name)
    return parsed[key]


def _reading(document: "Document") -> tuple[Any, ...]:
    """All of a document that its statements depend on."""
    blocks = tuple((b.kind, b.start, b.end, b.reason) for b in document.blocks if b.start is not None)
    return document.text, document.title, document.published.value, document.lang, blocks
