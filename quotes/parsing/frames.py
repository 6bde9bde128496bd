"""The writer's own sentences, with every quotation standing as one unit in them.

Attribution reads these frames: what is inside a quotation is the speaker's grammar, not the writer's.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.parsing.annotated import Annotated, Entity, Paragraph, Token
from quotes.parsing.pairing import Quotation

_FINAL = re.compile(r"[.!?…][\"'”’»)\]]*$")
_ACRONYM = re.compile(r"^[A-Z][A-Za-z&.]{1,10}$")
_TITLES = "Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Prof|Rev|St"
_BEFORE_NAME = re.compile(rf"(?:[A-Z]|{_TITLES})\.$")
_ABBREVIATION_DOT = re.compile(rf"\.\w|^\w\.$|^(?:{_TITLES}|Jr|Sr|No|vs)\.?$")
MAX_UNITS = 250
"""A sentence of more units is cut: it is a list or a text without punctuation."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A token of the writer's, or a whole quotation (then `quotation` is its index)."""

    start: int
    end: int
    text: str
    lower: str
    quotation: int | None = None
    entity: Entity | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence of the writer's in a paragraph. `opens` tells that it begins the paragraph."""

    paragraph: int
    units: tuple[Unit, ...]
    opens: bool

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.units[0].start

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.units[-1].end

    def quotations(self) -> list[tuple[int, int]]:
        """Of each of its quotations the index into `units` and that into `Annotated.quotations`."""
        return [(i, unit.quotation) for i, unit in enumerate(self.units) if unit.quotation is not None]


class FrameIndex:
    """The frames of a document, found by offset."""

    def __init__(self, frames: Sequence[Frame]) -> None:
        self._frames = frames
        self._starts = [frame.start for frame in frames]

    def __getitem__(self, number: int) -> Frame:
        return self._frames[number]

    def __iter__(self) -> Iterator[Frame]:
        return iter(self._frames)

    def number_at(self, position: int) -> int:
        """Number of the frame at an offset: the last that begins before it."""
        return max(0, bisect_right(self._starts, position) - 1)

    def at(self, position: int) -> Frame:
        """The frame at an offset."""
        return self._frames[self.number_at(position)]


def build_frames(annotated: Annotated) -> list[Frame]:
    """The frames of all paragraphs, in the order of the text."""
    outer = [(i, q) for i, q in enumerate(annotated.quotations) if q.depth == 0]
    frames: list[Frame] = []
    at = entity_at = 0
    for number, paragraph in enumerate(annotated.paragraphs):
        mine: list[tuple[int, Quotation]] = []
        while at < len(outer) and outer[at][1].outer_start < paragraph.end:
            mine.append(outer[at])
            at += 1
        while entity_at < len(annotated.entities) and annotated.entities[entity_at].end <= paragraph.start:
            entity_at += 1
        entities = _entities_of(annotated.entities, entity_at, paragraph)
        units = list(_units(annotated.text, paragraph, mine, entities))
        for index, group in enumerate(_sentences(units, paragraph)):
            frames.append(Frame(number, tuple(group), index == 0))
    return frames


def _entities_of(entities: Sequence[Entity], first: int, paragraph: Paragraph) -> list[Entity]:
    last = bisect_left(entities, paragraph.end, lo=first, key=lambda entity: entity.start)
    return list(entities[first:last])


def _units(
    text: str, paragraph: Paragraph, quotations: list[tuple[int, Quotation]], entities: list[Entity]
) -> Iterator[Unit]:
    tokens = _glued(text, [token for sentence in paragraph.sentences for token in sentence.tokens])
    at = 0
    for index, quotation in quotations:
        while at < len(tokens) and tokens[at].start < quotation.outer_start:
            before = min(tokens[at].end, quotation.outer_start)
            yield from _outside(text, tokens[at].start, before, entities)
            at += 1
        words = text[quotation.outer_start : quotation.outer_end]
        yield Unit(quotation.outer_start, quotation.outer_end, words, "", index)
        while at < len(tokens) and tokens[at].end <= quotation.outer_end:
            at += 1
        if at < len(tokens) and tokens[at].start < quotation.outer_end:
            yield from _outside(text, quotation.outer_end, tokens[at].end, entities)
            at += 1
    for token in tokens[at:]:
        yield from _outside(text, token.start, token.end, entities)


def _glued(text: str, tokens: list[Token]) -> list[Token]:
    """Tokens with hyphened words and plural possessives in one piece, and without acronyms in brackets."""
    glued: list[Token] = []
    for token in tokens:
        last = glued[-1] if glued else None
        hyphened = (
            last is not None
            and (last.text.endswith("-") or token.text[0] == "-")
            and len(last.text + token.text) > 2
        )
        possessive = token.text in "'’" and last is not None and last.text[-1:].lower() == "s"
        if last is not None and last.end == token.start and (hyphened or possessive) and last.text != "--":
            glued[-1] = Token(last.start, token.end, text[last.start : token.end])
        else:
            glued.append(token)
        if (
            len(glued) > 2
            and glued[-3].text == "("
            and glued[-1].text == ")"
            and _ACRONYM.match(glued[-2].text)
        ):
            del glued[-3:]
    return glued


def _outside(text: str, start: int, end: int, entities: list[Entity]) -> Iterator[Unit]:
    """The part `text[start:end]` of a token outside quotations; a final "'s" becomes a unit of its own."""
    word = text[start:end]
    if not word.strip():
        return
    at = bisect_left(entities, end, key=lambda e: e.start) - 1
    entity = entities[at] if at >= 0 and entities[at].end > start else None
    cut = len(word) - 2 if len(word) > 2 and word.lower().endswith(("'s", "’s")) else len(word)
    for a, b in ((0, cut), (cut, len(word))):
        if a < b:
            yield Unit(start + a, start + b, word[a:b], word[a:b].lower().replace("’", "'"), None, entity)


def _sentences(units: list[Unit], paragraph: Paragraph) -> Iterator[list[Unit]]:
    ends = {sentence.end for sentence in paragraph.sentences}
    group: list[Unit] = []
    for index, unit in enumerate(units):
        group.append(unit)
        following = units[index + 1] if index + 1 < len(units) else None
        if following is None or len(group) >= MAX_UNITS or _boundary(unit, following, ends):
            yield group
            group = []


def _boundary(unit: Unit, following: Unit, ends: set[int]) -> bool:
    if unit.quotation is not None:
        return _ends_with_quotation(unit, following)
    if following.quotation is not None:
        return bool(_FINAL.search(unit.text)) and not _ABBREVIATION_DOT.search(unit.text)
    return unit.end in ends and bool(_FINAL.search(unit.text)) and not _BEFORE_NAME.match(unit.text)


def _ends_with_quotation(unit: Unit, following: Unit) -> bool:
    """A quotation ends its sentence where its words end with a full stop and the writer begins anew."""
    if following.quotation is not None:
        return True
    if not _FINAL.search(unit.text) or not following.text[:1].isupper():
        return False
    return not unit.text.rstrip("\"'”’»“").endswith(("?", "!", "...", "…"))
