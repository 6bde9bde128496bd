"""Reads the word lists in `data/lexicons`, and the countries, which several rooms need."""

from dataclasses import dataclass
from functools import cache

from quotes.paths import data


@dataclass(frozen=True, slots=True)
class Country:
    """A country, the words for its people, the words that stand for its government, and its other names."""

    name: str
    demonyms: tuple[str, ...]
    seats: tuple[str, ...]
    others: tuple[str, ...]


@cache
def countries() -> tuple[Country, ...]:
    """The countries in `countries.txt`."""
    return tuple(
        Country(name, *(cells(column) for column in columns)) for name, *columns in table("countries.txt", 4)
    )


@cache
def country_of() -> dict[str, Country]:
    """Country by any of these words, in lower case: name, demonym, plural demonym, seat of government."""
    words: dict[str, Country] = {}
    for country in countries():
        for word in (country.name, *country.demonyms, *country.seats):
            words[word.lower()] = country
        for demonym in country.demonyms:
            words.setdefault(demonym.lower() + "s", country)
    return words


def lines(name: str) -> list[str]:
    """The lines of the list `name` that are neither empty nor remarks."""
    text = (data() / "lexicons" / name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def sections(name: str) -> list[tuple[str, str]]:
    """The lines of the list `name`, each with the heading ([heading]) it stands under."""
    section, rows = "", []
    for line in lines(name):
        if line.startswith("["):
            section = line.strip("[]")
        else:
            rows.append((section, line))
    return rows


def table(name: str, width: int) -> list[list[str]]:
    """The lines of the list `name` as rows of `width` columns; those left out at the end are empty."""
    rows = [[cell.strip() for cell in line.split("|")] for line in lines(name)]
    return [row + [""] * (width - len(row)) for row in rows]


def cells(text: str) -> tuple[str, ...]:
    """What a column lists, parted by commas."""
    return tuple(cell.strip() for cell in text.split(",") if cell.strip())
