"""Quote sheets: golden bytes per format, and what spreadsheets do with hostile or long text."""

import csv
import io
import json
import os
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.document import DateCandidate
from quotes.errors import UsageError
from quotes.reports import sheet_xlsx
from quotes.reports.columns import EXCEL_CELL_LIMIT, HEADER, row_of
from quotes.reports.fragments import Links
from quotes.reports.sheet_csv import defused
from quotes.reports.sheets import SheetFormat, write_sheet
from quotes.statement import Alteration, Translation
from quotes.store.views import StoredStatement
from tests.reports.build import document, statement

QUOTE = statement(
    mention="she",
    cue="said",
    said_on="2023-03",
    via="Tideline",
    confidence=0.9371,
    stance="asserted",
    alterations=(Alteration("cut", 13, 16, "..."), Alteration("inserted", 20, 25, "[the]")),
    translated=Translation("in Ostravan", 70, 81),
    page="4–5",
    role="the harbour master",
    role_span=(33, 51),
    rests_on=(2, 8),
)
CLAIM = statement(
    "the port, and its crane, would close",
    "indirect",
    id="qbbbbbbbbbb",
    start=60,
    speaker=None,
    stance="denied",
    stance_evidence="denied",
    joint=("Mara Venn", "Oren Tollan"),
    context='Officials said "in March"\nthe port, and its crane, would close.',
    document=document(author=None, published=None, title="Say “no,” Again"),
)

HEADER_LINE = (
    "id,quotation,claim,speaker,said,said_precision,context,publisher,published,via,title,author,url,"
    "mention,cue,confidence,document,start,end,stance,stance_evidence,alterations,translated,in_claim,page,"
    "copies,copy_of,role,joint,checked,tags,note,document_tags,document_note,"
    "wikidata,authority_role,authority,link\r\n"
)


def written(statements: list[StoredStatement], format: SheetFormat, **options: Any) -> bytes:
    stream = io.BytesIO()
    write_sheet(statements, stream, format, **options)
    return stream.getvalue()


