"""How a source stands to what is reported: a denial is never an assertion."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes import parse
from tests.parsing.reading import only_claim


@pytest.mark.parametrize(
    ("text", "stance", "evidence"),
    [
        ("Mara Venn said that the weir was safe.", "asserted", None),
        ("According to Mara Venn, the weir was safe.", "asserted", None),
        ("Mara Venn was quoted as saying that the weir was safe.", "asserted", None),
        ("Mara Venn not only said that the weir was safe.", "asserted", None),
        ("Mara Venn has repeatedly said that the weir was safe.", "asserted", None),
        ("Mara Venn denied that the weir was safe.", "denied", "denied"),
        ("Mara Venn has denied claims that the weir was safe.", "denied", "denied"),
        ("Mara Venn rejected the claim that the weir was safe.", "denied", "rejected"),
        ("Mara Venn dismissed reports that the weir was safe.", "denied", "dismissed"),
        ("Mara Venn did not say that the weir was safe.", "unsaid", "did not say"),
        ("Mara Venn didn’t say that the weir was safe.", "unsaid", "didn’t say"),
        ("Mara Venn has never claimed that the weir was safe.", "unsaid", "has never claimed"),
        ("Mara Venn did not deny that the weir was safe.", "unsaid", "did not deny"),
        ("Mara Venn refused to confirm that the weir was safe.", "unsaid", "refused to confirm"),
        ("Mara Venn repeatedly declined to say whether the weir was safe.", "unsaid", "declined to say"),
        ("Nobody said that the weir was safe.", "unsaid", "Nobody said"),
        ("Mara Venn may have said that the weir was safe.", "hedged", "may have said"),
        ("Mara Venn reportedly said that the weir was safe.", "hedged", "reportedly said"),
        ("Mara Venn hinted that the weir was safe.", "hedged", "hinted"),
        ("Mara Venn suggested that the weir was safe.", "hedged", "suggested"),
        ("Mara Venn asked whether the weir was safe.", "asked", "asked"),
        ("Mara Venn asked the council to open the weir.", "requested", "asked"),
        ("Mara Venn asked for a review of the old weir.", "requested", "asked for"),
        ("Mara Venn urged the council to open the weir.", "requested", "urged"),
        ("Mara Venn called for a review of the old weir.", "requested", "called for"),
    ],
)
def test_a_claim_says_how_it_was_put(text: str, stance: str, evidence: str | None) -> None:
    claim = only_claim(text)

    assert (claim.stance, claim.stance_evidence) == (stance, evidence)
    assert "weir" in claim.text


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Mara Venn denied that the weir was a “death trap”.", "denied"),
        ("Mara Venn denied that “the council had lied to all of us”.", "denied"),
        ("Mara Venn has never said that the weir was a “death trap”.", "unsaid"),
        ("“I was not there,” Mara Venn denied.", "asserted"),
        ("Mara Venn dismissed the report as “pure nonsense”.", "asserted"),
        ("Mara Venn dismissed the report: “It is nonsense from end to end.”", "asserted"),
        ("“Who will pay for the weir?” Mara Venn asked.", "asked"),
        ("“Go home,” Mara Venn urged.", "requested"),
        ("“We will pay for the weir,” Mara Venn said. “All of it.”", "asserted"),
    ],
)
def test_words_in_marks_are_the_speakers_unless_they_are_disowned(text: str, stance: str) -> None:
    assert parse(text).quotes[-1].stance == stance


@pytest.mark.parametrize(
    "text",
    [
        "Mara Venn did not disclose the price of the weir.",
        "It is worth noting that the weir was safe.",
        "Mara Venn believes that the weir is safe.",
        "Mara Venn hopes that the weir will hold.",
        "Mara Venn expects the weir to hold.",
        "Mara Venn wants the weir to be closed.",
        "Mara Venn feared that the weir would break.",
    ],
)
def test_what_was_not_said_but_thought_or_left_out_is_no_claim(text: str) -> None:
    assert parse(text).claims == ()


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(
        ["not", "never", "reportedly", "“", "denied", "said", "nobody", "refused to", "."]
    ).flatmap(
        lambda first: st.lists(
            st.sampled_from([first, "Mara Venn", "said", "that", "the weir was safe", ","]), max_size=9
        )
    )
)
def test_any_order_of_words_has_a_stance_with_its_evidence(words: list[str]) -> None:
    text = " ".join(words)
    parsed = parse(text)
    for statement in (*parsed.quotes, *parsed.claims):
        assert (statement.stance_evidence is None) == (statement.stance in ("asserted", None))
        assert statement.stance_evidence is None or statement.stance_evidence in text
