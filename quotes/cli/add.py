"""`quotes add`: documents into the library."""

from typing import Annotated

from typer import Argument, Context, Exit, Option

from quotes.cli import options
from quotes.cli.adding import Run
from quotes.cli.inputs import sources
from quotes.cli.session import session_of
from quotes.cli.work import Work
from quotes.errors import ModelError, UsageError
from quotes.overrides import Overrides

EXAMPLES = (
    "quotes add articles/",
    "quotes add speech.txt --publisher 'The Harbour Post' --published 2024-03-05",
    "pbpaste | quotes add - --title 'Ferries to stop at night'",
)
DOCUMENT = "Document (wins over what is found in it, also later)"


def add(
    context: Context,
    paths: Annotated[list[str], Argument(metavar="PATH...", help="Files, folders, or - for standard input.")],
    title: Annotated[str | None, Option("--title", rich_help_panel=DOCUMENT)] = None,
    author: Annotated[str | None, Option("--author", rich_help_panel=DOCUMENT)] = None,
    publisher: Annotated[str | None, Option("--publisher", rich_help_panel=DOCUMENT)] = None,
    published: Annotated[
        str | None, Option("--published", metavar=options.DATE, rich_help_panel=DOCUMENT)
    ] = None,
    url: Annotated[str | None, Option("--url", rich_help_panel=DOCUMENT)] = None,
    database: options.Database = None,
) -> None:
    """Put documents into the library: read them, find the statements, keep both.

    A document that is there already stays as it is, but for the flags given.
    """
    session = session_of(context)
    overrides = _overrides(title, author, publisher, published, url)
    work = Work(session.consoles, list(sources(paths)))
    if len(work.sources) > 1 and (title is not None or url is not None):
        raise UsageError(f"--title and --url are for one document, and {len(work.sources):,} files are named")
    with session.library(database) as library:
        run = Run(session.consoles, library, overrides)
        broken = False
        try:
            work.through(run.take)
        except ModelError:
            broken = True
            raise
        finally:
            if run.added or not broken:
                run.report(work.failed)
    if work.exit_code():
        raise Exit(work.exit_code())


def _overrides(
    title: str | None, author: str | None, publisher: str | None, published: str | None, url: str | None
) -> Overrides:
    given = {"title": title, "author": author, "publisher": publisher, "published": published, "url": url}
    for name, value in given.items():
        if value is not None and not value.strip():
            raise UsageError(f"--{name} is empty")
    return Overrides(**given)
