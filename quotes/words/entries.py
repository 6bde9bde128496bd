"""What of a text goes into an index: its tokens, and the forms of words that are new to the vocabulary."""

from dataclasses import dataclass

from quotes.words.keys import key
from quotes.words.tokens import compounds, tokens

CONTEXT_REACH = 1_000
"""How many characters of a statement's context, on either side of it, can be searched: a text without full
stops is one sentence, and would be indexed once for every statement in it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The tokens of a text, with blanks between, and its `words`: each a key and a form that differs from it.

    A key is a form of itself: it need not be kept to be found.
    """

    tokens: str
    words: frozenset[tuple[str, str]]


def entry(text: str) -> Entry:
    """What of `text` goes into an index."""
    found = tokens(text)
    keyed = ((key(form), form) for form in {*found, *compounds(text)})
    return Entry(" ".join(found), frozenset(pair for pair in keyed if pair[0] != pair[1]))
