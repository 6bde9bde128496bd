"""Writes the PDF files of the corpus; run once: python tests/corpus/make_pdf.py

A small writer of our own, so that each file has exactly the structure that it is to show.
"""

import io
import textwrap
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from pypdf import PdfReader, PdfWriter

FOLDER = Path(__file__).parent / "pdf"
WIDTH, HEIGHT, MARGIN = 595, 842, 72


@dataclass
class Sheet:
    """One page: lines as (x, y, size, text), and whether it is a picture."""

    lines: list[tuple[float, float, float, str]] = field(default_factory=list)
    picture: bool = False

    def put(self, x: float, y: float, text: str, size: float = 11) -> None:
        self.lines.append((x, y, size, text))

    def flow(self, text: str, y: float, *, columns: int = 76, x: float = MARGIN, size: float = 11) -> float:
        """Lines of `text` (its own, or wrapped), down from `y`; returns where the next would stand."""
        lines = text.split("\n") if "\n" in text else textwrap.wrap(text, columns, break_on_hyphens=False)
        for line in lines:
            self.put(x, y, line, size)
            y -= size * 1.25
        return y


def pdf(
    sheets: list[Sheet], info: dict[str, str] | None = None, labels: str = "", compress: bool = True
) -> bytes:
    """The bytes of a PDF with these pages; `labels` is the array of a /PageLabels number tree."""
    objects: list[bytes] = [
        b"",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
    ]
    picture = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
    picture += b" /BitsPerComponent 8 /Length 1 >>"
    objects.append(picture + b"\nstream\n\x80\nendstream")
    kids = []
    for sheet in sheets:
        drawn = b"q 500 0 0 700 50 70 cm /P Do Q\n" if sheet.picture else b""
        for x, y, size, text in sheet.lines:
            shown = text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
            drawn += f"BT /F {size:g} Tf {x:g} {y:g} Td (".encode() + shown + b") Tj ET\n"
        data = zlib.compress(drawn) if compress else drawn
        packed = b" /Filter /FlateDecode" if compress else b""
        objects.append(b"<< /Length %d%s >>\nstream\n" % (len(data), packed) + data + b"\nendstream")
        kids.append(len(objects) + 1)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F 3 0 R >> /XObject << /P 4 0 R >> >> >>".encode()
        )
    numbered = f" /PageLabels << /Nums [{labels}] >>" if labels else ""
    objects[0] = f"<< /Type /Catalog /Pages 2 0 R{numbered} >>".encode()
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>".encode()
    fields = " ".join(f"/{key} ({value})" for key, value in (info or {}).items())
    objects.append(f"<< {fields} >>".encode("cp1252"))
    return _file(objects)


def _file(objects: list[bytes]) -> bytes:
    written, offsets = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(written))
        written += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\n"
    start = f"startxref\n{len(written)}\n%%EOF\n"
    return written + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}{start}".encode()


def locked(plain: bytes, password: str, owner: str) -> bytes:
    """The file encrypted (AES, 128 bits)."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(plain)))
    writer.encrypt(password, owner, algorithm="AES-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def report() -> list[Sheet]:
    """Three pages with running heads, hyphens at line ends and a paragraph over the end of a page."""
    one, two, three = (Sheet() for _ in range(3))
    for number, sheet in enumerate((one, two, three), start=1):
        sheet.put(MARGIN, 800, "Quayside Institute | Harbour Dues and the Small Boat")
        sheet.put(480, 40, f"Page {number} of 3", 9)
    y = one.flow("Harbour Dues and the\nSmall Boat", 740, size=22)
    one.flow("By Mara Venn", y - 8)
    y = one.flow(
        "The Republic of Ostrava has raised its harbour dues four times since the co-\n"
        "operation treaty was signed. Boats under nine metres now pay as much as a fer-\n"
        "ry did ten years ago, and the well-known fleet of Port Ellen has shrunk to thir-\n"
        "teen boats. Nobody in the ministry would say why the small boats pay the most.",
        y - 50,
    )
    y = one.flow(
        "“We pay for a crane that lifts nothing of ours,” said Tomas Reyk, who has fished\n"
        "from Port Ellen for thirty years. “If the dues rise once more, the well-\n"
        "known fleet will be a photograph in the harbour office, and the long-\n"
        "term plan of the board will have nobody left to read it.”",
        y - 10,
    )
    y = one.flow(
        "The board disagrees. Its treasurer, Ilse Okoro, told the institute in a letter that\n"
        "cooperation between the ports “has made every berth cheaper to run, and the",
        y - 10,
    )
    y = two.flow(
        "savings are being passed on to those who use the harbour the most,” and that a\n"
        "ferry brings in more in one morning than all small boats do in a month. The letter\n"
        "does not say which berths those are, nor who counted the boats in the morning.",
        740,
    )
    two.flow(
        "Dues were first charged in the year of the great storm, when the breakwater had to\n"
        "be built again from the sea bed up. They were to end once it was paid for.1 They did\n"
        "not end. The breakwater was paid for eleven years later, and the dues have paid for\n"
        "lamps, a slipway, two cranes and a hall since then.",
        y - 10,
    )
    two.flow("1 Minutes of the harbour board, kept in the town archive of Port Ellen.", 90, size=8)
    y = three.flow("What the small boats ask", 740, size=15)
    three.flow(
        "Orsolya Brandt, who speaks for the owners of the small boats, wants dues by length\n"
        "and by weight. “Charge us for the water we take up,” she said at the meeting on\n"
        "14 March. “A rowing boat needs no crane.”",
        y - 10,
    )
    return [one, two, three]


def short(*paragraphs: str) -> Sheet:
    sheet, y = Sheet(), 760.0
    for paragraph in paragraphs:
        y = sheet.flow(paragraph, y) - 10
    return sheet


NOTE = (
    "The ferry to Port Ellen will stop at night from the first of May, the harbour board said on Monday. "
    "It blamed the price of oil and a want of pilots.",
    "“Nobody sails at three in the morning for pleasure,” said Mara Venn, the chair of the board. "
    "“We would rather keep the morning boat.”",
)


def two_columns() -> Sheet:
    sheet = Sheet()
    sheet.flow("Two views of one crane", 760, size=18)
    left = """The new crane of Port Ellen can be
