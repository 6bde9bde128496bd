"""`quotes eval`: scores as tables and as JSON, finished predictions, the misses, the gate."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from quotes import paths
from quotes.evaluation.floors import seal
from tests.cli.conftest import Command
from tests.evaluation.making import TEXT, gold, item, perfect, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "gold", gold())


def predictions(folder: Path, record: dict[str, Any]) -> str:
    file = folder.parent / "answers.ndjson"
    file.write_text(json.dumps(record) + "\n", encoding="utf-8")
    return str(file)


def ledger(folder: Path, *floors: dict[str, Any]) -> None:
    """A data folder whose ledger has these floors."""
    before, sealed = "", []
    for floor in floors:
        entry = {"on": "2024-03-05", "measured": 0, "why": "as measured", **floor}
        sealed.append({**entry, "seal": seal(entry, before)})
        before = sealed[-1]["seal"]
    folder.mkdir(exist_ok=True)
    (folder / "floors.json").write_text(json.dumps({"format_version": 1, "floors": sealed}), encoding="utf-8")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation whose data folder is this one, with one sample that is easy to read."""
    package = tmp_path / "site" / "quotes"
    (package / "_data").mkdir(parents=True)
    story = "“The ferry sank on Monday,” Mara Venn said.\n"
    quote = {**item("The ferry sank on Monday,", "Mara Venn"), "start": 1, "end": 26}
    write(package / "_data" / "samples", {"id": "ferry", "quotes": [quote]}, story)
    (package / "_data" / "lexicons").symlink_to(paths.data() / "lexicons")
    monkeypatch.setenv("QUOTES_MODELS", str(paths.model_package()))
    monkeypatch.setattr(paths, "_PACKAGE", package)
    monkeypatch.setenv("QUOTES_GOLD", str(tmp_path / "elsewhere"))
    return package / "_data"


def test_finished_predictions_are_scored_without_parsing(quotes: Command, folder: Path) -> None:
    result = quotes("eval", str(folder), "--predictions", predictions(folder, perfect()))
    assert (result.exit_code, result.stderr) == (0, "")
    rows = [line.split() for line in result.stdout.splitlines()]
    assert ["all", "5", "5", "1.000", "1.000", "1.000", "1.000", "1.000"] in rows
    assert ["one", "word", "1", "1"] in rows
    assert "Said-dates: 1 of 1 right, 0 wrong, 0 invented" in result.stdout


def test_misses_are_listed_as_many_as_asked_for(quotes: Command, folder: Path) -> None:
    nothing = predictions(folder, {"id": "ferry"})
    few = quotes("eval", str(folder), "--predictions", nothing, "--misses", "2")
    assert few.stdout.count(" missed  ") == 2
    assert "2 of 7 misses" in few.stderr
    dated = predictions(folder, {"id": "ferry", "quotes": [item("Maybe,", "Venn")]})
    assert "expected 2021-03, got no date" in quotes("eval", str(folder), "--predictions", dated).stdout
    nothing = predictions(folder, {"id": "ferry"})
    everything = quotes("eval", str(folder), "--predictions", nothing, "--misses", "0")
    assert everything.stdout.count(" missed  ") == 7
    assert f"ferry {TEXT.index('a quiet')}  quote missed  a quiet disaster" in everything.stdout


def test_the_json_is_the_same_each_time_and_has_it_all(quotes: Command, folder: Path) -> None:
    arguments = ("eval", str(folder), "--predictions", predictions(folder, perfect()), "--format", "json")
    first, second = quotes(*arguments), quotes(*arguments)
    assert first.stdout == second.stdout
    record = json.loads(first.stdout)
    assert record["format_version"] == 1
    (found,) = record["sets"]
    assert set(found) == {"gold", "documents", "without_record", "figures", "reliability", "misses"}
    assert found["figures"]["quotes"]["f1"] == 1
    assert found["reliability"]["quotes"] == [
        {"from": 0.9, "to": 1.0, "n": 6, "confidence": 1.0, "right": 1.0}
    ]
    assert found["misses"] == []


def test_hostile_words_are_shown_and_not_obeyed(quotes: Command, folder: Path) -> None:
    record = {"id": "ferry", "quotes": [item("Nobody was told.", "\x1b[2J[bold]Venn")]}
    result = quotes("eval", str(folder), "--predictions", predictions(folder, record))
    assert "[bold]Venn" in result.stdout
    assert "\x1b" not in result.stdout


