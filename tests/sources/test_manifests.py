"""Manifests: files that a table names, with what the table says of them."""

from pathlib import Path

import pytest

from quotes.errors import SourceError
from quotes.sources import read
from quotes.sources.reading import open_sources, read_source
from quotes.sources.source import ReadOptions, Source

NONE = ReadOptions()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "set"
    (inside / "articles").mkdir(parents=True)
    (inside / "articles" / "one.txt").write_text("“We sail,” said Mara Venn.\n")
    (inside / "two.csv").write_text(
        "text,title\n“We land.” said Oren Tollan.,Own title\n“We rest.” said Oren Tollan.,\n"
    )
    (tmp_path / "private.txt").write_text("A secret.\n")
    return inside


def manifest(folder: Path, *rows: str, name: str = "manifest.csv") -> list[str]:
    """The text of each document that the manifest names, or the line that says why it has none."""
    path = folder / name
    path.write_text("\n".join(["path,url,title,publisher,published", *rows]) + "\n")
    found = []
    for source in open_sources(path, NONE):
        try:
            found.append(read_source(source, NONE).text)
        except SourceError as error:
            found.append(str(error))
    return found


def test_a_row_says_what_its_file_is(folder: Path) -> None:
    (folder / "manifest.csv").write_text(
        "file,headline,outlet,date\narticles/one.txt,Ferries,The Harbour Post,2024-03-05\n"
    )
    (document,) = read(folder / "manifest.csv")
    assert document.text == "“We sail,” said Mara Venn."
    assert document.original == b"\xe2\x80\x9cWe sail,\xe2\x80\x9d said Mara Venn.\n"
    assert document.place == str(folder / "articles" / "one.txt")
    assert document.title.value == "Ferries"
    assert document.publisher.evidence == "manifest manifest.csv row 2, outlet: The Harbour Post"
    assert (document.published.value, document.offsets is None) == ("2024-03-05", False)


def test_a_missing_file_is_one_line_and_the_rest_goes_on(folder: Path) -> None:
    found = manifest(
        folder, "gone.txt,,,,", "articles/one.txt,,,,", ",,Nothing,,", "articles,,,,", "a,b,c,d,e,f"
    )
    assert found[0].startswith("manifest.csv row 2: ")
    assert "no such file" in found[0]
    assert found[1] == "“We sail,” said Mara Venn."
    assert found[2] == "manifest.csv row 4: it names neither a file nor an address"
    assert found[3] == "manifest.csv row 5: articles: a folder; name its files"
    assert found[4].startswith("manifest.csv row 6: 6 cells under 5 names of columns")


def test_no_file_outside_the_folder_is_read(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder.parent / "private.txt")
    (folder / "away").symlink_to(folder.parent)
    names = [
        "../private.txt",
        str(folder.parent / "private.txt"),
        "link.txt",
        "away/private.txt",
        "/etc/passwd",
    ]
    found = manifest(folder, *(f"{name},,,," for name in names))
    assert all("outside the folder of the manifest" in line for line in found)
    assert len(found) == len(names)


def test_an_absolute_path_inside_the_folder_is_read(folder: Path) -> None:
    assert manifest(folder, f"{folder / 'articles' / 'one.txt'},,,,") == ["“We sail,” said Mara Venn."]


def test_a_table_that_a_manifest_names_is_opened_and_its_own_cells_go_first(folder: Path) -> None:
    (folder / "manifest.csv").write_text("path,title,publisher\ntwo.csv,Of the manifest,The Harbour Post\n")
    first, second = read(folder / "manifest.csv")
    assert (first.title.value, first.publisher.value) == ("Own title", "The Harbour Post")
    assert second.title.value == "Of the manifest"


def test_a_manifest_in_a_manifest_is_not_followed(folder: Path) -> None:
    (folder / "inner.csv").write_text("path,title\narticles/one.txt,x\n")
    assert "names files and holds no text" in manifest(folder, "inner.csv,,,,")[0]
    with pytest.raises(SourceError, match="names files and holds no text"):
        read((folder / "inner.csv").read_bytes(), name="inner.csv")


def test_names_that_a_file_system_refuses_are_one_line(folder: Path) -> None:
    (folder / "loop").symlink_to("loop")
    found = manifest(folder, f"{'x' * 5000},,,,", "a\x00b,,,,", "loop,,,,")
    assert [line.split(": ")[0] for line in found] == [f"manifest.csv row {n}" for n in (2, 3, 4)]
    assert all("\n" not in line for line in found)


def test_addresses_are_fetched_by_whoever_may(folder: Path) -> None:
    path = folder / "addresses.tsv"
    path.write_text(
        "link\ttitle\nhttps://harbourpost.example/a\tFerries\nhttps://harbourpost.example/b\tBuses\n"
    )
    asked = []

    def fetch(url: str) -> Source:
        asked.append(url)
        if url.endswith("b"):
            raise SourceError(f"{url}: no such page")
        return Source("a", "“We sail,” said Mara Venn.".encode(), place=url)

    first, second = open_sources(path, ReadOptions(fetch=fetch))
    document = read_source(first, NONE)
    assert (document.title.value, document.place) == ("Ferries", "https://harbourpost.example/a")
    assert second.problem == "addresses.tsv row 3: https://harbourpost.example/b: no such page"
    assert asked == ["https://harbourpost.example/a", "https://harbourpost.example/b"]
    assert all("name the list itself" in (source.problem or "") for source in open_sources(path, NONE))


def test_in_a_folder_the_manifest_is_read_before_the_files_it_is_about(folder: Path) -> None:
    (folder / "a.txt").write_text("“We sail,” said Mara Venn.\n")
    (folder / "manifest.csv").write_text("path,title\na.txt,Ferries\n")
    assert next(document.title.value for document in read(folder) if document.name == "a.txt") == "Ferries"
