"""`quotes config`: settings, and where each comes from."""

from typing import Annotated

from rich.text import Text
from typer import Argument, Context

from quotes import settings
from quotes.cli.lines import GAP, ID, QUIET
from quotes.cli.session import session_of
from quotes.display import one_line
from quotes.errors import UsageError

EXAMPLES = ("quotes config", 'quotes config user.name "Mara Venn"')


def config(
    context: Context,
    name: Annotated[str | None, Argument(metavar="[NAME]", help="Of a setting.")] = None,
    value: Annotated[str | None, Argument(metavar="[VALUE]", help="What it is to be.")] = None,
) -> None:
    """Show the settings, or change one: user.name is who the log says decided."""
    consoles = session_of(context).consoles
    if name is not None and name not in settings.NAMES:
        raise UsageError(f"there is no setting {name!r}: {', '.join(settings.NAMES)} can be set")
    if name is not None and value is not None:
        if not value.strip():
            raise UsageError(f"{name} is empty: give a value")
        consoles.say(f"{name} is written to {settings.change(name, ' '.join(value.split()))}")
        return
    for known in settings.NAMES if name is None else [name]:
        now, origin = settings.in_force(known)
        consoles.show(
            Text.assemble(one_line(now), (f"{GAP}({origin})", QUIET)), head=Text(f"{known}{GAP}", ID)
        )
