import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import SourceError
from quotes.sources.decoding import MAX_CHARACTERS, decode

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
