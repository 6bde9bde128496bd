"""How a document was read can be looked up, and its bytes come back as they were put in."""

from pathlib import Path

import pytest

from quotes import read
from quotes.overrides import Overrides
from quotes.settings import library_url
from quotes.statement import Parse
from quotes.store import open_library
from tests.cli import making
from tests.cli.conftest import Command
from tests.cli.test_search import on_a_terminal
from tests.cli.test_show import field
from tests.store.making import with_flags

STORY = (
    "Skip to main content\n\nFerries to stop at night\n\nPublished: March 5, 2024\n\n"
    "Updated: March 9, 2024\n\n“We won’t sign it,” Mara Venn said on Tuesday in the café. “Not this year.”\n"
    "\nSubscribe\n\nShare this\n"
)


@pytest.fixture
def damaged(database: str, tmp_path: Path) -> tuple[str, bytes]:
    """The id of a damaged page in the library, and its bytes."""
    path = tmp_path / "ferries.txt"
    path.write_bytes(STORY.encode().decode("gbk", errors="ignore").encode())
    (document,) = read(path)
    return making.fill(library_url(), Parse(document, quotes=(), claims=()))[0], path.read_bytes()


def test_the_page_tells_what_was_repaired_dropped_and_guessed(
    quotes: Command, damaged: tuple[str, bytes]
) -> None:
    identifier, original = damaged

    page = quotes("show", identifier, "--provenance").stdout

    assert field(page, "Encoding") == "utf-8 (from: well-formed UTF-8)"
    assert field(page, "Size") == f"{len(original)} bytes"
    assert field(page, "Place").endswith("ferries.txt")
    assert "鈥淲 read as “W, 1 time\n" in page
    assert "鈥 read as ”, 2 times, a guess\n" in page
    assert "sign it,>>”<< Mara Venn" in field(page, "Guessed")
    assert field(page, "Dropped").startswith("navigation (3 blocks, ")
    assert "the file's own time" in field(page, "Retrieved")


def test_a_modified_date_is_no_date_of_publication(quotes: Command, damaged: tuple[str, bytes]) -> None:
    page = quotes("show", damaged[0], "--provenance").stdout

    assert field(page, "Published") == "2024-03-05 (from: line “Published: March 5, 2024”)"
    assert field(page, "Candidates") == "2024-03-09 (from: line “Updated: March 9, 2024”), confidence 0.10"
    assert field(page, "Date sure to") == "0.80"


def test_dates_that_disagree_are_said_to_and_none_is_taken(
    quotes: Command, database: str, tmp_path: Path
) -> None:
    path = tmp_path / "quay.txt"
    path.write_text(
        "https://harbourpost.example/2024/03/01/quay\n\nQuay shut\n\nPublished: 14 March 2024\n\n"
        "The quay is shut, Mara Venn said at the harbour of Ostrava.\n",
        encoding="utf-8",
    )
    (document,) = read(path)
    (identifier,) = making.fill(library_url(), Parse(document, quotes=(), claims=()))

    page = quotes("show", identifier).stdout

    assert field(page, "Published") == "unknown: these disagree"
    assert field(page, "Perhaps").startswith("2024-03-01 (from: address: 2024/03/01), confidence 0.90")
    assert "2024-03-14 (from: line “Published: 14 March 2024”), confidence 0.80" in page


def test_only_a_document_has_a_provenance(quotes: Command, ferries: str) -> None:
    statement = making.ferries().quotes[0].id
    assert quotes("show", statement, "--provenance").exit_code == 2
    assert quotes("show", ferries, "--provenance", "--explain").exit_code == 2
    assert quotes("show", ferries, "--provenance").exit_code == 0


def test_the_very_bytes_come_back(quotes: Command, damaged: tuple[str, bytes], tmp_path: Path) -> None:
    identifier, original = damaged
    target = tmp_path / "back.txt"

    assert quotes("original", identifier, "-o", str(target)).exit_code == 0
    assert target.read_bytes() == original
    assert quotes("original", identifier, "-o", "-").stdout_bytes == original


def test_a_file_that_is_there_is_written_over_only_by_force(
    quotes: Command, damaged: tuple[str, bytes], tmp_path: Path
) -> None:
    identifier, original = damaged
    target = tmp_path / "back.txt"
    target.write_text("mine")

    refused = quotes("original", identifier, "-o", str(target))
    assert (refused.exit_code, target.read_text()) == (2, "mine")
    assert "--force" in refused.stderr
    assert quotes("original", identifier, "-o", str(target), "--force").exit_code == 0
    assert target.read_bytes() == original


@pytest.mark.parametrize("target", ["no/such/folder/f", ".", ""])
def test_what_cannot_be_written_is_one_line(quotes: Command, damaged: tuple[str, bytes], target: str) -> None:
    refused = quotes("original", damaged[0], "-o", target)
    assert refused.exit_code == 2
    assert len(refused.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("options", [[], ["--force"]])
def test_a_folder_is_no_file_to_write(
    quotes: Command, damaged: tuple[str, bytes], tmp_path: Path, options: list[str]
) -> None:
    refused = quotes("original", damaged[0], "-o", str(tmp_path), *options)
    assert (refused.exit_code, "is a folder" in refused.stderr, "--force" in refused.stderr) == (
        2,
        True,
        False,
    )


def test_the_bytes_of_a_file_are_not_let_loose_on_a_terminal(
    quotes: Command, damaged: tuple[str, bytes]
) -> None:
    assert on_a_terminal(140, "original", damaged[0], "-o", "-", code=2) == [""]


def test_a_date_that_is_told_is_what_the_page_goes_by(quotes: Command, damaged: tuple[str, bytes]) -> None:
    with open_library(library_url()) as library:
        with_flags(library, damaged[0], Overrides(published="2024-03-07"))

    page = quotes("show", damaged[0], "--provenance").stdout

    assert field(page, "Published").startswith("2024-03-07 (from: flag --published)")
    assert field(page, "Date told by") == "2024-03-07 (from: flag --published), confidence 1.00"
    assert field(page, "Date sure to") == "1.00"


def test_an_unknown_document_or_place_is_one_line(quotes: Command, ferries: str) -> None:
    assert quotes("original", "dzzzz", "-o", "-").exit_code == 2
    assert quotes("original", ferries, "-o", "-", "--place", "7").exit_code == 2
    assert quotes("original", ferries).exit_code == 2


def test_a_file_s_own_time_is_no_day_of_access_in_a_citation(
    quotes: Command, database: str, tmp_path: Path
) -> None:
    path = tmp_path / "quay.txt"
    path.write_text("https://harbourpost.example/quay\n\nQuay shut\n\nThe quay is shut, Venn said.\n")
    (document,) = read(path)
    assert document.retrieved.evidence == "the file's own time"
    making.fill(library_url(), Parse(document, quotes=(), claims=()))
    with open_library(library_url()) as library:
        (stored,) = library.documents()

    from quotes.reports.citations.reference import reference_of

    assert stored.retrieved == document.retrieved.value
    assert reference_of(stored).accessed is None
