"""The Typer app: the options before the command; the commands are loaded by name."""

from typing import Annotated, Any

from typer import Context, Exit, Option, Typer

from quotes import __version__
from quotes.cli.commands import COMMANDS
from quotes.cli.consoles import open_consoles, write_line
from quotes.cli.errors import Commands
from quotes.cli.examples import examples
from quotes.cli.loading import later
from quotes.cli.options import Database
from quotes.cli.session import Session


class Program(Commands):
    """All commands."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{**settings, "commands": later(COMMANDS)})


app = Typer(
    name="quotes",
    cls=Program,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        write_line(f"quotes {__version__}")
        raise Exit


@app.callback(
    invoke_without_command=True,
    epilog=examples(
        "quotes add articles/",
        'quotes search --speaker "Mara Venn" ferries',
        "quotes export --speaker venn -o venn.xlsx",
    ),
)
def start(
    context: Context,
    database: Database = None,
    no_colour: Annotated[bool, Option("--no-color", help="No colours (NO_COLOR does the same).")] = False,
    version: Annotated[
        bool, Option("--version", help="Show the version.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    """Track who said what: put documents in, search the statements in them, cite them.

    Without a command: what is in the library.
    """
    session = context.obj = Session(open_consoles(colour=not no_colour), database)
    if context.invoked_subcommand is not None:
        return
    if session.has_library():
        from quotes.cli.status import status

        status(context)
        session.consoles.say("quotes --help lists the commands", style="dim")
    else:
        write_line(context.get_help())
