"""The commands of `quotes speakers`; without one of them it lists."""

from collections.abc import Sequence
from typing import Any

from typer import Context
from typer.core import TyperGroup

from quotes.cli.examples import examples
from quotes.cli.loading import Named, later
from quotes.cli.values import TakesAsTyped

LISTING = "list"
EXAMPLES = (
    "quotes speakers",
    "quotes speakers venn",
    'quotes speakers merge "Mara Venn" "M. Venn"',
    "quotes speakers suggest",
)
COMMANDS = (
    Named(
        "merge",
        "quotes.cli.speakers.merge:merge",
        "Make speakers one. Each id goes on answering; quotes undo parts them again.",
    ),
    Named(
        "split",
        "quotes.cli.speakers.split:split",
        "Part a speaker in two: the names in the documents that a query finds are another's.",
        takes="query",
    ),
    Named(
        "rename",
        "quotes.cli.speakers.rename:rename",
        "Let a speaker be shown by another name; the names in the documents still find it.",
    ),
    Named(
        "alias",
        "quotes.cli.speakers.alias:alias",
        "Let a speaker be found by a further name; whoever is called just that in a document is this "
        "speaker.",
    ),
    Named(
        "suggest",
        "quotes.cli.speakers.suggest:suggest",
        "Go through the pairs of speakers that may be one, the likeliest first: yes or no.",
    ),
    Named(
        LISTING,
        "quotes.cli.speakers.listing:speakers",
        "List the speakers with their other names and how much they said.",
    ),
)


class Speakers(TakesAsTyped, TyperGroup):
    """A group in which what is no command is a name to list: `quotes speakers venn`."""

    def parse_args(self, ctx: Context, args: Sequence[str]) -> list[str]:  # type: ignore[override]
        """Put the command that lists before arguments that name none."""
        given = list(args)
        asks_help = given[:1] in (["-h"], ["--help"])
        if not asks_help and given[:1] != [] and given[0] not in self.commands:
            given.insert(0, LISTING)
        if not given:
            given = [LISTING]
        parsed: Any = super().parse_args(ctx, given)
        return list(parsed)


app = Speakers(
    name="speakers",
    commands=later(COMMANDS),
    rich_markup_mode="rich",
    help="List who is quoted; say which names are one speaker, and which are not.",
    epilog=examples(*EXAMPLES),
)
