"""`quotes eval --identity`: documents are really read, parsed and added; what became of each pair is told."""

import json
from pathlib import Path
from typing import Any

import pytest

from quotes import paths
from quotes.evaluation.floors import seal
from tests.cli.conftest import Command

TEXTS = {
    "ferry": "“The quay is wet and nobody mopped it,” said Mara Venn, the mayor of Lunne.\n",
    "tax": "“Nobody in Lunne will pay this twice,” said Mara Venn, the mayor.\n",
    "boat": "“We sail at nine whatever the tide does,” said Otto Brisk, a ferry captain.\n",
}
WORDS = {
    "ferry": ("mara", "The quay is wet and nobody mopped it,"),
    "tax": ("mara", "Nobody in Lunne will pay this twice,"),
    "boat": ("otto", "We sail at nine whatever the tide does,"),
}
NAMES = {"mara": "Mara Venn", "otto": "Otto Brisk"}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder of articles without gold."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def folder(articles: Path) -> Path:
    """The same with gold."""
    documents = {
        name: {"speakers": {key: {"names": [NAMES[key]]}}, "statements": [{"who": [key], "words": words}]}
        for name, (key, words) in WORDS.items()
    }
    gold: dict[str, Any] = {
        "identities": {key: {"name": name, "type": "person"} for key, name in NAMES.items()},
        "documents": documents,
        "hard": [{"pair": ["mara", "otto"], "why": "colleagues"}],
    }
    (articles / "identity.json").write_text(json.dumps(gold), encoding="utf-8")
    return articles


def test_a_table_tells_pairs_linked_and_hard(quotes: Command, folder: Path, database: str) -> None:
    result = quotes("eval", "--identity", str(folder))
    assert result.exit_code == 0
    rows = [line.split() for line in result.stdout.splitlines()]
    assert ["kept", "by", "parsing", "1", "1", "1", "1.000", "1.000", "1.000"] in rows
    assert "2 speakers in 3 documents, 1 pair to be linked, 2 hard pairs not to be" in result.stdout
    assert "Hard pairs linked: 0 of 2 kept" in result.stdout
    assert not Path(database).exists(), "the user's own library is left alone"


def test_json_has_the_figures_and_what_is_wrong(quotes: Command, folder: Path) -> None:
    gold = json.loads((folder / "identity.json").read_text(encoding="utf-8"))
    gold["documents"]["boat"]["speakers"] = {"mara": {"names": ["Otto Brisk"]}}
    gold["documents"]["boat"]["statements"][0]["who"] = ["mara"]
    (folder / "identity.json").write_text(json.dumps(gold), encoding="utf-8")
    found = json.loads(quotes("eval", "--identity", str(folder), "--format", "json").stdout)
    assert found["format_version"] == 1
    assert found["figures"]["links"]["recall"] == pytest.approx(1 / 3)
    assert {pair["other"]["document"] for pair in found["missed"]} == {"boat"}
    assert found["by_label"] == {"plain": {"pairs": 3, "kept": 3, "linked": 1}}
    assert (found["wrong"], found["lost"]) == ([], [])


def test_folders_without_gold_are_listed_by_their_links(
    quotes: Command, articles: Path, tmp_path: Path
) -> None:
    more = tmp_path / "more"
    more.mkdir()
    (articles / "tax.txt").rename(more / "ferry.txt")
    result = quotes("eval", "--identity", str(articles), str(more))
    assert result.exit_code == 0
    names = [line.split()[-2:] for line in result.stdout.splitlines()]
    assert names == [["Mara", "Venn"]] * 3
    assert "1 speaker in more than one of 3 documents" in result.stderr
    record = json.loads(quotes("eval", "--identity", str(articles), str(more), "--format", "json").stdout)
    (link,) = record["links"]
    assert [place["names"] for place in link["places"]] == [["Mara Venn"], ["Mara Venn"]]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--predictions", "x.ndjson"], "needs no records"),
        (["empty"], "no .txt or .html files"),
        (["articles", "empty"], "scores one folder"),
    ],
)
def test_what_makes_no_sense_is_told(
    quotes: Command, folder: Path, tmp_path: Path, arguments: list[str], told: str
) -> None:
    (tmp_path / "empty").mkdir()
    result = quotes("eval", "--identity", *arguments)
    assert result.exit_code == 2
    assert told in result.stderr


def test_gold_whose_words_do_not_stand_there_is_told(quotes: Command, folder: Path) -> None:
    (folder / "tax.txt").write_text("Nothing was said.", encoding="utf-8")
    result = quotes("eval", "--identity", str(folder))
    assert result.exit_code == 2
    assert "stand 0 times" in result.stderr


@pytest.mark.parametrize(
    ("bound", "code", "told"),
    [
        ({"figure": "links.precision", "at_least": 1.0, "measured": 1.0}, 0, "held"),
        ({"figure": "links.linked", "at_most": 0, "measured": 0}, 1, "MISSED"),
    ],
)
def test_the_gate_holds_the_set_that_ships_to_its_floors(
    quotes: Command,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    bound: dict[str, Any],
    code: int,
    told: str,
) -> None:
    data = tmp_path / "site" / "quotes" / "_data"
    data.mkdir(parents=True)
    folder.rename(data / "identity")
    (data / "lexicons").symlink_to(paths.data() / "lexicons")
    (data.parent / "_alembic").symlink_to(paths.migrations())
    entry = {"on": "2024-03-05", "set": "data/identity", "why": "as measured", **bound}
    floors = {"format_version": 1, "floors": [{**entry, "seal": seal(entry, "")}]}
    (data / "floors.json").write_text(json.dumps(floors), encoding="utf-8")
    monkeypatch.setenv("QUOTES_MODELS", str(paths.model_package()))
    monkeypatch.setenv("QUOTES_GOLD", str(tmp_path / "elsewhere"))
    monkeypatch.setattr(paths, "_PACKAGE", data.parent)
    result = quotes("eval", "--gate")
    assert result.exit_code == code, result.output
    assert result.stdout.startswith(f"{told} ")
