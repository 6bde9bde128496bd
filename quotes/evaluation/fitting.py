"""Fits weights to judged statements: a small logistic regression, and how it does on what it has not seen."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from quotes.evaluation.calibration import Judgement

CONSTANT = "always"
"""The feature that every sample has; its weight is not held small."""
RIDGE = 1.0
"""Of the squared weights in the loss: a feature seen a few times decides little."""
PARTS = 5
ROUNDS = 50
DIGITS = 3

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Sample:
    """A statement by its features, the article it stands in, and whether it is right."""

    article: str
    features: Features
    right: bool


def fit(samples: Sequence[Sample], doubt: float = 0.0) -> Features:
    """The weights that make the samples likeliest (Newton's method on a ridge-penalised logistic loss).

    `doubt` is the share of the right answers that is counted as wrong.
    """
    names = sorted({name for sample in samples for name in sample.features})
    inputs = np.array([[sample.features.get(name, 0.0) for name in names] for sample in samples])
    targets = np.array([sample.right * (1 - doubt) for sample in samples])
    penalty = np.diag([0.0 if name == CONSTANT else RIDGE for name in names]) + 1e-6 * np.eye(len(names))
    weights = np.zeros(len(names))
    for _ in range(ROUNDS):
        chances = _chances(inputs @ weights)
        gradient = inputs.T @ (chances - targets) + penalty @ weights
        curvature = (inputs * (chances * (1 - chances))[:, None]).T @ inputs + penalty
        weights -= np.linalg.solve(curvature, gradient)
    return {name: round(float(weight), DIGITS) for name, weight in zip(names, weights, strict=True)}


def held_out(samples: Sequence[Sample]) -> Iterator[Judgement]:
    """The confidence of each sample by weights fitted on the other articles."""
    articles = sorted({sample.article for sample in samples})
    for part in range(PARTS):
        left_out = set(articles[part::PARTS])
        weights = fit([sample for sample in samples if sample.article not in left_out])
        for sample in samples:
            if sample.article in left_out:
                score = sum(weights.get(name, 0.0) * value for name, value in sample.features.items())
                yield 1 / (1 + math.exp(-score)), sample.right


def _chances(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    chances: npt.NDArray[np.float64] = 1 / (1 + np.exp(-scores))
    return chances
