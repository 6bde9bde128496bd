"""The list of people whom the user cares about, as a user keeps it."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command

PEOPLE = """\
Name;Also known as;Wikidata ID;Position;From;To;Party
Mara Venn;M. Venn|Mara Elise Venn;Q42;Harbour Minister;2019;;Grün
Joren Kell;;;;;;Blau
"""


@pytest.fixture
def people(tmp_path: Path, ferries: str) -> Path:
    """A list of people beside a library in which one of them speaks."""
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    return path


def test_a_list_is_taken_over_listed_changed_and_taken_back(quotes: Command, people: Path) -> None:
    taken = quotes("authority", "import", str(people))
    assert taken.exit_code == 0
    assert taken.stdout == ""
    assert "2 added, 0 changed, 0 as before" in taken.stderr
    assert "quotes undo 1 takes it back" in taken.stderr
    listed = quotes("authority", "list")
    kell, venn = listed.stdout.splitlines()
    assert kell.endswith("  Joren Kell · Party: Blau")
    assert venn.endswith(
        "Mara Venn · Q42 · Harbour Minister (2019–) · Party: Grün · also M. Venn · also Mara Elise Venn"
    )
    assert listed.stderr.strip() == "2 of 2 people on the list"
    people.write_text(PEOPLE.replace("Blau", "Rot"), encoding="utf-8")
    assert "0 added, 1 changed, 1 as before" in quotes("authority", "import", str(people)).stderr
    assert "0 added, 0 changed, 2 as before" in quotes("authority", "import", str(people)).stderr
    quotes("undo", "2")
    assert "Blau" in quotes("authority", "list", "kell").stdout
    quotes("undo", "1")
    assert quotes("authority", "list").stdout == ""


def test_what_the_list_tells_is_asked_for_and_exported(quotes: Command, people: Path) -> None:
    quotes("authority", "import", str(people))
    assert (
        quotes("search", "authority.party:grün").stdout
        == quotes("search", "--speaker", "Mara Venn").stdout
        != ""
    )
    assert quotes("search", "authority:no", "authority:yes").stdout == ""
    (first, *_) = csv.DictReader(io.StringIO(quotes("export", "authority:yes").stdout))
    assert [first[name] for name in ("speaker", "wikidata", "authority_role", "authority")] == [
        "Mara Venn",
        "Q42",
        "Harbour Minister",
        "Party: Grün",
    ]
    told = json.loads(quotes("export", "authority:yes", "--format", "ndjson").stdout.splitlines()[0])[
        "authority"
    ]
    assert told["aliases"] == ["M. Venn", "Mara Elise Venn"]
    assert told["further"] == {"Party": "Grün"}


def test_rows_that_cannot_be_used_are_told_and_the_rest_goes_on(quotes: Command, people: Path) -> None:
    rows = "Bad;;X1;;;;\n;;;;;;nobody\nOda Brim;;;;2020-13;;\nToo;many;;;;;;;cells\nIlse Tarn;;;;;;\n"
    people.write_text(PEOPLE + rows, encoding="utf-8")
    result = quotes("authority", "import", str(people))
    assert result.exit_code == 4
    told = [line for line in result.stderr.splitlines() if line.startswith("row ")]
    assert [line.split(":")[0] for line in told] == ["row 4", "row 5", "row 6", "row 7"]
    assert "3 added, 0 changed, 0 as before, 4 rows left out" in result.stderr


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_list_may_be_in_the_encoding_that_a_spreadsheet_saves(
    quotes: Command, people: Path, encoding: str
) -> None:
    people.write_bytes(PEOPLE.encode(encoding))
    assert quotes("authority", "import", str(people)).exit_code == 0
    assert "Party: Grün" in quotes("authority", "list").stdout


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "empty"),
        ("who,party\nMara Venn,Green\n", "no column is called name"),
        ("name\nQ\x00\n", "error:"),
    ],
)
def test_what_is_no_list_is_one_clear_line(quotes: Command, people: Path, content: str, problem: str) -> None:
    people.write_text(content, encoding="utf-8")
    result = quotes("authority", "import", str(people))
    assert result.exit_code in (1, 2)
    (line,) = result.stderr.splitlines()
    assert problem in line


def test_a_list_that_is_not_there_is_one_clear_line(quotes: Command, database: str) -> None:
    result = quotes("authority", "import", "nowhere.csv")
    assert result.exit_code == 2
    assert "cannot read nowhere.csv" in result.stderr


def test_who_is_taken_off_the_list_is_named_whole(quotes: Command, people: Path) -> None:
    quotes("authority", "import", str(people))
    assert quotes("authority", "remove", "venn").exit_code == 2
    assert quotes("authority", "remove", "q42").exit_code == 0
    assert "Mara Venn" not in quotes("authority", "list").stdout
    assert "Mara Venn" in quotes("speakers").stdout


def test_cells_cannot_command_a_terminal_or_a_spreadsheet(quotes: Command, people: Path) -> None:
    people.write_text("name,role,party\nMara Venn,=cmd(),\x1b[31mred\n", encoding="utf-8")
    quotes("authority", "import", str(people))
    assert "\x1b" not in quotes("authority", "list").stdout
    sheet = quotes("export", "authority:yes").stdout
    assert "\x1b" not in sheet
    assert ",'=cmd()," in sheet
