"""Options and arguments that several commands take."""

from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

if TYPE_CHECKING:
    from quotes.query.plan import Plan

DATE = "YYYY[-MM[-DD]]"
QUERY = "Query"
STANDARD_STREAM = "-"

Database = Annotated[
    str | None,
    Option(
        "--db", metavar="PATH|URL", help="The library to use (default: QUOTES_DB, else in your data folder)."
    ),
]
Words = Annotated[
    list[str] | None,
    Argument(metavar="WORDS", help='Words that must all occur; "a phrase" in quotation marks.'),
]
Speaker = Annotated[
    str | None,
    Option("--speaker", metavar="NAME", help="Who said it: part of a name, or an id.", rich_help_panel=QUERY),
]
Publisher = Annotated[
    str | None,
    Option("--publisher", metavar="NAME", help="Who published it: part of a name.", rich_help_panel=QUERY),
]
Earliest = Annotated[
    str | None,
    Option("--from", metavar=DATE, help="Said (else published) on or after this.", rich_help_panel=QUERY),
]
Latest = Annotated[
    str | None,
    Option("--to", metavar=DATE, help="Said (else published) on or before this.", rich_help_panel=QUERY),
]
OfKind = Annotated[
    str | None,
    Option(
        "--kind",
        metavar="direct|partial|indirect",
        help="Whole quotations, quoted phrases, or claims.",
        rich_help_panel=QUERY,
    ),
]
Limit = Annotated[
    int | None,
    Option(
        "--limit", metavar="N", min=0, help="At most this many statements; 0 for all.", rich_help_panel=QUERY
    ),
]


def plan(
    words: list[str] | None,
    speaker: str | None,
    publisher: str | None,
    earliest: str | None,
    latest: str | None,
    kind: str | None,
    limit: int | None,
) -> "Plan":
    """What the query arguments and options ask for. Raises UsageError for a bad date or kind."""
    from quotes.query.language import plan_of

    return plan_of(
        words or (),
        speaker=speaker,
        publisher=publisher,
        earliest=earliest,
        latest=latest,
        kind=kind,
        limit=limit or None,
    )
