"""Where a text says that the words it gives were translated."""

import re
from collections import defaultdict
from collections.abc import Sequence

from quotes.document import Document
from quotes.parsing.annotated import Annotated, Attribution
from quotes.parsing.frames import Frame, FrameIndex
from quotes.parsing.lexicon import function_words
from quotes.parsing.occasions import Occasion
from quotes.statement import Span, Translation

REACH = 60
"""Characters after its verb in which "in Spanish" tells how something was said."""
OCCASION_PARAGRAPHS = 2
"""Paragraphs after such words in which the same speaker's words are taken to be of the same occasion."""
LABEL_REACH = 40
"""Characters of a labelled turn in which a bracket tells how it was said."""

_LANGUAGES = "|".join(sorted(function_words("language"), key=len, reverse=True))
_TONGUE = rf"(?:(?:fluent|broken|native|colloquial|his|her|their|the)\s+){{0,3}}(?:{_LANGUAGES})\b"
_MANNER = r"(?:on|at|to|that|during|after|before|through|from|via|by|with|and|as|while|for|in)\b"
_IN_TONGUE = rf"[Ii]n\s+{_TONGUE}(?=\s*(?:[^\w\s-]|$|{_MANNER}))(?!\s+(?:and|or)\s+English\b)"
_SPEECH = (
    r"(?:statement|speech|interview|address|remarks|comments|message|post|video|letter|article|column|"
    r"broadcast|briefing|conference|tweet|editorial|essay|sermon)s?"
)
_GIVEN = (
    r"(?:[Ii]n|[Oo]n|[Vv]ia|[Tt]hrough|[Dd]uring|[Aa]t|issu(?:ed|ing)|releas(?:ed|ing)|publish(?:ed|ing)|"
    r"post(?:ed|ing)|gave|giving|made|making|sent|sending)\s+(?:(?:an?|the|his|her|their|its|this|that)\s+)?(?:[\w-]+\s+){0,3}?"
)
_BY_WHOM = r"(?:\s+(?:by|from|of|provided\s+by|published\s+by)\s+[^,.;()\n]{1,60}[^,.;()\s])?"
_HOW_SAID = re.compile(rf"\b(?:{_IN_TONGUE}|(?:in|using)\s+sign\s+language\b)")
_SURELY = re.compile(
    r"(?<!-)\b(?:"
    + "|".join(
        [
            rf"[Ss]peaking\s+{_TONGUE}(?!-)",
            rf"(?:[Ss]peak|[Tt]alk|[Ww]rit|[Tt]weet|[Pp]ost)ing\s+{_IN_TONGUE}",
            rf"{_GIVEN}{_SPEECH}\s+(?:\w+\s+)?{_IN_TONGUE}",
            rf"{_GIVEN}(?:{_LANGUAGES})-language\s+{_SPEECH}\b",
            r"(?:[Tt]hrough|[Vv]ia|[Uu]sing|[Ww]ith\s+the\s+(?:help|aid|assistance)\s+of)\s+"
            r"(?:[\w-]+\s+){0,3}?(?:interpreters?|translators?|interpretation|translation)\b",
            rf"(?:[Aa]ccording\s+to|[Ii]n)\s+(?:[\w’'-]+\s+){{1,4}}?translation\b{_BY_WHOM}",
            rf"[Tt]ranslated\s+(?:from\s+{_TONGUE}|into\s+English\b|{_SPEECH}\b)",
            r"[Tt]ranslated\s+by\s+[^,.;()\n]{1,60}[^,.;()\s]",
        ]
    )
    + ")"
)
_LABELLED = re.compile(
    rf"[(\[](?:speaking\s+)?(?:{_IN_TONGUE}|(?:through|via)\s+(?:an?\s+|the\s+)?(?:interpreter|translator)|"
    r"(?:as\s+)?(?:translated|interpreted)\b[^)\]\n]{0,60})[)\]]",
    re.IGNORECASE,
)
_ANOTHER_CLAUSE = re.compile(r";|\b(?:who|whose|which|that|while)\b")
_IN_ENGLISH = re.compile(r"\bin\s+English\b")


