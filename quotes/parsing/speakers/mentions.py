"""What kind of phrase a mention is: a person's name, a body's name, several, or a description."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from quotes.parsing.annotated import Entity
from quotes.parsing.lexicon import office_words, people_words
from quotes.parsing.speakers.names import fold, without_article, words
from quotes.parsing.speakers.phrases import Phrase

_LINK = re.compile(r"(\S+)\s+(?P<link>of|for|from|to|at|in|with|by|on|behind|near)\s+(?:[\w.'’-]+\s+){0,6}$")
_ARTICLE = re.compile(r"(?:the|this|that|his|her|an?)\s", re.IGNORECASE)
_CAPITAL_WORD = r"(?:[A-Z][\w.'’-]*|of|and|for|de|the|&|\([A-Z]+\))"
_REFLEXIVE = re.compile(r"\s(?:itself|himself|herself|themselves)$")
_RANK = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Brig|Cpl|Judge|Justice)\.?\s+)+$"
)
_ADDRESSES = frozenset(
    "mr mrs ms mx dr prof sir rep sen gov gen lt col maj capt sgt adm judge justice sheikh datuk dato datin "
    "u daw ko eng engr ato weizero woizero shri smt cllr hon rev fr adv cde pastor rabbi imam khun "
    "ustad".split()
)
"""Titles before a name that never begin the name of a body."""
MAX_TITLED = 5
"""Words of a name after such a title."""
_OFFICE_BETWEEN = re.compile(r"(?:['’]s)?(?:\s+(?!and\s|or\s)[\w.-]+){1,6}\s+")
_CAPITALISED = re.compile(rf"^(?:[Tt]he\s+)?{_CAPITAL_WORD}(?:\s+{_CAPITAL_WORD})*$")


@dataclass(frozen=True, slots=True)
class Shape:
    """A mention read: its kind, the name in it, its parts where it joins several, its head word."""

    kind: Literal["person", "name", "joint", "description"]
    head: str | None
    parts: tuple[str, ...]
    head_word: str
    plural: bool
    entities: tuple[Entity, ...]


def read_mention(text: str, start: int, end: int, inside: Sequence[Entity]) -> Shape:
    """Read `text[start:end]`, given the entities in it."""
    mention = text[start:end]
    phrase = Phrase(mention)
    head_word, plural = phrase.head, phrase.plural
    entities = tuple(inside)
    definite = _ARTICLE.match(mention) is not None
    heads = [e for e in entities if not _subordinate(text, start, e, end)]
    heads = [e for e in heads if not _in_brackets(text, e)]
    joint = len(heads) > 1 and _joined(text, heads)
    heads = [e for e in heads if joint or not (definite and _only_common(e.text))]
    persons = [e for e in heads if e.type == "PERSON"]
    bodies = [e for e in heads if e.type in ("ORG", "LOC", "GPE", "FAC", "MISC")]
    office = head_word in office_words()
    if joint:
        members = [*(a for a, b in pairwise(heads) if not _stands_in_office(text, a, b)), heads[-1]]
        return Shape("joint", None, tuple(e.text for e in members), head_word, True, entities)
    if not persons and office and not plural and definite:
        return Shape("description", None, (), head_word, plural, entities)
    if persons:
        return Shape("person", persons[-1].text, (), head_word, plural, entities)
    if _titled(mention) and not any(_is_body(e.text) for e in bodies):
        return Shape("person", mention, (), head_word, plural, entities)
    if bodies:
        return Shape("name", _whole_name(text, start, end, bodies[-1]), (), head_word, plural, entities)
    if not entities and _looks_like_name(mention) and not _only_begins_a_sentence(text, start, mention):
        kind: Literal["person", "name"] = "name" if _is_body(mention) else "person"
        return Shape(kind, mention, (), head_word, plural, entities)
    return Shape("description", None, (), head_word, plural, entities)


def without_reflexive(mention: str) -> str:
    """The mention without the pronoun that only stresses it: "Weir" for "Weir itself"."""
    return _REFLEXIVE.sub("", mention)


def trimmed(text: str, start: int, end: int, inside: Sequence[Entity]) -> tuple[int, int]:
    """The span of the name in a person's mention: with honorific or rank, without office or apposition."""
    shape = read_mention(text, start, end, inside)
    if shape.kind != "person" or shape.head is None:
        return start, end
    entity = next((e for e in reversed(shape.entities) if e.text == shape.head), None)
    if entity is None or entity.start < start:
        return start, end
    rank = _RANK.search(text[start : entity.start])
    return start + rank.start() if rank else entity.start, min(end, entity.end)


