"""What was measured on was not trained on: checked on the corpora themselves, where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotes.models.recipe.archives import NEWSWIRE, POLNEAR, TREEBANKS, members
from quotes.models.recipe.exclusion import LIMIT, KeptOut
from quotes.models.recipe.newswire import split_of
from quotes.models.recipe.treebank import read_conllu

SHARED = Path(__file__).resolve().parents[3] / "shared"
KEPT_OUT = (SHARED / "gold" / "dev", SHARED / "gold" / "train", SHARED / "seeds")
"""The annotated articles of train too: resolver and confidence are learnt from what no model has seen."""

pytestmark = pytest.mark.skipif(
    not all(folder.is_dir() for folder in (*KEPT_OUT, SHARED / "corpora")),
    reason="the corpora (../shared) are not here",
)


@pytest.fixture(scope="module")
def kept_out() -> KeptOut:
    return KeptOut.from_folders(*KEPT_OUT)


@pytest.fixture(scope="module")
def trained_on(kept_out: KeptOut) -> dict[str, str]:
    """Every newswire article that the entity tagger trains on or is chosen by."""
    articles = dict(members(SHARED / "corpora" / NEWSWIRE, below="articles/"))
    names = [name.removesuffix(".tsv") for name, _ in members(SHARED / "corpora" / NEWSWIRE, below="ner/")]
    found = {name.removesuffix(".txt"): articles[name] for name in names if name in articles}
    return {name: text for name, text in found.items() if not kept_out.bars(name, text)}


def test_measured_articles_are_all_known_to_the_check(kept_out: KeptOut) -> None:
    files = [file for folder in KEPT_OUT for file in folder.glob("*.txt")]
    assert len(files) == 95
    assert kept_out.names == {file.stem for file in files}
    assert all(kept_out.overlap(file.read_text(encoding="utf-8", errors="replace")) == 1.0 for file in files)


def test_no_measured_article_is_among_the_training_articles_by_name(
    kept_out: KeptOut, trained_on: dict[str, str]
) -> None:
    assert len(trained_on) > 900
    assert not kept_out.names & trained_on.keys()


def test_no_training_article_copies_a_measured_one(kept_out: KeptOut, trained_on: dict[str, str]) -> None:
    assert max(kept_out.overlap(text) for text in trained_on.values()) <= LIMIT


def test_no_treebank_document_copies_a_measured_one(kept_out: KeptOut) -> None:
    for name, text in members(SHARED / "corpora" / TREEBANKS, suffix="-train.conllu"):
        assert not [d.name for d in read_conllu(text) if kept_out.bars(d.name, d.text)], name


def test_no_article_with_attributions_is_or_copies_a_measured_one(kept_out: KeptOut) -> None:
    articles = dict(members(SHARED / "corpora" / POLNEAR, below="train/text/", suffix=".txt"))
    assert len(articles) > 800
    assert not [name for name, text in articles.items() if kept_out.bars(name.removesuffix(".txt"), text)]


def test_the_parts_share_no_article(trained_on: dict[str, str]) -> None:
    sizes = [sum(split_of(name) == part for name in trained_on) for part in ("train", "dev", "test")]
    assert sum(sizes) == len(trained_on)
    assert min(sizes) > 30
