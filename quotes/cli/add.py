"""`quotes add`: documents into the library."""

from typing import Annotated

from typer import Argument, Context, Exit, Option

from quotes.cli import options
from quotes.cli.columns import columns_of
from quotes.cli.inputs import sources
from quotes.cli.session import session_of
from quotes.errors import UsageError
from quotes.overrides import Overrides

EXAMPLES = (
    "quotes add articles/",
    "quotes add articles/ -j 4",
    "quotes add speech.txt --publisher 'The Harbour Post' --published 2024-03-05",
    "quotes add https://harbourpost.example/ferries",
    "quotes add articles.csv --map text=body,published=date",
    "pbpaste | quotes add - --title 'Ferries to stop at night'",
    "quotes add --retry-failed",
)
DOCUMENT = "Document (wins over what is found in it, also later)"
WORK = "Work"


def add(
    context: Context,
    paths: Annotated[
        list[str] | None, Argument(metavar="PATH...", help="Files, folders, addresses (https://...), or -.")
    ] = None,
    title: Annotated[str | None, Option("--title", rich_help_panel=DOCUMENT)] = None,
    author: Annotated[str | None, Option("--author", rich_help_panel=DOCUMENT)] = None,
    publisher: Annotated[str | None, Option("--publisher", rich_help_panel=DOCUMENT)] = None,
    published: Annotated[
        str | None, Option("--published", metavar=options.DATE, rich_help_panel=DOCUMENT)
    ] = None,
    url: Annotated[str | None, Option("--url", rich_help_panel=DOCUMENT)] = None,
    columns: options.Map = None,
    allow_private: options.AllowPrivate = False,
    workers: options.Workers = None,
    time_limit: options.TimeLimit = None,
    retry_failed: Annotated[
        bool,
        Option("--retry-failed", help="Take again what failed in the last run.", rich_help_panel=WORK),
    ] = False,
    purged: Annotated[
        bool,
        Option("--purged", help="Take in what was purged, too.", rich_help_panel=WORK),
    ] = False,
    run: Annotated[
        int | None,
        Option(
            "--run", metavar="RUN", help="... in this run instead (see quotes runs).", rich_help_panel=WORK
        ),
    ] = None,
    database: options.Database = None,
) -> None:
    """Put documents into the library: read them, find the statements, keep both.

    A document that is there already stays as it is, but for the flags given. What was interrupted is
    taken up again by the same command.
    """
    session = session_of(context)
    overrides = _overrides(title, author, publisher, published, url)
    mapped = columns_of(columns)
    if bool(paths) == retry_failed:
        raise UsageError("name files to add" if not paths else "--retry-failed goes without names of files")
    if run is not None and not retry_failed:
        raise UsageError("--run goes with --retry-failed")
    from quotes.bulk.limits import TIME_LIMIT
    from quotes.cli.filling import Filling
    from quotes.cli.retrying import failed_in
    from quotes.sources import ReadOptions
    from quotes.sources.web.fetcher import Fetcher

    seconds = time_limit or TIME_LIMIT
    fetcher = Fetcher(allow_private, seconds / 2)  # of a list that names pages, a slow one costs itself alone
    given = ReadOptions(overrides, mapped, fetcher.source)
    names = list(paths or ())
    found = list(sources(names))
    if len(found) > 1 and (title is not None or url is not None):
        raise UsageError(f"--title and --url are for one document, and {len(found):,} files are named")
    with session.library(database, make=True) as library:
        if retry_failed:
            names, given = failed_in(library, run, given)
            found = list(sources(names))
            if not found:
                session.consoles.say("Nothing failed in that run that can be tried again.")
                return
        filling = Filling(session.consoles, library, fetcher, names, found, given, workers, seconds, purged)
        code = filling.done().exit_code()
    if code:
        raise Exit(code)


def _overrides(
    title: str | None, author: str | None, publisher: str | None, published: str | None, url: str | None
) -> Overrides:
    given = {"title": title, "author": author, "publisher": publisher, "published": published, "url": url}
    for name, value in given.items():
        if value is not None and not value.strip():
            raise UsageError(f"--{name} is empty")
    return Overrides(**given)
