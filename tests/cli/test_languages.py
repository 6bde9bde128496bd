"""Documents in other languages, as a user adds and finds them."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command

FRENCH = (
    "Le quai reste fermé\n\nLa ministre du port a déclaré lundi que le quai restera fermé, "
    "après la tempête.\n\n« Nous ne l’ouvrirons pas trop tôt », a dit Mara Venn aux journalistes lundi.\n"
)
ENGLISH = (
    "Quay stays closed\n\nThe harbour minister of Ostrava met the guild of the pilots on Monday.\n\n"
    "“We will not open it a day too early,” Mara Venn told reporters after the meeting.\n\n"
    "« Nous attendrons », a dit le capitaine Tomas Brandt aux journalistes qui étaient venus sur le quai.\n"
)


@pytest.fixture
def texts(tmp_path: Path) -> list[str]:
    """A French and an English text."""
    for name, text in (("fr.txt", FRENCH), ("en.txt", ENGLISH)):
        (tmp_path / name).write_text(text)
    return [str(tmp_path / name) for name in ("fr.txt", "en.txt")]


def test_they_are_added_and_counted(quotes: Command, texts: list[str]) -> None:
    result = quotes("add", *texts)

    assert result.exit_code == 0
    account = (
        "1 document and 1 paragraph of others not in English: kept and searchable, no statements looked for"
    )
    assert account in result.stderr.splitlines()


def test_alone_they_are_no_failure(quotes: Command, texts: list[str]) -> None:
    result = quotes("add", texts[0])

    assert result.exit_code == 0
    assert "0 quotes, 0 claims  lang:fr" in result.stdout
    assert "1 document not in English" in result.stderr


def test_docs_marks_and_finds_them(quotes: Command, texts: list[str]) -> None:
    quotes("add", *texts)

    assert ["lang:fr" in line for line in quotes("docs").stdout.splitlines()] == [False, True]
    assert "Le quai reste fermé" in quotes("docs", "lang:fr").stdout
    assert "Quay stays closed" in quotes("docs", "lang:EN", "early").stdout
    assert "Le quai reste fermé" in quotes("docs", "tempete").stdout
    assert len(quotes("docs", "quai").stdout.splitlines()) == 2
    assert len(quotes("docs", "reste ferme").stdout.splitlines()) == 1


def test_what_is_not_found_is_said(quotes: Command, texts: list[str]) -> None:
    quotes("add", texts[1])
    result = quotes("docs", "lang:fr")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "No documents found: quotes docs lists all.\n0 of 0 documents\n"


@pytest.mark.parametrize("typed", ["lang:", "lang:french", "lang:f1", "lang:'; DROP TABLE documents"])
def test_a_language_is_named_by_its_code(quotes: Command, texts: list[str], typed: str) -> None:
    result = quotes("docs", typed)

    assert result.exit_code == 2
    assert "give its code, as in lang:fr" in result.stderr
