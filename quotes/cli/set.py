"""`quotes set`: corrects statements, and what is known of documents."""

from typing import Annotated

from typer import Context, Option

from quotes.cli import options
from quotes.cli.deciding import DryRun, Yes, with_whole_ids
from quotes.cli.session import session_of
from quotes.cli.set_documents import DocumentCorrection, correct_documents
from quotes.cli.set_statements import StatementCorrection, correct_statements
from quotes.errors import UsageError

EXAMPLES = (
    'quotes set q4tz2kd6vwa --speaker "Mara Venn"',
    'quotes set q4tz2kd6vwa --speaker "Mara Venn" --chain',
    'quotes set "speaker:m. venn" --speaker s3fq5rxz2ka --yes',
    'quotes set q4tz2kd6vwa --words "not this year" --kind partial',
    "quotes set d3 --published 2024-03-05",
    'quotes set publisher:harbourpost.example --publisher "The Harbour Post"',
)
STATEMENTS = "Of statements"
DOCUMENTS = "Of documents (none takes a value away)"


def set(
    context: Context,
    words: options.Words = None,
    speaker: Annotated[
        str | None,
        Option(
            "--speaker",
            metavar="NAME|ID",
            help="Who said it; none where the text does not tell.",
            rich_help_panel=STATEMENTS,
        ),
    ] = None,
    speaker_type: Annotated[
        str | None,
        Option(
            "--type",
            metavar="person|organization|country|group|unnamed",
            help="What the speaker is.",
            rich_help_panel=STATEMENTS,
        ),
    ] = None,
    chain: Annotated[
        bool,
        Option(
            "--chain",
            help="Give the speaker to the other statements that rest on the same mention too.",
            rich_help_panel=STATEMENTS,
        ),
    ] = False,
    kind: Annotated[
        str | None, Option("--kind", metavar="direct|partial|indirect", rich_help_panel=STATEMENTS)
    ] = None,
    span: Annotated[
        str | None,
        Option("--span", metavar="A-B", help="Characters of the text.", rich_help_panel=STATEMENTS),
    ] = None,
    exact: Annotated[
        str | None,
        Option("--words", metavar="TEXT", help="The words as they stand there.", rich_help_panel=STATEMENTS),
    ] = None,
    said: Annotated[
        str | None, Option("--said", metavar=f"{options.DATE}|none", rich_help_panel=STATEMENTS)
    ] = None,
    published: Annotated[
        str | None, Option("--published", metavar=options.DATE, rich_help_panel=DOCUMENTS)
    ] = None,
    publisher: Annotated[str | None, Option("--publisher", rich_help_panel=DOCUMENTS)] = None,
    title: Annotated[str | None, Option("--title", rich_help_panel=DOCUMENTS)] = None,
    author: Annotated[str | None, Option("--author", rich_help_panel=DOCUMENTS)] = None,
    agency: Annotated[str | None, Option("--agency", rich_help_panel=DOCUMENTS)] = None,
    url: Annotated[str | None, Option("--url", rich_help_panel=DOCUMENTS)] = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    database: options.Database = None,
) -> None:
    """Correct the statements, or the documents, that a query finds: one decision, kept when parsing again.

    The options tell new values, so the query is written in fields (speaker:venn). With a new date of
    publication the said-dates of a document ("on Tuesday") are reckoned again.
    """
    of_statements = StatementCorrection(speaker, speaker_type, kind, span, exact, said, chain)
    of_documents = DocumentCorrection(published, publisher, title, author, agency, url)
    if of_statements.is_empty == of_documents.is_empty:
        given = "no new value is given" if of_documents.is_empty else "statements and documents are set apart"
        raise UsageError(
            f"{given}: --speaker --kind ... are of statements, --published --title ... of documents"
        )
    options.need_query(words)
    session = session_of(context)
    with session.library(database) as library:
        query = with_whole_ids(library, words)
        plan = options.plan(query, None, None, None, None, None, None, copies=of_statements.is_empty)
        if of_documents.is_empty:
            correct_statements(session.consoles, library, plan, of_statements, yes=yes, dry_run=dry_run)
        else:
            correct_documents(session.consoles, library, plan, of_documents, yes=yes, dry_run=dry_run)
