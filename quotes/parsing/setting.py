"""Whom something was said to, and the outlet or document it was taken from."""

import re

from quotes.parsing.annotated import Attribution
from quotes.parsing.frames import Frame
from quotes.parsing.grammar import PRONOUNS, is_time_word
from quotes.parsing.lexicon import people_words
from quotes.parsing.noun_phrases import starting_at
from quotes.parsing.speakers.names import fold, words
from quotes.statement import Span

VIA_REACH = 400
"""Characters around a verb and its words in which their sentence may name an outlet; few are longer."""
_HEARER_CUES = frozenset(
    "told tells telling tell informed informs reminded assured reassured asked invited urged".split()
)
_SPEAKING_TO = re.compile(r"(?:Speaking|Talking)\s(?:to|with)\s(?P<hearer>[^,;:.“\"]{2,60}),")
_CITATION = re.compile(r"\(((?:[A-Z][\w&.,'’ -]{1,60}?,?\s)(?:19|20)\d{2}[a-z]?)\)")
_AUTHOR_YEAR = re.compile(r"^\s*\(((?:19|20)\d{2})[a-z]?\)")
_VIA = re.compile(
    r"\b(?:in|on|via|through|during)\s+((?:an?|its|his|her|their|the)\s+(?:[\w'’-]+\s+){0,4}?"
    r"(?:statement|letter|report|tweet|post|release|interview|readout|memo|email|editorial|article|briefing|message|"
    r"communique|communiqué|video|blog|essay|column|book|filing|survey|study)(?:\s+(?:with|from|to|by)\s+(?:the\s+)?"
    r"[A-Z](?:[\w.]*\w)?(?:\s+[A-Z](?:[\w.]*\w)?)*)?)"
)
_MEDIA = re.compile(
    r"\bon\s+(Twitter|X|Facebook|Telegram|Instagram|YouTube|LinkedIn|Weibo|TikTok|social media|its website)\b"
)
_ACCORDING = re.compile(
    r"according to ((?:an?|the|its)\s+(?:[\w'’-]+\s+){0,3}?"
    r"(?:readout|report|statement|transcript|letter|document|release)"
    r"(?:\s+(?:from|by|of)\s+[^,.;]+)?)"
)


def addressee_of(text: str, frame: Frame, attribution: Attribution) -> str | None:
    """The hearer that the verb names: "told reporters", "told the council"."""
    if attribution.cue is None:
        return None
    spoken_to = _spoken_to(text, frame, attribution)
    if spoken_to is not None:
        return spoken_to
    at = next((i for i, unit in enumerate(frame.units) if unit.start == attribution.cue[0]), None)
    if at is None or frame.units[at].lower not in _HEARER_CUES or at + 1 >= len(frame.units):
        return None
    phrase = starting_at(frame.units, at + 1)
    if phrase is None or is_time_word(frame.units[phrase[0]]):
        return None
    inside = frame.units[slice(*phrase)]
    if inside[-1].text == "." and phrase[1] == len(frame.units):
        inside = inside[:-1]
    if attribution.source is not None and inside[0].start < attribution.source[1] <= inside[-1].end:
        return None
    persons = [u.entity for u in inside if u.entity is not None and u.entity.type == "PERSON"]
    found = persons[-1].text if persons else text[inside[0].start : inside[-1].end]
    return None if found.lower() in PRONOUNS | {"him", "her", "them", "us", "me"} else " ".join(found.split())


def _spoken_to(text: str, frame: Frame, attribution: Attribution) -> str | None:
    """The person that the sentence's opening names: "Speaking to Tollan, Venn noted"."""
    opening = _SPEAKING_TO.match(text, frame.start, frame.end)
    source = attribution.source or attribution.cue or (0, 0)
    if opening is None or opening.end() > source[0]:
        return None
    inside = [unit for unit in frame.units if opening.start("hearer") <= unit.start < opening.end("hearer")]
    persons = [unit.entity for unit in inside if unit.entity is not None and unit.entity.type == "PERSON"]
    return " ".join(persons[-1].text.split()) if persons else None


def via_of(text: str, frame: Frame, attribution: Attribution, mention: str | None) -> str | None:
    """The outlet or document that the sentence names as where the words come from."""
    if attribution.source is not None:
        year = _AUTHOR_YEAR.match(text[attribution.source[1] : frame.end])
        if year and mention:
            return f"{mention} ({year.group(1)})"
    start, end = _around(frame, attribution)
    citation = _CITATION.search(text, start, end + 1)
    if citation:
        return " ".join(citation.group(1).split())
    if (
        mention
        and any(fold(word) in people_words("document") for word in words(mention)[:4])
        and mention[:1].islower()
    ):
        return mention
    outside = _outside(text, frame, start, end)
    for pattern in (_ACCORDING, _MEDIA, _VIA):
        found = pattern.search(outside)
        if found:
            return " ".join(found.group(1).split())
    return None


def _around(frame: Frame, attribution: Attribution) -> Span:
    """The part of the sentence that may name where the words come from."""
    spans = [s for s in (attribution.source, attribution.cue, attribution.content) if s is not None]
    start = min((span[0] for span in spans), default=frame.start)
    end = max((span[1] for span in spans), default=frame.end)
    return max(frame.start, start - VIA_REACH), min(frame.end, end + VIA_REACH)


def _outside(text: str, frame: Frame, start: int, end: int) -> str:
    """`text[start:end]` with the sentence's quotations blanked out."""
    pieces: list[str] = []
    at = start
    for unit in frame.units:
        if unit.quotation is not None and at <= unit.end and unit.start < end:
            pieces += [text[at : unit.start], " " * (unit.end - max(at, unit.start))]
            at = unit.end
    return "".join([*pieces, text[at:end]])
