"""`quotes eval --body`: letters of story and page, per document and in all; nothing is parsed."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.evaluation.making import write

STORY = (
    "Mara Venn told the harbour board that the ferries would stop at night.\n\n"
    "The pilots said that they would not."
)
PAGE = f"Skip to main content\n\n{STORY}\n\nShare this article\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    start, end = PAGE.index("Mara"), PAGE.index("would not.") + len("would not.")
    chrome = [[0, PAGE.index("\n")], [PAGE.index("Share"), len(PAGE) - 1]]
    gold = {"id": "ferry", "quotes": [], "body": [start, end], "chrome": chrome, "captions": []}
    return write(tmp_path / "gold", gold, PAGE)


def test_a_table_tells_each_document_and_all(quotes: Command, folder: Path) -> None:
    write(folder, {"id": "plain", "quotes": []}, STORY)
    result = quotes("eval", "--body", str(folder))
    assert (result.exit_code, result.stderr) == (0, "")
    lines = [line.split() for line in result.stdout.splitlines()]
    letters = str(sum(map(str.isalnum, STORY)))
    assert ["ferry", letters, "100.0%", "33", "0.0%", "0", "held"] in lines
    assert ["all", letters, "100.0%", "33", "0.0%", "0", "held"] in lines
    assert "plain" not in result.stdout
    assert "missed by 0" in result.stdout


def test_json_has_the_counts_of_each_document(quotes: Command, folder: Path) -> None:
    found = json.loads(quotes("eval", "--body", str(folder), "--format", "json").stdout)
    one = found["sets"][0]
    assert one["figures"]["kept"] == 1.0
    assert one["documents"][0]["document"] == "ferry"
    assert one["documents"][0]["holds"] is True


def test_finished_records_are_scored_and_a_missed_bar_is_shown(quotes: Command, folder: Path) -> None:
    answers = folder.parent / "answers.ndjson"
    block = {"kind": "body", "source_start": 0, "source_end": len(PAGE)}
    answers.write_text(json.dumps({"id": "ferry", "blocks": [block]}) + "\n", encoding="utf-8")
    result = quotes("eval", "--body", str(folder), "--predictions", str(answers))
    assert result.exit_code == 0
    assert "MISSED" in result.stdout
    assert "missed by 1" in result.stdout


def test_gold_that_states_no_body_is_a_mistake_of_the_user(quotes: Command, tmp_path: Path) -> None:
    folder = write(tmp_path / "gold", {"id": "plain", "quotes": []}, STORY)
    result = quotes("eval", "--body", str(folder))
    assert result.exit_code == 2
    assert "states a body" in result.stderr


def test_the_samples_keep_the_bars(quotes: Command) -> None:
    from quotes import paths

    result = quotes("eval", "--body", str(paths.data() / "samples"))
    assert "MISSED" not in result.stdout
