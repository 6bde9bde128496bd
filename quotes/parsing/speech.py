"""Whether words in marks are somebody's speech, and whether they are a clause or a fragment."""

import re
from collections.abc import Sequence

from quotes.parsing.annotated import Annotated
from quotes.parsing.frames import Unit
from quotes.parsing.grammar import AUXILIARIES, DETERMINERS
from quotes.parsing.lexicon import function_words

_NAMING = function_words("naming")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
CLAUSE_WORDS = 4
"""Fewer words than this are hardly a clause; a cue beside them may still make them direct."""
NAMED_NEAR = 3
"""Units before the marks among which "film", "the term" and the like tell a name."""


def is_clause(annotated: Annotated, quotation: int, *, alone: bool = False) -> bool:
    """Whether the quotation is a whole clause (then it is "direct") or a fragment of the writer's sentence.

    `alone` is for a quotation without a writer's sentence around it, where a few words are an utterance.
    """
    span = annotated.quotations[quotation]
    content = annotated.text[span.start : span.end]
    words = _WORD.findall(content)
    if alone:
        return len(words) >= 2 or content.endswith((".", "!", "?"))
    if len(words) >= 2 and words[0][:1].isupper() and not _title_case(words):
        return True
    return len(words) >= CLAUSE_WORDS and _has_subject_and_verb(words)


def _has_subject_and_verb(words: list[str]) -> bool:
    """A finite verb that something stands before, and no opening that only a fragment has."""
    lower = [word.lower().replace("’", "'") for word in words]
    if lower[0] in ("to", "of", "in", "for", "on", "with", "and", "from", "by", "at"):
        return False
    for at, word in enumerate(lower[1:], 1):
        if word in AUXILIARIES or word.endswith("n't") or re.search(r"\w'(?:s|re|ve|ll|d|m)$", lower[at - 1]):
            return lower[at - 1] not in ("who", "which", "that") or at > 3
    return lower[0] in ("i", "we", "he", "she", "they", "it", "you", "i'm", "we're", "it's", "they're")


def _title_case(words: list[str]) -> bool:
    return all(
        word[:1].isupper() or word.lower() in DETERMINERS or word.lower() in ("of", "and", "for", "in")
        for word in words
    )


def is_naming(annotated: Annotated, quotation: int, before: Sequence[Unit]) -> bool:
    """Whether the marks set off a title, a name or a term rather than somebody's words.

    `before` are the units of the writer's sentence before them.
    """
    span = annotated.quotations[quotation]
    words = _WORD.findall(annotated.text[span.start : span.end])
    if not words:
        return True
    near = [unit.lower for unit in before[-NAMED_NEAR:]]
    if any(word in _NAMING for word in near):
        return True
    return _title_case(words) and (len(words) > 1 or near[-1:] == ["called"])
