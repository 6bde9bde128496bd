"""Sheets and citations as files and streams: whole bytes on standard output, talk beside them."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from quotes.settings import library_url
from quotes.statement import Parse
from tests.cli import making
from tests.cli.conftest import Command
from tests.cli.test_search import on_a_terminal


def test_a_sheet_on_standard_output_is_a_csv(quotes: Command, ferries: str) -> None:
    result = quotes("export")

    rows = list(csv.DictReader(io.StringIO(result.stdout_bytes.decode())))
    assert [row["quotation"] for row in rows if row["quotation"]] == [
        "We will not sign a paper that nobody has read",
        "Not this year.",
        "floating bottleneck",
    ]
    assert [row["claim"] for row in rows if row["claim"]] == ["the ferries would stop at night"]
    assert result.stderr == "4 statements\n"


def test_ndjson_keeps_the_text_as_printed(quotes: Command, ferries: str) -> None:
    result = quotes("export", "paper", "--format", "ndjson")

    record = json.loads(result.stdout)
    assert record["text"] == "We will not sign a paper that nobody has read,"
    assert record["document"] == ferries


@pytest.mark.parametrize(
    ("name", "start"),
    [("a.csv", b"id,quotation"), ("a.XLSX", b"PK"), ("a.ndjson", b'{"'), ("a", b"id,quotation")],
)
def test_the_format_is_what_the_file_name_ends_in(
    quotes: Command, ferries: str, tmp_path: Path, name: str, start: bytes
) -> None:
    result = quotes("export", "-o", name)

    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(start)
    assert result.stderr == f"4 statements in {name}\n"


@pytest.mark.parametrize("name", ["a.pdf", "a.xls", "notes.d/a.txt"])
def test_a_file_name_of_another_kind_is_not_filled_with_csv(
    quotes: Command, ferries: str, tmp_path: Path, name: str
) -> None:
    result = quotes("export", "-o", name)

    assert result.exit_code == 2
    assert ".csv, .xlsx, .ndjson" in result.stderr
    assert not (tmp_path / name).exists()


def test_the_format_option_wins_over_the_file_name(quotes: Command, ferries: str, tmp_path: Path) -> None:
    for name in ("sheet.csv", "sheet.backup"):
        quotes("export", "--format", "xlsx", "--output", name)

        assert zipfile.is_zipfile(tmp_path / name)


def test_an_excel_file_goes_into_a_pipe_and_not_onto_a_terminal(quotes: Command, ferries: str) -> None:
    assert zipfile.is_zipfile(io.BytesIO(quotes("export", "--format", "xlsx").stdout_bytes))
    assert on_a_terminal(80, "export", "--format", "xlsx", code=2) == [""]


def test_a_byte_order_mark_where_asked_for(quotes: Command, ferries: str) -> None:
    assert quotes("export", "--bom").stdout_bytes.startswith(b"\xef\xbb\xbfid,")
    assert quotes("export").stdout_bytes.startswith(b"id,")


def test_export_takes_the_query_of_search(quotes: Command, ferries: str) -> None:
    result = quotes("export", "--speaker", "venn", "--kind", "direct", "nobody has read")

    assert result.stderr == "1 statement\n"
    assert quotes("export", "--speaker", "nobody at all").stdout.count("\n") == 1


def test_a_file_that_cannot_be_written_is_a_usage_error_and_leaves_nothing(
    quotes: Command, ferries: str, tmp_path: Path
) -> None:
    before = sorted(tmp_path.iterdir())

    result = quotes("export", "-o", "library")

    assert result.exit_code == 2
    assert sorted(tmp_path.iterdir()) == before


def test_citing_by_id_names_words_speaker_and_source(quotes: Command, ferries: str) -> None:
    first = making.ferries().quotes[0].id

    result = quotes("cite", first)

    note, empty, entry = result.stdout.splitlines()
    assert note.startswith("1. “We will not sign a paper that nobody has read.” Mara Venn, quoted in ")
    assert empty == ""
    assert "March 5, 2024" in entry


def test_a_denial_is_not_cited_as_what_was_denied(quotes: Command, database: str) -> None:
    page = making.document("Mara Venn denied she had sold the ferries. “Never,” Tomas Reyk said.")
    claim = making.statement(page, "she had sold the ferries", "indirect", "Mara Venn", cue="denied")
    sentence = (0, page.text.index(" “"))
    making.fill(library_url(), Parse(page, claims=(replace(claim, context_span=sentence),)))

    cited = quotes("cite", claim.id).stdout
    searched = quotes("search").stdout

    assert "Mara Venn denied she had sold the ferries. Mara Venn, paraphrased in" in cited
    assert "  claim (denied): she had sold the ferries\n" in searched


def test_ids_are_cited_in_the_order_asked_for(quotes: Command, ferries: str) -> None:
    first, second, third = (quote.id for quote in making.ferries().quotes)

    notes = quotes("cite", third[:8], first.upper(), second).stdout.splitlines()[:3]

    assert ["floating" in notes[0], "paper" in notes[1], "this year" in notes[2]] == [True, True, True]


def test_what_a_citation_lacks_is_said_with_the_command_that_fills_it(quotes: Command, ferries: str) -> None:
    result = quotes("cite", "--speaker", "reyk")

    assert result.stderr == (
        f"warning: {ferries} has no author or URL; "
        "to fill that in: quotes add FILE --author NAME --url URL (FILE is ferries.txt)\n"
    )
    assert "author" not in result.stdout


@pytest.mark.parametrize("style", ["chicago", "apa", "mla", "bibtex"])
def test_every_style_cites_a_query(quotes: Command, ferries: str, style: str) -> None:
    result = quotes("cite", "ferries", "--style", style)

    assert result.exit_code == 0
    assert "Harbour Post" in result.stdout


def test_a_word_that_looks_like_an_id_is_a_word(quotes: Command, ferries: str) -> None:
    page = making.document("“Quite so, the questioning is over,” Mara Venn said.", "quite.txt")
    quote = making.statement(page, "Quite so, the questioning is over,", "direct", "Mara Venn")
    making.fill(library_url(), Parse(page, quotes=(quote,)))

    assert "Quite so" in quotes("cite", "quite").stdout
    assert "Quite so" in quotes("cite", "questioning", "quite").stdout
    assert quotes("cite", "quilted").stderr == "0 of 0: no statement matches, nothing to cite\n"


def test_an_unknown_id_is_not_taken_for_a_word(quotes: Command, ferries: str) -> None:
    result = quotes("cite", making.ferries().quotes[0].id, "q2k7m2zzzzz")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "q2k7m2zzzzz" in result.stderr


def test_on_a_terminal_a_citation_is_one_line_to_copy(quotes: Command, ferries: str) -> None:
    lines = on_a_terminal(60, "cite", making.ferries().quotes[0].id)

    assert "quoted in" in lines[0]
    assert "2024" in lines[0]
