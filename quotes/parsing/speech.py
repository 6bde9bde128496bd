"""Whether words in marks are somebody's speech, and whether they are a clause or a fragment."""

import re
from collections.abc import Sequence

from quotes.parsing.annotated import Annotated
from quotes.parsing.frames import Unit
from quotes.parsing.grammar import AUXILIARIES, PREPOSITIONS, SPEAKING_PRONOUNS
from quotes.parsing.lexicon import cue_forms, function_words

_NAMING = function_words("naming")
_BETWEEN = frozenset({",", ":", "(", "as", "called", "the", "a", "an", "of"})
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_NOBODY = frozenset(
    {"who", "people", "nobody", "anybody", "somebody", "anyone", "someone", "to", "and", "it"}
)
_RETOLD = re.compile(
    r"(?P<source>[^\W\d_]+) (?:\w+ly |also |then |just |even )?(?P<verb>[^\W\d_]+)"
    r"(?: (?:to )?(?:me|us|him|her|them|you|that))?[,:]? ?$"
)
SIGN_WORDS = 3
"""Words of a nickname, at most."""
_NAME_BEFORE = re.compile(r"[A-Z][\w’'-]*\s$")
_NAME_AFTER = re.compile(r"\s[A-Z]")
_WHAT = re.compile(r"\bwhat\s(?:(?:an?|the)\s)?$")
_TITLED = re.compile(r"\b(?:sub|en)?titled\s*[,:]?\s*$")
_MEANS = re.compile(r"\s(?:\w+\s)?means?\b")
_VOTE = re.compile(r"\s(?:vote|voter|campaign|camp|side)s?\b")
BEFORE_RETOLD = 60
"""Characters before a nested quotation in which its source and verb are looked for."""
SENTENCE_WORDS = 8
"""Fewer words without an end mark, in a paragraph of their own, are a heading."""
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
        ends = content.rstrip("\"'”’»").endswith((".", "!", "?", "…", ",", "-", "–", "—", ";", ":"))
        return bool(words) and (ends or (len(words) >= SENTENCE_WORDS and not content.isupper()))
    if len(words) >= 2 and words[0][:1].isupper() and not _title_case(words):
        return True
    return len(words) >= CLAUSE_WORDS and _has_subject_and_verb(words)


def is_retold(annotated: Annotated, quotation: int) -> bool:
    """Whether a clause inside somebody's words is itself reported there: "Then he said, ‘Go home.’"

    What people might say, or would, or are "like", was said by nobody.
    """
    span = annotated.quotations[quotation]
    if not is_clause(annotated, quotation):
        return False
    before = annotated.text[max(0, span.outer_start - BEFORE_RETOLD) : span.outer_start]
    match = _RETOLD.search(before)
    if match is None:
        return False
    form = cue_forms().get(match["verb"].lower())
    source = match["source"]
    able = source[0].isupper() or source.lower() in SPEAKING_PRONOUNS or not source.endswith("s")
    tells = form is not None and "say" in form.classes and form.form in ("past", "s")
    return tells and able and source.lower() not in _NOBODY


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
    """As a title is spelled: small words aside, every word with a capital."""
    small = PREPOSITIONS | {"a", "an", "the", "and", "or", "but"}
    spoken = "'" in words[0] or "’" in words[0]
    capitals = words[0][:1].isupper() and all(w[:1].isupper() or w.lower() in small for w in words)
    return capitals and not spoken


def is_sign(annotated: Annotated, quotation: int) -> bool:
    """A title that is named so, a letter, a nickname inside a name (Oren “Tolly” Tollan), or a word that is
    explained or voted on."""
    span, text = annotated.quotations[quotation], annotated.text
    if _TITLED.search(text[max(0, span.outer_start - BEFORE_RETOLD) : span.outer_start]):
        return True
    words = _WORD.findall(text[span.start : span.end])
    if not 0 < len(words) <= SIGN_WORDS:
        return False
    before = text[max(0, span.outer_start - BEFORE_RETOLD) : span.outer_start]
    after = text[span.outer_end : span.outer_end + BEFORE_RETOLD]
    capitals = all(word[:1].isupper() for word in words) and text[span.end - 1].isalnum()
    nickname = _NAME_BEFORE.search(before) is not None and _NAME_AFTER.match(after) is not None
    explained = _WHAT.search(before) is not None and _MEANS.match(after) is not None
    voted = words[0].lower() in ("yes", "no") and _VOTE.match(after) is not None
    letter = len(words) == 1 and len(words[0]) == 1
    return letter or explained or (len(words) == 1 and voted) or (capitals and nickname)


def is_naming(annotated: Annotated, quotation: int, before: Sequence[Unit]) -> bool:
    """Whether the marks set off a title, a name or a term that is no `is_sign` rather than somebody's words.

    `before` are the units of the writer's sentence before them.
    """
    span = annotated.quotations[quotation]
    words = _WORD.findall(annotated.text[span.start : span.end])
    if not words:
        return True
    near = [unit.lower for unit in before[-NAMED_NEAR:]]
    lead = list(near)
    while lead and lead[-1] in _BETWEEN:
        lead.pop()
    if (lead and lead[-1] in _NAMING) or near[-2:] == ["such", "as"]:
        return True
    return _title_case(words) and (len(words) > 1 or near[-1:] == ["called"])
