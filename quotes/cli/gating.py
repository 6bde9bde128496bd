"""The gate of `quotes eval --gate`: every pinned floor is held, missed, or loudly not checked."""

from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text

from quotes.cli.consoles import Consoles, write_line
from quotes.cli.evaluate import score_folder
from quotes.cli.lines import counted
from quotes.errors import ExitCode
from quotes.paths import data
from quotes.settings import GOLD_VARIABLE, gold_folders

if TYPE_CHECKING:
    from quotes.evaluation.floors import Floor
    from quotes.evaluation.measures import Figures, Number

LEDGER = "floors.json"
SHIPPED = {"data/samples": "samples", "data/identity": "identity"}
"""The sets that are always there, by their folders in `data`; the others are looked for in QUOTES_GOLD."""


def check_floors(consoles: Consoles, *, as_json: bool = False) -> ExitCode:
    """Check every floor of the ledger. Raises FloorsError, ModelError, UsageError."""
    from quotes.evaluation.floors import read_floors, value_of
    from quotes.reports.records import to_line

    floors = read_floors(data() / LEDGER)
    figures = {}
    for name in dict.fromkeys(floor.gold for floor in floors):
        folder = folder_of(name)
        if folder is not None:
            figures[name] = _figures(consoles, folder)
    checked = [(floor, value_of(floor, figures[floor.gold])) for floor in floors if floor.gold in figures]
    unchecked = [floor for floor in floors if floor.gold not in figures]
    if as_json:
        write_line(to_line({"format_version": 1, "floors": _records(checked, unchecked)}))
    else:
        _show(consoles, checked)
    _tell(consoles, floors, unchecked)
    missed = [item for item in checked if not item[0].holds(item[1])]
    for floor, value in missed:
        consoles.fail(f"floor missed: {floor}, but it is {value:g} ({floor.why})")
    held = counted(len(checked) - len(missed), "floor")
    consoles.say(f"{held} held, {len(missed)} missed, {len(unchecked)} not checked")
    return ExitCode.FAILED if missed else ExitCode.OK


def folder_of(name: str) -> Path | None:
    """Where the set `name` lies, None where it is not there."""
    if name in SHIPPED:
        return data() / SHIPPED[name]
    places = [folder / name for folder in gold_folders()]
    places += [
        folder for folder in gold_folders() if folder.parts[-len(Path(name).parts) :] == Path(name).parts
    ]
    return next((place for place in places if place.is_dir()), None)


def _figures(consoles: Consoles, folder: Path) -> "Figures":
    from quotes.evaluation.identity_gold import is_identity

    if not is_identity(folder):
        return score_folder(consoles, folder).figures
    from quotes.cli.identity_scores import score_identity

    return score_identity(consoles, folder).figures


def _show(consoles: Consoles, checked: "list[tuple[Floor, Number]]") -> None:
    for floor, value in checked:
        held = floor.holds(value)
        head = Text("held    " if held else "MISSED  ", "green" if held else "bold red")
        consoles.show(Text(f"{floor}: {value:.4g}"), head=head)


def _tell(consoles: Consoles, floors: "list[Floor]", unchecked: "list[Floor]") -> None:
    for floor in floors:
        if floor.lowered_because:
            consoles.warn(f"this floor was lowered: {floor}, because {floor.lowered_because}")
    for name in _without_floors(floors):
        consoles.warn(f"no floor is pinned for the gold in {name}: nothing there was checked")
    for name in dict.fromkeys(floor.gold for floor in unchecked):
        count = counted(sum(floor.gold == name for floor in unchecked), "floor")
        consoles.warn(
            f"NOT CHECKED: {count} of {name}, which is not here (name its folder in {GOLD_VARIABLE})"
        )


def _without_floors(floors: "list[Floor]") -> list[str]:
    """Sets below the folders of QUOTES_GOLD that no floor is about."""
    from quotes.evaluation.gold import SUFFIX

    found = {
        file.parent.relative_to(folder).as_posix()
        for folder in gold_folders()
        for pattern in (f"*/*{SUFFIX}", f"*/*/*{SUFFIX}")
        for file in folder.glob(pattern)
    }
    return sorted(found - {floor.gold for floor in floors})


def _records(checked: "list[tuple[Floor, Number]]", unchecked: "list[Floor]") -> list[dict[str, object]]:
    rows: list[tuple[Floor, Number | None]] = [*checked, *((floor, None) for floor in unchecked)]
    return [
        {
            "set": floor.gold,
            "figure": floor.figure,
            "at_most" if floor.ceiling else "at_least": floor.bound,
            "value": value,
            "held": None if value is None else floor.holds(value),
        }
        for floor, value in rows
    ]
