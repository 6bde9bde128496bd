"""Exports of news databases: each article its own document, its head read and dropped."""

import time
from pathlib import Path

import pytest

from quotes.sources import read
from quotes.sources.exports.cutting import articles_of
from quotes.sources.exports.heads import head_of
from quotes.sources.formats import text
from quotes.sources.formats.registry import format_of
from quotes.sources.reading import open_sources, read_source
from quotes.sources.source import ReadOptions, Source

CORPUS = Path(__file__).parent.parent / "corpus" / "exports"
NONE = ReadOptions()

HEAD = "The Harbour Post\n\nMarch 5, 2024 Tuesday\n\nFerries to stop\n\nLENGTH: 12 words\n\n"
BODY = "The last ferry leaves at ten. “Nobody will be left,” said Oren Tollan."


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.txt")), ids=lambda path: path.name)
def test_every_article_is_a_stretch_of_the_file_and_maps_back_to_it(path: Path) -> None:
    whole = path.read_bytes()
    position = 0
    for source in open_sources(path, NONE):
        assert source.is_whole
        position = whole.index(source.original, position) + len(source.original)
        document = read_source(source, NONE)
        decoded = source.original.decode(document.encoding)
        for block in document.blocks:
            assert block.source_start is not None
            if block.start is not None:
                place = document.source_span(block.start, block.end or 0)
                assert place is not None
                words = decoded[slice(*place)].replace("\r\n", "\n")
                assert words == document.text[block.start : block.end]


def test_the_dropped_lines_say_why() -> None:
    first = read(CORPUS / "documents.txt")[0]
    reasons = {block.reason for block in first.blocks if block.kind == "furniture"}
    assert reasons == {"head of a database export", "foot of a database export"}
    assert first.published.candidates[0].evidence == "head of the export: “March 5, 2024 Tuesday”"


def test_the_cover_of_an_export_is_kept_with_the_first_article_and_dropped_from_its_text() -> None:
    mark = "{} of 2 DOCUMENTS\n\n"
    cover = "Download Request: Tagged Documents\nTime: 9:00\n\n"
    first, second = read(
        (cover + (mark.format(1)) + HEAD + BODY + "\n\n" + mark.format(2) + HEAD + BODY).encode()
    )
    assert first.original.startswith(b"Download Request")
    assert first.text == second.text == f"Ferries to stop\n\n{BODY}"
    assert first.publisher.value == "The Harbour Post"


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        (HEAD, ("Ferries to stop", "The Harbour Post", "2024-03-05")),
        (HEAD.replace("\n", "\r\n"), ("Ferries to stop", "The Harbour Post", "2024-03-05")),
        (
            HEAD.replace("Ferries to stop\n", "Ferries to\nstop\n"),
            ("Ferries to stop", "The Harbour Post", "2024-03-05"),
        ),
        (
            "Ferries to stop\n\nThe Harbour Post\n\n5 March 2024\n\nLength: 12 words\n\nBody\n\n",
            ("Ferries to stop", "The Harbour Post", "2024-03-05"),
        ),
        ("Title: Ferries to stop\nDate: 5 March 2024\n\n", ("Ferries to stop", None, "2024-03-05")),
        (
            "Headline: Ferries to stop\nPublication title: The Harbour Post\nFull text: ",
            ("Ferries to stop", "The Harbour Post", None),
        ),
    ],
)
def test_heads(head: str, wanted: tuple[str, str | None, str | None]) -> None:
    (document,) = read((head + BODY).encode(), name="a.txt")
    assert (document.title.value, document.publisher.value, document.published.value) == wanted
    assert document.text.endswith(BODY)
    assert "words" not in document.text


@pytest.mark.parametrize(
    "page",
    [
        BODY,
        "Ferries to stop\n===============================\n\nThe last ferry leaves at ten.\n\n"
        "-----------------------\n\nIt rains.",
        "One\n\n========================\n\nTwo\n\n========================\n\nThree",
        "The Harbour Post\nMarch 5, 2024\n\nThe film has a length: 120 minutes.\n\n" + BODY,
        "Date: tomorrow, said Mara Venn.\n\nTitle: none.",
        "Document 3 of the set is lost.\n\n2 of 3 documents were burnt, he said.",
        "HD\n\nThe sharpest picture of all.\n\nTD\n\nThe toughest dive.",
    ],
)
def test_what_only_looks_like_one_is_plain_text(page: str) -> None:
    assert format_of(Source("a.txt", page.encode()), NONE) is text.FORMAT


def test_an_article_under_a_count_alone_keeps_all_its_words() -> None:
    first, second = read(f"Document 1 of 2\n\n{BODY}\n\nDocument 2 of 2\n\n{BODY}".encode())
    assert first.text == second.text == BODY


@pytest.mark.parametrize(
    "hostile",
    [
        "=" * 100_000,
        "1 of 2 DOCUMENTS\n" * 5_000,
        "Document 1 of 2" + " " * 100_000 + "x",
        ("=" * 30 + "\n") * 3_000,
        "LENGTH: " + "1" * 100_000,
        "A" * 50_000 + "\n3 words\n5 March 2024\n" + "(c) " * 20_000,
        "HD\nWC\nPD\nSN\n" * 5_000,
        "Title: " + "a: " * 30_000,
    ],
)
def test_hostile_text_takes_no_time(hostile: str) -> None:
    begun = time.perf_counter()
    articles_of(hostile.encode(), "a.txt")
    head_of(hostile)
    assert time.perf_counter() - begun < 5
