"""What the forms of one word have in common."""

from functools import lru_cache

from quotes.words.inflection import base
from quotes.words.spelling import spelled

LONGEST = 40
"""Letters of the longest word that has other forms; what is longer is an address or damage."""


def key(form: str) -> str:
    """The key of a token, or of a compound with its blanks: forms of one word have the same.

    Plurals and forms of verbs have that of the base form, British spellings that of the American, and words
    with hyphens that of the word written together. A key is its own key. Words that are not English have
    themselves, or what all that end like them have.
    """
    word = form.replace(" ", "")
    return _key(word) if len(word) <= LONGEST else word


@lru_cache(maxsize=65_536)
def _key(word: str) -> str:
    while (found := spelled(base(word))) != word:
        word = found
    return word
