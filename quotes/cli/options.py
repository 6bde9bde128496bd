"""Options and arguments that several commands take."""

from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from quotes.errors import UsageError

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
Map = Annotated[
    list[str] | None,
    Option(
        "--map",
        metavar="PART=COLUMN,...",
        help="Which column of a table is what: text=body,published=date (or title, author, publisher, url).",
    ),
]
Workers = Annotated[
    int | None,
    Option(
        "-j",
        "--jobs",
        metavar="N",
        min=1,
        help="Processes that read and parse (default: one a core, where there is memory for them).",
        rich_help_panel="Work",
    ),
]
TimeLimit = Annotated[
    float | None,
    Option(
        "--time-limit",
        metavar="SECONDS",
        min=1.0,
        help="For reading a document, and for parsing it, where a long one may take more (default: 120).",
        rich_help_panel="Work",
    ),
]
AllowPrivate = Annotated[
    bool,
    Option("--allow-private", help="Fetch pages inside this machine and your networks too."),
]
Words = Annotated[
    list[str] | None,
    Argument(
        metavar="QUERY",
        help='Words that must all occur, "phrases", fields (speaker:venn), -words: quotes search --help.',
    ),
]
Speaker = Annotated[
    str | None,
    Option("--speaker", metavar="NAME", help="Who said it: part of a name, or an id.", rich_help_panel=QUERY),
]
SpeaksFor = Annotated[
    str | None,
    Option(
        "--for",
        metavar="NAME",
        help="Whom the speaker speaks for: a country, with its seats and officials, or a body.",
        rich_help_panel=QUERY,
    ),
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
Tagged = Annotated[str | None, Option("--tag", metavar="TAG", help="With this tag.", rich_help_panel=QUERY)]
Copies = Annotated[
    bool,
    Option("--copies", help="Show what copies repeat too, not only where it stands first."),
]
Limit = Annotated[
    int | None,
    Option(
        "--limit", metavar="N", min=0, help="At most this many statements; 0 for all.", rich_help_panel=QUERY
    ),
]

After = Annotated[
    str | None,
    Option(
        "--after",
        metavar="ID",
        help="What follows this statement in the same order: the next page.",
        rich_help_panel=QUERY,
    ),
]
ListLimit = Annotated[
    int, Option("--limit", metavar="N", min=0, help="At most this many in the list; 0 for all.")
]


def need_query(words: list[str] | None, *asked: str | None) -> None:
    """Raises UsageError where a command that changes things would be about the whole library by mistake."""
    if not words and all(option is None for option in asked):
        raise UsageError("name an id or a query: nothing is changed without one")


def plan(
    words: list[str] | None,
    speaker: str | None,
    publisher: str | None,
    earliest: str | None,
    latest: str | None,
    kind: str | None,
    limit: int | None,
    *,
    speaks_for: str | None = None,
    tag: str | None = None,
    copies: bool = False,
    after: str | None = None,
) -> "Plan":
    """What the query arguments and options ask for. Raises UsageError for what cannot be read."""
    from quotes.query.language import plan_of

    return plan_of(
        words or (),
        speaker=speaker,
        publisher=publisher,
        earliest=earliest,
        latest=latest,
        kind=kind,
        speaks_for=speaks_for,
        tag=tag,
        limit=limit or None,
        copies=copies,
        after=after,
    )
