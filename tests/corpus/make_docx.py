"""Writes the Word files of the corpus; run once: python tests/corpus/make_docx.py"""

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

FOLDER = Path(__file__).parent / "docx"
FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def written(build: Callable[[Any], None], *, title: str = "", author: str = "") -> bytes:
    """The bytes of a file with what `build` puts into it."""
    file = docx.Document()
    properties = file.core_properties
    properties.title, properties.author = title, author
    properties.created = datetime(2024, 3, 18, 9, 15, tzinfo=UTC)
    properties.modified = datetime(2024, 5, 2, 12, 0, tzinfo=UTC)
    build(file)
    stream = io.BytesIO()
    file.save(stream)
    return smaller(stream.getvalue())


def smaller(content: bytes, **changed: bytes | None) -> bytes:
    """The file without the picture of its template, with parts put in place of others ("word__document")."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            key = part.filename.removesuffix(".xml").replace("/", "__")
            data = changed.get(key, old.read(part))
            if data is not None and not part.filename.startswith("docProps/thumbnail"):
                new.writestr(
                    zipfile.ZipInfo(part.filename, (2024, 3, 18, 9, 15, 0)), data, zipfile.ZIP_DEFLATED
                )
            elif part.filename.startswith("docProps/thumbnail"):
                new.writestr(zipfile.ZipInfo(part.filename, (2024, 3, 18, 9, 15, 0)), b"")
    return stream.getvalue()


def report(file: Any) -> None:
    """A report with a head, a block quotation, a table, hyphens of both kinds and a footnote."""
    file.sections[0].header.paragraphs[0].text = "Quayside Institute"
    file.add_paragraph("Harbour Dues and the Small Boat", style="Title")
    file.add_heading("What the boats pay", 1)
    paragraph = file.add_paragraph(
        "The dues rose again in spring. “Nobody asked us,” said Tomas Reyk, a fisher"
    )
    run = paragraph.add_run()._r
    run.append(OxmlElement("w:noBreakHyphen"))
    paragraph.add_run("man of Port Ellen, whose co")
    paragraph.add_run()._r.append(OxmlElement("w:softHyphen"))
    paragraph.add_run("operative has thirteen boats.")
    file.add_paragraph(
        "Charge us for the water we take up. A rowing boat needs no crane.", style="Intense Quote"
    )
    file.add_paragraph("So Orsolya Brandt put it to the harbour board.")
    table = file.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, (("Berth", "Dues"), ("North quay", "forty crowns")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    file.add_paragraph("The board meets again in May.")
    notes = parse_xml(
        f"<w:footnotes {nsdecls('w')}><w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r><w:r>"
        "<w:t>Minutes of the harbour board, kept in the town archive.</w:t></w:r></w:p></w:footnote>"
        "</w:footnotes>"
    )
    part = XmlPart(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        notes,
        file.part.package,
    )
    file.part.relate_to(part, FOOTNOTES)


def changes(file: Any) -> None:
    """Tracked changes: words put in and taken out, a paragraph whose end was taken out, a comment."""
    paragraph = file.add_paragraph("The ferry will stop at ")
    add(paragraph, "w:del", "noon", "w:delText")
    add(paragraph, "w:ins", "night", "w:t")
    paragraph.add_run(", the harbour board said on Monday. “Nobody sails at three in the morning")
    end = OxmlElement("w:rPr")
    end.append(OxmlElement("w:del"))
    paragraph._p.get_or_add_pPr().append(end)
    file.add_paragraph(" for pleasure,” said Mara Venn, the chair of the board.")
    gone = file.add_paragraph()
    add(gone, "w:del", "This sentence was struck out by everybody who read it.", "w:delText")
    kept = file.add_paragraph()
    add(kept, "w:ins", "The morning boat stays, she added.", "w:t")
    file.add_comment(kept.runs or file.paragraphs[0].runs, text="Ask her which one.", author="Edda Marsh")


def add(paragraph: Any, change: str, text: str, holder: str) -> None:
    """A run of `text` inside a tracked change."""
    outer, run, inner = OxmlElement(change), OxmlElement("w:r"), OxmlElement(holder)
    inner.text = text
    inner.set(qn("xml:space"), "preserve")
    run.append(inner)
    outer.append(run)
    paragraph._p.append(outer)


def note(file: Any) -> None:
    """Two plain paragraphs."""
    file.add_paragraph(
        "The ferry to Port Ellen will stop at night from the first of May, the board said on Monday."
    )
    file.add_paragraph(
        "“Nobody sails at three in the morning for pleasure,” said Mara Venn, the chair of the board."
    )


def main() -> None:
    """Write every file."""
    FOLDER.mkdir(exist_ok=True)
    plain = written(note)
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        body = archive.read("word/document.xml").decode()
    entities = (
        '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]>'
    )
    head, rest = body.split("?>", 1)
    trap = f"{head}?>{entities}{rest.replace('for pleasure', 'for &c;&d;pleasure')}"
    files = {
        "report.docx": written(report, title="Harbour Dues and the Small Boat", author="Mara Venn"),
        "tracked-changes.docx": written(changes, author="user"),
        "entities.docx": smaller(plain, word__document=trap.encode()),
        "broken-xml.docx": smaller(plain, word__document=body[: len(body) // 2].encode()),
        "bomb.docx": smaller(plain, word__document=body.encode() + b" " * 20_000_000),
        "truncated.docx": plain[: len(plain) // 2],
        "without-text.docx": written(lambda file: None),
    }
    for name, content in files.items():
        (FOLDER / name).write_bytes(content)
    # What Word writes for a file with a password: an OLE container that holds the encrypted package.
    package = "EncryptedPackage".encode("utf-16-le")
    (FOLDER / "locked.docx").write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016) + package + bytes(512)
    )


if __name__ == "__main__":
    main()
