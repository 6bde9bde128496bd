import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quotes.document import Repair
from quotes.sources.decoding.mojibake import repaired

WORDS = st.sampled_from(["Venn", "said", "harbour", "naïve", "café", "été", "we", "A", "quays"])
OPENING = st.sampled_from(["“", "‘", "—", "– "])


def damaged(text: str, errors: str = "replace") -> str:
    """UTF-8 that some program took for GBK."""
    return text.encode("utf-8").decode("gbk", errors=errors)


def mended(text: str) -> str:
    return repaired(text)[0].text


@pytest.mark.parametrize("errors", ["replace", "ignore"])
@pytest.mark.parametrize(
    "text",
    [
        "“The quay is shut,” she said.",
        "“We won’t open it,” Venn said. “Not yet.”",
        "It was a “very short” and ‘rather odd’ meeting.",
        "“He told us ‘no’,” Brandt said.",
        "“He told us ‘never.’”",
        "The talks – the third this year – failed.",
        "From 2021–2025 the guild’s dues were €5 a head.",
        "The café’s owner, “née” Venn, left.",
        "“The captains’ guild agreed,” she said.",
        "The ’90s and “90 men” and £5.",
        "(“No,” she said.) She left.",
    ],
)
def test_gbk_damage_is_undone(text: str, errors: str) -> None:
    assert mended(damaged(text, errors)) == text


def test_a_question_mark_for_the_lost_bytes_has_eaten_the_space_too() -> None:
    assert mended("鈥淭he quay is shut,鈥?she said.") == "“The quay is shut,” she said."


def test_a_question_that_is_asked_keeps_its_mark() -> None:
    assert mended("鈥淲hy now鈥 he asked. 鈥淥r never鈥?") == "“Why now” he asked. “Or never”?"


def test_the_letter_in_a_damaged_character_has_its_place() -> None:
    text, repairs = repaired("So: 鈥淲e won鈥檛,鈥 he said.")
    assert text.text == "So: “We won’t,” he said."
    assert text.offsets.source_span(5, 6) == (5, 6)
    assert text.offsets.source_span(5, 14) == (5, 14)
    assert repairs == (
        Repair(4, 6, "鈥淲", "“W", guessed=False),
        Repair(11, 13, "鈥檛", "’t", guessed=False),
        Repair(14, 15, "鈥", "”", guessed=True),
    )


@given(st.lists(st.tuples(OPENING, WORDS), min_size=1, max_size=6))
def test_damage_before_letters_is_undone_exactly(pairs: list[tuple[str, str]]) -> None:
    text = " ".join(mark + word for mark, word in pairs) + " end"
    wrong = damaged(text)
    assume("\ufffd" not in wrong)
    assert mended(wrong) == text
    assert not any(repair.guessed for repair in repaired(wrong)[1])


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "cp1251", "mac_roman", "cp437"])
def test_single_byte_damage_is_undone(encoding: str) -> None:
    text = "“We won’t,” Venn said — “naïve, at best”."
    wrong = text.encode("utf-8").decode(encoding, errors="replace")
    assert mended(wrong) == text


def test_single_byte_damage_keeps_every_place() -> None:
    wrong = "So: “We won’t”".encode().decode("latin-1")
    text, _ = repaired(wrong)
    assert text.text == "So: “We won’t”"
    span = text.offsets.source_span(5, 11)
    assert span is not None
    assert wrong[span[0] : span[1]] == "We won"


@pytest.mark.parametrize("word", ["à la carte", "voilà !", "il va à Ostrava"])
def test_a_no_break_space_that_became_a_space_is_part_of_the_damage(word: str) -> None:
    wrong = f"été {word}".encode().decode("latin-1").replace("\xa0", " ")
    assert mended(wrong) == f"été {word}"


def test_chinese_that_was_read_as_latin_1_is_on_record() -> None:
    wrong = "港口新闻".encode("gb2312").decode("latin-1")
    text, repairs = repaired(f"{wrong}\n\nThe quay is shut.")
    assert text.text.startswith("港口新闻\n")
    assert repairs[0].repaired == "港口新闻"


@pytest.mark.parametrize(
    "text",
    [
        "港口今天关闭了，船长说：“我们不会提前开放。”",
        "他喝了茅台酒，去了芦苇荡，戴着帽子。",
        "港口今天關閉了，船長說：「我們不會提前開放。」",
        "港は今日閉鎖された。「早くは開けない」と船長は言った。",
        "항구는 오늘 문을 닫았다. “일찍 열지 않겠다”고 선장이 말했다.",
        "Гавань закрыта. «Мы не откроем её раньше», — сказал капитан.",
        "Le port est fermé. « Nous ne l’ouvrirons pas plus tôt », a dit Noël Brandt, née à Àlba.",
        "Der Hafen bleibt zu: „Nicht früher“, sagte Jürgen Größe. Ça, c’est ÉLÉGANT.",
        "Port jest zamknięty — „nie wcześniej”, powiedział Żółć. Ağrı’da İstanbul çığ.",
        "He drank VIP茅台 and 茅台 again with Venn茅.",
        "Mara Venn (王茅) said “no” — and left.",
    ],
)
def test_text_that_is_right_is_left_alone(text: str) -> None:
    assert repaired(text)[0].text == text
    assert repaired(text)[1] == ()


def test_real_chinese_beside_damage_is_left_alone() -> None:
    text = "“Wang (王茅) was here,” Venn said. 麻豆港口"
    wrong = damaged("“Wang (") + "王茅" + damaged(") was here,” Venn said. ") + "麻豆港口"
    assert mended(wrong) == text


@given(
    st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5, codec="gb2312"), max_size=60)
)
def test_chinese_characters_in_common_use_are_never_changed(text: str) -> None:
    assert repaired(text)[0].text == text


@given(st.text(max_size=60))
def test_any_text_is_mapped_and_on_record(text: str) -> None:
    mapped, repairs = repaired(text)
    changed = {index for repair in repairs for index in range(repair.source_start, repair.source_end)}
    for index, character in enumerate(mapped.text):
        place = mapped.offsets.source_span(index, index + 1)
        assert place is not None
        assert place[0] in changed or text[place[0]] == character
    assert all(text[repair.source_start : repair.source_end] == repair.damaged for repair in repairs)
