import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from quotes import read
from quotes.errors import SourceError, UsageError
from quotes.sources import find
from quotes.sources.formats.registry import ENDINGS
from quotes.sources.limits import MAX_BYTES
from tests.sources.pages import STORY

NOBODY = 65534


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.md",
        "c.html",
        "deep/d.TXT",
        ".hidden.txt",
        ".git/e.txt",
        "f.png",
        "a.gold.json",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(STORY, encoding="utf-8")
    return tmp_path


def test_a_folder_gives_its_text_files_in_order(folder: Path) -> None:
    names = [path.relative_to(folder).as_posix() for path in find([folder]) if isinstance(path, Path)]
    assert names == ["a.md", "b.txt", "c.html", "deep/d.TXT"]
    assert [document.name for document in read(folder)] == ["a.md", "b.txt", "c.html", "d.TXT"]


def test_a_file_named_by_itself_is_read_whatever_its_ending(folder: Path) -> None:
    assert list(find([folder / "f.png"])) == [folder / "f.png"]
    assert read(folder / "f.png")[0].text == STORY.strip()
    assert read(str(folder / ".hidden.txt"))[0].text == STORY.strip()


def test_bytes_are_kept_as_they_came() -> None:
    original = STORY.replace("\n", "\r\n").encode("utf-8")
    page = read(original)[0]
    assert page.original == original
    assert page.name == "standard input"
    assert read(original, name="quay")[0].name == "quay"
    assert "\r" not in page.text


def test_offsets_count_in_the_decoded_file_with_its_line_ends_and_mark() -> None:
    original = ("\ufeffQuay\u00ad side\u200b news\r\n\r\n" + STORY.replace("\n", "\r\n")).encode("utf-8")
    page = read(original)[0]
    decoded = original.decode("utf-8")
    assert page.text.startswith("Quay side news\n\nOSTRAVA -\n\nHarbour")
    start = page.text.index('"We will not open')
    span = page.source_span(start, start + 40)
    assert span is not None
    assert decoded[span[0] : span[1]] == page.text[start : start + 40]
    first = page.source_span(0, len("Quay side news"))
    assert first is not None
    assert decoded[first[0] : first[1]] == "Quay\u00ad side\u200b news"


def test_what_is_missing_or_empty_is_reported_and_the_rest_goes_on(folder: Path) -> None:
    nothing = folder / "nothing"
    nothing.mkdir()
    found = list(find([folder / "none.txt", nothing, folder / "b.txt"]))
    assert [str(item) for item in found if isinstance(item, SourceError)] == [
        f"{folder}/none.txt: no such file or folder; check the name",
        f"{nothing}: no files to read in this folder ({', '.join(sorted(ENDINGS))})",
    ]
    assert found[-1] == folder / "b.txt"


def test_an_empty_file_is_one_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    with pytest.raises(SourceError, match=r"^empty\.txt: the file is empty; .* try again$"):
        read(path)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(SourceError, match="5,000,000 characters"):
        read(path)


def test_a_name_that_cannot_be_a_file_is_refused() -> None:
    with pytest.raises(SourceError):
        read("quay\x00.txt")


def test_a_bad_flag_is_refused_before_anything_is_read(folder: Path) -> None:
    with pytest.raises(UsageError):
        read(folder, published="soon")


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder of a user who is not the superuser (who may read everything), for as long as the test runs."""
    superuser = os.geteuid() == 0
    folder = Path(tempfile.mkdtemp())
    if superuser:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    yield folder
    if superuser:
        os.seteuid(0)
    for path in folder.iterdir():
        path.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_what_the_user_may_not_read_is_named_and_the_rest_is_read(unprivileged: Path) -> None:
    closed, file = unprivileged / "closed", unprivileged / "closed.txt"
    closed.mkdir()
    for path in (file, unprivileged / "open.txt", closed / "inner.txt"):
        path.write_text(STORY)
    file.chmod(0)
    closed.chmod(0)
    *files, refusal = find([unprivileged])
    assert files == [file, unprivileged / "open.txt"]
    assert str(refusal) == f"{closed}: you may not read it; change its permissions or ask its owner"
    with pytest.raises(SourceError, match=r"closed\.txt: you may not read it"):
        read(file)
    assert read(unprivileged / "open.txt")[0].text == STORY.strip()


def test_reading_a_text_loads_no_html_reader() -> None:
    script = "import sys, quotes; quotes.read(b'The quay is closed.'); print('trafilatura' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_a_file_in_a_closed_folder_is_named_and_the_rest_goes_on(unprivileged: Path) -> None:
    closed, file = unprivileged / "closed", unprivileged / "open.txt"
    closed.mkdir()
    file.write_text(STORY)
    closed.chmod(0)
    refusal, found = find([closed / "inner.txt", file])
    assert isinstance(refusal, SourceError)
    assert str(refusal).startswith(f"{closed}/inner.txt: you may not read it")
    assert found == file
    with pytest.raises(SourceError, match="you may not read it"):
        read(closed / "inner.txt")


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_a_folder_that_may_be_listed_but_not_entered_is_reported(unprivileged: Path) -> None:
    folder = unprivileged / "listed"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY)
    folder.chmod(0o444)
    assert [type(found) for found in find([folder])] == [SourceError]


def test_a_name_too_long_for_a_file_is_one_clear_error(folder: Path) -> None:
    path = folder / ("q" * 5000 + ".txt")
    refusal, found = find([path, folder / "b.txt"])
    assert isinstance(refusal, SourceError)
    assert "cannot be read" in str(refusal)
    assert found == folder / "b.txt"
    with pytest.raises(SourceError, match="cannot be read"):
        read(path)


def test_links_that_lead_in_a_circle_do_not_hang(folder: Path) -> None:
    (folder / "deep" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    assert [path.name for path in find([folder]) if isinstance(path, Path)] == [
        "a.md",
        "b.txt",
        "c.html",
        "d.TXT",
    ]
    with pytest.raises(SourceError):
        read(folder / "self.txt")


@pytest.mark.parametrize(
    "page",
    [
        "The quay is closed.\n" + " " * 3_000_000 + "\nIt opens in spring.\n",
        f"http://{'a' * 300_000}.example/\n\nThe quay is closed. " + "a " * 300_000 + "It opens in spring.\n",
    ],
    ids=["blanks", "label"],
)
def test_hostile_lengths_are_read_like_any_other(page: str) -> None:
    """Each would take hours if the time grew with the square of the length."""
    text = read(page.encode())[0].text
    assert "The quay is closed." in text
    assert text.endswith("It opens in spring.")