seen from every window of the town,
and the town has two minds about
it. “It is the first thing that visi-
tors see,” said Edda Marsh, who sells
postcards by the quay. “I cannot
draw it, and they will not buy a
card without it.” Her shelf has three"""
    right = """hundred cards from before the crane
was built. The harbour board holds
that the view is a matter of taste.
“A port without a crane is a pond,”
said Tomas Reyk of the board, and he
added that the crane has brought in
two ships a week since the spring,
which pay for the lamps."""
    sheet.flow(left, 710, x=60)
    sheet.flow(right, 710, x=320)
    return sheet


def front_matter() -> list[Sheet]:
    cover, preface, first, second = (Sheet() for _ in range(4))
    cover.put(MARGIN, 600, "The Tides of Ostrava", 24)
    preface.put(MARGIN, 760, "Preface", 15)
    preface.flow(
        "This book was begun in a storm. “Write it down,” my father said, “before the water does.”", 730
    )
    preface.put(290, 40, "ii", 9)
    for sheet, number, text in (
        (first, 1, NOTE[0] + " The morning boat will stay, and so will the boat at noon."),
        (second, 2, NOTE[1]),
    ):
        sheet.put(290, 40, str(number), 9)
        sheet.flow(text, 760)
    return [cover, preface, first, second]


def main() -> None:
    """Write every file."""
    FOLDER.mkdir(exist_ok=True)
    stated = {
        "Title": "Harbour Dues and the Small Boat",
        "Author": "Mara Venn",
        "CreationDate": "D:20240318091500+01'00'",
        "ModDate": "D:20240502120000Z",
    }
    whole = pdf(report(), stated)
    note = pdf([short(*NOTE)], {"Title": "Microsoft Word - night-ferry_v3.doc", "Author": "user1"})
    broken = pdf([short(*NOTE)], compress=False)
    files = {
        "report.pdf": whole,
        "roman-front-matter.pdf": pdf(front_matter(), labels="0 << /S /r >> 2 << /S /D >>"),
        "two-columns.pdf": pdf([two_columns()]),
        "word-title.pdf": note,
        "scanned.pdf": pdf([Sheet(picture=True), Sheet(picture=True)]),
        "scanned-appendix.pdf": pdf([short(*NOTE), Sheet(picture=True)]),
        "locked-for-changes.pdf": locked(note, "", "harbour"),
        "locked.pdf": locked(note, "tides", "harbour"),
        "broken-table.pdf": broken.replace(b"startxref\n", b"startxref\n9"),
        "truncated.pdf": whole[: len(whole) // 3],
        "not-a-pdf.pdf": b"%PDF-1.7\nThe harbour board keeps its files in a drawer.\n",
        "page-bomb.pdf": pdf([short(*NOTE)]).replace(b"/Kids [6 0 R]", b"/Kids [" + b"6 0 R " * 4000 + b"]"),
    }
    for name, content in files.items():
        (FOLDER / name).write_bytes(content)


if __name__ == "__main__":
    main()
