"""Quote sheets as XLSX: text stays text, whatever it looks like."""

import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from tempfile import TemporaryFile
from typing import BinaryIO

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from quotes.reports.columns import COLUMNS, EXCEL_CELL_LIMIT, Row, excel_length, overlong

ROWS_PER_WORKSHEET = 1_048_575
"""Excel's 1,048,576 rows but the header."""
CUT_MARK = " […cut here]"
CREATED = datetime(1980, 1, 1)
"""Written as the file's date, as ZIP's own first day: the same statements give the same bytes."""

_NOT_XML = re.compile("[\ufffe\uffff]")
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_xlsx(
    rows: Iterable[Row], target: BinaryIO, *, per_worksheet: int = ROWS_PER_WORKSHEET
) -> tuple[str, ...]:
    """Write `rows` under a frozen header, going on in a further worksheet where one is full.

    Returns a warning for each cell that had to be cut to Excel's limit. Nothing reaches `target`
    before every row was had.
    """
    warnings: list[str] = []
    with TemporaryFile() as whole:
        with Workbook(whole, _OPTIONS) as workbook:
            workbook.set_properties({"created": CREATED})
            formats = _formats(workbook)
            worksheet = _worksheet(workbook, formats)
            for number, row in enumerate(rows):
                if number and number % per_worksheet == 0:
                    worksheet = _worksheet(workbook, formats)
                warnings += _write_row(worksheet, number % per_worksheet + 1, row)
        whole.seek(0)
        shutil.copyfileobj(whole, target)
    return tuple(warnings)


@dataclass(frozen=True, slots=True)
class _Formats:
    text: Format
    number: Format
    header: Format


def _formats(workbook: Workbook) -> _Formats:
    return _Formats(
        text=workbook.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
        number=workbook.add_format({"valign": "top"}),
        header=workbook.add_format({"num_format": "@", "bold": True, "valign": "top"}),
    )


def _worksheet(workbook: Workbook, formats: _Formats) -> Worksheet:
    number = len(workbook.worksheets()) + 1
    worksheet = workbook.add_worksheet("quotes" if number == 1 else f"quotes {number}")
    worksheet.freeze_panes(1, 0)
    for index, column in enumerate(COLUMNS):
        worksheet.set_column(index, index, column.width, formats.number if column.numeric else formats.text)
        worksheet.write_string(0, index, column.name, formats.header)
    return worksheet


def _write_row(worksheet: Worksheet, number: int, row: Row) -> list[str]:
    for index, cell in enumerate(row):
        if isinstance(cell, str):
            worksheet.write_string(number, index, _storable(cell))
        elif cell is not None:
            worksheet.write_number(number, index, cell)
    return [
        f"{row[0]}: the {name} is cut to the {EXCEL_CELL_LIMIT:,} characters that a cell of Excel holds; "
        "the csv and ndjson formats have it whole"
        for name in overlong(row)
    ]


def _storable(text: str) -> str:
    text = _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
    if excel_length(text) > EXCEL_CELL_LIMIT:
        text = _cut(text)
    # xlsxwriter takes what stands between these tags for its own markup and writes it unescaped.
    return text + " " if text.startswith("<r>") and text.endswith("</r>") else text


def _cut(text: str) -> str:
    room = EXCEL_CELL_LIMIT - len(CUT_MARK)
    units = text.encode("utf-16-le")[: 2 * room]
    return units.decode("utf-16-le", errors="ignore") + CUT_MARK
