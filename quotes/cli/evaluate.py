"""`quotes eval`: what is found in annotated documents against what stands in them, and the gate."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Context, Exit, Option

from quotes.cli import options
from quotes.cli.consoles import write_line
from quotes.cli.session import session_of
from quotes.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quotes.cli.consoles import Consoles
    from quotes.evaluation.answers import Record
    from quotes.evaluation.report import Report

EXAMPLES = (
    "quotes eval data/samples",
    "quotes eval gold/ --misses 0",
    "quotes eval gold/ --predictions parsed.ndjson --format json",
    "quotes eval --body data/samples",
    "quotes eval --damage articles/",
    "quotes eval --identity",
    "quotes eval --reviewed",
    "quotes eval --gate",
)
MISSES = 20
Predictions = dict[str, "Record"]


class Format(StrEnum):
    """How scores can be written."""

    TABLE = "table"
    JSON = "json"


def evaluate(
    context: Context,
    gold: Annotated[
        list[str] | None,
        Argument(
            metavar="GOLD...",
            help="Folders with NAME.txt and NAME.gold.json, or with text/ and attributions/.",
        ),
    ] = None,
    predictions: Annotated[
        str | None,
        Option("--predictions", metavar="FILE", help="Records of quotes parse to score instead of parsing."),
    ] = None,
    misses: Annotated[
        int, Option("--misses", metavar="N", min=0, help="List at most this many misses; 0 for all.")
    ] = MISSES,
    min_words: Annotated[
        int, Option("--min-words", metavar="N", min=1, help="Quotations of fewer words count neither way.")
    ] = 2,
    format: Annotated[Format, Option("--format", help="Tables, or one JSON object.")] = Format.TABLE,
    gate: Annotated[
        bool, Option("--gate", help="Check the pinned floors instead, on the samples and in QUOTES_GOLD.")
    ] = False,
    body: Annotated[
        bool, Option("--body", help="Score the main text alone: letters of story and page in body blocks.")
    ] = False,
    damage: Annotated[
        str | None,
        Option("--damage", metavar="FOLDER", help="Damage its .txt files and tell what is still found."),
    ] = None,
    identity: Annotated[
        bool,
        Option(
            "--identity",
            help="Score who is one speaker across documents: our own set, or a folder with identity.json; "
            "of folders without one, list the links.",
        ),
    ] = False,
    reviewed: Annotated[
        bool,
        Option(
            "--reviewed", help="Tell the error rates of the library by the random draws of quotes review."
        ),
    ] = False,
    database: options.Database = None,
) -> None:
    """Score what is found in annotated documents: by kind, before and after finding out who a "he" is."""
    session, as_json = session_of(context), format is Format.JSON
    consoles = session.consoles
    _check(gold, predictions, gate=gate, damage=damage, identity=identity, reviewed=reviewed)
    if reviewed:
        from quotes.cli.reviewed_scores import show_reviewed

        with session.library(database) as library:
            show_reviewed(consoles, library, as_json=as_json)
        return
    if gate:
        from quotes.cli.gating import check_floors

        raise Exit(check_floors(consoles, as_json=as_json))
    if damage is not None:
        _measure_damage(consoles, damage, misses, format)
        return
    if identity:
        from quotes.cli.identity_scores import measure_identity

        measure_identity(consoles, gold or (), misses, as_json=as_json)
        return
    if body:
        from quotes.cli.body_scores import score_bodies

        score_bodies(consoles, gold or (), predictions, as_json=as_json)
        return
    _score(consoles, gold or (), predictions, min_words, misses, as_json=as_json)


def _check(
    gold: "Sequence[str] | None",
    predictions: str | None,
    *,
    gate: bool,
    damage: str | None,
    identity: bool,
    reviewed: bool,
) -> None:
    """Raise UsageError for arguments that contradict each other."""
    if gate and (gold or predictions):
        raise UsageError("--gate checks the sets that have floors: name where they lie in QUOTES_GOLD")
    if damage is not None and (gold or predictions):
        raise UsageError("--damage needs no gold and no records: name one folder of .txt files")
    if identity and predictions:
        raise UsageError("--identity needs no records: it adds the documents itself")
    if reviewed and (gold or predictions):
        raise UsageError("--reviewed needs no gold and no records: it takes the draws of the library (--db)")
    if not (gold or gate or damage is not None or identity or reviewed):
        raise UsageError("name folders with gold, or --gate")


def _score(
    consoles: "Consoles",
    gold: "Sequence[str]",
    predictions: str | None,
    min_words: int,
    misses: int,
    *,
    as_json: bool,
) -> None:
    """Print the scores of the folders."""
    from quotes.cli.scores import report_record, show_report
    from quotes.evaluation.answers import read_records
    from quotes.reports.records import to_line

    given = read_records(Path(predictions)) if predictions else None
    reports = {name: score_folder(consoles, Path(name), given, min_words) for name in gold}
    if as_json:
        write_line(to_line({"format_version": 1, "sets": [report_record(n, r) for n, r in reports.items()]}))
        return
    for name, report in reports.items():
        show_report(consoles, name, report, misses or len(report.misses))


def _measure_damage(consoles: "Consoles", folder: str, misses: int, format: Format) -> None:
    """Print what damage leaves of the statements in a folder. Raises Exit where a file failed."""
    from quotes.cli.damaging import show_survivals, survival_records, survive
    from quotes.reports.records import to_line

    found, code = survive(consoles, Path(folder))
    if format is Format.JSON:
        record = {"format_version": 1, "folder": folder, "damages": survival_records(found)}
        write_line(to_line(record))
    else:
        show_survivals(consoles, folder, found, misses or None)
    if code:
        raise Exit(code)


def score_folder(
    consoles: "Consoles", folder: Path, given: "Mapping[str, Record] | None" = None, min_words: int = 2
) -> "Report":
    """Score one folder: `given` records, else what parsing finds now. Raises UsageError, ModelError."""
    from quotes.evaluation.gold import read_gold
    from quotes.evaluation.polnear import is_attributed, read_attributed
    from quotes.evaluation.report import score, score_attributed

    if is_attributed(folder):
        attributed = read_attributed(folder)
        report = score_attributed(attributed, _records(consoles, [d.path for d in attributed], given))
    else:
        documents = read_gold(folder)
        records = _records(consoles, [d.path for d in documents], given)
        report = score(documents, records, min_words=min_words)
    if report.without_answers:
        count = len(report.without_answers)
        consoles.warn(f"{folder}: {count} of {report.documents} documents have no record and count as empty")
    return report


def _records(
    consoles: "Consoles", paths: list[Path], given: "Mapping[str, Record] | None"
) -> "Mapping[str, Record]":
    """The given records, else what is found in the files now."""
    if given is not None:
        return given
    from quotes.cli.progress import Meter
    from quotes.cli.work import Work

    records: Predictions = {}

    def take(source: object, meter: Meter) -> None:
        from quotes.parsing import parse
        from quotes.reports.records import parse_record
        from quotes.sources import read

        path = Path(str(source))
        records[path.stem] = parse_record(parse(read(path)[0]), path.stem)

    work = Work(consoles, list(paths))
    work.through(take)
    if work.exit_code() is ExitCode.FAILED:
        raise Exit(ExitCode.FAILED)
    return records
