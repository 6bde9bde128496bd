"""The fit finds what the statements say, and is judged on articles that it has not seen."""

import math
import random

import pytest

from quotes.evaluation.fitting import PARTS, Sample, fit, held_out


def samples(share_right: float, count: int = 400) -> list[Sample]:
    """Statements of which this share is right, and all right ones by a known verb."""
    rng = random.Random(3)  # noqa: S311  # nothing secret
    made = []
    for number in range(count):
        right = rng.random() < share_right
        features = {"always": 1.0, **({"known verb": 1.0} if right and rng.random() < 0.9 else {})}
        made.append(Sample(f"article {number % 20}", features, right))
    return made


@pytest.mark.parametrize("share_right", [0.3, 0.5, 0.9])
def test_the_mean_confidence_is_the_share_right(share_right: float) -> None:
    made = samples(share_right)
    confidences = [confidence for confidence, _ in held_out(made)]
    assert len(confidences) == len(made)
    share = sum(sample.right for sample in made) / len(made)
    assert sum(confidences) / len(confidences) == pytest.approx(share, abs=0.03)


def test_a_feature_of_the_right_ones_raises_and_none_lowers() -> None:
    weights = fit(samples(0.5))
    assert weights["known verb"] > 1
    assert weights["always"] < 0


def test_a_feature_seen_once_decides_little() -> None:
    rare = Sample("article 1", {"always": 1.0, "rare": 1.0}, right=False)
    assert abs(fit([*samples(0.5), rare])["rare"]) < 1


def test_no_sample_is_judged_by_a_fit_that_saw_its_article() -> None:
    """One article is all wrong for a reason of its own: left out, nobody can know."""
    odd = [Sample("odd", {"always": 1.0, "odd": 1.0}, right=False) for _ in range(20)]
    others = [Sample(f"article {n % (PARTS * 2)}", {"always": 1.0}, right=True) for n in range(100)]
    judged = [confidence for confidence, right in held_out([*odd, *others]) if not right]
    assert min(judged) > 0.8


def test_all_right_is_no_reason_to_be_certain() -> None:
    made = [Sample(f"article {n}", {"always": 1.0}, right=True) for n in range(10)]
    assert all(0.5 < confidence < 1 for confidence, _ in held_out(made))


def test_doubt_lowers_what_would_be_certain() -> None:
    made = [Sample(f"article {n}", {"always": 1.0}, right=True) for n in range(50)]
    assert 1 / (1 + math.exp(-fit(made, doubt=0.1)["always"])) == pytest.approx(0.9, abs=0.01)
