"""Where a unit of the gold was found: whom most of its statements are credited to, and whether rightly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quotes.evaluation.crediting import Credited, Voice
from quotes.evaluation.identity_gold import Unit
from quotes.evaluation.measures import share
from quotes.evaluation.names import name_words, similar_speaker
from quotes.evaluation.texts import TOUCHING, Letters
from quotes.statement import Span


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit and the voice that most of its statements have; None where none of them was found.

    `kept` unless parsing lost it: no statement found, or another speaker in the document.
    """

    unit: Unit
    voice: Voice | None
    kept: bool

    @property
    def speaker_id(self) -> str | None:
        """The id of the speaker across documents."""
        return self.voice.speaker_id if self.voice else None


def place(unit: Unit, units: Sequence[Unit], letters: Letters, statements: Sequence[Credited]) -> Placed:
    """Find the unit of a document, one of its `units`, among the statements there."""
    voices = [
        _voice(unit, units, statement.voices)
        for span in unit.spans
        if (statement := _at(span, letters, statements))
    ]
    if not voices:
        return Placed(unit, None, False)
    ids = Counter(voice.speaker_id for voice, _ in voices)
    most = max(ids, key=lambda identifier: ids[identifier])  # of several, the first in the text
    own = [(voice, right) for voice, right in voices if voice.speaker_id == most]
    voice, right = next((item for item in own if item[1]), own[0])
    return Placed(unit, voice, right)


def _at(span: Span, letters: Letters, statements: Sequence[Credited]) -> Credited | None:
    """The statement that overlaps the span most, None where none does by half of the shorter of the two.

    Where it was cut is measured elsewhere: who says it is known from part of it as well.
    """
    near = [statement for statement in statements if _touches(span, letters, statement.span)]
    return max(near, key=lambda statement: letters.overlap(span, statement.span), default=None)


def _touches(span: Span, letters: Letters, other: Span) -> bool:
    shorter = min(letters.within(span), letters.within(other))
    return letters.shared(span, other) >= max(TOUCHING * shorter, 1)


def _voice(unit: Unit, units: Sequence[Unit], voices: Sequence[Voice]) -> tuple[Voice, bool]:
    """The voice that is the unit's and True; else the first one and False."""
    for voice in voices:
        if _is_of(unit, units, voice.name):
            return voice, True
    return voices[0], False


def _is_of(unit: Unit, units: Sequence[Unit], name: str | None) -> bool:
    """Whether the name is one of the unit's, and not closer to one of another speaker of the document."""
    if name is None or not any(_fits(unit, own, name) for own in unit.names):
        return False
    others = (other for other in units if other is not unit)
    return _closeness(unit, name) >= max((_closeness(other, name) for other in others), default=0.0)


def _fits(unit: Unit, own: str, name: str) -> bool:
    return name_words(own) == name_words(name) or similar_speaker(own, name, person=unit.person)


def _closeness(unit: Unit, name: str) -> float:
    """The share of words in common with the nearest of the unit's names, 0 to 1; 2 for the very name."""
    words = name_words(name)
    return max(_shared_words(words, name_words(own)) for own in unit.names)


def _shared_words(one: list[str], other: list[str]) -> float:
    return 2.0 if one == other else share(len(set(one) & set(other)), len(set(one) | set(other)))
