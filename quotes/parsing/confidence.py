"""How sure a statement is: the chance that it is one and that its speaker is right.

A logistic regression over a few readable features. `quotes models calibrate` fits its weights
(`data/confidence.json`) on annotated articles, so that of statements at 0.8 four in five are right.
"""

import json
import math
import re
from functools import cache
from typing import Literal

from quotes.paths import data
from quotes.statement import Basis, Statement

WEIGHTS = "confidence.json"
DIGITS = 3
Naming = Literal["same", "part", "pronoun", "other", "none"]
"""How the mention names the speaker: in full, in part, by a pronoun, in other words; or nobody is named."""
LONG, SHORT = 12, 2
"""Words from which a statement is long, and up to which it is short."""

_WORD = re.compile(r"\w+")
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "you", "him", "her", "them", "who"})


def confidence_of(statement: Statement) -> float:
    """The confidence, 0 to 1, of a statement."""
    weights = _weights()[family_of(statement)]
    score = sum(weights.get(name, 0.0) * value for name, value in features(statement).items())
    return round(1 / (1 + math.exp(-score)), DIGITS)


def family_of(statement: Statement) -> Literal["claims", "quotes"]:
    """Claims and quotes have weights of their own."""
    return "claims" if statement.kind == "indirect" else "quotes"


def features(statement: Statement) -> dict[str, float]:
    """The features of a statement by name; one that is not there is 0."""
    basis, words = statement.basis or Basis("rules"), len(statement.text.split())
    found = {
        "always": 1.0,
        f"kind {statement.kind}": 1.0,
        f"support {basis.support}": 1.0,
        f"naming {naming_of(statement)}": 1.0,
        f"speaker {statement.speaker_type}": 1.0,
        "strength": basis.strength,
        "sureness": basis.sureness,
        "short": float(words <= SHORT),
        "long": float(words >= LONG),
    }
    return {name: value for name, value in found.items() if value}


def naming_of(statement: Statement) -> Naming:
    """How the mention names the speaker."""
    if statement.speaker is None or statement.mention is None:
        return "none"
    mentioned, named = _words(statement.mention), _words(statement.speaker)
    if named <= mentioned:
        return "same"
    if mentioned & named:
        return "part"
    return "pronoun" if mentioned & _PRONOUNS else "other"


@cache
def _weights() -> dict[str, dict[str, float]]:
    loaded: dict[str, dict[str, float]] = json.loads((data() / WEIGHTS).read_text(encoding="utf-8"))
    return loaded


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name.casefold()))
