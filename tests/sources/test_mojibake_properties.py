"""Damage of every kind is undone where nothing was lost, and text that is right is never touched."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quotes.sources.decoding.mojibake import repaired

WORDS = st.sampled_from(
    "Venn said harbour naïve café été we A quays Noël São Ostrava’s Größe Łódź señor façade 2021 CO2".split()
)
SHAPES = st.sampled_from(
    [
        "{}",
        "{}",
        "“{}",
        "{}”",
        "{},”",
        "{}.”",
        "‘{}’",
        "“‘{}’”",
        "{}’s",
        "{}…",
        "{} —",
        "{}—quay",
        "{}–quay",
        "({})",
    ]
)
BEFORE_LETTERS = st.sampled_from(["{}", "“{}", "‘{}", "{}’s", "{}—quay", "{}–quay", "—{}", "£{}", "«{}"])
"""Where a letter follows a mark, GBK loses no byte."""
TEXTS = st.lists(st.builds(str.format, SHAPES, WORDS), min_size=1, max_size=8).map(" ".join)
EVIDENT = TEXTS.map("“We won’t,” {}".format)
"""Such texts with a few marks of their own: an accent alone may be what it seems."""
UNDEFINED = {0x81, 0x8D, 0x8F, 0x90, 0x9D}


def as_browsers_read(text: str) -> str:
    return "".join(
        chr(byte) if byte in UNDEFINED else bytes([byte]).decode("cp1252") for byte in text.encode()
    )


def mended(text: str) -> str:
    return repaired(text)[0].text


def ascii_letters(text: str) -> str:
    return "".join(character for character in text if character.isascii() and character.isalnum())


@given(TEXTS)
def test_utf_8_read_as_windows_1252_or_latin_1_is_undone(text: str) -> None:
    assert mended(as_browsers_read(text)) == text
    assert mended(text.encode().decode("latin-1")) == text


@given(TEXTS)
def test_damage_done_twice_is_undone_twice(text: str) -> None:
    assert mended(as_browsers_read(as_browsers_read(text))) == text


@given(EVIDENT, st.sampled_from(["cp1250", "mac_roman"]))
def test_utf_8_read_as_another_alphabet_is_undone(text: str, encoding: str) -> None:
    wrong = text.encode().decode(encoding, errors="replace")
    assume("\ufffd" not in wrong)
    assert mended(wrong) == text


@given(
    st.lists(st.builds(str.format, BEFORE_LETTERS, WORDS), min_size=1, max_size=8).map(" ".join),
    st.sampled_from(["gbk", "gb18030"]),
)
def test_utf_8_read_as_gbk_is_undone_where_no_byte_was_lost(text: str, encoding: str) -> None:
    text = f"“We won’t, {text}, she said"
    wrong = text.encode().decode(encoding, errors="replace")
    assume("\ufffd" not in wrong)
    assert mended(wrong) == text


@settings(max_examples=300)
@given(
    EVIDENT,
    st.sampled_from(["gbk", "gb18030", "cp1252", "cp1250", "latin-1", "mac_roman"]),
    st.sampled_from(["ignore", "replace"]),
)
def test_lost_bytes_cost_no_letter_and_invent_none(text: str, encoding: str, errors: str) -> None:
    text = "".join(character for character in text if character.isascii() or not character.isalpha())
    found = mended(text.encode().decode(encoding, errors=errors))
    assert ascii_letters(found) == ascii_letters(text)
    assert not any(character.isalpha() and not character.isascii() for character in found)


@given(TEXTS)
def test_text_that_is_right_is_left_alone(text: str) -> None:
    assert mended(text) == text


FOREIGN = [
    "港口今天关闭了，船长说：“我们不会提前开放。”——他又说：‘等到春天……’",
    "市长在星期二表示，维修费用为３００万元；工程师却说“不够”。《港口邮报》（第5版）",
    "船長說：「我們不會提前開放。」他又說：『等到春天──再說吧！』",
    "港は今日閉鎖された。「早くは開けない」と船長は言った……『春まで』？",
    "항구는 오늘 문을 닫았다. “일찍 열지 않겠다”고 선장이 말했다 — ‘봄까지’…",
    "Гавань закрыта. «Мы не откроем её раньше», — сказал капитан… “Нет”, — добавил он.",
    "Το λιμάνι είναι κλειστό. «Δεν θα το ανοίξουμε», είπε ο πλοίαρχος — ‘ποτέ’.",
    "الميناء مغلق. وقال القبطان: «لن نفتحه قبل الربيع»؛ فهل “يكفي” المال؟",
    "Le port est fermé : « Nous ne l’ouvrirons pas », a dit Noël — “jamais”, à Évry, où l’été…",
    "Der Hafen bleibt zu: „Nicht früher“, sagte Jürgen Größe – ‚niemals‘ … Übrigens: 5 €.",
    "O cais está fechado — “não abriremos”, disse João; São Brás, é à tarde.",
]
ENGLISH = [
    "“We won’t open it,” Venn said — “not yet”.",
    'Venn said: "No."',
    "The café’s owner paid £5 in 2021.",
]


@pytest.mark.parametrize("english", ENGLISH)
@pytest.mark.parametrize("foreign", FOREIGN)
def test_another_language_beside_english_is_left_alone(foreign: str, english: str) -> None:
    for text in (
        foreign,
        f"{english} {foreign}",
        f"{foreign}\n\n{english}\n\n{foreign}",
        f"Venn ({foreign}) said so.",
        f"{english[:-1]}{foreign}{english}",
    ):
        assert mended(text) == text


@given(
    st.text(alphabet="港口今天关闭了船长说我们不会提前开放，。：；！？“”‘’—…《》（）、 Venn2021", max_size=40)
)
def test_chinese_with_any_marks_is_left_alone(text: str) -> None:
    assert mended(text) == text


FOREIGN_WORDS = st.sampled_from(
    "Гавань закрыта ещё Ёлка капитан Le fermé À Évry où l’été ÇA Œuvre Größe łódź είναι ή القبطان 5".split()
)
FOREIGN_SHAPES = st.sampled_from(
    ["{}", "{},", "«{}»", "« {} »", "“{}”", "„{}“", "‚{}‘", "— {}", "{}…", "({})", "{}?!", "{} ;", "{}. –"]
)


@given(st.lists(st.builds(str.format, FOREIGN_SHAPES, FOREIGN_WORDS), max_size=8).map(" ".join))
def test_words_of_other_languages_with_any_marks_are_left_alone(text: str) -> None:
    assert mended(text) == text


@pytest.mark.parametrize("unit", ["Ã", "Ã ", "鈥", "鈥 x", "â€", "â€\ufffd", "Aa茅", "拢3 ", "“‘’”"])
def test_a_long_row_of_damage_is_read_to_its_end(unit: str) -> None:
    text, repairs = repaired(unit * 30_000)
    assert text.text
    assert all(repair.source_end <= 30_000 * len(unit) for repair in repairs)
