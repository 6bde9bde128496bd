"""Word files: what of them is text, and containers that are traps. (Whole files: the corpus.)"""

import io
import struct
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from quotes import read
from quotes.document import BLOCK_QUOTATION
from quotes.errors import SourceError
from quotes.sources.word.text import passages

CORPUS = Path(__file__).parent.parent / "corpus"


def texts(inner: str) -> list[str]:
    """The paragraphs of a body with this markup."""
    return [passage.text for passage in passages(parse_xml(f"<w:body {nsdecls('w')}>{inner}</w:body>"))]


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (f"<w:p>{run('a ')}<w:hyperlink>{run('link')}</w:hyperlink></w:p>", "a link"),
        (f"<w:sdt><w:sdtContent><w:p>{run('in a control')}</w:p></w:sdtContent></w:sdt>", "in a control"),
        (f"<w:p>{run('a')}<w:r><w:tab/></w:r>{run('b')}</w:p>", "a b"),
        (f"<w:p>{run('a')}<w:r><w:br/></w:r>{run('b')}</w:p>", "a\nb"),
        (f"<w:p>{run('a')}<w:r><w:br w:type='page'/></w:r>{run('b')}</w:p>", "ab"),
        (f"<w:p>{run('a')}<w:r><w:instrText> PAGE </w:instrText></w:r>{run('b')}</w:p>", "ab"),
        (f"<w:p><w:moveFrom>{run('gone')}</w:moveFrom><w:moveTo>{run('here')}</w:moveTo></w:p>", "here"),
        (f"<w:p><w:ins><w:del>{run('gone')}</w:del>{run('kept')}</w:ins></w:p>", "kept"),
        (f"<w:p>{run('well')}<w:r><w:noBreakHyphen/></w:r>{run('known')}</w:p>", "well-known"),
        (f"<w:p>{run('co')}<w:r><w:softHyphen/></w:r>{run('operate')}</w:p>", "cooperate"),
    ],
)
def test_the_text_is_as_it_reads_with_all_changes_accepted(inner: str, text: str) -> None:
    assert texts(inner) == [text]


def test_a_text_box_is_a_paragraph_of_its_own_and_stands_once() -> None:
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent><w:p>{run('in a box')}</w:p></w:txbxContent>"
    both = f"<mc:Choice><w:pict>{box}</w:pict></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
    markup = f'<mc:AlternateContent xmlns:mc="{compatible}">{both}</mc:AlternateContent>'
    assert texts(f"<w:p>{run('before')}<w:r>{markup}</w:r>{run(' after')}</w:p>") == [
        "before after",
        "in a box",
    ]


def test_words_that_a_style_sets_off_are_a_block_quotation() -> None:
    (document,) = read(CORPUS / "docx" / "report.docx")
    set_off = [document.text[b.start : b.end] for b in document.blocks if b.reason == BLOCK_QUOTATION]
    assert set_off == ["Charge us for the water we take up. A rowing boat needs no crane."]


def test_every_line_of_words_that_are_set_off_is() -> None:
    file = docx.Document()
    file.add_paragraph("Mara Venn, the minister of ports, told the harbour board on Monday:")
    words = file.add_paragraph(style="Quote").add_run("The dues stay.")
    words.add_break()
    words.add_text("The queue will be gone.")
    file.add_paragraph("The board then voted, and the meeting was closed by its chair at noon.")
    file.save(stream := io.BytesIO())
    (document,) = read(stream.getvalue(), name="x.docx")
    set_off = [document.text[b.start : b.end] for b in document.blocks if b.reason == BLOCK_QUOTATION]
    assert set_off == ["The dues stay.", "The queue will be gone."]


def test_the_head_of_the_pages_is_kept_beside_the_text() -> None:
    (document,) = read(CORPUS / "docx" / "report.docx")
    assert [b.words for b in document.blocks if b.kind == "furniture"] == ["Quayside Institute"]
    assert document.published.value is None
    assert [candidate.value for candidate in document.published.candidates] == ["2024-03-18"]


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def test_too_many_parts_are_refused() -> None:
    with pytest.raises(SourceError, match=r"^x\.docx: 6,001 parts are in this file"):
        read(zipped({"word/document.xml": b"", **{f"word/{n}": b"" for n in range(6_000)}}), name="x.docx")


def test_a_part_that_lies_about_its_size_is_read_no_further() -> None:
    content = bytearray(zipped({"word/document.xml": b" " * 2_000_000, "[Content_Types].xml": b""}))
    content[22:26] = struct.pack("<I", 10)
    place = content.index(b"PK\x01\x02") + 24
    content[place : place + 4] = struct.pack("<I", 10)
    with pytest.raises(SourceError, match=r"^x\.docx: [^\n]+$"):
        read(bytes(content), name="x.docx")


def test_a_locked_part_is_said_to_be_locked() -> None:
    content = bytearray(zipped({"word/document.xml": b"x"}))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(SourceError, match="locked with a password"):
        read(bytes(content), name="x.docx")


def test_a_file_of_another_kind_with_that_name_is_told_by_its_content() -> None:
    (document,) = read("“We sail at noon,” said Mara Venn on the quay.".encode(), name="note.docx")
    assert document.media_type == "text/plain"


def test_a_long_file_is_read_whole() -> None:
    file: Any = docx.Document()
    for number in range(2_000):
        file.add_paragraph(f"Boat {number} left the quay of Port Ellen in the rain.")
    stream = io.BytesIO()
    file.save(stream)
    (document,) = read(stream.getvalue(), name="long.docx")
    assert document.text.count("\n\n") == 1_999
