"""A record of a table: a row, a JSON object."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Record:
    """A record with its own bytes and its cells by the names of their columns.

    `number` counts as a spreadsheet does (the row of names is row 1); of JSON it is the line or the item.
    `unit` is what it is called ("row", "line", "item").
    `problem` is what is wrong with a record that cannot be used, None where nothing is.
    """

    number: int
    original: bytes
    unit: str
    cells: Mapping[str, str] = field(default_factory=dict)
    problem: str | None = None
