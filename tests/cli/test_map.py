"""Tables at the command line: `--map`, and rows that cannot be read."""

import json
from pathlib import Path

import pytest

from quotes.cli.columns import columns_of
from quotes.errors import UsageError
from tests.cli.conftest import Command

TABLE = "nr,worte,wer,tag\n1,“We stop.” said Oren Tollan.,The Harbour Post,2024-03-05\n2,,The Harbour Post,\n"
MAP = "text=worte,publisher=wer,published=tag"


def test_columns_are_named_in_one_option_or_several() -> None:
    wanted = {"text": "body text", "published": "date"}
    assert columns_of(["text=body text,published=date"]) == wanted
    assert columns_of([" text = body text ", "published=date"]) == wanted
    assert columns_of(None) == {}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["text"], "write it as PART=COLUMN"),
        (["text="], "write it as PART=COLUMN"),
        ([""], "write it as PART=COLUMN"),
        (["body=text"], "a column can be text, title"),
        (["text=a,text=b"], "given twice"),
        (["text=a", "text=b"], "given twice"),
    ],
)
def test_what_names_no_column_is_said(given: list[str], said: str) -> None:
    with pytest.raises(UsageError, match="--map") as raised:
        columns_of(given)
    assert said in str(raised.value)


def test_a_row_that_cannot_be_read_is_said_and_the_rest_is_written(quotes: Command, tmp_path: Path) -> None:
    (tmp_path / "articles.csv").write_text(TABLE)
    result = quotes("parse", "articles.csv", "--map", MAP)
    (record,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert record["metadata"]["publisher"]["value"] == "The Harbour Post"
    assert record["metadata"]["published"]["value"] == "2024-03-05"
    assert result.stderr == "error: articles.csv: row 3: no text in the column “worte”\n"
    assert result.exit_code == 4


def test_a_table_without_its_columns_named_says_how(quotes: Command, tmp_path: Path) -> None:
    (tmp_path / "articles.csv").write_text(TABLE)
    result = quotes("parse", "articles.csv")
    assert "--map text=COLUMN (it has nr, worte, wer, tag)" in result.stderr
    assert (result.stdout, result.exit_code) == ("", 1)


def test_rows_go_into_the_library_each_as_a_document(quotes: Command, tmp_path: Path) -> None:
    third = "3,“We start.” said Mara Venn.,Ostrava Tribune,2024-03-06\n"
    (tmp_path / "articles.csv").write_text(TABLE + third)
    result = quotes("add", "articles.csv", "--map", MAP)
    assert result.exit_code == 4
    assert "row 3: no text in the column “worte”" in result.stderr
    assert "We start." in quotes("search", "--speaker", "Venn").stdout
    again = quotes("add", "articles.csv", "--map", MAP)
    assert "2 already in the library" in again.stderr


def test_the_sheet_that_export_writes_is_not_taken_for_articles(quotes: Command, tmp_path: Path) -> None:
    (tmp_path / "articles.csv").write_text(TABLE)
    quotes("add", "articles.csv", "--map", MAP)
    for name, form in (("sheet.csv", "csv"), ("sheet.ndjson", "ndjson")):
        (tmp_path / name).write_text(quotes("export", "--format", form).stdout)
        result = quotes("add", name)
        assert "a sheet of statements from quotes export" in result.stderr, result.stderr
        assert result.exit_code == 1
