"""Pages as programs save them: the comments in them, the folder beside them."""

from pathlib import Path

import pytest

from quotes import read
from quotes.document import Evidenced
from quotes.errors import SourceError
from quotes.sources import find
from quotes.sources.metadata.saved import saved


def outcome(content: bytes, name: str) -> str:
    """What reading comes to: "read", or the line that says why not."""
    try:
        read(content, name=name)
    except SourceError as error:
        return str(error)
    return "read"


STORY = (
    "<p>Harbour minister Mara Venn told reporters on Monday that the quay stays closed until spring.</p>" * 2
)
PAGE = f"<!DOCTYPE html><html><body><article>{STORY}</article></body></html>"


@pytest.mark.parametrize(
    ("comment", "url", "retrieved"),
    [
        (
            "<!-- saved from url=(0032)https://a.example/q -->",
            "https://a.example/q",
            None,
        ),
        ("<!-- saved from url=(0014)about:internet -->", None, None),
        (
            "<!--\n Page saved with SingleFile \n url: https://a.example/q \n saved date: Tue Mar 05 2024 "
            "10:22:33 GMT-0530 (Somewhere) \n-->",
            "https://a.example/q",
            "2024-03-05T10:22:33-05:30",
        ),
        ("<!--\n Page saved with SingleFile \n url: https://a.example/q \n-->", "https://a.example/q", None),
        (
            "<!--\n Page saved with SingleFile \n url: https://a.example/q \n saved date: gestern \n-->",
            "https://a.example/q",
            None,
        ),
        (
            "<!-- Mirrored from a.example/q.html by HTTrack Website Copier/3.x [XR&CO'2014], "
            "Tue, 05 Mar 2024 09:22:33 GMT -->",
            "http://a.example/q.html",
            "2024-03-05T09:22:33+00:00",
        ),
        (
            "<!--\n FILE ARCHIVED ON 09:22:33 Mar 05, 2024 AND RETRIEVED FROM THE\n INTERNET ARCHIVE\n-->",
            None,
            "2024-03-05T09:22:33+00:00",
        ),
        (
            "<!--\n FILE ARCHIVED ON 09:22:33 Mar 35, 2024 AND RETRIEVED FROM THE\n INTERNET ARCHIVE\n-->",
            None,
            None,
        ),
        ("<!-- nothing of that kind -->", None, None),
    ],
)
def test_comments_tell_address_and_moment(comment: str, url: str | None, retrieved: str | None) -> None:
    found = saved(f"<!DOCTYPE html>{comment}{PAGE}")
    assert (found.url.value, found.retrieved.value) == (url, retrieved)
    assert (found.url.evidence is None) == (url is None)
    assert (found.retrieved.evidence is None) == (retrieved is None)


def test_an_address_of_the_page_itself_goes_before_that_of_the_copy() -> None:
    comment = "<!-- saved from url=(0032)https://harbourpost.example/quay?ref=1 -->"
    link = '<link rel="canonical" href="https://harbourpost.example/quay">'
    page = PAGE.replace("<html>", f"{comment}<html><head>{link}</head>")
    assert read(page.encode())[0].url == Evidenced("https://harbourpost.example/quay", "link canonical")


@pytest.mark.parametrize(
    ("page", "folder"),
    [
        ("Quay.html", "Quay_files"),
        ("Quay.htm", "Quay-Dateien"),
        ("Quay.html", "Quay_fichiers"),
        ("quay.html", "Quay.files"),
        ("Quay.v2.xhtml", "Quay.v2_archivos"),
    ],
)
def test_the_folder_beside_a_saved_page_is_skipped(tmp_path: Path, page: str, folder: str) -> None:
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "frame.html").write_text(PAGE)
    assert list(find([tmp_path])) == [tmp_path / folder / "frame.html"]
    (tmp_path / page).write_text(PAGE)
    assert list(find([tmp_path])) == [tmp_path / page]


@pytest.mark.parametrize("folder", ["Quay_filets", "Other_files", "Quay"])
def test_other_folders_are_not(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "frame.html").write_text(PAGE)
    (tmp_path / "Quay.html").write_text(PAGE)
    assert len(list(find([tmp_path]))) == 2


def test_a_folder_that_is_named_itself_is_read(tmp_path: Path) -> None:
    (tmp_path / "Quay_files").mkdir()
    (tmp_path / "Quay_files" / "frame.html").write_text(PAGE)
    (tmp_path / "Quay.html").write_text(PAGE)
    assert list(find([tmp_path / "Quay_files"])) == [tmp_path / "Quay_files" / "frame.html"]


def test_what_is_outside_the_main_text_is_kept_with_its_words() -> None:
    aside = "<aside><p>Subscribe to our letter and never miss a ship.</p><p>More</p></aside>"
    (document,) = read(PAGE.replace("</article>", f"</article>{aside}").encode())
    outside = [block for block in document.blocks if block.reason == "outside the main text"]
    assert [block.words for block in outside] == ["Subscribe to our letter and never miss a ship."]
    assert "Subscribe" not in document.text
    assert document.processing == ("main text found by trafilatura: 2 of 3 paragraphs of the page",)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (
            "a.mht",
            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n" + "--b\n\nx\n" * 5_000,
        ),
        (
            "b.mht",
            "MIME-Version: 1.0\n"
            + "".join(f"Content-Type: multipart/related; boundary=b{i}\n\n--b{i}\n" for i in range(2_000)),
        ),
        ("c.webarchive", "bplist00WebMainResource" + "\x00" * 8 + "\x7f" * 24),
        ("d.webarchive", "<plist>" + "<array>" * 20_000),
        ("e.html", "<!DOCTYPE html>" + "<!-- saved from url=(1)http://" * 2_000 + STORY),
        ("f.html", "<!DOCTYPE html><html><!--" + "Page saved with SingleFile  " * 2_000 + "-->" + STORY),
    ],
)
def test_hostile_files_are_read_or_refused_in_one_line(name: str, content: str) -> None:
    found = outcome(content.encode("latin-1"), name)
    assert "\n" not in found
    assert found.startswith((name, "read"))
