"""Tables with a text in a column: a document a row, one bad row costing itself alone."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes import read
from quotes.errors import SourceError
from quotes.reports.columns import HEADER
from quotes.sources import limits
from quotes.sources.formats.registry import format_of
from quotes.sources.formats.table import FORMAT
from quotes.sources.reading import open_sources, read_source
from quotes.sources.source import ReadOptions, Source
from quotes.sources.tabular import delimited
from quotes.sources.tabular.columns import columns_of
from quotes.sources.tabular.lines import Lines
from quotes.sources.tabular.stated import dates_of

NONE = ReadOptions()


def read_all(data: bytes, name: str = "articles.csv", **columns: str) -> list[str]:
    """The text of each row, or the line that says why it has none."""
    options = ReadOptions(columns=columns)
    found = []
    for source in open_sources(data, options, name=name):
        try:
            found.append(read_source(source, options).text)
        except SourceError as error:
            found.append(str(error))
    return found


def test_a_row_is_a_document_with_its_own_bytes_and_place(tmp_path: Path) -> None:
    path = tmp_path / "articles.csv"
    path.write_bytes(b'\xef\xbb\xbfid,text,title\r\n1,"We stop,\r\nhe said.",One\r\n2,We start.,Two\r\n')
    first, second = open_sources(path, NONE)
    assert first.original == b'1,"We stop,\r\nhe said.",One'
    assert first.body == b"We stop,\r\nhe said."
    assert (first.name, first.place) == ("articles.csv#2", f"{path}#2")
    assert (second.name, second.original) == ("articles.csv#3", b"2,We start.,Two")
    document = read_source(second, NONE)
    assert document.original == b"2,We start.,Two"
    assert document.title.evidence == "column title: Two"
    assert document.offsets is None


def test_one_bad_row_cannot_stop_the_rest() -> None:
    table = b'text,title\n,One\na,b,c\n"opens,Two\nWe sail.,Three\n\nThe tide turns.\n'
    assert read_all(table) == [
        "articles.csv: row 2: no text in the column “text”",
        "articles.csv: row 3: 3 cells under 2 names of columns; "
        "put quotation marks around a text that has the delimiter in it",
        "articles.csv: row 4: a quotation mark opens a cell and never closes it",
        "We sail.",
        "The tide turns.",
    ]


def test_a_broken_line_of_json_costs_itself_alone() -> None:
    lines = b'{"text": "We sail."}\n{"text": "We\n[1]\n\n{"text": "We land."}\n'
    assert read_all(lines, "a.ndjson") == [
        "We sail.",
        "a.ndjson: line 2: is no JSON object",
        "a.ndjson: line 3: is no JSON object",
        "We land.",
    ]


def test_json_broken_off_in_an_array_gives_what_stands_before() -> None:
    found = read_all(b'[{"text": "We sail."},\n {"text": "We land."},\n {"text": "We', "a.json")
    assert found[:2] == ["We sail.", "We land."]
    assert "broken JSON from line 3 on" in found[2]
    assert len(found) == 3


def test_a_list_of_articles_may_be_wrapped_in_an_object() -> None:
    wrapped = b'{"status": "ok", "articles": [{"text": "We sail."}, {"text": "We land."}], "next": null}'
    assert read_all(wrapped, "a.json") == ["We sail.", "We land."]
    assert open_sources(wrapped, NONE, name="a.json")[1].original == b'{"text": "We land."}'
    article = " ".join(f"We sail on day {day}." for day in range(30))
    whole = f'{{"text": "{article}", "comments": [{{"text": "Well said."}}]}}'
    assert read_all(whole.encode(), "a.json") == [article]


def test_one_object_is_one_article() -> None:
    assert read_all(b'{"text": "We sail."}', "a.json") == ["We sail."]
    assert read_all(b'{\n "text": "We sail."\n}\n', "standard input") == ["We sail."]


def test_json_nested_too_deep_is_one_line() -> None:
    deep = b'[{"text": "We sail."}, ' + b'{"a":' * 50_000
    assert "broken JSON" in read_all(deep, "a.json")[1]
    with pytest.raises(SourceError):
        read_all(b'{"a":' * 50_000, "a.ndjson")


def test_what_json_writes_where_it_has_nothing_is_nothing() -> None:
    (source,) = open_sources(
        b'{"text": "We sail.", "title": null, "author": "None", "date": ""}', NONE, name="a.json"
    )
    assert source.stated.title.value is None
    assert source.stated.author.value is None
    assert source.stated.tags == source.stated.doubtful == ()


@pytest.mark.parametrize(
    ("header", "mapped", "said"),
    [
        ("nr,worte", {}, "--map text=COLUMN (it has nr, worte)"),
        ("nr,worte", {"text": "word"}, "no column “word” (it has nr, worte)"),
        (",".join(f"c{n}" for n in range(40)), {}, "and 28 more"),
        (",".join(HEADER), {}, "a sheet of statements from quotes export"),
    ],
)
def test_a_table_without_a_text_says_what_to_do(header: str, mapped: dict[str, str], said: str) -> None:
    with pytest.raises(SourceError) as raised:
        open_sources(f"{header}\n1,2\n".encode(), ReadOptions(columns=mapped), name="a.csv")
    assert said in str(raised.value)
    assert str(raised.value).startswith("a.csv: ")
    assert "\n" not in str(raised.value)


def test_columns_are_found_by_their_usual_names_and_by_what_the_user_says() -> None:
    table = b"Text,BODY,Head-line,pub date\nshort,We sail.,One,2024-03-05\n"
    assert read_all(table) == ["short"]
    assert read_all(table, text="body") == ["We sail."]
    (source,) = open_sources(table, NONE, name="a.csv")
    assert source.stated.title.value == "One"
    assert [date.value for date in source.stated.tags] == ["2024-03-05"]


@pytest.mark.parametrize(
    "text",
    [
        "KUALA LUMPUR: Ferries, buses and trains stopped, the ministry said.\n\nThe text is below.",
        "Text, title and date, he said, are what counts.\nHe said no more.",
        "Title: Ferries\nText: none",
        "“We sail,” said Mara Venn; “we land.”",
        "{curly} brackets, said Mara Venn",
        "[Laughter] {“text”: none}",
    ],
)
def test_prose_is_no_table(text: str) -> None:
    assert format_of(Source("a.txt", text.encode()), NONE) is not FORMAT


def test_a_table_under_another_name_is_told_by_its_columns() -> None:
    assert read_all(b"title;text;date\nOne;We sail.;2024-03-05\n", "standard input") == ["We sail."]
    assert read_all(b"worte;wann\nWe sail.;2024-03-05\n", "a.txt", text="worte") == ["We sail."]


def test_cells_in_html_are_read_as_html() -> None:
    words = (
        "The last ferry across the harbour will leave at ten from next month, the ministry said on Tuesday."
    )
    found = read_all(f'text\n"<p>{words}</p><p>{words[::-1]}</p>"\n'.encode())
    assert found == [f"{words}\n\n{words[::-1]}"]


def test_rows_over_the_limit_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quotes.sources.formats.table.MAX_ROWS", 2)
    assert read_all(b"text\nOne.\nTwo.\nThree.\nFour.\n")[2:] == [
        "articles.csv: more than 2 rows; split it to have the rest read"
    ]


def test_marks_that_never_close_are_not_read_over_and_over() -> None:
    rows = 20_000
    lines = Lines(b"text,title\n" + b'"a,b\n' * rows + b'"', "a.csv")
    assert sum(1 for _ in delimited.records_of(lines)) <= rows + 1


def test_a_table_may_be_larger_than_a_document(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    row = b"We sail. " * 1000
    count = limits.MAX_BYTES // len(row) + 2
    path.write_bytes(b"text,number\n" + b"".join(b"%s,%d\n" % (row, n) for n in range(count)))
    assert path.stat().st_size > limits.MAX_BYTES
    assert len(open_sources(path, NONE)) == count


def test_bytes_that_are_no_characters_stay_in_the_record() -> None:
    broken = "text\n“We sail” é é é é ".encode() + b"\xff\n"
    (source,) = open_sources(broken, NONE, name="a.csv")
    assert source.original.endswith(b"\xff")


@given(st.lists(st.tuples(st.text(min_size=1), st.text()), min_size=1, max_size=8))
def test_what_csv_writes_is_read_again(rows: list[tuple[str, str]]) -> None:
    rows = [(text.replace("\x00", ""), title.replace("\x00", "")) for text, title in rows]
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow(["text", "title"])
    writer.writerows(rows)
    try:
        data = target.getvalue().encode()
    except UnicodeEncodeError:
        return
    lines = Lines(b"\xef\xbb\xbf" + data, "a.csv")
    found = [(record.cells["text"], record.cells["title"]) for record in delimited.records_of(lines)]
    assert found == [row for row in rows if any(cell.strip() for cell in row)]


@given(st.lists(st.text(alphabet='a",\n\r;', max_size=30), max_size=20))
def test_no_byte_of_a_table_is_in_two_records(rows: list[str]) -> None:
    data = ("text,title\n" + "\n".join(rows)).encode()
    records = list(delimited.records_of(Lines(data, "a.csv")))
    position = 0
    for record in records:
        position = data.index(record.original, position) + len(record.original)


@pytest.mark.parametrize(
    ("cell", "dates"),
    [
        ("2024-03-05T23:30:00-05:00", ["2024-03-05"]),
        ("2024/3/5", ["2024-03-05"]),
        ("20240305", ["2024-03-05"]),
        ("20240305T0900", ["2024-03-05"]),
        ("5 March 2024", ["2024-03-05"]),
        ("Tue, 05 Mar 2024 09:00:00 GMT", ["2024-03-05"]),
        ("March 2024", ["2024-03"]),
        ("2024-03", ["2024-03"]),
        ("2024", ["2024"]),
        ("05.03.2024", ["2024-03-05"]),
        ("25/03/2024", ["2024-03-25"]),
        ("03/25/2024 9:00", ["2024-03-25"]),
        ("03/03/2024", ["2024-03-03"]),
        ("03/05/2024", ["2024-05-03", "2024-03-05"]),
        ("1709629200", ["2024-03-05"]),
        ("1709629200000", ["2024-03-05"]),
        ("1709629200.0", ["2024-03-05"]),
        ("45356", []),
        ("yesterday", []),
        ("31/31/2024", []),
        ("05/03/24", []),
    ],
)
def test_dates_of_cells(cell: str, dates: list[str]) -> None:
    assert [value for value, _ in dates_of(cell)] == dates


def test_an_ambiguous_date_is_listed_and_dates_nothing() -> None:
    (source,) = open_sources(b"text,date\nWe sail.,03/05/2024\n", NONE, name="a.csv")
    document = read_source(source, NONE)
    assert document.published.value is None
    assert {c.value for c in document.published.candidates} == {"2024-05-03", "2024-03-05"}
    assert document.published.candidates[0].evidence == "column date: 03/05/2024"


TOKENS = (
    *(
        b"text",
        b"title",
        b"path",
        b",",
        b";",
        b"\t",
        b'"',
        b"\n",
        b"\r\n",
        b"\r",
        b"{",
        b"}",
        b"[",
        b"]",
        b":",
    ),
    *(
        b'"text":',
        b'"a"',
        b"\xff",
        b"\xef\xbb\xbf",
        b"\x00",
        b"We sail.",
        b"1 of 2 DOCUMENTS\n",
        b"text,title\n",
    ),
)


@given(
    st.lists(st.sampled_from(TOKENS), max_size=40),
    st.sampled_from(["a.csv", "a.tsv", "a.json", "a.ndjson", "a.txt"]),
)
def test_whatever_is_in_a_table_it_is_read_or_one_line_says_why_not(parts: list[bytes], name: str) -> None:
    try:
        found = read_all(b"".join(parts), name)
    except SourceError as error:
        found = [str(error)]
    assert all("\n" not in line for line in found if line.startswith(name))


@pytest.mark.parametrize(
    "value",
    [
        b'{"meta": {"items": []}, "items": [{"text": "We sail."}]}',
        b'{"note": "\\"items\\": [", "items" : [{"text": "We sail."}]}',
    ],
)
def test_the_list_of_articles_is_found_where_its_name_comes_back(value: bytes) -> None:
    assert read_all(value, "a.json") == ["We sail."]


@pytest.mark.parametrize("length", [200_000, 2_000_000])
def test_a_list_of_addresses_with_a_long_first_record_is_a_manifest(length: int) -> None:
    record = b'{"url": "https://post.example/a", "note": "' + b"x" * length + b'"}\n'
    with pytest.raises(SourceError, match=r"^a\.ndjson: this table names files and holds no text"):
        read(record * 2, name="a.ndjson")


def test_names_of_columns_that_come_back_without_end_take_no_time() -> None:
    names = delimited.header_of("a," * 200_000 + "a (2),text\n")
    assert len(set(names)) == len(names) == 200_002
    assert columns_of(("text", "a." * 200_000), {}, "a.csv").of["text"] == "text"
