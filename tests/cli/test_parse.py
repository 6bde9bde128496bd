"""Records of files, without a library."""

import json
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from tests.cli.conftest import Command
from tests.cli.test_add import CALM, STRIKE


def records(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def test_each_document_is_a_record_of_its_own(quotes: Command, tmp_path: Path, database: str) -> None:
    (tmp_path / "b.txt").write_text(STRIKE, encoding="utf-8")
    (tmp_path / "a.txt").write_text(CALM, encoding="utf-8")

    result = quotes("parse", str(tmp_path), "--format", "ndjson")

    calm, strike = records(result.stdout)
    assert (result.exit_code, result.stderr) == (0, "")
    assert (calm["id"], strike["id"]) == ("a", "b")
    assert [quote["text"] for quote in strike["quotes"]] == [
        "Nobody asked us before the rota was changed,",
        "We will come back when somebody does.",
    ]
    assert not Path(database).exists()


def test_files_of_one_stem_are_told_apart(quotes: Command, tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.txt").write_text(CALM, encoding="utf-8")

    result = quotes("parse", "x", "y/page.txt", "-", input=CALM.encode())

    assert [record["id"] for record in records(result.stdout)] == ["page", "page~2", "stdin"]


def test_a_bad_file_costs_a_line_and_the_rest_is_parsed(quotes: Command, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text(CALM, encoding="utf-8")

    some = quotes("parse", "empty.txt", "good.txt")
    none = quotes("parse", "empty.txt", "missing.txt")

    assert (some.exit_code, none.exit_code) == (4, 1)
    assert [record["id"] for record in records(some.stdout)] == ["good"]
    assert some.stderr.startswith("error: ")
    assert none.stdout == ""


def test_every_quotation_stands_at_its_place_in_the_file(quotes: Command, tmp_path: Path) -> None:
    (tmp_path / "strike.txt").write_text(STRIKE, encoding="utf-8")

    (record,) = records(quotes("parse", "strike.txt").stdout)

    for statement in record["quotes"] + record["claims"]:
        assert STRIKE[statement["source_start"] : statement["source_end"]] == statement["text"]


def test_one_document_of_a_file_that_cannot_be_read_costs_a_line_and_the_rest_is_parsed(
    quotes: Command, tmp_path: Path
) -> None:
    mail = EmailMessage()
    mail["from"], mail["message-id"] = "edda@ports.example", "<1@ports.example>"
    mail.set_content(CALM)
    mail.add_attachment(b"%PDF-1.4 torn", maintype="application", subtype="pdf", filename="torn.pdf")
    mail.add_attachment(STRIKE, filename="strike.txt")
    (tmp_path / "mail.eml").write_bytes(mail.as_bytes())
    (tmp_path / "table.csv").write_text("text,title\nWe sail.,One\na,b,c\nWe land.,Two\n", encoding="utf-8")

    parsed = quotes("parse", "mail.eml", "table.csv")

    assert parsed.exit_code == 4
    assert [record["id"] for record in records(parsed.stdout)] == ["mail", "mail~2", "table", "table~2"]
    assert "mail.eml: torn.pdf: this PDF is damaged" in parsed.stderr
    assert "table.csv: row 3: 3 cells under 2 names of columns" in parsed.stderr