def test_documents_without_a_record_count_and_are_said(quotes: Command, folder: Path) -> None:
    result = quotes("eval", str(folder), "--predictions", predictions(folder, {"id": "another"}))
    assert "1 of 1 documents have no record" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["eval"],
        ["eval", "nowhere"],
        ["eval", "gold", "--predictions", "nowhere.ndjson"],
        ["eval", "gold", "--gate"],
        ["eval", "--gate", "--predictions", "x"],
        ["eval", "gold", "--min-words", "0"],
    ],
)
def test_what_cannot_be_scored_is_a_usage_error(quotes: Command, folder: Path, arguments: list[str]) -> None:
    result = quotes(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1


def test_documents_are_parsed_where_no_predictions_are_given(quotes: Command, folder: Path) -> None:
    result = quotes("eval", str(folder), "--format", "json")
    (found,) = json.loads(result.stdout)["sets"]
    assert found["figures"]["quotes"]["found"] >= 3


def test_the_gate_passes_what_keeps_to_the_floors(quotes: Command, data: Path) -> None:
    ledger(data, {"set": "data/samples", "figure": "quotes.found", "at_least": 0, "measured": 1})
    result = quotes("eval", "--gate")
    assert result.exit_code == 0
    assert result.stdout == "held    data/samples quotes.found at least 0: 1\n"
    assert "1 floor held, 0 missed, 0 not checked" in result.stderr


def test_the_gate_fails_where_a_floor_is_missed_and_names_it(quotes: Command, data: Path) -> None:
    ledger(
        data,
        {"set": "data/samples", "figure": "quotes.found", "at_least": 2, "measured": 2},
        {"set": "data/samples", "figure": "furniture", "at_most": 0},
    )
    result = quotes("eval", "--gate")
    assert result.exit_code == 1
    assert "MISSED  data/samples quotes.found at least 2: 1" in result.stdout
    assert "error: floor missed: data/samples quotes.found at least 2, but it is 1" in result.stderr


def test_the_gate_says_loudly_what_it_could_not_check(quotes: Command, data: Path) -> None:
    ledger(
        data,
        {"set": "gold/harbour", "figure": "quotes.f1", "at_least": 0},
        {"set": "seeds", "figure": "x", "at_most": 1},
    )
    result = quotes("eval", "--gate")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "NOT CHECKED: 1 floor of gold/harbour" in result.stderr
    assert "NOT CHECKED: 1 floor of seeds" in result.stderr
    assert "2 not checked" in result.stderr


def test_gold_is_found_below_any_folder_that_is_named_and_gold_without_floors_is_said(
    quotes: Command, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "elsewhere" / "gold" / "harbour", gold())
    write(tmp_path / "elsewhere" / "unpinned", gold())
    monkeypatch.setenv(
        "QUOTES_GOLD", os.pathsep.join([str(tmp_path / "nowhere"), str(tmp_path / "elsewhere")])
    )
    ledger(data, {"set": "gold/harbour", "figure": "quotes.gold", "at_least": 5, "measured": 5})
    result = quotes("eval", "--gate")
    assert (result.exit_code, result.stdout) == (0, "held    gold/harbour quotes.gold at least 5: 5\n")
    assert "no floor is pinned for the gold in unpinned" in result.stderr


def test_a_floor_that_was_lowered_is_told_at_every_check(quotes: Command, data: Path) -> None:
    floor = {"set": "data/samples", "figure": "quotes.found", "measured": 9}
    reason = "the samples are fewer"
    ledger(data, {**floor, "at_least": 9}, {**floor, "at_least": 1, "lowered_because": reason})
    result = quotes("eval", "--gate")
    assert result.exit_code == 0
    assert f"this floor was lowered: data/samples quotes.found at least 1, because {reason}" in result.stderr


def test_a_changed_ledger_fails_the_gate(quotes: Command, data: Path) -> None:
    ledger(data, {"set": "data/samples", "figure": "quotes.f1", "at_least": 0.5, "measured": 0.9})
    text = (data / "floors.json").read_text(encoding="utf-8")
    (data / "floors.json").write_text(text.replace("0.5", "0.1"), encoding="utf-8")
    result = quotes("eval", "--gate")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "was changed" in result.stderr


def test_the_gate_writes_json(quotes: Command, data: Path) -> None:
    ledger(
        data,
        {"set": "data/samples", "figure": "furniture", "at_most": 0},
        {"set": "seeds", "figure": "furniture", "at_most": 0},
    )
    record = json.loads(quotes("eval", "--gate", "--format", "json").stdout)
    assert [(floor["set"], floor["value"], floor["held"]) for floor in record["floors"]] == [
        ("data/samples", 0, True),
        ("seeds", None, None),
    ]


@pytest.mark.slow
def test_the_samples_keep_to_our_floors(quotes: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUOTES_GOLD", "")
    result = quotes("eval", "--gate")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.count("held") > 10


def test_damage_is_measured_on_a_folder_of_texts(quotes: Command, tmp_path: Path) -> None:
    text = "Quay shut\n\n“We won’t open it,” Mara Venn said on Tuesday.\n\nThe guild of captains agreed.\n"
    (tmp_path / "quay.txt").write_text(text, encoding="utf-8")

    told = json.loads(quotes("eval", "--damage", str(tmp_path), "--format", "json").stdout)
    assert {row["damage"] for row in told["damages"]} >= {"read as Windows-1252", "wrapped in page furniture"}
    assert all(row["clean"] >= 1 and row["share_kept"] == 1.0 for row in told["damages"])
    assert "read as Windows-1252" in quotes("eval", "--damage", str(tmp_path)).stdout


def test_a_folder_without_texts_has_nothing_to_damage(quotes: Command, tmp_path: Path) -> None:
    assert quotes("eval", "--damage", str(tmp_path / "none")).exit_code == 2
    assert quotes("eval", "--damage", str(tmp_path), str(tmp_path)).exit_code == 2
