"""Spans become attributions: contents go to their cue, attributions to their source, or to none."""

import numpy as np
import pytest

from quotes.models.network.decoding import Tagged
from quotes.models.network.linking import Links, link

WORDS = 12


def links(targets: dict[int, int]) -> Links:
    """Scores in which word w points at word targets[w], and at none where it is not named."""
    scores = np.zeros((WORDS, WORDS + 1), dtype=np.float32)
    for word in range(WORDS):
        scores[word, targets.get(word, -1) + 1] = 8.0
    return scores


def span(kind: str, first: int, last: int) -> Tagged:
    return Tagged(kind, first, last, 0.9)


SOURCE, CUE = span("source", 3, 5), span("cue", 5, 6)
FIRST, SECOND = span("content", 0, 3), span("content", 6, 9)


def test_two_contents_of_one_cue_are_one_attribution() -> None:
    to_cue = links(dict.fromkeys([0, 1, 2, 6, 7, 8], 5))
    to_source = links(dict.fromkeys([0, 1, 2, 5, 6, 7, 8], 3))
    (found,) = link([FIRST, SOURCE, CUE, SECOND], to_source, to_cue)
    assert (found.source, found.cue, found.contents) == (SOURCE, CUE, (FIRST, SECOND))
    assert 0.8 < found.sureness <= 0.9


def test_contents_without_a_cue_stay_apart() -> None:
    found = list(link([FIRST, SECOND], links({}), links({})))
    assert [(f.source, f.cue, f.contents) for f in found] == [
        (None, None, (FIRST,)),
        (None, None, (SECOND,)),
    ]


def test_most_words_decide_and_doubt_shows() -> None:
    other = span("source", 9, 11)
    split = links({0: 3, 1: 3, 2: 9, 5: 3})
    (found,) = link([FIRST, SOURCE, CUE, other], split, links(dict.fromkeys([0, 1, 2], 5)))
    (sure,) = link(
        [FIRST, SOURCE, CUE, other], links(dict.fromkeys([0, 1, 2, 5], 3)), links(dict.fromkeys([0, 1, 2], 5))
    )
    assert found.source == SOURCE
    assert found.sureness < sure.sureness


def test_a_pointer_at_no_span_is_none() -> None:
    (found,) = link([FIRST, CUE], links({}), links(dict.fromkeys([0, 1, 2], 5)))
    assert found.source is None
    assert found.cue == CUE


@pytest.mark.parametrize("spans", [[], [SOURCE, CUE]])
def test_without_content_nothing_is_attributed(spans: list[Tagged]) -> None:
    assert list(link(spans, links({}), links({}))) == []
