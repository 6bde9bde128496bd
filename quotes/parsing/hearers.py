"""Whether words are said to the same hearer, and whether a hearer is somebody who speaks."""

from quotes.parsing.lexicon import office_words
from quotes.parsing.scenes import last_name
from quotes.parsing.speakers.names import fold, words


def same_hearer(before: str | None, now: str | None) -> bool:
    """Whether words may be of one occasion: another named hearer ("told The Harbour Post") is another.

    Who was described before ("a senior official") may be named now.
    """
    if now is None or not now[:1].isupper():
        return True
    return before is not None and (last_name(now) == last_name(before) or _describes_one(before))


def _describes_one(hearer: str) -> bool:
    """Whether a hearer is described as one person: "a senior Ostravan official"."""
    first, *rest = hearer.lower().split()
    return first in ("a", "an", "the") and bool(rest) and rest[-1] in office_words()


def is_called(hearer: str | None, name: str) -> bool:
    """Whether a hearer, as named at one place ("Gen. Venn"), is the speaker of this name."""
    named = (hearer or "")[:1].isupper()
    return named and last_name(hearer or "") in {fold(word) for word in words(name)}
