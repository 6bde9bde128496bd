"""`quotes eval --identity`: whether one speaker is one across documents, and two are two."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from quotes.cli.consoles import Consoles
from quotes.cli.gathering import gather
from quotes.cli.identity_links import list_links, write_identity
from quotes.cli.lines import QUIET, counted
from quotes.display import one_line
from quotes.errors import UsageError
from quotes.paths import data

if TYPE_CHECKING:
    from quotes.evaluation.identity import IdentityReport, Pair
    from quotes.evaluation.identity_units import Placed
    from quotes.evaluation.measures import Figures


def identity_folder() -> Path:
    """The set that ships with the program."""
    return data() / "identity"


def measure_identity(consoles: Consoles, folders: Sequence[str], misses: int, *, as_json: bool) -> None:
    """Print the scores of one folder with gold of identity (ours without any), else the links in `folders`.

    Raises UsageError where a folder has no documents, or gold stands among several.
    """
    from quotes.evaluation.identity_gold import FILE, is_identity

    named = [Path(folder) for folder in folders] or [identity_folder()]
    if not any(is_identity(folder) for folder in named):
        list_links(consoles, named, as_json=as_json)
        return
    if len(named) > 1:
        raise UsageError(f"--identity scores one folder with {FILE}; without gold it lists links of several")
    report = score_identity(consoles, named[0])
    if as_json:
        write_identity(_report_record(named[0], report))
    else:
        _show(consoles, named[0], report, misses or None)


def score_identity(consoles: Consoles, folder: Path) -> "IdentityReport":
    """Add the documents of `folder` to a library of their own and judge its speakers.

    Raises UsageError, LibraryError, ModelError.
    """
    from quotes.evaluation.identity import judge
    from quotes.evaluation.identity_gold import read_identity

    gold = read_identity(folder)
    return judge(gold, gather(consoles, gold.paths).documents)


def _show(consoles: Consoles, folder: Path, report: "IdentityReport", misses: int | None) -> None:
    figures: Any = report.figures
    consoles.show(Text(_head(folder, figures), "bold"))
    table = Table(box=None, pad_edge=False, header_style=QUIET)
    for number, title in enumerate(("Pairs", "Same", "Linked", "Right", "Precision", "Recall", "F1")):
        table.add_column(title, justify="right" if number else "left", no_wrap=True)
    table.add_row("kept by parsing", *_cells(figures["links"]))
    table.add_row("all", *_cells(figures["all"]))
    consoles.show_table(table)
    lost, hard = figures["lost"], figures["hard"]
    for line in (
        f"95 % of kept pairs: precision {_range(figures['links'], 'precision')}, "
        f"recall {_range(figures['links'], 'recall')}",
        f"Hard pairs linked: {hard['linked']:,} of {hard['kept']:,} kept ({hard['pairs']:,} in all)",
        f"Lost by parsing: {counted(lost['not_found'] + lost['speaker'], 'unit')} "
        f"({lost['not_found']:,} not found, {lost['speaker']:,} under another speaker); "
        f"pairs it leaves to link: {figures['ceiling']:.1%}",
    ):
        consoles.show(Text(line))
    _show_labels(consoles, report)
    for what, pairs in (("wrong", report.wrong), ("missed", report.missed)):
        for pair in pairs[:misses]:
            consoles.show(Text(one_line(_pair_line(pair))), head=Text(f"{what}  ", QUIET))
    for placed in report.lost[:misses]:
        consoles.show(Text(one_line(_lost_line(placed))), head=Text("lost  ", QUIET))


def _head(folder: Path, figures: Any) -> str:
    return (
        f"{one_line(str(folder))}: {counted(figures['identities'], 'speaker')} in "
        f"{counted(figures['documents'], 'document')}, {counted(figures['positives'], 'pair')} to be linked, "
        f"{counted(figures['hard']['pairs'], 'hard pair')} not to be"
    )


def _show_labels(consoles: Consoles, report: "IdentityReport") -> None:
    table = Table(box=None, pad_edge=False, header_style=QUIET)
    for number, title in enumerate(("What sets them apart", "Pairs", "Kept", "Linked")):
        table.add_column(title, justify="right" if number else "left", no_wrap=True)
    for label, row in report.by_label().items():
        table.add_row(one_line(label), *(f"{count:,}" for count in row))
    consoles.show_table(table)


def _cells(counts: Any) -> list[str]:
    whole = [f"{counts[name]:,}" for name in ("positives", "linked", "right")]
    return whole + [f"{counts[name]:.3f}" for name in ("precision", "recall", "f1")]


def _range(counts: Any, name: str) -> str:
    return f"{counts[f'{name}_low']:.3f} to {counts[f'{name}_high']:.3f}"


def _pair_line(pair: "Pair") -> str:
    line = f"{pair.one.unit} | {pair.other.unit}"
    if pair.same:
        return f"{line} ({', '.join(pair.labels)})"
    notes = [pair.why] if pair.why else []
    notes += [] if pair.kept else ["the document's speaker is wrong"]
    return f"{line} ({', '.join(notes)})" if notes else line


def _lost_line(placed: "Placed") -> str:
    if placed.voice is None:
        return f"{placed.unit}: no statement found"
    return f"{placed.unit}: taken for {placed.voice.name or 'nobody'}"


def _report_record(folder: Path, report: "IdentityReport") -> dict[str, Any]:
    figures: Figures = report.figures
    return {
        "gold": str(folder),
        "figures": figures,
        "by_label": {
            label: dict(zip(("pairs", "kept", "linked"), row, strict=True))
            for label, row in report.by_label().items()
        },
        "wrong": [_pair_record(pair) for pair in report.wrong],
        "missed": [_pair_record(pair) for pair in report.missed],
        "lost": [
            {**_unit_record(placed), "got": placed.voice.name if placed.voice else None}
            for placed in report.lost
        ],
    }


def _pair_record(pair: "Pair") -> dict[str, Any]:
    return {
        "one": _unit_record(pair.one),
        "other": _unit_record(pair.other),
        "kept": pair.kept,
        "why": pair.why,
        "labels": list(pair.labels),
    }


def _unit_record(placed: "Placed") -> dict[str, Any]:
    unit = placed.unit
    return {
        "document": unit.document,
        "identity": unit.identity,
        "name": unit.names[0],
        "speaker_id": placed.speaker_id,
    }