def _subordinate(text: str, start: int, entity: Entity, end: int) -> bool:
    """The entity only modifies the phrase's head: "a spokesman for X", "X's spokesman", "the X leader"."""
    before, after = text[start : entity.start], text[entity.end : end]
    link = _LINK.search(before)
    if link and link["link"] in ("in", "at", "near"):
        return True
    if link and (link.group(1).islower() or entity.type != "PERSON"):
        return entity.type != "PERSON" or not _ends_office(before)
    if re.match(r"['’]s?\s+\w", after) or (entity.text.endswith(("'s", "’s")) and after.strip()):
        return True
    noun = re.match(r"\s+([a-z][\w-]*)", after)
    if noun is None or noun[1] in ("and", "in", "of"):
        return False
    return entity.type != "PERSON" or fold(noun[1]) in people_words("office")


def _ends_office(before: str) -> bool:
    """ "deputy director of the HTO Mara Venn": a body's name between "of" and the person ends the office."""
    last = before.split()[-1]
    office = fold(last) in office_words()
    return last[0].isupper() and not office and not last.endswith(("'s", "’s"))


def _in_brackets(text: str, entity: Entity) -> bool:
    return text[: entity.start][-1:] == "(" and text[entity.end : entity.end + 1] == ")"


def _joined(text: str, heads: Sequence[Entity]) -> bool:
    between = re.sub(r"^\s*\([^)]*\)", " ", text[heads[-2].end : heads[-1].start])
    return re.fullmatch(r"['’s\s,]*\band\b\s+(?:the\s+|[A-Z][\w.]*\s+)*", between) is not None


def _stands_in_office(text: str, name: Entity, following: Entity) -> bool:
    """Whether a body or place only tells whose office it is: "US President Mara Venn"."""
    person = following.type == "PERSON" != name.type
    return person and _OFFICE_BETWEEN.fullmatch(text, name.end, following.start) is not None


def _whole_name(text: str, start: int, end: int, body: Entity) -> str:
    """The body's name with a name that owns it and the capitalised words around it."""
    mention = text[start:end]
    if _CAPITALISED.match(mention) and any(word[0].isupper() for word in words(mention)):
        return mention
    owner = re.search(r"((?:[A-Z][\w.-]+ )*[A-Z][\w.-]+['’]s )$", text[start : body.start])
    return (owner.group(1) if owner else "") + body.text


def _looks_like_name(mention: str) -> bool:
    found = words(without_article(mention))
    capitals = [word for word in found if word[0].isupper()]
    first_is_article = without_article(mention) != mention
    return (
        bool(capitals)
        and len(capitals) == len(found)
        and not (first_is_article and len(found) == 1 and _common(found[0]))
    )


def _only_begins_a_sentence(text: str, start: int, mention: str) -> bool:
    """A lone word unknown to the tagger has its capital from standing first ("Discussions showed")."""
    before = text[max(0, start - 3) : start].rstrip(" \"“‘'")
    first = not before or before.endswith((".", "!", "?", "\n", "”"))
    return first and len(mention.split()) == 1 and not mention.isupper()


def _only_common(name: str) -> bool:
    """A "name" of nothing but words for people and bodies: "the Archbishop", "the Ministry"."""
    found = words(without_article(name))
    return all(_common(word) or fold(word) in people_words("title") for word in found)


def _common(word: str) -> bool:
    return any(fold(word) in people_words(section) for section in ("office", "body", "document", "group"))


def _titled(mention: str) -> bool:
    """Whether an honorific or a short title and a name make up the mention: "Rep. Park", "U Maung Orr"."""
    first, *rest = mention.split(" ")
    return (
        0 < len(rest) <= MAX_TITLED
        and fold(first) in _ADDRESSES
        and all(word[0].isupper() for word in rest)
        and not any(fold(word) in people_words("title") for word in rest[-1:])
    )


def _is_body(mention: str) -> bool:
    found = words(mention)
    if mention.lower().startswith("the ") or (len(found) == 1 and found[0].isupper() and len(found[0]) > 1):
        return True
    return any(fold(word) in people_words("body") or fold(word) in people_words("group") for word in found)
