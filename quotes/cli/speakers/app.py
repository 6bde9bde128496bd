"""The commands of `quotes speakers`; without one of them it lists."""

from collections.abc import Sequence
from typing import Any

from typer import Context, Typer
from typer.core import TyperGroup

from quotes.cli.examples import examples
from quotes.cli.speakers import alias, listing, merge, rename, split, suggest

LISTING = "list"
EXAMPLES = (
    *listing.EXAMPLES,
    'quotes speakers merge "Mara Venn" "M. Venn"',
    "quotes speakers suggest",
)


class Speakers(TyperGroup):
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


app = Typer(
    name="speakers",
    cls=Speakers,
    rich_markup_mode="rich",
    help="List who is quoted; say which names are one speaker, and which are not.",
)
for command, lines in (
    (merge.merge, merge.EXAMPLES),
    (split.split, split.EXAMPLES),
    (rename.rename, rename.EXAMPLES),
    (alias.alias, alias.EXAMPLES),
    (suggest.suggest, suggest.EXAMPLES),
):
    app.command(epilog=examples(*lines))(command)
app.command(LISTING, epilog=examples(*listing.EXAMPLES))(listing.speakers)
