"""The Typer app: the options before the command, and the commands in the order of the work."""

from typing import Annotated

from typer import Context, Exit, Option, Typer

from quotes import __version__
from quotes.cli import (
    accept,
    add,
    authority,
    cite,
    config,
    docs,
    evaluate,
    export,
    log,
    mark,
    models,
    note,
    original,
    parse,
    reject,
    reparse,
    runs,
    search,
    show,
    tag,
    undo,
)
from quotes.cli import set as setting
from quotes.cli.consoles import open_consoles, write_line
from quotes.cli.errors import Commands
from quotes.cli.examples import examples
from quotes.cli.options import Database
from quotes.cli.querying import LanguageCommand, QueryCommand
from quotes.cli.review import command as review
from quotes.cli.session import Session
from quotes.cli.speakers import app as speakers

app = Typer(
    name="quotes",
    cls=Commands,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)

QUERYING = (
    *(review.review, accept.accept, reject.reject, setting.set, tag.tag),
    *(cite.cite, docs.docs, export.export, reparse.reparse, search.search),
)
"""The commands that take a query."""


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
    """Track who said what: put documents in, search the statements in them, cite them."""
    context.obj = Session(open_consoles(colour=not no_colour), database)
    if context.invoked_subcommand is None:
        write_line(context.get_help())


for command, lines in (
    (add.add, add.EXAMPLES),
    (docs.docs, docs.EXAMPLES),
    (runs.runs, runs.EXAMPLES),
    (search.search, search.EXAMPLES),
    (show.show, show.EXAMPLES),
    (original.original, original.EXAMPLES),
    (export.export, export.EXAMPLES),
    (cite.cite, cite.EXAMPLES),
    (review.review, review.EXAMPLES),
    (accept.accept, accept.EXAMPLES),
    (reject.reject, reject.EXAMPLES),
    (setting.set, setting.EXAMPLES),
    (mark.mark, mark.EXAMPLES),
    (tag.tag, tag.EXAMPLES),
    (note.note, note.EXAMPLES),
    (log.log, log.EXAMPLES),
    (undo.undo, undo.EXAMPLES),
    (config.config, config.EXAMPLES),
    (reparse.reparse, reparse.EXAMPLES),
    (parse.parse, parse.EXAMPLES),
):
    kind = LanguageCommand if command is search.search else QueryCommand if command in QUERYING else None
    app.command(cls=kind, epilog=examples(*lines))(command)
app.command("eval", epilog=examples(*evaluate.EXAMPLES))(evaluate.evaluate)
app.add_typer(speakers.app, epilog=examples(*speakers.EXAMPLES))
app.add_typer(authority.app, epilog=examples(*authority.EXAMPLES))
app.add_typer(models.app, epilog=examples(*models.EXAMPLES))
