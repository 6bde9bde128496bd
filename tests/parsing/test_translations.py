"""Words that a text says were translated, and whose they are."""

import pytest

from quotes import parse
from quotes.statement import Parse


def told(text: str) -> list[tuple[str, str | None]]:
    """The statements of `text`, each with the words that say it was translated."""
    parsed: Parse = parse(text)
    statements = sorted((*parsed.quotes, *parsed.claims), key=lambda s: s.start)
    return [(s.text, s.translated.evidence if s.translated else None) for s in statements]


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("“We will wait,” Mara Venn said through an interpreter.", "through an interpreter"),
        ("“We will wait,” Mara Venn said via a court translator.", "via a court translator"),
        ("“We will wait,” said Mara Venn, the mayor, in Spanish.", "in Spanish"),
        ("“We will wait,” Mara Venn told reporters in fluent Swahili.", "in fluent Swahili"),
        ("“We will wait,” Mara Venn said in a statement in French on Monday.", "in a statement in French"),
        (
            "“We will wait,” Mara Venn said in an Arabic-language broadcast.",
            "in an Arabic-language broadcast",
        ),
        ("Speaking in Mandarin, Mara Venn said “we will wait”.", "Speaking in Mandarin"),
        ("In Hausa, Mara Venn said “we will wait”.", "In Hausa"),
        ("“We will wait,” Mara Venn said in sign language.", "in sign language"),
        ("“We will wait,” Mara Venn said (translated from the Urdu).", "translated from the Urdu"),
        (
            "“We will wait,” Mara Venn wrote, according to a translation by the Harbour Post.",
            "according to a translation by the Harbour Post",
        ),
        (
            "“We will wait,” Mara Venn said in remarks translated by the Harbour Post.",
            "translated by the Harbour Post",
        ),
        (
            "Speaking with the help of an interpreter, Mara Venn said “we will wait”.",
            "with the help of an interpreter",
        ),
    ],
)
def test_the_text_says_that_words_were_translated(text: str, evidence: str) -> None:
    quote = parse(text).quotes[0]

    assert quote.translated is not None
    assert quote.translated.evidence == evidence
    assert text[quote.translated.start : quote.translated.end] == evidence


@pytest.mark.parametrize(
    "text",
    [
        "“We will wait,” said Mara Venn, the French foreign minister.",
        "“We will wait,” Mara Venn said in English.",
        "“We will wait,” Mara Venn said in Spanish and English.",
        "“We will wait,” Mara Venn said in Spanish Harbour.",
        "“We will wait,” said Mara Venn, who reads novels in French.",
        "“She spoke in Spanish through an interpreter,” Mara Venn said.",
        "Mara Venn said the book was printed in French.",
        "Mara Venn reacted to an Arabic-language interview. “We will wait,” she said.",
        "“We will wait,” Mara Venn said of a newly-published Arabic-language interview.",
        "“We will wait,” said Mara Venn, a translator.",
        "“Promises have not translated into votes,” Mara Venn said.",
    ],
)
def test_nothing_else_says_so(text: str) -> None:
    assert {evidence for _, evidence in told(text)} == {None}


def test_a_claim_says_so_too() -> None:
    assert told("Mara Venn told reporters in Spanish that the weir would hold.") == [
        ("the weir would hold", "in Spanish")
    ]


def test_the_evidence_goes_with_the_verb_before_it() -> None:
    assert told("“Yes,” Mara Venn said in Portuguese, and “never,” said Oren Tollan.") == [
        ("Yes,", "in Portuguese"),
        ("never,", None),
    ]


def test_it_holds_for_the_same_utterance_and_occasion() -> None:
    text = (
        "“We will wait,” Mara Venn said through an interpreter. “We are not tired.”\n\n"
        "Oren Tollan said the weir was old.\n\n"
        "“Nobody is tired,” Venn said."
    )
    assert told(text) == [
        ("We will wait,", "through an interpreter"),
        ("We are not tired.", "through an interpreter"),
        ("the weir was old", None),
        ("Nobody is tired,", "through an interpreter"),
    ]


@pytest.mark.parametrize(
    "later",
    [
        "“It will hold,” Venn said in English.",
        "“It will hold,” Venn told The Harbour Post.",
        "“It will hold,” Venn said in a letter.",
    ],
)
def test_another_occasion_is_not_translated(later: str) -> None:
    text = f"“We will wait,” Mara Venn said through an interpreter.\n\n{later}"

    assert told(text) == [("We will wait,", "through an interpreter"), ("It will hold,", None)]


def test_far_away_it_no_longer_holds() -> None:
    filler = "\n\n".join(f"The weir has gate {number}." for number in range(4))
    text = f"“We will wait,” Mara Venn said in Polish.\n\n{filler}\n\n“It will hold,” Venn said."

    assert told(text)[-1] == ("It will hold,", None)


def test_a_turn_says_so_beside_its_label() -> None:
    text = (
        "JUDGE LYLE: Were you there?\n\nMS VENN: (through interpreter) I was not.\n\n"
        "JUDGE LYLE: Where were you?\n\nMS VENN: At home."
    )
    assert [bool(evidence) for _, evidence in told(text)] == [False, True, False, False]
