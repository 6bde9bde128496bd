"""Of what kind a name is, all over the document: a person, a place or a body.

The tagger votes with every mention of the name, and so does what stands beside each.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from quotes.lexicons import country_of
from quotes.parsing.annotated import Entity
from quotes.parsing.lexicon import cue_forms, office_words, people_words
from quotes.parsing.speakers.names import MIN_INITIALS, acronym_of, words

_BEFORE_PLACE = re.compile(r"\b(?:in|near|across|outside|inside|throughout)\s$", re.IGNORECASE)
_PLACED = re.compile(
    r"\b(?:in|near|across|outside|inside|throughout|at|from|to|of|for)\s(?:the\s)?$", re.IGNORECASE
)
_LANDMARKS = frozenset(
    "lake mount mt port fort camp cape san santa saint st new north south east west upper lower great river "
    "bay isle island point villa casa hotel".split()
)
"""Words that begin the name of a place called after somebody."""
MIN_FAMILY = 2
"""Mentions of a family name that make a "place" ending in it somebody's full name."""
_PERHAPS_PLACE = re.compile(r"\b(?:from|to|of)\s$", re.IGNORECASE)
_OWNS_OFFICE = re.compile(
    r"['’]s\s+(?:[\w-]+\s+){0,2}?(?:president|(?:prime\s+)?minister|premier|leader|government|ministry|parliament|"
    r"army|capital|border|economy|mayor|council|police|side|coast|harbou?r|port)\b",
    re.IGNORECASE,
)
_ACTS = re.compile(r",?\s+(?:said|says|told|added|asked|wrote|explained|replied|noted)\b")
_BEFORE_PERSON = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|President|Minister|Gen|Capt|Sgt|Judge)\.?|\bsaid|\badded)\s$"
)
_AFTER_PERSON = re.compile(
    r",?\s+(?:who|whose)\b|,\s+\d\d,|['’]s\s+(?:wife|husband|mother|father|son|family)\b"
)
_IN_OFFICE = re.compile(
    r",\s+(?:(?:the|an?)\s+)?(?:[a-z-]+\s+){0,2}?(?P<office>[a-z-]+)\s+(?:of|for)\s(?P<field>[^,.;:\n]*)"
)
_FROM = re.compile(r"\b(?:at|from)\s$", re.IGNORECASE)
_OFFICES = (
    "ceo|chief executive|chief|executive|executives|officials|spokes(?:man|woman|person)|boss|founder|"
    "managing director|director|board|shares|customers|employees|staff|workers|headquarters|users|website"
)
_OWNS_STAFF = re.compile(rf"(?:['’]s?)?\s+(?:co-?founder|{_OFFICES})\b", re.IGNORECASE)
_LEGAL_FORM = re.compile(r",?\s+(?:Inc|Ltd|Limited|Corp|Co|SA|S\.A|PLC|plc|Bhd|GmbH|LLC|AG|Group|Holdings)\b")
_HEADED = re.compile(
    r"\b(?:ceo|executive|president|director|spokes(?:man|woman|person)|head|founder|manager|chairman|"
    r"chairwoman|chairperson|chief|member|members|officials?|employees?|subsidiary)\s+(?:of|for|at|from|with)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_THE = re.compile(r"\b[Tt]he\s$")
_APPOSITION = re.compile(r"\s*,\s+(?:an?|the|its|whose)\s+([^,.;\n]{3,60})")
MAX_NAME = 4
"""Words of a person's name."""
BESIDE = 70
"""Characters beside a name that are looked at."""


LIKELY_PLACE, LIKELY_BODY = 0.5, 1
"""Votes above which a "person" is a place or a body; a body of several words needs twice as many."""
_NAMES = frozenset({"PERSON", "ORG", "LOC", "FAC", "MISC"})


def retyped(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """Every name with the type that it has most often, as its type and what stands beside it tell."""
    places: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        places[_key(entity.text)].append(entity)
    types: dict[str, str | None] = {}
    parts: set[str] = set()
    bodies = {acronym_of(e.text) for e in entities if e.type == "ORG" and len(words(e.text)) > 1}
    for key, found in sorted(places.items(), key=lambda place: -len(words(place[0]))):
        acronym = _key(found[0].text).upper()
        short = acronym in bodies and len(acronym) >= MIN_INITIALS and found[0].text.startswith(acronym)
        family = places.get(words(key)[-1], []) if len(words(key)) > 1 else []
        if short and key not in parts:
            types[key] = "ORG"
        elif _is_full_name(text, found, family):
            types[key] = "PERSON"
        else:
            types[key] = _type_of(text, found, key in parts)
        if len(words(key)) > 1 and (types[key] or found[0].type) == "PERSON":
            parts |= {_key(word) for word in words(key)}
            parts |= {_key(acronym_of(found[0].text))} if len(words(key)) >= MIN_INITIALS else set()
    return [replace(entity, type=types[_key(entity.text)] or entity.type) for entity in entities]


def _is_full_name(text: str, found: Sequence[Entity], family: Sequence[Entity]) -> bool:
    """Whether a "place" is the full name of somebody whom the text goes on to call by the family name."""
    first = words(found[0].text)[:1]
    persons = sum(entity.type == "PERSON" for entity in family)
    named = persons >= MIN_FAMILY and 2 * persons > len(family)
    return (
        named
        and all(
            entity.type == "LOC" and not _PLACED.search(text, max(0, entity.start - 16), entity.start)
            for entity in found
        )
        and first[0].lower() not in _LANDMARKS
        and country_of().get(first[0].lower()) is None
    )


def _key(name: str) -> str:
    return re.sub(r"['’]s?$", "", name).casefold()


def _type_of(text: str, found: Sequence[Entity], of_a_person: bool) -> str | None:
    """The type of all mentions of a name, which may be a part of a person's; None to leave each as it is."""
    named = Counter(e.type for e in found)
    if of_a_person and country_of().get(_key(found[0].text)) is None and named.keys() <= _NAMES:
        return "PERSON"
    if "PERSON" not in named:
        titled = sum(_votes_for_person(text, e) - (_votes_for_body(text, e) > 0) for e in found)
        return "PERSON" if titled > 0 and named.keys() <= _NAMES else None
    if not of_a_person and sum(_votes_for_place(text, e) for e in found) > LIKELY_PLACE:
        return "LOC"
    likely = LIKELY_BODY if len(words(found[0].text)) == 1 else 2 * LIKELY_BODY
    if not of_a_person and sum(_votes_for_body(text, e) for e in found) > likely:
        return "ORG"
    return named.most_common(1)[0][0] if len(named) > 1 else None


def _votes_for_place(text: str, entity: Entity) -> float:
    """Above 0 where the mention stands as places do, below where as people do; 0 for several words."""
    if len(words(entity.text)) > 1:
        return 0
    before, after = _beside(text, entity)
    if _ACTS.match(after) or _BEFORE_PERSON.search(before):
        return -1
    weak = 0.5 if _PERHAPS_PLACE.search(before) else 0
    return 1 if _BEFORE_PLACE.search(before) or _OWNS_OFFICE.match(after) else weak


def _votes_for_body(text: str, entity: Entity) -> float:
    """Above 0 where the mention stands as companies and other bodies do, below where as people do."""
    before, after = _beside(text, entity)
    apposition = _APPOSITION.match(after)
    told_of = words(apposition[1].lower()) if apposition else []
    if _BEFORE_PERSON.search(before) or _AFTER_PERSON.match(after) or people_words("office") & set(told_of):
        return -3
    told = 3.0 if _LEGAL_FORM.match(after) else 0.0
    told += 2.0 * bool(_HEADED.search(before)) + 2.0 * bool(_OWNS_STAFF.match(after))
    if _THE.search(before) and not after.startswith(("s", "'", "’")):
        told += 1.0
    if before.endswith("(") and after.startswith(")") and entity.text.isupper():
        told += 3.0
    if apposition and _ends_in_body(apposition[1]):
        told += 2.0
    return told


def _votes_for_person(text: str, entity: Entity) -> float:
    """Above 0 where an office or honorific stands before the name: "President Venn"."""
    before = re.search(r"([A-Z][\w-]*)\.?\s$", text[max(0, entity.start - 20) : entity.start])
    body = any(word.lower() in people_words("body") for word in words(entity.text))
    titled = before is not None and before[1].lower() in office_words()
    told = titled or _holds_office(text, entity)
    return 1 if told and not body and len(words(entity.text)) <= MAX_NAME else 0


def _holds_office(text: str, entity: Entity) -> bool:
    """Whether an apposition gives a "place" an office: "Mara Venn, governor of Weir"; not "in Weir, ..."."""
    office = _IN_OFFICE.match(text, entity.end)
    before = text[max(0, entity.start - 16) : entity.start]
    if office is None or _BEFORE_PLACE.search(before) or _FROM.search(before):
        return False
    credited = any(word in cue_forms() for word in office["field"].split())  # "..., the mayor of Weir said"
    told = office["office"] in people_words("office") and not credited
    return told and entity.type == "LOC" and 1 < len(words(entity.text)) < MAX_NAME


def _beside(text: str, entity: Entity) -> tuple[str, str]:
    after = text[entity.end : entity.end + BESIDE]
    owned = entity.text[-2:] if entity.text.endswith(("'s", "’s")) else ""
    return text[max(0, entity.start - BESIDE) : entity.start], owned + after


def _ends_in_body(apposition: str) -> bool:
    head = words(re.split(r"\s(?:of|for|that|which|in|based|who|from|to|at|with)\s", apposition)[0])[-1:]
    return bool(head) and head[0].lower() in people_words("body")
