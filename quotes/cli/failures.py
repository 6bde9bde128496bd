"""Failures of one kind together: hundreds of lines that say the same hide the one that does not."""

import re
from collections.abc import Iterable, Mapping

from quotes.cli.lines import counted

KINDS_SHOWN = 10

_ADDRESS = re.compile(r"\Ahttps?://\S{1,400}: ")


def kind_of(error: str, name: str) -> str:
    """What an error says, without the name, path or address of what it says it of."""
    before, found, rest = error.partition(f"{name}: ")
    kind = rest if name and found and ": " not in before else error
    return _ADDRESS.sub("", kind)


def kinds(failures: Mapping[str, int]) -> list[str]:
    """A line for each kind of failure with how many there were, the most frequent first."""
    ranked = sorted(failures.items(), key=lambda item: (-item[1], item[0]))
    lines = [f"{counted(number, 'file')}: {kind}" for kind, number in ranked[:KINDS_SHOWN]]
    if len(ranked) > KINDS_SHOWN:
        rest = sum(number for _, number in ranked[KINDS_SHOWN:])
        lines.append(f"{counted(rest, 'file')}: for other reasons")
    return lines


def grouped(failures: Iterable[tuple[str, str, str]]) -> list[tuple[str, list[str]]]:
    """Each kind of failure with the places it met; from the error, the name and the place of each."""
    groups: dict[str, list[str]] = {}
    for error, name, place in failures:
        groups.setdefault(kind_of(error, name), []).append(place)
    return sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
