"""Where a source itself cut words out of what it quotes, or put its own in."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotes.document import Document
from quotes.parsing.annotated import Annotated, Attribution
from quotes.parsing.lexicon import function_words
from quotes.statement import Alteration, AlterationKind, Span

MOST_INSIDE = 200
"""Characters in brackets that may be a remark of the writer's; more are a passage of the quoted text."""
MOST_DIRECTING = 5
"""Words of a stage direction ("applause from the public gallery")."""
MOST_GLOSS = 6
"""Words in round brackets that tell whom or what a pronoun stands for ("they (the miners)")."""

_DOTS = r"(?:\.{3,}|\.(?:[ \u00a0]\.){2,}|…(?:[ \u00a0]?[.…])*)"
_BRACKETED = rf"\[[^\[\]\n]{{0,{MOST_INSIDE}}}\]|\([^()\n]{{1,{MOST_INSIDE}}}\)"
_MARK = re.compile(rf"{_BRACKETED}|(?<!\.){_DOTS}")
_GAP = re.compile(rf"\s*(?:{_DOTS}|\.\.|[-–—*]{{1,3}})?\s*")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_NAME = re.compile(r"[A-Z][a-z][\w'’-]*\.?")
_LAST_WORD = re.compile(r"[^\W\d_]+(?=\s*$)")
_NEXT_NAME = re.compile(r"\s+[A-Z]")
_BEFORE = 30
"""Characters before a bracket in which the word stands that it explains."""

_DIRECTIONS = function_words("stage direction")
_UNHEARD = function_words("unheard")
_EDITORIAL = function_words("editorial")
_STAND_INS = function_words("stand-in")
_DETERMINERS = function_words("determiner")
_GRAMMAR = _DETERMINERS.union(
    *map(function_words, ("preposition", "subordinator", "auxiliary", "stand-in")), ("and", "or", "but")
)


class Altered(NamedTuple):
    """An alteration at `text[start:end]`."""

    kind: AlterationKind
    start: int
    end: int


def alterations_of(
    document: Document, annotated: Annotated, attribution: Attribution
) -> tuple[Alteration, ...]:
    """The alterations of what `attribution` reports; of a claim, those in what it has in marks."""
    start, end = attribution.content or (0, 0)
    spans = _in_marks(annotated, start, end) if attribution.mode == "claim" else [(start, end)]
    return tuple(
        Alteration(kind, first, last, document.text[first:last], document.source_span(first, last))
        for kind, first, last in alterations_in(document.text, spans, spoken=attribution.mode == "turn")
    )


def within(alterations: Sequence[Alteration], start: int, end: int) -> tuple[Alteration, ...]:
    """Those of the words from `start` to `end`."""
    return tuple(a for a in alterations if start <= a.start and a.end <= end)


def _in_marks(annotated: Annotated, start: int, end: int) -> list[Span]:
    """The outermost quotations that begin from `start` to `end`."""
    first, last = (
        bisect_left(annotated.quotations, edge, key=lambda quotation: quotation.outer_start)
        for edge in (start, end)
    )
    return [(q.start, min(q.end, end)) for q in annotated.quotations[first:last] if q.depth == 0]


def alterations_in(text: str, spans: Sequence[Span], *, spoken: bool = False) -> list[Altered]:
    """The cuts, insertions and stage directions in the quoted words that stand at `spans` of `text`.

    Square brackets in quoted words are the writer's. Round ones may be the speaker's own, in writing: they
    count around a stage direction, a word or two of grammar ("(and)"), the first name in "President (Mara)
    Venn", and what explains a pronoun ("they (the miners)"). Dots are a cut, also at the end of a quotation,
    where nobody can tell whether speaker or writer broke off; but at the end of the labelled turn of a
    transcript (`spoken`) they are somebody trailing off.
    """
    return [altered for start, end in spans for altered in _in_span(text, start, end, spoken)]


def _in_span(text: str, start: int, end: int, spoken: bool) -> Iterator[Altered]:
    last = end
    while last > start and not text[last - 1].isalnum():
        last -= 1
    for match in _MARK.finditer(text, start, end):
        kind: AlterationKind | None = "cut"
        if match[0][0] in "[(":
            before = text[max(start, match.start() - _BEFORE) : match.start()]
            kind = _in_brackets(match[0], before, text[match.end() : match.end() + _BEFORE])
        elif spoken and match.start() >= last:
            kind = None
        if kind is not None:
            yield Altered(kind, *match.span())


def _in_brackets(mark: str, before: str, after: str) -> AlterationKind | None:
    """What `mark`, with its brackets, does to the words around it; None where it is the speaker's own."""
    inside, square = mark[1:-1], mark[0] == "["
    words = [word.lower() for word in _WORD.findall(inside)]
    if _GAP.fullmatch(inside):
        return "cut" if square or inside.strip() else None
    if words and len(words) <= MOST_DIRECTING:
        edges = {words[0], words[-1]}
        if edges & _UNHEARD:
            return "cut"
        if edges & _DIRECTIONS:
            return "direction"
    return "inserted" if square or (words and _is_writers(inside, words, before, after)) else None


def _is_writers(inside: str, words: list[str], before: str, after: str) -> bool:
    """Whether the words in round brackets were surely put in by the writer."""
    if words[0] in _EDITORIAL:
        return True
    if len(words) <= 2 and len(inside) > 1 and inside.islower() and _GRAMMAR.issuperset(words):
        return True
    last = _LAST_WORD.search(before)
    if last is None:
        return False
    if _NAME.fullmatch(inside):
        return (last[0].istitle() and _NEXT_NAME.match(after) is not None) or last[0].lower() in _STAND_INS
    named = words[0] in _DETERMINERS or inside[:1].isupper() or (len(words) == 1 and inside.endswith("s"))
    return last[0].lower() in _STAND_INS and len(words) <= MOST_GLOSS and named
