"""Words for people and bodies that may be used of one another, as `people.txt` lists them."""

from functools import cache

from quotes.parsing.lexicon import people_words

SEVERAL = frozenset({"group", "pair", "duo", "trio", "couple"})
"""Words for several people whom the text has named side by side."""
STEM = 5
"""Letters that a place's name and the word for its people mostly share."""


@cache
def alike_to(word: str) -> frozenset[str]:
    """The word and those that may be used of whom it is used: "spokesman" and "spokesperson"."""
    found = {word}
    for line in people_words("alike"):
        any_of, _, each = (frozenset(part.split()) for part in line.partition(">"))
        if word in any_of:
            found |= any_of | each
        elif word in each:
            found |= any_of
    return frozenset(found)


@cache
def words_of_kind(kind: str) -> frozenset[str]:
    """The words in the names of bodies of a kind: "party" and "alliance" of a party."""
    lines = (line.split() for line in people_words("kind"))
    return next((frozenset(line) for line in lines if line[0] == kind), frozenset({kind}))


def made_alike(word: str, known: str) -> bool:
    """The same word, or one made from the other: "Ostravan" and "Ostrava's"."""
    return word == known or (len(word) >= STEM and word[:STEM] == known[:STEM])
