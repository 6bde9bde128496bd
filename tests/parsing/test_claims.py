"""Claims: where what is reported without marks begins and ends, and the quotations in it."""

import pytest

from quotes import parse
from tests.parsing.reading import claims_of


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The weir, Mara Venn said, will hold for ever.", "The weir, Mara Venn said, will hold for ever"),
        ("For example, Mara Venn said, the weir will hold.", "the weir will hold"),
        (
            "The old weir, according to Mara Venn, an engineer, is safe.",
            "The old weir, according to Mara Venn, an engineer, is safe",
        ),
        ("Mara Venn said roughly six gates will be closed.", "roughly six gates will be closed"),
        ("The Weir Board promised to close the gates by May.", "to close the gates by May"),
        ("Mara Venn challenged the board to close the gates.", "the board to close the gates"),
        ("Mara Venn warned of a flood in the spring.", "a flood in the spring"),
        ("A new gate will be built, Mara Venn said at a meeting held on Monday.", "A new gate will be built"),
        ("The weir was closed, the board said following a long meeting.", "The weir was closed"),
        (
            "The weir is a model for the valley, Mara Venn said here on Friday.",
            "The weir is a model for the valley",
        ),
        ("Mara Venn said here on Friday that the weir is safe.", "the weir is safe"),
        ("Debt remains the main risk, Mara Venn said.", "Debt remains the main risk"),
        ("The Weir Board has since announced that the gates are closed.", "the gates are closed"),
        ("The weir was safe, Mara Venn said in a note that engineers called dry.", "The weir was safe"),
        ("The mayor, Mara Venn, said in a note that the weir is safe.", "the weir is safe"),
        ("Last year the board's chair, Mara Venn, said in a note that the weir is safe.", "the weir is safe"),
        (
            "The board ordered the millers to change the rules that bind them.",
            "the millers to change the rules that bind them",
        ),
    ],
)
def test_content_is_what_the_verb_reports(text: str, content: str) -> None:
    assert [claim for claim, _ in claims_of(text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "Mara Venn revealed the wording of a vote that would change the town.",
        "When the river rose in the old town, Mara Venn continued.",
        "Mara Venn said repeatedly.",
        "PORT ELLEN, Tuesday, 8 a.m. - “We will wait,” Mara Venn said.",
        "Mara Venn said early this month.",
        "Mara Venn told the board in an interview published on Tuesday.",
    ],
)
def test_what_only_looks_like_content_is_none(text: str) -> None:
    assert claims_of(text) == []


def test_claim_and_quotations_in_it_know_each_other() -> None:
    parsed = parse("Mara Venn said the weir was “unsafe” and would be “torn down at once”. “Soon,” she said.")
    (claim,) = parsed.claims
    first, second, other = parsed.quotes

    assert claim.quotes_inside == (first.id, second.id)
    assert (first.claim, second.claim, other.claim) == (claim.id, claim.id, None)


def test_a_quotation_in_two_claims_belongs_to_the_shorter() -> None:
    parsed = parse("Mara Venn told the board the weir was a “death trap” by now, officials said.")
    (quote,) = parsed.quotes
    around = [claim for claim in parsed.claims if quote.id in claim.quotes_inside]

    assert around
    assert quote.claim == min(around, key=lambda claim: claim.end - claim.start).id


def test_every_quotation_in_the_span_of_a_claim_is_linked() -> None:
    text = (
        "Mara Venn denied that the “old weir” had been “sold for nothing”, and said its owner, whom "
        "she called “a friend of the town”, had “paid in full”.\n\nOren Tollan claimed “nobody” had paid."
    )
    parsed = parse(text)
    for claim in parsed.claims:
        inside = {q.id for q in parsed.quotes if claim.start <= q.start and q.end <= claim.end}
        assert inside == set(claim.quotes_inside)
    assert {q.claim for q in parsed.quotes} - {None} <= {c.id for c in parsed.claims}


def test_a_denied_verb_that_ends_the_text_says_nothing() -> None:
    assert claims_of("Mara Venn not said") == []


def test_who_after_a_pronoun_in_an_apposition_is_the_name_before() -> None:
    text = "The hall was opened by Mara Venn, an admirer of both, who said the law had no view on it."

    assert claims_of(text) == [("the law had no view on it", "Mara Venn")]
