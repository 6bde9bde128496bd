"""Quote sheets as CSV (RFC 4180) that a spreadsheet opens without running anything."""

import csv
import io
import re
from collections.abc import Iterable
from typing import BinaryIO

from quotes.reports.columns import EXCEL_CELL_LIMIT, HEADER, Cell, Row, overlong

UTF8_BOM = b"\xef\xbb\xbf"

_FORMULA = re.compile("[\\s\"'“”‘’«»\u200b\ufeff\ufffd]*[=+\\-@\t\r＝＋－＠]")


def write_csv(rows: Iterable[Row], target: BinaryIO, *, bom: bool) -> tuple[str, ...]:
    """Write `rows` under a header in UTF-8, with a BOM where asked for (older Excel needs it).

    Returns a warning for each cell that Excel will not hold; the file has it whole.
    """
    warnings: list[str] = []
    if bom:
        target.write(UTF8_BOM)
    stream = io.TextIOWrapper(target, encoding="utf-8", newline="")
    try:
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(HEADER)
        for row in rows:
            writer.writerow([defused(cell) for cell in row])
            warnings += [
                f"{row[0]}: the {name} is longer than the {EXCEL_CELL_LIMIT:,} characters that a cell of "
                "Excel holds; the file has it whole"
                for name in overlong(row)
            ]
        stream.flush()
    finally:
        stream.detach()
    return tuple(warnings)


def defused(cell: Cell) -> Cell:
    """`cell` with an apostrophe before it where a spreadsheet would run it as a formula.

    The signs are those of OWASP's "CSV Injection" page with their full-width forms; spaces and
    quotation marks before the sign do not stop every spreadsheet.
    """
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
