"""Documents put into a library that lasts no longer than the measuring, and what it then says of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from typer import Exit

from quotes.cli.consoles import Consoles
from quotes.cli.progress import Meter
from quotes.cli.work import Work
from quotes.errors import ExitCode

if TYPE_CHECKING:
    from quotes.evaluation.crediting import Credited, Voice
    from quotes.store import Library

Records = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The credited statements of each document, and the names of the speakers across documents by id."""

    documents: "dict[str, list[Credited]]"
    speakers: dict[str, str]


def gather(consoles: Consoles, paths: Sequence[Path]) -> Gathered:
    """Read, parse and add the files, as `quotes add` does, and ask who said what.

    Raises Exit where no file can be read, LibraryError, ModelError.
    """
    from quotes.evaluation.crediting import credited
    from quotes.query.plan import Plan
    from quotes.reports.records import export_record
    from quotes.store import open_library

    with TemporaryDirectory(prefix="quotes-") as folder, open_library(str(Path(folder) / "q.db")) as library:
        parsed = _add(consoles, library, paths)
        found = map(export_record, library.search(Plan(copies=True)).statements)
        exported: Records = {record["id"]: record for record in found}
        listed = _listed(library) if any(_is_joint(record) for record in parsed.values()) else {}
        names = {speaker.id: speaker.name for speaker in library.speakers()}
    documents = {name: credited(record, exported, listed) for name, record in parsed.items()}
    return Gathered(documents, names)


def _add(consoles: Consoles, library: "Library", paths: Sequence[Path]) -> Records:
    """Put the files into the library; the records of what parsing found in each, by the file's stem."""
    parsed: Records = {}

    def take(source: object, meter: Meter) -> None:
        from quotes.parsing import parse
        from quotes.reports.records import parse_record
        from quotes.sources import read

        path = Path(str(source))
        document = read(path)[0]
        found = parse(document)
        library.add(document, found)
        name = path.stem if path.stem not in parsed else str(path)
        parsed[name] = parse_record(found, name)

    work = Work(consoles, list(paths))
    work.through(take)
    if work.exit_code() is ExitCode.FAILED:
        raise Exit(ExitCode.FAILED)
    return parsed


def _is_joint(record: dict[str, Any]) -> bool:
    return any(item.get("joint") for item in (*record["quotes"], *record["claims"]))


def _listed(library: "Library") -> "dict[str, list[Voice]]":
    """Under which speakers a search finds each statement: of a joint source, those who speak together too."""
    from quotes.evaluation.crediting import Voice
    from quotes.query.plan import Plan

    found: dict[str, list[Voice]] = {}
    for speaker in library.speakers():
        for stored in library.search(Plan.of(speaker=speaker.id, copies=True)).statements:
            found.setdefault(stored.statement.id, []).append(Voice(speaker.name, speaker.id))
    return found
