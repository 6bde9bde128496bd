"""Commands that are known by their names: the module of one is imported when it runs, or for its own help."""

from collections.abc import Iterable
from importlib import import_module
from typing import Any, Literal, NamedTuple

from typer import Typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from quotes.cli.examples import examples
from quotes.cli.starting import importing
from quotes.cli.values import PlainCommand


class Named(NamedTuple):
    """A command as the help of its group lists it.

    `place` is where it is ("package.module:function"; of a group the Typer app or the group itself), `help`
    the first paragraph of its docstring, `takes` whether it takes a query, and (`language`) tells the whole
    language in its help.
    """

    name: str
    place: str
    help: str
    takes: Literal["query", "language"] | None = None


class Later(TyperCommand):
    """Stands for a command until it is run."""

    def __init__(self, named: Named) -> None:
        super().__init__(named.name, help=named.help)
        self.named = named

    def load(self) -> Any:
        """The command itself, as Typer makes it: its module is imported."""
        module_name, _, name = self.named.place.partition(":")
        with importing():
            module = import_module(module_name)
        found = getattr(module, name)
        if isinstance(found, TyperGroup):
            return found
        if isinstance(found, Typer):
            return get_command(found)
        single = Typer(add_completion=False, rich_markup_mode="rich")
        single.command(self.name, cls=self._kind(), epilog=examples(*module.EXAMPLES))(found)
        return get_command(single)

    def make_context(self, *args: Any, **extra: Any) -> Any:
        """The context in which the command itself is run, or tells its help."""
        return self.load().make_context(*args, **extra)

    def _kind(self) -> type[TyperCommand]:
        if self.named.takes is None:
            return PlainCommand
        from quotes.cli.querying import LanguageCommand, QueryCommand

        return LanguageCommand if self.named.takes == "language" else QueryCommand


def later(table: Iterable[Named]) -> dict[str, Any]:
    """The commands of a group, by name."""
    return {named.name: Later(named) for named in table}
