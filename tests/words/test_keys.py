"""Forms of one word are found together, and different words apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes import lexicons
from quotes.words.asked import asked
from quotes.words.entries import entry
from quotes.words.keys import key


@pytest.mark.parametrize(
    "forms",
    [
        "cooperate cooperates cooperated cooperating",
        "co-operation cooperation co-operations",
        "co-operate cooperated co-operating",
        "ferry ferries",
        "country countries",
        "church churches",
        "box boxes",
        "house houses housed housing",
        "crisis crises",
        "virus viruses",
        "hero heroes",
        "shoe shoes",
        "movie movies",
        "woman women",
        "spokeswoman spokeswomen",
        "wife wives",
        "referendum referenda referendums",
        "saudi saudis",
        "plan plans planned planning",
        "plane planes",
        "declare declares declared declaring",
        "enter enters entered entering",
        "restore restored restoring",
        "try tries tried trying",
        "die dies died dying",
        "agree agrees agreed agreeing",
        "change changed changing",
        "hang hangs hanging hung",
        "create created creating",
        "treat treated treating",
        "visit visited visiting",
        "unite united uniting",
        "begin began begun beginning",
        "panic panicked panicking",
        "focus focused focussed focusing",
        "argue argues argued arguing",
        "defence defense defences",
        "colour color colours colored colouring",
        "favourite favorite favourites",
        "centre center centres centred centered centring",
        "organise organize organised organizing",
        "organisation organization organisations",
        "analyse analyze analysed analyzing",
        "travel travelled traveled travelling",
        "control controlled controlling",
        "traveller traveler travellers",
        "programme program programmes programmed",
        "catalogue catalog catalogues catalogued",
        "fulfil fulfill fulfilled",
        "labelled labeled label",
        "licence license licensed",
        "grey gray",
        "sceptical skeptical",
        "anaesthetists anesthetist",
        "manoeuvred maneuvered manoeuvring maneuver",
        "e-mail email e-mails emailed",
        "no-limits nolimits",
        "naïve naive",
    ],
)
def test_forms_of_one_word_have_one_key(forms: str) -> None:
    assert len({asked(form)[1] for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "cooperation cooperate cooper operation",
        "organization organ organize organic",
        "news new",
        "united unit",
        "evening even",
        "morning morn",
        "according accord",
        "plan plane plain",
        "car care",
        "human humane",
        "moral morale",
        "past paste",
        "aid aide",
        "franc france",
        "us u",
        "oman omen",
        "hamas hama",
        "politics politic",
        "goods good",
        "wells well",
        "downing down",
        "tyre tire",
        "tonne ton",
        "cheque check",
        "timbre timber",
        "four for",
        "minister ministry ministerial",
        "putin putinism",
        "iran iranian",
    ],
)
def test_different_words_have_different_keys(words: str) -> None:
    keys = [key(word) for word in words.split()]
    assert len(set(keys)) == len(keys)


@given(st.one_of(st.text(max_size=20), st.text("abcdefghilmnorstuy", max_size=14)))
def test_a_key_is_its_own_key(word: str) -> None:
    form = " ".join(entry(word).tokens.split())
    assert key(key(form)) == key(form)


def test_every_word_of_the_lists_has_its_own_key_and_both_spellings_one() -> None:
    for british, american in lexicons.table("spelling.txt", 2):
        assert key(british) == key(american) == key(key(american))
    for _, line in lexicons.sections("inflections.txt"):
        word, *forms = line.split()
        assert {key(form) for form in forms if not form.endswith("-")} <= {key(word)}


@pytest.mark.parametrize("name", ["spelling.txt", "inflections.txt"])
def test_no_line_of_a_list_stands_there_twice(name: str) -> None:
    lines = lexicons.lines(name)
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize("word", ["港口", "x", "9", "2024", "19th", "größe", "мир"])
def test_what_is_not_english_keeps_itself(word: str) -> None:
    assert key(entry(word).tokens) == entry(word).tokens.replace(" ", "")


@pytest.mark.parametrize("word", ["a" * 100_000 + "ing", "our" * 50_000 + "ed", "qu" * 50_000 + "ll"])
def test_what_is_too_long_for_a_word_keeps_itself(word: str) -> None:
    assert key(word) == word


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Ferries", ("ferries", "ferry")),
        ("co-operation", ("co operation", "cooperation")),
        ("Ostrava’s", ("ostrava s", "ostrava")),
        ("ministers'", ("ministers", "minister")),
        ("vice-ministers'", ("vice ministers", "viceminister")),
        ("U.S.", ("u s", None)),
        ("don't", ("don t", None)),
        ("3-4", ("3 4", None)),
        ("and/or", ("and or", None)),
        ("港口", ("港 口", None)),
        ("--", ("", None)),
        ("", ("", None)),
    ],
)
def test_what_a_typed_word_asks_for(typed: str, expected: tuple[str, str | None]) -> None:
    assert asked(typed) == expected


def test_an_entry_names_only_forms_that_are_not_their_own_key() -> None:
    found = entry("The harbour board co-operated")
    assert found.tokens == "the harbour board co operated"
    assert found.words == {
        ("harbor", "harbour"),
        ("operate", "operated"),
        ("cooperate", "co operated"),
    }
