"""The linear chain against the sum over all paths, and its decoding against the best of all paths."""

from itertools import pairwise, product

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.models.network.crf import LinearChain
from quotes.models.network.decoding import best_paths, tagged_spans
from quotes.models.network.joint import ENTITY_TYPES, ROLES, bio

LABELS = bio(("source", "cue"))


def chain(seed: int) -> LinearChain:
    torch.manual_seed(seed)
    made = LinearChain(LABELS)
    torch.nn.init.normal_(made.steps)
    torch.nn.init.normal_(made.first)
    return made


def weight(scores: torch.Tensor, path: tuple[int, ...], made: LinearChain) -> float:
    with torch.no_grad():
        steps, first = made.weights()
    total = float(first[path[0]] + sum(scores[word, label] for word, label in enumerate(path)))
    return total + float(sum(steps[a, b] for a, b in pairwise(path)))


@given(seed=st.integers(0, 10_000), length=st.integers(1, 4))
@settings(deadline=None, max_examples=30)
def test_loss_is_that_of_the_path_among_all_paths(seed: int, length: int) -> None:
    made = chain(seed)
    scores = torch.randn(1, length, len(LABELS))
    paths = list(product(range(len(LABELS)), repeat=length))
    weights = torch.tensor([weight(scores[0], path, made) for path in paths])
    gold = max(range(len(paths)), key=lambda at: weights[at])
    loss = made.loss(scores, torch.tensor([paths[gold]]), torch.ones(1, length, dtype=torch.bool))
    assert loss.item() == pytest.approx(float(torch.logsumexp(weights, 0) - weights[gold]), abs=1e-3)


@given(seed=st.integers(0, 10_000), lengths=st.lists(st.integers(1, 4), min_size=1, max_size=4))
@settings(deadline=None, max_examples=30)
def test_decoding_finds_the_best_of_all_paths_in_every_window(seed: int, lengths: list[int]) -> None:
    made = chain(seed)
    windows = [torch.randn(length, len(LABELS)) for length in lengths]
    with torch.no_grad():
        steps, first = made.weights()
    found = best_paths([window.numpy() for window in windows], steps.numpy(), first.numpy())
    for window, path in zip(windows, found, strict=True):
        best = max(product(range(len(LABELS)), repeat=len(window)), key=lambda p: weight(window, p, made))
        assert tuple(path) == best


@given(seed=st.integers(0, 10_000))
@settings(deadline=None, max_examples=20)
def test_padding_changes_no_loss(seed: int) -> None:
    made = chain(seed)
    scores = torch.randn(1, 3, len(LABELS))
    gold = torch.tensor([[1, 2, 0]])
    alone = made.loss(scores, gold, torch.ones(1, 3, dtype=torch.bool))
    padded = torch.cat([scores, torch.randn(1, 2, len(LABELS))], 1)
    present = torch.tensor([[True, True, True, False, False]])
    beside = made.loss(padded, torch.tensor([[1, 2, 0, 0, 0]]), present)
    assert beside.item() == pytest.approx(alone.item(), abs=1e-4)


@given(seed=st.integers(0, 10_000), length=st.integers(1, 30))
@settings(deadline=None, max_examples=30)
def test_no_decoded_span_is_broken(seed: int, length: int) -> None:
    made = chain(seed)
    with torch.no_grad():
        steps, first = made.weights()
    scores = torch.randn(length, len(LABELS)).numpy() * 5
    (path,) = best_paths([scores], steps.numpy(), first.numpy())
    inside = [LABELS[label] for label in path]
    for before, label in zip(["O", *inside], inside, strict=False):
        assert not label.startswith("I-") or before[2:] == label[2:]
    spans = tagged_spans(path, scores, LABELS)
    assert sum(span.last - span.first for span in spans) == sum(label != "O" for label in inside)
    assert all(0 < span.sureness <= 1 for span in spans)


def test_spans_of_one_kind_that_touch_stay_two() -> None:
    names = ["B-source", "I-source", "B-source", "O", "B-cue"]
    path = np.array([LABELS.index(name) for name in names])
    spans = tagged_spans(path, np.zeros((5, len(LABELS)), dtype=np.float32), LABELS)
    assert [(span.kind, span.first, span.last) for span in spans] == [
        ("source", 0, 2),
        ("source", 2, 3),
        ("cue", 4, 5),
    ]


def test_nothing_to_decode_is_nothing_decoded() -> None:
    assert best_paths([], np.zeros((3, 3), dtype=np.float32), np.zeros(3, dtype=np.float32)) == []


def test_labels_of_both_chains_are_distinct() -> None:
    assert len(set(bio(ROLES))) == 7
    assert len(set(bio(ENTITY_TYPES))) == 19
