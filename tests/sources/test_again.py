"""Kept bytes read again: as they were read when they were one of many, or part of something else."""

from dataclasses import replace
from pathlib import Path

import pytest

from quotes.document import Document
from quotes.errors import SourceError
from quotes.sources import read
from quotes.sources.again import read_again

CORPUS = Path(__file__).parent.parent / "corpus"


@pytest.mark.parametrize("folder", ["eml", "exports", "html", "tables", "docx", "rtf"])
def test_each_kind_of_file_is_read_again_as_it_was_read(folder: str) -> None:
    documents = [document for path in sorted((CORPUS / folder).iterdir()) for document in _readable(path)]
    assert documents
    for document in documents:
        again = read_again(document)
        assert (again.text, again.offsets, again.blocks) == (document.text, document.offsets, document.blocks)


def _readable(path: Path) -> list[Document]:
    try:
        return read(path)
    except SourceError:
        return []


def test_what_is_known_beside_the_text_stays() -> None:
    (document,) = read("“We pay,” said Mara Venn.".encode(), name="dues.txt", title="Dues", publisher="Post")
    assert read_again(document) == document


def test_of_several_ways_the_one_that_gives_most_of_the_text_is_taken() -> None:
    first, *_ = read(CORPUS / "tables" / "articles.csv")
    again = read_again(replace(first, text=f"Share this page\n{first.text}"))  # as other readers left it
    assert again.text == first.text


def test_bytes_that_are_nothing_by_themselves_are_one_clear_line() -> None:
    document = replace(Document.of_text("We pay.", "dues.csv#3"), original=b"\x00\x01\x02" * 50)
    with pytest.raises(SourceError, match=r"^dues\.csv#3: its bytes cannot be read by themselves"):
        read_again(document)
