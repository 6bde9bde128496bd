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


CHINESE = "港口今天关闭了。船长说：“我们不会提前开放。”市长在星期二的会议上告诉记者，资金已经到位。"
JAPANESE = (
    "港は今日閉鎖された。「早くは開けない」と船長は言った。市長は火曜日の会議で予算は確保されたと述べた。"
)
KOREAN = "항구는 오늘 문을 닫았다. “일찍 열지 않겠다”고 선장이 말했다. 시장은 예산이 마련되었다고 밝혔다."


@pytest.mark.parametrize(
    ("label", "text", "encoding"),
    [
        ("GB2312", CHINESE, "gb18030"),
        ("gbk", "鄭玥溎说：“不。”", "gb18030"),
        ("Big5", "港口今天關閉了，船長說：「我們不會提前開放。」", "big5hkscs"),
        ("EUC-KR", KOREAN, "cp949"),
        ("ks_c_5601-1987", KOREAN, "cp949"),
        ("Shift_JIS", JAPANESE, "cp932"),
        ("x-sjis", JAPANESE, "cp932"),
        ("ISO-2022-JP", JAPANESE, "iso2022_jp"),
        ("windows-1256", "الميناء مغلق حتى الربيع", "cp1256"),
        ("ISO-8859-1", "“Naïve”, she said – at the café.", "cp1252"),
        ("utf-16le", CHINESE, "utf-16-le"),
        ("UTF-16", CHINESE, "utf-16-le"),
    ],
)
def test_what_came_with_a_file_is_believed_as_browsers_do(label: str, text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), "quay.html", label)
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert decoded.evidence == "stated by what it came with"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CHINESE, "gb18030"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (KOREAN, "cp949"),
        (
            "Port jest zamknięty. Kapitan powiedział, że nie otworzą go wcześniej, niż naprawią ścianę.",
            "cp1250",
        ),
        ("Le port est fermé. « Nous ne l’ouvrirons pas », a déclaré le capitaine mardi.", "cp1252"),
        ("Mara Venn (王茅) said “no” on Tuesday — and the captain (港口) agreed with her.", "gb18030"),
        (
            "“We won’t,” she said. “It’s shut.” The guild’s “captains” agreed with her on Tuesday.",
            "mac_roman",
        ),
    ],
)
def test_an_encoding_that_nobody_states_is_guessed_and_said_to_be(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), "quay.txt")
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert decoded.evidence == "a guess by its bytes"


def test_the_order_of_belief_is_mark_then_bytes_then_what_came_then_the_page() -> None:
    page = '<?xml version="1.0" encoding="windows-1251"?><meta charset="koi8-r"><p>Гавань закрыта</p>'
    assert decode(codecs.BOM_UTF8 + page.encode(), "q", "koi8-r").evidence == (
        "byte order mark; not koi8-r, as stated by what it came with; not windows-1251, as stated by its XML "
        "declaration; not koi8-r, as stated by its meta tag"
    )
    assert decode(page.encode(), "q", "koi8-r").encoding == "utf-8"
    assert decode(page.encode("koi8-r"), "q", "koi8-r").text == page
    assert decode(page.encode("cp1251"), "q").evidence == (
        "stated by its XML declaration; not koi8-r, as stated by its meta tag"
    )


def test_a_statement_that_does_not_decode_is_passed_over() -> None:
    decoded = decode(TEXT.encode("cp1252"), "quay.txt", "utf-8")
    assert (decoded.text, decoded.encoding) == (TEXT, "cp1252")
    assert decoded.evidence == "a guess by its bytes; not utf-8, as stated by what it came with"


def test_utf_8_is_not_taken_for_what_is_wrongly_stated() -> None:
    assert decode(TEXT.encode(), "quay.txt", "windows-1252").text == TEXT
    assert decode("café été".encode(), "quay.txt", "gbk").text == "café été"
    assert decode("旅路".encode("gbk"), "quay.txt", "gbk").text == "旅路"


def test_one_broken_byte_does_not_undo_a_statement() -> None:
    original = CHINESE.encode("gb18030")
    decoded = decode(original[:50] + b"\xff" + original[50:], "quay.txt", "gb2312")
    assert decoded.encoding == "gb18030"
    assert decoded.text.endswith(CHINESE[-20:])
    assert decoded.warnings == ("1 characters could not be decoded and stand as \ufffd",)


@pytest.mark.parametrize("label", ["utf-7", "rot13", "idna", "no such thing", "", "é", "x" * 5000])
def test_a_label_that_is_none_changes_nothing(label: str) -> None:
    assert decode(TEXT.encode(), "quay.txt", label).evidence == "well-formed UTF-8"
    assert decode(b"The quay is shut.", "quay.txt", label).evidence == "nothing but ASCII"


@given(
    st.binary(max_size=300),
    st.sampled_from(["utf-8", "gbk", "big5", "utf-16", "iso-2022-jp", "koi8-r", "hz"]),
)
def test_any_bytes_with_any_statement_are_decoded_or_refused(original: bytes, label: str) -> None:
    try:
        decoded = decode(original, "quay.txt", label)
    except SourceError:
        return
    assert decoded.text == original.decode(decoded.encoding, errors="replace")


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
