"""Takes values of options as they were typed, where they need no conversion.

To convert a value of any option, Typer 0.29 loads pydantic, which takes longer (60 ms) than to find what a
search asks for.
"""

from typing import Any

from typer.core import TyperCommand

NUMBER = 9
"""Digits of a number that is surely one for Typer, too."""


class AsTyped:
    """Text stays text, digits become a number, a default stays; Typer converts, or refuses, all else."""

    def coerce(self, value: Any, *, param: Any, ctx: Any) -> Any:
        """The value of a parameter. Raises what Typer raises for one that cannot be."""
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        annotation = param.type_descriptor.annotation
        if value is param.default or (annotation in (str, list[str]) and _is_text(value)):
            return value
        if annotation is int and _is_number(value) and param.max is None and int(value) >= (param.min or 0):
            return int(value)
        param._runtime_param = None
        return param.get_runtime_param().coerce(value, param=param, ctx=ctx)


class TakesAsTyped:
    """A command (or a group) whose values are taken as typed.

    A Typer that keeps no converter where this one does takes no notice, and converts.
    """

    def get_params(self, ctx: Any) -> Any:
        """All options and arguments, `--help` too."""
        params = super().get_params(ctx)  # type: ignore[misc] # stands before a command's class
        for param in params:
            if getattr(param, "_runtime_param", None) is None:
                param._runtime_param = AsTyped()
        return params


class PlainCommand(TakesAsTyped, TyperCommand):
    """A command without peculiarities."""


def _is_text(value: Any) -> bool:
    """Whether `value` is text, or several: not bytes that were no text, which Python hides in surrogates."""
    try:
        return all(part.encode() is not None for part in ([value] if isinstance(value, str) else value))
    except (AttributeError, TypeError, UnicodeEncodeError):
        return False


def _is_number(value: Any) -> bool:
    return isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) <= NUMBER
