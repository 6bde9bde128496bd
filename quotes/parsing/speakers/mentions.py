"""What kind of phrase a mention is: a person's name, a body's name, several, or a description."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from quotes.parsing.annotated import Entity
from quotes.parsing.lexicon import people_words
from quotes.parsing.speakers.names import fold, without_article, words

_LINK = re.compile(r"(\S+)\s+(?:of|for|from|to|at|in|with|by|on|behind|near)\s+(?:[\w.'’-]+\s+){0,6}$")
_ARTICLE = re.compile(r"(?:the|this|that|his|her|an?)\s", re.IGNORECASE)
_CAPITAL_WORD = r"(?:[A-Z][\w.'’-]*|of|and|for|de|the|&|\([A-Z]+\))"
_RANK = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Brig|Cpl|Judge|Justice)\.?\s+)+$"
)
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
    head_word, plural = _head(mention)
    entities = tuple(inside)
    definite = _ARTICLE.match(mention) is not None
    heads = [e for e in entities if not _subordinate(text, start, e, end)]
    heads = [e for e in heads if not (definite and _only_common(e.text))]
    persons = [e for e in heads if e.type == "PERSON"]
    bodies = [e for e in heads if e.type in ("ORG", "LOC", "GPE", "FAC", "MISC")]
    office = head_word in people_words("office") or head_word in people_words("title")
    if not persons and office and not plural and definite:
        return Shape("description", None, (), head_word, plural, entities)
    if len(heads) > 1 and _joined(text, heads):
        return Shape("joint", None, tuple(e.text for e in heads), head_word, True, entities)
    if persons:
        return Shape("person", persons[-1].text, (), head_word, plural, entities)
    if bodies:
        return Shape("name", _whole_name(text, start, end, bodies[-1]), (), head_word, plural, entities)
    if not entities and _looks_like_name(mention) and not _only_begins_a_sentence(text, start, mention):
        kind: Literal["person", "name"] = "name" if _is_body(mention) else "person"
        return Shape(kind, mention, (), head_word, plural, entities)
    return Shape("description", None, (), head_word, plural, entities)


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
    if link and (link.group(1).islower() or entity.type != "PERSON"):
        return True
    if re.match(r"['’]s?\s+\w", after) or (entity.text.endswith(("'s", "’s")) and after.strip()):
        return True
    noun = re.match(r"\s+([a-z][\w-]*)", after)
    if noun is None or noun[1] in ("and", "in", "of"):
        return False
    return entity.type != "PERSON" or fold(noun[1]) in people_words("office")


def _joined(text: str, heads: Sequence[Entity]) -> bool:
    between = text[heads[-2].end : heads[-1].start]
    return re.fullmatch(r"['’s\s,]*\band\b\s+(?:the\s+|[A-Z][\w.]*\s+)*", between) is not None


def _whole_name(text: str, start: int, end: int, body: Entity) -> str:
    """The body's name with a name that owns it and the capitalised words around it."""
    mention = text[start:end]
    if _CAPITALISED.match(mention) and any(word[0].isupper() for word in words(mention)):
        return mention
    owner = re.search(r"((?:[A-Z][\w.-]+ )*[A-Z][\w.-]+['’]s )$", text[start : body.start])
    return (owner.group(1) if owner else "") + body.text


def _head(mention: str) -> tuple[str, bool]:
    """The head word, folded and singular, and whether it was plural."""
    core = re.split(
        r"\s(?:of|for|from|in|at|on|with|to|who|that|throughout|across|near|against|by|signed|watching)\s",
        mention,
        maxsplit=1,
    )[0]
    found = words(core)
    word = fold(found[-1]) if found else ""
    if word in people_words("group"):
        return word, True
    singular = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    known = any(singular in people_words(section) for section in ("office", "body", "document"))
    return (singular, singular != word) if known else (word, singular != word and " and " in mention)


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


def _is_body(mention: str) -> bool:
    found = words(mention)
    if mention.lower().startswith("the ") or (len(found) == 1 and found[0].isupper() and len(found[0]) > 1):
        return True
    return any(fold(word) in people_words("body") or fold(word) in people_words("group") for word in found)
