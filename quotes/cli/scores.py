"""How the scores of `quotes eval` are shown and written."""

from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from quotes.cli.consoles import Consoles
from quotes.cli.lines import QUIET, counted
from quotes.display import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quotes.evaluation.misses import Miss
    from quotes.evaluation.report import Report

TEXT_WIDTH = 70
"""Letters of a miss that are shown."""
_RULES = {
    "mention": "before: the mention",
    "strict": "after: name, strict",
    "lenient": "after: name, lenient",
}


def show_report(consoles: Consoles, name: str, report: "Report", misses: int) -> None:
    """Print the tables and the first `misses` misses of one set."""
    figures: dict[str, Any] = dict(report.figures)
    consoles.show(Text(f"{one_line(name)}: {counted(report.documents, 'document')}", "bold"))
    consoles.show_table(_detection(figures))
    consoles.show_table(_sources(figures["quotes"]["speakers"]))
    if "spans" in figures:
        consoles.show_table(_spans(figures["spans"]))
    else:
        for line in _statement_lines(figures):
            consoles.show(Text(line))
        consoles.show_table(_reliability(report))
        consoles.show(Text(_calibration_line(figures["calibration"]["quotes"])))
    _show_misses(consoles, report.misses, misses)


def report_record(name: str, report: "Report") -> dict[str, Any]:
    """The same, whole, for JSON."""
    return {
        "gold": name,
        "documents": report.documents,
        "without_record": list(report.without_answers),
        "figures": report.figures,
        "reliability": {
            kind: [
                {"from": r.low, "to": r.high, "n": r.n, "confidence": r.confidence, "right": r.right}
                for r in rows
            ]
            for kind, rows in report.reliability.items()
        },
        "misses": [
            {
                "document": miss.document,
                "what": miss.what,
                "start": miss.span[0],
                "end": miss.span[1],
                "text": miss.text,
                "expected": miss.expected,
                "got": miss.got,
            }
            for miss in report.misses
        ],
    }


def _table(first: str, *columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style=QUIET)
    table.add_column(first, no_wrap=True)
    for column in columns:
        table.add_column(column, justify="right", no_wrap=True)
    return table


def _detection(figures: dict[str, Any]) -> Table:
    table = _table("Quotes", "Gold", "Found", "Precision", "Recall", "F1", "Strict", "Lenient")
    kinds = {"all": figures["quotes"], **figures.get("by_kind", {})}
    if "quotes_any_length" in figures:
        kinds = {**kinds, "all, any length": figures["quotes_any_length"]}
    for kind, row in kinds.items():
        speakers = row.get("speakers", row)
        table.add_row(
            kind,
            f"{row['gold']:,}",
            f"{row['found']:,}",
            *_decimals(row[measure] for measure in ("precision", "recall", "f1")),
            *_decimals(
                speakers[rule]["accuracy"] if rule in speakers else None for rule in ("strict", "lenient")
            ),
        )
    if "one_word" in figures:
        one = figures["one_word"]
        table.add_row("one word", f"{one['gold']:,}", f"{one['found']:,}", *[""] * 5)
    return table


def _sources(speakers: dict[str, Any]) -> Table:
    table = _table("Right source", "Right", "Of", "Accuracy", "If named", "Joint P", "Joint R", "F1")
    for rule, title in _RULES.items():
        if rule in speakers:
            row = speakers[rule]
            measures = ("accuracy", "right_where_named", "joint_precision", "joint_recall", "joint_f1")
            table.add_row(title, f"{row['right']:,}", f"{row['of']:,}", *_decimals(row[m] for m in measures))
    return table


def _spans(spans: dict[str, Any]) -> Table:
    table = _table("Exact spans", "Gold", "Predicted", "Precision", "Recall", "F1")
    for role, row in spans.items():
        counts = (f"{row['gold']:,}", f"{row['predicted']:,}")
        table.add_row(role, *counts, *_decimals(row[m] for m in ("precision", "recall", "f1")))
    return table


def _statement_lines(figures: dict[str, Any]) -> list[str]:
    claims, dates, other = figures["claims"], figures["dates"], figures["non_quotes"]
    return [
        f"Claims: {claims['found']} of {claims['gold']} found, precision {claims['precision']:.3f}, "
        f"recall {claims['recall']:.3f}, F1 {claims['f1']:.3f}; "
        f"speaker right on {claims['speaker_right']} ({claims['speaker_accuracy']:.3f})",
        f"Said-dates: {dates['right']} of {dates['gold']} right, {dates['wrong']} wrong, "
        f"{dates['invented']} invented",
        f"No speech: {other['taken']} of {other['gold']} taken for quotes, "
        f"of one word {other['one_word_taken']} of {other['one_word_gold']}",
        f"From page furniture: {figures['furniture']}; words wrong: {figures['text_wrong']}; "
        f"without a place in the file: {figures['unplaced']}",
    ]


def _reliability(report: "Report") -> Table:
    table = _table("Confidence of quotes", "n", "Mean", "Right")
    for row in report.reliability.get("quotes", ()):
        table.add_row(
            f"{row.low:.1f} to {row.high:.1f}", f"{row.n:,}", *_decimals((row.confidence, row.right))
        )
    return table


def _calibration_line(row: dict[str, Any]) -> str:
    errors = counted(row["errors"], "error")
    return (
        f"Calibration error {row['expected_calibration_error']:.3f}, Brier score {row['brier']:.3f}; "
        f"the least sure fifth holds {row['errors_in_least_sure_fifth']:.0%} of {errors}"
    )


def _show_misses(consoles: Consoles, misses: "tuple[Miss, ...]", most: int) -> None:
    for miss in misses[:most]:
        text = one_line(miss.text)
        text = text if len(text) <= TEXT_WIDTH else f"{text[: TEXT_WIDTH - 1]}…"
        head = Text(f"{one_line(miss.document)} {miss.span[0]}  {miss.what}  ", QUIET)
        nothing = "no date" if miss.what == "date" else "nobody"
        told = f"  expected {one_line(miss.expected or nothing)}, got {one_line(miss.got or nothing)}"
        detail = "" if miss.what in ("quote missed", "claim missed") else told
        consoles.show(Text(f"{text}{detail}"), head=head)
    if len(misses) > most:
        consoles.say(f"{most} of {len(misses):,} misses; --misses 0 lists all")


def _decimals(values: "Iterable[float | None]") -> list[str]:
    return ["" if value is None else f"{value:.3f}" for value in values]
