"""Where words that are sought stand in a text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.words.places import merged, placed, spans_of
from quotes.words.tokens import tokens

MARKS = "\u0301\u00ad\u200d\u202e\u064b\u0640\ufe0f\ud800"
LETTERS = st.text(
    st.sampled_from("aAéeßﬁİıǅ'’-_ \n.,“”²½①…كتשׁ한ᄒ\u1161\u11abｶﾞガがก็ม่ี北京हिन्दी😀" + MARKS), max_size=40
)


@given(st.one_of(LETTERS, st.text()))
def test_places_are_those_of_the_tokens(text: str) -> None:
    found = placed(text)

    assert [each.token for each in found] == tokens(text)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(before.start <= after.start for before, after in pairwise(found))


@given(st.text(st.characters(blacklist_categories=["Cs"]), max_size=30))
def test_a_place_holds_what_its_token_is_made_of(text: str) -> None:
    for each in placed(text):
        assert each.token in "".join(tokens(text[each.start : each.end]))


@pytest.mark.parametrize(
    ("text", "forms", "expected"),
    [
        ("Expand Co-operation now", ["cooperation", "co operation"], ["Co-operation"]),
        ("Coopera\u00adtion, coöperation", ["cooperation"], ["Coopera\u00adtion", "coöperation"]),
        ("Dvor\u030ca\u0301k spoke", ["dvorak"], ["Dvor\u030ca\u0301k"]),
        ("die Straße", ["strasse"], ["Straße"]),
        ("ﬁne ﬁre", ["fire"], ["ﬁre"]),
        ("no\n  limits", ["no limits"], ["no\n  limits"]),
        ("has been read", ["has read"], []),
        ("港口委员会", ["口 委"], ["口委"]),
        ("non-co-operation", ["co operation", "non co operation"], ["non-co-operation"]),
        ("operation", ["co operation"], []),
        ("anything", [""], []),
    ],
)
def test_forms_are_found_with_their_letters_in_the_text(
    text: str, forms: list[str], expected: list[str]
) -> None:
    assert [text[start:end] for start, end in spans_of(placed(text), forms)] == expected


def test_a_beginning_is_found_at_the_start_of_words_alone() -> None:
    text = "Ferries ferry; transferred. The no-limits ferret"
    assert [text[a:b] for a, b in spans_of(placed(text), ["ferr"], prefix=True)] == [
        "Ferries",
        "ferry",
        "ferret",
    ]
    assert [text[a:b] for a, b in spans_of(placed(text), ["no lim"], prefix=True)] == ["no-limits"]


def test_spans_that_overlap_are_one() -> None:
    assert merged([(4, 9), (0, 5), (9, 12)]) == [(0, 9), (9, 12)]
