"""Whose words a document holds: "the statement" is from whoever issued it, where the text names somebody."""

import re

from quotes.parsing.annotated import Entity
from quotes.parsing.lexicon import office_words, people_words
from quotes.parsing.speakers.mentions import Shape
from quotes.parsing.speakers.names import words
from quotes.parsing.speakers.phrases import Phrase
from quotes.parsing.speakers.referents import Referent
from quotes.parsing.speakers.stage import Stage
from quotes.parsing.speakers.vocabulary import alike_to

_ISSUED_BY = re.compile(
    r"(?:\s+[\w-]+){0,3}?,?\s+(?:(?:issued|released|published|signed|sent|written|filed|launched|posted|produced|"
    r"prepared|conducted)\s+(?:\w+\s+)?by|by|from)\s+(?:the\s+|its\s+)?(?P<office>(?:[A-Za-z][\w’'.-]*\s+){0,5})"
)
"""Words between a document and whoever it is from."""
_OWNS = re.compile(
    r"(?:[A-Z(][\w.&)-]*\s|(?:of|and|the|for)\s){0,7}?[A-Z(][\w.&)-]*(?:['’]s|(?<=s)['’])\s+(?:[\w-]+\s+){0,3}"
)
_ISSUES = re.compile(
    r"\b(?:sent|wrote|written|issued|released|published|signed|filed|posted|penned|submitted|launched|put\s+out|shared|"
    r"tabled|drafted|conducted|brought|commissioned|produced|issues|releases|publishes|in\s+(?:an?|its|his|her))"
    r"\s+(?:(?:a|an|the|its|his|her|their)\s+)?(?:[\w-]+\s+){0,4}$"
)
_FRONTED = re.compile(r"In\s+(?:an?|its|his|her|their)\s+(?:[\w-]+\s+){0,3}")
_NOUNS = re.compile(r"(?: [a-z-]+){1,2}(?![ ]?[a-z])")
_FROM = re.compile(r"\b(?:from|by|of)\s+(?:the\s+)?$")
ISSUER_REACH = 12
"""Characters before a name in which "from the" or "by the" stands."""
_SPEAKS_ITSELF = frozenset(
    "law act decree constitution charter agreement treaty bill article resolution".split()
)
"""Documents that are cited for themselves."""
_VOICE = frozenset(
    "statement readout release communique communiqué letter note message email post tweet".split()
)
"""Documents that are nothing but somebody's words."""
LOOKED_BACK = 4000
"""Characters before a document's mention in which whoever issued it is looked for."""
BETWEEN = 80
"""Characters between a document and whoever it is from."""


def issuer_of(phrase: Phrase, at: int, stage: Stage) -> Referent | None:
    """The person or body that a document mentioned at `at` is from, as the text before tells."""
    if phrase.plural or phrase.head in _SPEAKS_ITSELF:
        return None
    names = alike_to(phrase.head)
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, names)))})\b", re.IGNORECASE)
    first = max(0, at - LOOKED_BACK)
    here = at + len(phrase.text)
    mentions = [(m.start(), m.end()) for m in pattern.finditer(stage.text, first, here + BETWEEN)]
    for start, end in reversed([mention for mention in mentions if mention[0] < here]):
        found = _from_whom(start, end, stage)
        if found is not None:
            return found
    if phrase.head not in _VOICE or not phrase.definite:
        return None
    return stage.last_speaker(at, _may_issue) or stage.last_to_act(at, _may_issue)


def named_issuer(text: str, shape: Shape, end: int) -> Entity | None:
    """Whoever the mention of a document names as its author: "a report by the Tide Office"."""
    if shape.head_word not in people_words("document"):
        return None
    named = [e for e in shape.entities if e.type in ("ORG", "PERSON")]
    by = [e for e in named if _FROM.search(text[max(0, e.start - ISSUER_REACH) : e.start])]
    owns = [e for e in named if text[e.end : e.end + 2] in ("'s", "’s") or e.text.endswith(("'s", "’s"))]
    beside = [e for e in named if e.end < end and _NOUNS.match(text, e.end)]
    return next(iter(by or owns or beside), None)


def _may_issue(referent: Referent) -> bool:
    return referent.type in ("organization", "person", "country") and referent.can_speak


def _from_whom(start: int, end: int, stage: Stage) -> Referent | None:
    """Whoever this mention of a document names as its author: beside it, or as the sentence's subject."""
    for place, referent in reversed(stage.named_between(end, end + BETWEEN)):
        issued = _ISSUED_BY.fullmatch(stage.text, end, place) if _may_issue(referent) else None
        if issued is not None and all(
            word[0].isupper() or word in office_words() for word in words(issued["office"])
        ):
            return referent
    for place, referent in reversed(stage.named_between(start - BETWEEN, start)):
        if _may_issue(referent) and _OWNS.fullmatch(stage.text, place, start):
            return referent
    first, last = stage.sentence_at(start)
    if _FRONTED.fullmatch(stage.text, first, start):
        acts = [r for place, r in stage.acting_between(end, last) if _may_issue(r)]
        return acts[0] if acts else None
    if _ISSUES.search(stage.text, first, start):
        acts = [r for place, r in stage.acting_between(first, start) if _may_issue(r)]
        return acts[-1] if acts else None
    return None