def cells(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def grid(data: bytes, sheet: int = 0) -> list[list[Any]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [[cell.value for cell in row] for row in book.worksheets[sheet].iter_rows()]


def test_golden_csv() -> None:
    assert written([QUOTE, CLAIM], "csv").decode() == (
        HEADER_LINE
        + "qaaaaaaaaaa,We will not pay twice,,Orsolya Brandt,2023-03,month,"
        + '"“We will not pay twice,” she said.",The Harbour Post,2023-03-14,Tideline,Harbour Dues Rise Again,'
        + "Mara Venn,https://harbourpost.example/dues,she,said,0.94,daaaaaaaaaa,10,32,"
        + "asserted,,cut ...; inserted [the],in Ostravan,,4–5,0,,the harbour master,,,,,,,,,,\r\n"
        + 'qbbbbbbbbbb,,"the port, and its crane, would close",,,,'
        + '"Officials said ""in March""\nthe port, and its crane, would close.",The Harbour Post,,,'
        + '"Say “no,” Again",,https://harbourpost.example/dues,,,,daaaaaaaaaa,60,96,denied,denied,,,,,0,'
        + ",,Mara Venn; Oren Tollan,,,,,,,,,\r\n"
    )


def test_golden_ndjson_keeps_the_comma_and_ends_lines_with_newline() -> None:
    data = written([QUOTE], "ndjson").decode()
    assert data == (
        '{"id": "qaaaaaaaaaa", "text": "We will not pay twice,", "kind": "direct", "start": 10, "end": 32, '
        '"source_start": null, "source_end": null, "speaker": "Orsolya Brandt", "speaker_type": "person", '
        '"unknown": null, "mention": "she", "mention_start": null, "mention_end": null, '
        '"mention_source_start": null, "mention_source_end": null, "cue": "said", "said_on": "2023-03", '
        '"said_evidence": null, "addressee": null, "via": "Tideline", "implicit": false, "utterance": null, '
        '"nested_in": null, "quotes_inside": [], "confidence": 0.9371, "claim": null, "stance": "asserted", '
        '"stance_evidence": null, "alterations": [{"kind": "cut", "start": 13, "end": 16, '
        '"source_start": null, "source_end": null, "text": "..."}, {"kind": "inserted", "start": 20, '
        '"end": 25, "source_start": null, "source_end": null, "text": "[the]"}], "translated": '
        '{"evidence": "in Ostravan", "start": 70, "end": 81, "source_start": null, "source_end": null}, '
        '"page": "4–5", "role": "the harbour master", "role_start": 33, "role_end": 51, '
        '"rests_on_start": 2, "rests_on_end": 8, "joint": [], "document": "daaaaaaaaaa", '
        '"speaker_id": "saaaaaaaaaa", "publisher": "The Harbour Post", "published": "2023-03-14", '
        '"title": "Harbour Dues Rise Again", "author": "Mara Venn", '
        '"url": "https://harbourpost.example/dues", "copies": 0, "copy_of": null, '
        '"checked": null, "tags": [], "note": null, "document_tags": [], '
        '"document_note": null, "authority": null, "link": null}\n'
    )


@pytest.mark.parametrize("format", ["csv", "xlsx", "ndjson"])
def test_each_statement_has_the_link_to_its_words_on_the_page(format: SheetFormat) -> None:
    texts = {QUOTE.document.id: "“Indeed. “We will not pay twice,” she said."}
    unseen = statement(document=document(url=None, id="dbbbbbbbbbb"))  # its text is not even asked for
    data = written([QUOTE, unseen], format, links=Links(texts.__getitem__))
    if format == "csv":
        links = [row["link"] or None for row in cells(data)]
    elif format == "xlsx":
        links = [row[-1] for row in grid(data)[1:]]
    else:
        links = [json.loads(line)["link"] for line in data.decode().splitlines()]
    assert links == ["https://harbourpost.example/dues#:~:text=We%20will%20not%20pay%20twice", None]


def test_golden_xlsx_cells_are_inline_text_under_a_frozen_header() -> None:
    with zipfile.ZipFile(io.BytesIO(written([QUOTE], "xlsx"))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' in sheet
    assert sheet[sheet.index('<c r="D2"') : sheet.index('<c r="G2"')] == (
        '<c r="D2" s="2" t="inlineStr"><is><t>Orsolya Brandt</t></is></c>'
        '<c r="E2" s="2" t="inlineStr"><is><t>2023-03</t></is></c>'
        '<c r="F2" s="2" t="inlineStr"><is><t>month</t></is></c>'
    )
    assert sheet[sheet.index('<c r="P2"') : sheet.index("</row></sheetData>")] == (
        '<c r="P2" s="3"><v>0.9399999999999999</v></c>'
        '<c r="Q2" s="2" t="inlineStr"><is><t>daaaaaaaaaa</t></is></c>'
        '<c r="R2" s="3"><v>10</v></c><c r="S2" s="3"><v>32</v></c>'
        '<c r="T2" s="2" t="inlineStr"><is><t>asserted</t></is></c>'
        '<c r="V2" s="2" t="inlineStr"><is><t>cut ...; inserted [the]</t></is></c>'
        '<c r="W2" s="2" t="inlineStr"><is><t>in Ostravan</t></is></c>'
        '<c r="Y2" s="2" t="inlineStr"><is><t>4–5</t></is></c>'
        '<c r="Z2" s="3"><v>0</v></c>'
        '<c r="AB2" s="2" t="inlineStr"><is><t>the harbour master</t></is></c>'
    )


def test_xlsx_holds_the_same_rows_as_text_and_numbers() -> None:
    header, quote, claim = grid(written([QUOTE, CLAIM], "xlsx"))
    assert tuple(header) == HEADER
    assert tuple(quote) == row_of(QUOTE)
    assert tuple(claim) == row_of(CLAIM)
    assert (quote[4], quote[8]) == ("2023-03", "2023-03-14")  # text, not dates
    assert quote[17:19] == [10, 32]


def test_the_same_statements_give_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = written([QUOTE, CLAIM], "xlsx")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert written([QUOTE, CLAIM], "xlsx") == first


@pytest.mark.parametrize("format", ["csv", "xlsx", "ndjson"])
def test_no_statements_leave_a_header_or_nothing(format: SheetFormat) -> None:
    data = written([], format)
    if format == "csv":
        assert data.decode() == HEADER_LINE
    elif format == "xlsx":
        assert [tuple(row) for row in grid(data)] == [HEADER]
    else:
        assert data == b""


def test_the_byte_order_mark_comes_first_and_only_where_asked_for() -> None:
    assert written([QUOTE], "csv", bom=True) == b"\xef\xbb\xbf" + written([QUOTE], "csv")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("We will not pay,", "We will not pay"),
        ("We will not pay.", "We will not pay."),
        ("pay, or leave", "pay, or leave"),
        ("pay,,", "pay,"),
        ("he said ‘no,’", "he said ‘no,’"),
        (",", ""),
    ],
)
def test_only_the_final_comma_of_a_quotation_is_the_reporters(text: str, shown: str) -> None:
    assert cells(written([statement(text)], "csv"))[0]["quotation"] == shown


def test_a_partial_quotation_is_a_quotation_and_a_claim_has_no_marks_around_it() -> None:
    partial, claim = cells(
        written([statement("no-limits,", "partial"), statement("a deal is near,", "indirect")], "csv")
    )
    assert (partial["quotation"], partial["claim"]) == ("no-limits", "")
    assert (claim["quotation"], claim["claim"]) == ("", "a deal is near,")


def test_an_unsure_date_never_reaches_a_date_column() -> None:
    unsure = document(published=None, published_candidates=(DateCandidate("2024-11-01", "day", "header"),))
    row = cells(written([statement(document=unsure, said_on=None, said_evidence="Wednesday")], "csv"))[0]
    assert row["said"] == row["said_precision"] == row["published"] == ""
    assert "2024-11-01" not in str(row)


@pytest.mark.parametrize(
    "text",
    [
        "=HYPERLINK(1)",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\tplain",
        " =1",
        "“=1",
        '"=1',
        "'=1",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "\n=1",
        "\ufeff=1",
    ],
)
def test_formulas_are_defused_in_csv_and_kept_as_text_in_xlsx(text: str) -> None:
    stored = statement(text, "indirect", document=document(title=text))
    row = cells(written([stored], "csv"))[0]
    assert row["claim"] == row["title"] == "'" + text
    book = openpyxl.load_workbook(io.BytesIO(written([stored], "xlsx")))
    cell = book.active["C2"]
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")


@pytest.mark.parametrize("text", ["a = b", "2023-03", "“We", "no - never", "q-1", "'tis", ""])
def test_plain_text_gets_no_apostrophe(text: str) -> None:
    assert defused(text) == text


def test_control_characters_and_carriage_returns_are_cleaned_in_both() -> None:
    stored = statement("a\x00b\x1b[2Jc\r\nd\re\ud800f\uffff", "indirect")
    shown = "a\ufffdb\ufffd[2Jc\nd\ne\ufffdf"
    assert cells(written([stored], "csv"))[0]["claim"].startswith(shown)
    assert grid(written([stored], "xlsx"))[1][2] == shown + "\ufffd"


def test_text_that_looks_like_the_spreadsheets_own_markup_stays_text() -> None:
    hostile = "<r><t>x</t></r><c><f>1+1</f></c><r></r>"
    stored = statement(hostile, "indirect", document=document(title="_x0041_"))
    row = grid(written([stored], "xlsx"))[1]
    assert row[2].strip() == hostile
    with zipfile.ZipFile(io.BytesIO(written([stored], "xlsx"))) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "_x005F_x0041_" in sheet  # or Excel would show "A"


def test_a_text_longer_than_a_cell_is_cut_in_xlsx_with_a_word_and_whole_elsewhere() -> None:
    text = "🐟" * 20_000  # two units each
    stream = io.BytesIO()
    warnings = write_sheet([statement(text, context="short")], stream, "xlsx")
    shown = grid(stream.getvalue())[1][1]
    assert warnings == (
        "qaaaaaaaaaa: the quotation is cut to the 32,767 characters that a cell of Excel holds; "
        "the csv and ndjson formats have it whole",
    )
    assert shown.endswith(" […cut here]")
    assert len(shown.encode("utf-16-le")) // 2 <= EXCEL_CELL_LIMIT
    assert "\ufffd" not in shown
    plain = io.BytesIO()
    assert (
        "longer than the 32,767 characters"
        in write_sheet([statement(text, context="short")], plain, "csv")[0]
    )
    csv.field_size_limit(1 << 20)
    assert cells(plain.getvalue())[0]["quotation"] == text
    assert write_sheet([statement(text)], io.BytesIO(), "ndjson") == ()


def test_a_text_of_exactly_a_cell_is_whole() -> None:
    stream = io.BytesIO()
    assert write_sheet([statement("a" * EXCEL_CELL_LIMIT, context="")], stream, "xlsx") == ()
    assert grid(stream.getvalue())[1][1] == "a" * EXCEL_CELL_LIMIT


def test_more_rows_than_a_worksheet_holds_go_on_in_the_next() -> None:
    rows = [row_of(statement(id=f"q{number}")) for number in range(5)]
    stream = io.BytesIO()
    sheet_xlsx.write_xlsx(iter(rows), stream, per_worksheet=2)
    shown = [[row[0] for row in grid(stream.getvalue(), sheet)] for sheet in range(3)]
    assert shown == [["id", "q0", "q1"], ["id", "q2", "q3"], ["id", "q4"]]


@pytest.mark.parametrize("format", ["csv", "xlsx", "ndjson"])
def test_a_sheet_goes_down_a_pipe(format: SheetFormat) -> None:
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as stream:
        write_sheet([QUOTE], stream, format)
    with os.fdopen(reading, "rb") as stream:
        assert stream.read() == written([QUOTE], format)


@pytest.mark.parametrize("format", ["csv", "xlsx", "ndjson"])
def test_a_stream_is_left_open(format: SheetFormat) -> None:
    stream = io.BytesIO()
    write_sheet([QUOTE], stream, format)
    stream.write(b"more")
    assert not stream.closed


def broken() -> Iterator[StoredStatement]:
    yield QUOTE
    raise RuntimeError("the library went away")


@pytest.mark.parametrize("format", ["csv", "xlsx", "ndjson"])
def test_a_failed_export_leaves_the_earlier_file_alone(tmp_path: Path, format: SheetFormat) -> None:
    target = tmp_path / "sheet"
    target.write_bytes(b"earlier")
    with pytest.raises(RuntimeError, match="went away"):
        write_sheet(broken(), target, format)
    assert target.read_bytes() == b"earlier"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_is_replaced_and_a_link_to_it_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "sheet.csv", tmp_path / "link.csv"
    target.write_bytes(b"earlier")
    link.symlink_to(target)
    write_sheet([QUOTE], link, "csv")
    assert link.is_symlink()
    assert target.read_bytes() == written([QUOTE], "csv")


def test_a_named_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_sheet([QUOTE], pipe, "csv")
    with os.fdopen(reading, "rb") as stream:
        assert stream.read() == written([QUOTE], "csv")
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_place_that_cannot_be_written_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^cannot write .*/absent/sheet\.csv: No such file or directory$"):
        write_sheet([QUOTE], tmp_path / "absent" / "sheet.csv", "csv")
    with pytest.raises(UsageError, match="Is a directory"):
        write_sheet([QUOTE], tmp_path, "csv")


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40), min_size=1, max_size=4))
def test_any_text_comes_back_from_csv_but_for_the_apostrophe(texts: list[str]) -> None:
    rows = cells(written([statement(text, "indirect") for text in texts], "csv"))
    for text, row in zip(texts, rows, strict=True):
        expected = row_of(statement(text, "indirect"))[2]
        assert row["claim"] in (expected, f"'{expected}")


def test_ndjson_lines_are_json_whatever_the_text() -> None:
    lines = written([statement("a\u2028b\nc"), CLAIM], "ndjson").decode().splitlines()
    assert [json.loads(line)["kind"] for line in lines] == ["direct", "indirect"]
