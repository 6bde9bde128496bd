"""The words that describe a speaker: which they are, and which stand nearest to a statement."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes import parse
from quotes.statement import Statement


def last(text: str) -> Statement:
    """The last statement of `text`, whose role stands where it says it does."""
    found = parse(text)
    statement = max((*found.quotes, *found.claims), key=lambda s: s.start)
    if statement.role_span is not None:
        assert text[slice(*statement.role_span)] == statement.role
    return statement


@pytest.mark.parametrize(
    ("text", "role"),
    [
        pytest.param("“We are open,” Ostravan Defence Minister Mara Venn said.", "Ostravan Defence Minister",
                     id="office before the name"),
        pytest.param("“We are open,” Mara Venn, a spokeswoman for the Harbour Union, said.",
                     "a spokeswoman for the Harbour Union", id="apposition"),
        pytest.param("“We are open,” said Mara Venn, head of the Tide Office.", "head of the Tide Office",
                     id="apposition at the end of the sentence"),
        pytest.param("“We are open,” Mara Venn, who heads the port authority, said.",
                     "who heads the port authority", id="a clause that tells what she does"),
        pytest.param("“We are open,” said Mara Venn, who was then finance minister.", "then finance minister",
                     id="an office of that time"),
        pytest.param("“We are open,” then finance minister Mara Venn said.", "then finance minister",
                     id="an office of that time before the name"),
        pytest.param("“We are open,” Mara Venn, 52, a farmer, said.", "a farmer", id="after the age"),
        pytest.param("“We are open,” Mara Venn – the mayor of Weir – said.", "the mayor of Weir",
                     id="dashes"),
        pytest.param("“We are open,” the mayor, Mara Venn, said.", "mayor",
                     id="name set off after the office"),
        pytest.param("“We are open,” said the local historian, Dr Mara Venn.", "local historian",
                     id="honorific between office and name"),
        pytest.param("“We are open,” said Gen. Mara Venn, who is Ostrava's army chief.",
                     "Ostrava's army chief", id="more than a rank"),
        pytest.param("Mara Venn is the mayor of Weir. “We are open,” Venn said.", "the mayor of Weir",
                     id="told in a sentence of its own"),
        pytest.param("“We are open,” Minister for Health Mara Venn said.", "Minister for Health",
                     id="a link in the office"),
        pytest.param("“We are open,” Mara Venn, the mayor of Weir, Ostrava, said.",
                     "the mayor of Weir, Ostrava",
                     id="a comma in the name of the place"),
        pytest.param("“We are open,” said Mara Venn, a farmer who lost her herd.", "a farmer",
                     id="without the clause that tells more"),
        pytest.param("“We are open,” said Mara Venn, one of the union's founders.",
                     "one of the union's founders",
                     id="one of several"),
        pytest.param("“We are open,” said Ostrava’s mayor, Mara Venn.", "Ostrava’s mayor",
                     id="curly possessive"),
        pytest.param("“We are open,” Mara Venn of the Harbour Institute said.", "of the Harbour Institute",
                     id="the body alone"),
    ],
)  # fmt: skip
def test_the_role_is_what_the_text_calls_the_speaker(text: str, role: str) -> None:
    assert last(text).role == role


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“We are open,” Mara Venn said.", id="nothing told"),
        pytest.param("“We are open,” Ms Mara Venn said.", id="courtesy"),
        pytest.param("“We are open,” Dr Mara Venn said.", id="a degree"),
        pytest.param("Oren Tollan, the mayor, came. “We are open,” Mara Venn said.", id="somebody else's"),
        pytest.param("The wife of President Oren Tollan came. “We are open,” Mara Venn said.",
                     id="somebody else's office"),
        pytest.param("They met Mara Venn, a source said. “We are open,” Venn said.",
                     id="a source after the name"),
        pytest.param("Mara Venn, the president said, was late. “We are open,” Venn said.",
                     id="a speaker set off after the name"),
        pytest.param("“Mayor Mara Venn is a fool,” Oren Tollan said. “We are open,” Venn said.",
                     id="what others call her"),
        pytest.param("The mayor of Weir and Mara Venn came. “We are open,” Venn said.", id="and"),
        pytest.param("Mara Venn, President Oren Tollan and others came. “We are open,” Venn said.",
                     id="a list"),
        pytest.param("“We are open,” Beijing said.", id="a country"),
    ],
)  # fmt: skip
def test_what_describes_nobody_or_another_is_no_role(text: str) -> None:
    assert last(text).role is None


def test_the_husband_of_a_minister_is_no_minister() -> None:
    assert last("“We are open,” the wife of President Oren Tollan said.").role != "President"
    assert last("The wife of President Oren Tollan left. “We are open,” Tollan said.").role == "President"


def test_of_several_descriptions_the_nearest_before_counts() -> None:
    text = (
        "Finance Minister Mara Venn came. “We are open,” Venn said.\n\n"
        "In May Venn, a candidate for the party's chair, resigned. “I am free,” she said.\n\n"
        "“Nobody knew,” said Venn, head of the mill."
    )
    roles = [quote.role for quote in parse(text).quotes]

    assert roles == ["Finance Minister", "a candidate for the party's chair", "head of the mill"]


def test_a_description_further_on_counts_where_none_stands_before() -> None:
    text = "“We are open,” Mara Venn said. It rained. Venn, the mayor of Weir, left."

    assert parse(text).quotes[0].role == "the mayor of Weir"


def test_a_mention_that_describes_a_person_is_the_role() -> None:
    quote = last("Foreign Minister Mara Venn came from Weir. “We are open,” the minister said.")

    assert (quote.speaker, quote.role) == ("Mara Venn", "the minister")


def test_a_mention_that_only_tells_the_age_is_none() -> None:
    assert last("Mara Venn, a farmer, came. “We are open,” the 34-year-old said.").role == "a farmer"


def test_somebody_without_a_name_is_the_words_used() -> None:
    quote = last("“We are open,” a senior official at the port said.")

    assert quote.role == "a senior official at the port"


def test_what_a_body_is_counts_too() -> None:
    assert last("“We are open,” Harbour Steel, a mining company, said.").role == "a mining company"


def test_what_all_of_several_are_is_their_role() -> None:
    assert last("“We are open,” analysts Mara Venn and Oren Tollan said.").role == "analysts"


@given(
    st.lists(
        st.sampled_from(
            ["Minister", "Mara Venn", ",", "the", "mayor", "who", "heads", "of", "and", "Mr", ".", "(", ")",
             "is", "a", "farmer", "Ostrava's", "“", "”", "said", "-", "52", "\n"]
        ),
        max_size=25,
    )
)  # fmt: skip
def test_no_order_of_words_breaks_the_promise_of_the_span(pieces: list[str]) -> None:
    text = " ".join([*pieces, ". “We are open,” Mara Venn said."])
    found = parse(text)

    for statement in (*found.quotes, *found.claims):
        for words, span in (
            (statement.role, statement.role_span),
            (statement.mention, statement.mention_span),
        ):
            assert (words is None) == (span is None)
            assert span is None or text[slice(*span)] == words
        assert statement.rests_on is None or 0 <= statement.rests_on[0] < statement.rests_on[1] <= len(text)
