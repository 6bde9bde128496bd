import codecs
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import SourceError
from quotes.sources.decoding.charset import decode
from quotes.sources.limits import MAX_CHARACTERS

TEXT = "“We won’t,” Mara Venn said at the café — “not this year”, and left for Ostrava."


@pytest.mark.parametrize(
    ("original", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode("utf-8"), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-32"), "utf-32-le"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_encodings_are_told_and_named_as_python_does(original: bytes, encoding: str) -> None:
    decoded = decode(original, "quay.txt")
    assert decoded.encoding == encoding
    assert decoded.text == original.decode(encoding, errors="replace")
    assert decoded.text.lstrip("\ufeff") == TEXT


def test_line_ends_and_the_byte_order_mark_stay_in_the_decoded_file() -> None:
    decoded = decode(codecs.BOM_UTF8 + b"one\r\ntwo\rthree\n", "quay.txt")
    assert decoded.text == "\ufeffone\r\ntwo\rthree\n"


def test_a_russian_file_in_its_own_encoding_is_detected() -> None:
    text = "Гавань закрыта до весны. Капитан сказал, что её не откроют раньше, чем починят восточную стену."
    assert decode(text.encode("cp1251"), "quay.txt").text == text


def test_the_charset_of_an_html_page_is_believed() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Гавань</body></html>'
    assert decode(page.encode("cp1251"), "quay.html").text == page


def test_a_charset_that_does_not_exist_is_not() -> None:
    page = b'<meta charset="rot13"><p>The harbour is closed, says the caf\xe9.</p>'
    assert decode(page, "quay.html").text.endswith("café.</p>")


def test_a_few_broken_bytes_in_utf_8_are_reported_and_cost_nothing_else() -> None:
    original = ("“We won’t,” she said — “not yet”. ".encode() * 3) + b"\xff\xfe broken"
    decoded = decode(original, "quay.txt")
    assert decoded.encoding == "utf-8"
    assert decoded.text == original.decode("utf-8", errors="replace")
    assert decoded.warnings == ("2 characters could not be decoded and stand as \ufffd",)


def test_a_stray_nul_does_not_make_a_text_binary() -> None:
    assert "\x00" in decode(TEXT.encode() * 4 + b"\x00", "quay.txt").text


@pytest.mark.parametrize(
    ("original", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "white space"),
        (codecs.BOM_UTF8, "white space"),
        (b"%PDF-1.7 and so on", "PDF"),
        (b"PK\x03\x04 and so on", "ZIP"),
        (bytes(range(256)) * 20, "binary"),
        (b"text" + b"\x00" * 400, "binary"),
        (bytes(range(128, 256)) * 20, "no encoding"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(original: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=words) as refusal:
        decode(original, "quay.bin")
    message = str(refusal.value)
    assert message.startswith("quay.bin: ")
    assert "try again" in message
    assert "\n" not in message


def test_the_longest_document_is_read_and_one_character_more_is_not() -> None:
    longest = "a" * MAX_CHARACTERS
    assert len(decode(longest.encode(), "quay.txt").text) == MAX_CHARACTERS
    with pytest.raises(SourceError, match="5,000,000 characters"):
        decode((longest + "b").encode(), "quay.txt")


def test_length_is_counted_in_characters_not_bytes() -> None:
    assert len(decode(("é" * MAX_CHARACTERS).encode(), "quay.txt").text) == MAX_CHARACTERS


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(original: bytes) -> None:
    try:
        decoded = decode(original, "quay.txt")
    except SourceError:
        return
    assert decoded.text == original.decode(decoded.encoding, errors="replace")


def zipped(*members: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for member in members:
            archive.writestr(member, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("original", "kind"),
    [
        (b"%PDF-1.7 and so on", "a PDF"),
        (b"\xef\xbb\xbf\n%PDF-1.4", "a PDF"),
        (b"{\\rtf1\\ansi The quay}", "an RTF file"),
        (zipped("[Content_Types].xml", "word/document.xml"), "a Word file (DOCX)"),
        (zipped("xl/workbook.xml"), "an Excel file (XLSX)"),
        (zipped("mimetype", "META-INF/container.xml"), "an EPUB book"),
        (zipped("mimetype", "content.xml"), "an OpenDocument file"),
        (zipped("quay.txt"), "a ZIP archive"),
        (zipped(), "a ZIP archive"),
        (b"PK\x03\x04broken", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n\x00", "a PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a WebP image"),
        (b"\x00\x00\x00\x18ftypmp42", "a video or sound file"),
        (b"\x1f\x8b\x08\x00", "a gzip archive"),
    ],
)
def test_what_is_no_text_is_named_in_one_line(original: bytes, kind: str) -> None:
    with pytest.raises(SourceError) as caught:
        decode(original, "quay.dat")
    assert str(caught.value) == f"quay.dat: this is {kind}; save it as text or HTML and try again"


@pytest.mark.parametrize(
    "start", ["PK won the race.", "RIFF is a format.", "The bytes %PDF- open a PDF.", "BZ? So."]
)
def test_a_text_about_such_files_is_read(start: str) -> None:
    assert decode(start.encode(), "quay.txt").text == start
