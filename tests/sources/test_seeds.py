"""The reference documents beside the checkout: their annotations are the gold of what reading must give."""

import json
from pathlib import Path
from typing import Any

import pytest

from quotes import read
from quotes.document import Document

SEEDS = [
    "000_a85c7a9d73715584",
    "001_ee2ca50cb0ce9912",
    "002_6177a8b55e887260",
    "003_4a5d588b72443f53",
    "004_654ce04c81043365",
]


@pytest.fixture(params=SEEDS)
def seed(request: pytest.FixtureRequest, shared: Path) -> tuple[Document, dict[str, Any]]:
    path = shared / "seeds" / f"{request.param}.txt"
    return read(path)[0], json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))


def kept(document: Document) -> set[int]:
    assert document.offsets is not None
    return {index for _, _, start, end in document.offsets.segments for index in range(start, end)}


def solid(document: Document, start: int, end: int) -> set[int]:
    decoded = document.original.decode(document.encoding)
    return {index for index in range(start, end) if not decoded[index].isspace()}


def test_no_furniture_is_kept(seed: tuple[Document, dict[str, Any]]) -> None:
    document, gold = seed
    for start, end in gold["chrome"]:
        assert not kept(document) & solid(document, start, end)


def test_no_word_of_the_story_is_lost(seed: tuple[Document, dict[str, Any]]) -> None:
    document, gold = seed
    chrome = {index for start, end in gold["chrome"] for index in range(start, end)}
    assert solid(document, *gold["body"]) - chrome <= kept(document)
    for quote in gold["quotes"] + gold["claims"]:
        assert solid(document, quote["start"], quote["end"]) <= kept(document)


def test_metadata_is_as_annotated(seed: tuple[Document, dict[str, Any]]) -> None:
    document, gold = seed
    found = (document.title, document.author, document.publisher, document.dateline, document.agency)
    expected = [gold.get(key) for key in ("title", "author", "publisher", "dateline", "agency")]
    assert [evidenced.value for evidenced in found] == expected
    assert document.published.value == gold["published"]


def test_all_damage_is_repaired_as_annotated(seed: tuple[Document, dict[str, Any]]) -> None:
    document, gold = seed
    expected = [(m["start"], m["end"], m["text"], m["repaired"]) for m in gold["mojibake"]]
    repairs = [(r.source_start, r.source_end, r.damaged, r.repaired) for r in document.repairs]
    assert repairs == expected
    assert not set("鈥淒") & set(document.text)
