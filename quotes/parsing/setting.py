"""Whom something was said to, and the outlet or document it was taken from."""

import re

from quotes.parsing.annotated import Attribution
from quotes.parsing.frames import Frame
from quotes.parsing.grammar import PRONOUNS, is_time_word
from quotes.parsing.lexicon import people_words
from quotes.parsing.noun_phrases import starting_at
from quotes.parsing.speakers.names import fold, words

_HEARER_CUES = frozenset(
    "told tells telling tell informed informs reminded assured reassured asked invited urged".split()
)
_CITATION = re.compile(r"\(((?:[A-Z][\w&.,'’ -]{1,60}?,?\s)(?:19|20)\d{2}[a-z]?)\)")
_AUTHOR_YEAR = re.compile(r"^\s*\(((?:19|20)\d{2})[a-z]?\)")
_VIA = re.compile(
    r"\b(?:in|on|via|through|during)\s+((?:an?|its|his|her|their|the)\s+(?:[\w'’-]+\s+){0,4}?"
    r"(?:statement|letter|report|tweet|post|release|interview|readout|memo|email|editorial|article|briefing|message|"
    r"communique|communiqué|video|blog|essay|column|book|filing|survey|study)(?:\s+(?:with|from|to|by)\s+(?:the\s+)?[A-Z][\w.]*"
    r"(?:\s+[A-Z][\w.]*)*)?)"
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
    at = next((i for i, unit in enumerate(frame.units) if unit.start == attribution.cue[0]), None)
    if at is None or frame.units[at].lower not in _HEARER_CUES or at + 1 >= len(frame.units):
        return None
    phrase = starting_at(frame.units, at + 1)
    if phrase is None or is_time_word(frame.units[phrase[0]]):
        return None
    inside = frame.units[slice(*phrase)]
    if attribution.source is not None and inside[0].start < attribution.source[1] <= inside[-1].end:
        return None
    persons = [u.entity for u in inside if u.entity is not None and u.entity.type == "PERSON"]
    found = persons[-1].text if persons else text[inside[0].start : inside[-1].end]
    return None if found.lower() in PRONOUNS | {"him", "her", "them", "us", "me"} else " ".join(found.split())


def via_of(text: str, frame: Frame, attribution: Attribution, mention: str | None) -> str | None:
    """The outlet or document that the sentence names as where the words come from."""
    if attribution.source is not None:
        year = _AUTHOR_YEAR.match(text[attribution.source[1] : frame.end])
        if year and mention:
            return f"{mention} ({year.group(1)})"
    citation = _CITATION.search(text, frame.start, frame.end + 1)
    if citation:
        return " ".join(citation.group(1).split())
    if (
        mention
        and any(fold(word) in people_words("document") for word in words(mention)[:4])
        and mention[:1].islower()
    ):
        return mention
    outside = _outside(text, frame)
    for pattern in (_ACCORDING, _MEDIA, _VIA):
        found = pattern.search(outside)
        if found:
            return " ".join(found.group(1).split())
    return None


def _outside(text: str, frame: Frame) -> str:
    """The sentence with its quotations blanked out."""
    pieces = [text[frame.start : frame.end]]
    for unit in frame.units:
        if unit.quotation is not None:
            start, end = unit.start - frame.start, unit.end - frame.start
            pieces = [pieces[0][:start] + " " * (end - start) + pieces[0][end:]]
    return pieces[0]
