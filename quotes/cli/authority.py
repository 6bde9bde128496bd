"""`quotes authority`: the list of people whom the user cares about."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from rich.text import Text
from typer import Argument, Context, Exit, Typer

from quotes.cli import options
from quotes.cli.examples import examples
from quotes.cli.lines import GAP, ID, QUIET, counted
from quotes.cli.querying import say_of
from quotes.cli.session import session_of
from quotes.display import one_line
from quotes.errors import ExitCode, UsageError
from quotes.settings import user

if TYPE_CHECKING:
    from quotes.people.authority import Authority
    from quotes.store.views import StoredAuthority

MAX_BYTES = 50_000_000
"""A list of a hundred thousand people has a fifth of that."""
EXAMPLES = (
    "quotes authority import people.csv",
    "quotes authority list",
    "quotes search authority.party:green",
)

app = Typer(
    name="authority",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode="rich",
    help="The list of people you care about: names, other names, Wikidata ids, roles, columns of your own.",
    epilog=examples(*EXAMPLES),
)


@app.command("import", epilog=examples("quotes authority import people.csv"))
def take_over(
    context: Context,
    table: Annotated[
        Path,
        Argument(
            metavar="TABLE",
            help="CSV (or the like) with a column name; aliases (parted by ;), wikidata, role, from, to "
            "where there are; further columns are kept.",
        ),
    ],
    database: options.Database = None,
) -> None:
    """Take people onto the list, or change what it tells of them: found by Wikidata id, else by name."""
    session = session_of(context)
    consoles = session.consoles
    rows, problems = _rows(table)
    with session.library(database, make=True) as library:
        listed = library.desk(user()).list_people(rows, f"{counted(len(rows), 'row')} of {table.name}")
    problems = sorted([*problems, *listed.problems])
    for number, problem in problems:
        consoles.say(one_line(f"row {number}: {problem}"), style="yellow")
    left_out = f", {counted(len(problems), 'row')} left out" if problems else ""
    consoles.say(f"{listed.added} added, {listed.changed} changed, {listed.unchanged} as before{left_out}")
    if listed.decision is not None:
        consoles.say(f"quotes undo {listed.decision.number} takes it back", style=QUIET)
    if problems:
        taken = listed.added + listed.changed + listed.unchanged
        raise Exit(ExitCode.PARTIAL if taken else ExitCode.FAILED)


@app.command("list", epilog=examples("quotes authority list", "quotes authority list venn"))
def show(
    context: Context,
    name: Annotated[str | None, Argument(help="Part of a name, an id, or a Wikidata id.")] = None,
    database: options.Database = None,
) -> None:
    """List the people on the list."""
    session = session_of(context)
    with session.library(database) as library:
        known = library.authorities()
    found = [one for one in known if name is None or _is_called(one, name)]
    for one in found:
        session.consoles.show(Text(_line(one)), head=Text(one_line(one.speaker_id) + GAP, ID))
    say_of(session.consoles, len(found), len(known), "person on the list", "people on the list")


@app.command("remove", epilog=examples("quotes authority remove Q42", "quotes authority remove 'Mara Venn'"))
def remove(
    context: Context,
    name: Annotated[str, Argument(help="A whole name, an id, or a Wikidata id.")],
    database: options.Database = None,
) -> None:
    """Take somebody off the list; what was said stays, under the same id."""
    session = session_of(context)
    with session.library(database) as library:
        known = library.authorities()
        found = [one for one in known if name.strip().lower() in _ids(one)]
        found = found or [one for one in known if one.told.name.lower() == name.strip().lower()]
        if len(found) != 1:
            hint = "several people are" if found else "nobody on the list is"
            raise UsageError(f"{hint} called {name!r}: quotes authority list tells names and ids")
        decision = library.desk(user()).unlist([found[0].id], f"without {found[0].told.name}")
    session.consoles.say(one_line(f"{found[0].told.name} is off the list"))
    if decision is not None:
        session.consoles.say(f"quotes undo {decision.number} takes it back", style=QUIET)


def _rows(table: Path) -> "tuple[list[tuple[int, Authority]], list[tuple[int, str]]]":
    """The people that a table tells of, by the numbers of its rows, and what is wrong with other rows."""
    from quotes.people.authority import authority_of, columns_of
    from quotes.sources.tabular import delimited
    from quotes.sources.tabular.lines import Lines

    lines = Lines(_bytes(table), table.name)
    columns = columns_of(delimited.header_of(lines.head()))
    rows: list[tuple[int, Authority]] = []
    problems: list[tuple[int, str]] = []
    for record in delimited.records_of(lines):
        try:
            if record.problem:
                raise UsageError(record.problem)
            rows.append((record.number, authority_of(record.cells, columns)))
        except UsageError as error:
            problems.append((record.number, str(error)))
    return rows, problems


def _bytes(table: Path) -> bytes:
    """The bytes of the table. Raises UsageError where it cannot be read or is too large."""
    try:
        if table.stat().st_size > MAX_BYTES:
            raise UsageError(f"{table} has more than {MAX_BYTES // 1_000_000} MB: no list of people")
        return table.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {table}: {error.strerror or error}") from error


def _line(one: "StoredAuthority") -> str:
    told = one.told
    period = f"{told.since or ''}–{told.until or ''}" if told.since or told.until else ""
    role = " ".join(filter(None, (told.role, period and f"({period})")))
    further = [f"{name}: {cell}" for name, cell in told.further.items()]
    parts = [told.name, told.wikidata, role, *further, *(f"also {alias}" for alias in told.aliases)]
    return one_line(" · ".join(part for part in parts if part))


def _ids(one: "StoredAuthority") -> set[str]:
    return {one.id, one.speaker_id, (one.told.wikidata or one.id).lower()}


def _is_called(one: "StoredAuthority", part: str) -> bool:
    wanted = part.strip().lower()
    names = (one.told.name, *one.told.aliases)
    return any(wanted in name.lower() for name in names) or any(
        known.startswith(wanted) for known in _ids(one)
    )
