"""The sample documents: their gold says what really stands in them, and the damage they show is there."""

import json
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from quotes import paths

SAMPLES = paths.data() / "samples"
FILES = sorted(path for path in SAMPLES.iterdir() if path.suffix in {".txt", ".html"})
TEXTS = [path for path in FILES if path.suffix == ".txt"]
KINDS = {"direct", "partial"}
TYPES = {"person", "organization", "country", "group", "unnamed", None}
NO_SPEECH = {"title", "scare", "nickname", "term", "emphasis", "other"}


def gold_of(path: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
    return gold


def decoded(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def items_of(gold: dict[str, Any]) -> list[dict[str, Any]]:
    return [*gold["quotes"], *gold["claims"], *gold["not_quotes"], *gold["mojibake"]]


def names(path: Path) -> str:
    return path.name


def test_there_are_at_least_twelve_of_which_three_are_pages() -> None:
    assert len(FILES) >= 12
    assert sum(path.suffix == ".html" for path in FILES) >= 3


@pytest.mark.parametrize("path", FILES, ids=names)
def test_every_sample_has_gold_of_its_name_and_a_realistic_length(path: Path) -> None:
    assert gold_of(path)["id"] == path.stem
    assert 150 <= len(path.read_bytes().split()) <= 500


@pytest.mark.parametrize("path", TEXTS, ids=names)
def test_offsets_point_at_the_words_they_name(path: Path) -> None:
    text, gold = decoded(path), gold_of(path)
    for item in items_of(gold):
        assert text[item["start"] : item["end"]] == item["text"]
    for item in [*gold["quotes"], *gold["claims"]]:
        assert text[item["mention_start"] : item["mention_end"]] == item["mention"]
    for start, end in [*gold["chrome"], *gold["captions"], *gold["title_spans"]]:
        assert text[start:end].strip()


@pytest.mark.parametrize("path", TEXTS, ids=names)
def test_quotes_stand_between_marks_and_outside_page_furniture(path: Path) -> None:
    text, gold = decoded(path), gold_of(path)
    for quote in gold["quotes"]:
        if quote.get("marked", True):
            before = text[quote["start"] - 3 : quote["start"]]
            assert any(mark in before for mark in "\"'“‘„»”鈥") or "â€" in before
        assert not any(start < quote["end"] and quote["start"] < end for start, end in gold["chrome"])


@pytest.mark.parametrize("path", [path for path in FILES if path.suffix == ".html"], ids=names)
def test_pages_hold_the_words_of_their_gold(path: Path) -> None:
    encoding = "cp1252" if b"windows-1252" in path.read_bytes() else "utf-8"
    page, gold = unescape(path.read_bytes().decode(encoding)), gold_of(path)
    for item in items_of(gold):
        assert item["start"] is None
        assert item["text"] in page
    for words in [*gold["chrome_texts"], *gold.get("caption_texts", [])]:
        assert words in page


@pytest.mark.parametrize("path", FILES, ids=names)
def test_gold_uses_the_terms_of_the_project(path: Path) -> None:
    gold = gold_of(path)
    for index, quote in enumerate(gold["quotes"]):
        assert quote["kind"] in KINDS
        assert quote["nested_in"] is None or 0 <= quote["nested_in"] < index
        assert (quote["cue"] is None) or not quote["implicit"]
    assert {item["speaker_type"] for item in [*gold["quotes"], *gold["claims"]]} <= TYPES
    assert {item["why"] for item in gold["not_quotes"]} <= NO_SPEECH


def test_two_documents_share_a_speaker_and_namesakes_are_told_apart() -> None:
    where: dict[str, set[str]] = {}
    for path in FILES:
        for quote in gold_of(path)["quotes"]:
            where.setdefault(quote["speaker"], set()).add(path.stem)
    assert {"lake-treaty", "halik-visit"} <= where["Teodor Halik"]
    assert where["Nikola Halik"] == {"halik-visit"}


def test_the_damage_is_there() -> None:
    texts = {path.stem: decoded(path) for path in TEXTS}
    everything = "".join(texts.values())
    for damage in ("鈥淲", "鈥 ", "鈥檚", "鈥1", "â€œ", "\r\n", "„", "»", "‘", "https://", " date 2019"):
        assert damage in everything
    caption = "inspects the Morrow dam near Dravina, Tuesday, May 2, 2023."
    assert texts["lake-treaty"].count(caption) == 2
