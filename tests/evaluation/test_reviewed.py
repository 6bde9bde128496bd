"""Error rates from random draws, on judgements few enough to reckon by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.evaluation.intervals import wilson
from quotes.evaluation.reviewed import Reading, Share, Verdict, reviewed, sentence


def verdict(number: int, kind: str = "direct", confidence: float | None = 0.9, **judged: bool) -> Verdict:
    told = {"right": True, "speaker": True, "words": True} | judged
    return Verdict(f"q{number}", kind, confidence, **told)


def test_precision_and_speakers_are_counted_with_their_intervals() -> None:
    found = reviewed(
        [verdict(1), verdict(2, speaker=False), verdict(3, words=False), verdict(4, right=False)], []
    )
    assert (found.overall.right.part, found.overall.right.whole) == (3, 4)
    assert (found.overall.speaker.part, found.overall.speaker.whole) == (
        2,
        3,
    )  # of what is a statement at all
    assert (found.overall.words.part, found.overall.words.whole) == (2, 3)
    assert (found.overall.right.low, found.overall.right.high) == wilson(3, 4)


def test_a_statement_of_two_draws_counts_once() -> None:
    assert reviewed([verdict(1), verdict(1)], []).overall.right.whole == 1


def test_kinds_and_confidences_are_told_apart() -> None:
    found = reviewed(
        [
            verdict(1, "direct", 0.97),
            verdict(2, "indirect", 0.3, right=False),
            verdict(3, "indirect", 0.5),
            verdict(4, "partial", None),
            verdict(5, "partial", 1.0),
        ],
        [],
    )
    assert {kind: quality.right.value for kind, quality in found.by_kind.items()} == {
        "direct": 1.0,
        "indirect": 0.5,
        "partial": 1.0,
    }
    assert {band: quality.right.whole for band, quality in found.by_confidence.items()} == {
        "0.00-0.50": 1,
        "0.50-0.80": 1,
        "0.95-1.00": 2,
        "none given": 1,
    }


def test_without_judgements_nothing_is_claimed() -> None:
    found = reviewed([], [])
    assert found.overall.right == Share(0, 0, 0.0, 1.0)
    assert found.overall.right.value is None
    assert sentence(found, "seed 7") == ""


def test_misses_are_counted_over_documents_and_one_document_tells_no_interval() -> None:
    assert reviewed([], [Reading("d1", 9, 1)]).missed == Share(1, 10, 0.0, 1.0)
    missed = reviewed([], [Reading("d1", 9, 1), Reading("d2", 10, 0), Reading("d2", 10, 0)]).missed
    assert (missed.part, missed.whole) == (1, 20)


def test_documents_that_differ_widen_the_interval_of_misses() -> None:
    alike = reviewed([], [Reading(f"d{n}", 8, 2) for n in range(10)]).missed
    unlike = reviewed([], [Reading(f"d{n}", 10 if n % 2 else 6, 0 if n % 2 else 4) for n in range(10)]).missed
    assert alike.value == unlike.value == 0.2
    assert unlike.high - unlike.low > alike.high - alike.low


def test_the_sentence_says_what_was_counted_and_how_sure_it_is() -> None:
    found = reviewed(
        [*(verdict(n) for n in range(95)), *(verdict(n, right=False) for n in range(95, 100))],
        [Reading("d1", 20, 1), Reading("d2", 30, 0)],
    )
    text = sentence(found, "seed 7, 2026-11-22")
    assert text.startswith("Of 100 statements drawn at random (seed 7, 2026-11-22)")
    assert "95 of 100 (95.0%; 95 % interval 88.8% to 97.8%) were statements" in text
    assert "95 of 95 (100.0%; 95 % interval 96.1% to 100.0%) were credited to the right speaker" in text
    assert "In 2 documents drawn at random and read whole, 1 of 51 (2.0%;" in text


@given(
    verdicts=st.lists(
        st.builds(
            Verdict,
            id=st.text("q12345", min_size=1, max_size=4),
            kind=st.sampled_from(["direct", "partial", "indirect"]),
            confidence=st.none() | st.floats(0, 1),
            right=st.booleans(),
            speaker=st.booleans(),
            words=st.booleans(),
        ),
        max_size=40,
    )
)
def test_the_parts_add_up_to_the_whole(verdicts: list[Verdict]) -> None:
    found = reviewed(verdicts, [])
    for parts in (found.by_kind, found.by_confidence):
        assert sum(quality.right.whole for quality in parts.values()) == found.overall.right.whole
        assert sum(quality.right.part for quality in parts.values()) == found.overall.right.part
    share = found.overall.right
    assert 0 <= share.low <= (share.value if share.value is not None else share.low) <= share.high <= 1


@pytest.mark.parametrize("order", [1, -1])
def test_the_interval_of_misses_is_the_same_anywhere(order: int) -> None:
    readings = [Reading("d1", 9, 1), Reading("d2", 4, 3), Reading("d3", 12, 0)][::order]
    missed = reviewed([], readings).missed
    assert missed == reviewed([], readings).missed
    assert missed.low < 4 / 29 < missed.high