def translations_of(
    annotated: Annotated,
    frames: FrameIndex,
    attributions: Sequence[Attribution],
    speakers: Sequence[str | None],
    occasions: Sequence[Occasion],
) -> dict[Attribution, Span]:
    """Where stand the words that tell that what an attribution reports is given in translation.

    They stand outside all that is reported in the sentence of the verb ("said through an interpreter", "in
    a statement in Arabic") and go with the verb before them. They hold for what goes on from there: the
    same utterance, and the same speaker's next words of the same occasion, until "in English". Where
    somebody comes from says nothing. `speakers` are the names of the attributions' speakers.
    """
    members: defaultdict[int, list[Attribution]] = defaultdict(list)
    found: dict[Attribution, Span] = {}
    for attribution in attributions:
        if attribution.mode == "turn":
            found |= _of_turn(annotated.text, attribution)
        elif attribution.cue is not None:
            members[frames.number_at(attribution.cue[0])].append(attribution)
    for number, reported in members.items():
        found |= _in_frame(annotated.text, frames[number], reported)
    by_source = {attribution.source: span for attribution, span in found.items()}
    for attribution in attributions:
        if attribution.mode == "implicit" and attribution.source in by_source:
            found[attribution] = by_source[attribution.source]
    said = list(zip(attributions, speakers, occasions, strict=True)) if found else []
    return found | _carried(annotated.text, frames, said, found)


def translation_at(document: Document, span: Span | None) -> Translation | None:
    """The record of the evidence at `span`."""
    if span is None:
        return None
    return Translation(document.text[slice(*span)], *span, document.source_span(*span))


def _of_turn(text: str, attribution: Attribution) -> dict[Attribution, Span]:
    """What a bracket at the label tells: "VENN (through interpreter): ..."."""
    (start, _), (content, end) = attribution.source or (0, 0), attribution.content or (0, 0)
    match = _LABELLED.search(text, start, min(end, content + LABEL_REACH)) if start < content else None
    return {attribution: match.span()} if match else {}


def _in_frame(text: str, frame: Frame, reported: list[Attribution]) -> dict[Attribution, Span]:
    """The evidence in one sentence, for each of its attributions that have the source it belongs to."""
    outside = _outside(text, frame, reported)
    found: dict[Attribution, Span] = {}
    for pattern in (_SURELY, _HOW_SAID):
        for match in pattern.finditer(outside):
            place = (frame.start + match.start(), frame.start + match.end())
            owner = _owner(reported, place[0])
            if pattern is _SURELY or _is_near(text, owner, place[0]) or not outside[: match.start()].strip():
                found |= {a: place for a in reported if a.source == owner.source and a not in found}
    return found


def _is_near(text: str, owner: Attribution, position: int) -> bool:
    """Whether what stands at `position` goes with the verb before it."""
    end = owner.cue[1] if owner.cue else position
    return 0 <= position - end <= REACH and not _ANOTHER_CLAUSE.search(text, end, position)


def _owner(reported: list[Attribution], position: int) -> Attribution:
    """The attribution whose verb stands last before `position`, else the one whose verb comes first."""
    by_cue = sorted(reported, key=lambda attribution: attribution.cue or (0, 0))
    before = [attribution for attribution in by_cue if (attribution.cue or (0, 0))[1] <= position]
    return before[-1] if before else by_cue[0]


def _outside(text: str, frame: Frame, reported: list[Attribution]) -> str:
    """The sentence with all that it reports blanked out."""
    spans = [(unit.start, unit.end) for unit in frame.units if unit.quotation is not None]
    spans += [attribution.content for attribution in reported if attribution.content]
    letters = list(text[frame.start : frame.end])
    for start, end in spans:
        first, last = max(0, start - frame.start), min(len(letters), end - frame.start)
        letters[first:last] = " " * max(0, last - first)
    return "".join(letters)


def _carried(
    text: str,
    frames: FrameIndex,
    said: list[tuple[Attribution, str | None, Occasion]],
    found: dict[Attribution, Span],
) -> dict[Attribution, Span]:
    """The evidence for a speaker's words that goes over to the next ones of that occasion."""
    told: dict[str, tuple[int, Occasion, Span]] = {}
    carried: dict[Attribution, Span] = {}
    for attribution, name, occasion in said:
        if name is None or attribution.mode == "turn":
            continue
        at = frames.number_at((attribution.cue or attribution.content or (0, 0))[0])
        evidence = found.get(attribution)
        if evidence is None and name in told:
            first, before, known = told[name]
            same = _goes_on(text, frames, first, at) and _same_setting(before, occasion)
            evidence = known if same else None
        if evidence is None:
            told.pop(name, None)
        else:
            carried[attribution] = evidence
            told[name] = (at, occasion, evidence)
    return carried


def _goes_on(text: str, frames: FrameIndex, first: int, at: int) -> bool:
    if not 0 <= frames[at].paragraph - frames[first].paragraph <= OCCASION_PARAGRAPHS:
        return False
    between = (frames[number] for number in range(first + 1, at + 1))
    return not any(_IN_ENGLISH.search(text, frame.start, frame.end) for frame in between)


def _same_setting(before: Occasion, now: Occasion) -> bool:
    """Whether no other hearer or medium is named."""
    return now.via in (None, before.via) and now.addressee in (None, before.addressee)
