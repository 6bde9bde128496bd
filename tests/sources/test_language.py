"""The language of documents and of their paragraphs."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes import read
from quotes.sources.language import language_of, languages_of

ENGLISH = (
    "Harbour minister Mara Venn told reporters on Monday that the northern quay stays closed until spring."
)
FRENCH = (
    "La ministre du port a déclaré lundi aux journalistes que le quai nord restera fermé jusqu’au printemps."
)
PARAGRAPHS = {
    "fr": FRENCH,
    "de": "Die Hafenministerin sagte am Montag, dass der Nordkai bis zum Frühjahr geschlossen bleibt.",
    "es": "La ministra del puerto dijo el lunes que el muelle seguirá cerrado hasta la primavera.",
    "pt": "A ministra do porto disse aos jornalistas que o cais ficará fechado até à primavera.",
    "it": "La ministra del porto ha detto lunedì che il molo resterà chiuso fino alla primavera.",
    "nl": "De havenminister zei maandag dat de noordkade tot het voorjaar gesloten blijft.",
    "ru": "Министр порта Мара Венн заявила журналистам, что причал останется закрытым до весны.",
    "ar": "قالت وزيرة الميناء مارا فين للصحفيين يوم الاثنين إن الرصيف الشمالي سيبقى مغلقا حتى الربيع.",
    "zh": "港口部长玛拉·文恩星期一对记者说，北码头将一直关闭到春天，领航员公会要求推迟。",
    "ja": "港湾大臣のマラ・ヴェンは月曜日、北埠頭は春まで閉鎖されると記者団に語った。",
    "ko": "마라 벤 항만부 장관은 월요일 기자들에게 북쪽 부두가 봄까지 폐쇄될 것이라고 말했다.",
    "el": "Η υπουργός λιμένων δήλωσε τη Δευτέρα στους δημοσιογράφους ότι η προβλήτα θα μείνει κλειστή.",
    "tr": "Liman bakanı Mara Venn gazetecilere kuzey rıhtımının bahara kadar kapalı kalacağını söyledi.",
}


@pytest.mark.parametrize(("code", "paragraph"), PARAGRAPHS.items(), ids=list(PARAGRAPHS))
def test_a_sentence_tells_its_language(code: str, paragraph: str) -> None:
    assert language_of(paragraph) == code


@pytest.mark.parametrize(
    "paragraph",
    [
        ENGLISH,
        ENGLISH.upper(),
        "“Nous ne l’ouvrirons pas un jour trop tôt, et ce n’est pas pour l’argent”, she said.",
        "In his «Le quai et la mer: histoire d’un port» Jean-Pierre Lacroix calls the storm a fable.",
        "The slogan “Die Hafenministerin muss gehen, und zwar heute noch” was painted on her wall.",
        "Venn said the word 码头, written on the wall, is what the pilots call the quay.",
    ],
)
def test_english_with_foreign_words_is_english(paragraph: str) -> None:
    assert language_of(paragraph) == "en"


@pytest.mark.parametrize(
    "paragraph",
    [
        "",
        "1931",
        "Le Quai d’Orsay",
        "He sang Naam gum jayega, Karoge yaad to, Meethe bol bole, Kisi nazar ko and Ek akela, among others.",
        "Rue de la Paix, 14",
        "Goalkeepers: Donis Escobar (Olimpia), Luis Lopez (Ostrava), Ricardo Canales (Vida), Petr Hozak",
        "https://harbourpost.example/le-quai-reste-ferme-jusqu-au-printemps-a-declare-la-ministre-du-port",
    ],
)
def test_names_and_short_lines_tell_nothing(paragraph: str) -> None:
    assert language_of(paragraph) is None


def test_a_french_paragraph_that_quotes_english_is_french() -> None:
    quotation = "« We will not open it a day too early, whatever the guild says »"
    paragraph = f"{quotation}, a déclaré la ministre du port aux journalistes, lundi soir."
    assert language_of(paragraph) == "fr"


def test_what_does_not_tell_has_the_language_of_its_neighbours() -> None:
    most, each = languages_of(["Mara Venn", ENGLISH, "1931", ENGLISH, FRENCH, "Ostrava", FRENCH, ENGLISH])
    assert most == "en"
    assert each == ["en", "en", "en", "en", "fr", "fr", "fr", "en"]


def test_between_two_languages_a_short_line_has_that_of_most() -> None:
    assert languages_of([ENGLISH, "Ostrava", FRENCH, FRENCH])[1] == ["en", "fr", "fr", "fr"]


def test_what_a_page_declares_counts_only_where_no_word_tells() -> None:
    assert languages_of(["Ostrava"], "fr-CA") == ("fr", ["fr"])
    assert languages_of([ENGLISH], "fr-CA") == ("en", ["en"])
    assert languages_of(["Ostrava"], "x" * 99) == (None, [None])
    assert languages_of([]) == (None, [])


@given(st.lists(st.text(), max_size=6))
def test_any_text_has_one_answer_a_paragraph(paragraphs: list[str]) -> None:
    most, each = languages_of(paragraphs)
    assert len(each) == len(paragraphs)
    assert all(lang is None or lang.isalpha() for lang in (most, *each))


def test_blocks_that_are_not_english_say_so() -> None:
    (document,) = read(f"{ENGLISH}\n\n{FRENCH}\n\n{PARAGRAPHS['ru']}\n\n{ENGLISH}\n".encode())
    assert document.lang == "en"
    assert [block.lang for block in document.blocks] == [None, "fr", "ru", None]


def test_a_document_in_french_is_marked_throughout() -> None:
    (document,) = read(f"Le quai\n\n{FRENCH}\n\nOstrava\n".encode())
    assert document.lang == "fr"
    assert {block.lang for block in document.blocks if block.start is not None} == {"fr"}


def test_an_english_text_never_loads_the_model() -> None:
    code = (
        "import sys; from quotes.sources.language import language_of;"
        f"assert language_of({ENGLISH!r}) == 'en'; sys.exit('py3langid' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_paragraph_without_spaces_takes_no_time() -> None:
    assert languages_of(["ä" * 4_000] * 20)[0] is None
