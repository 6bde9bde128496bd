"""What the words beside a name tell of its bearer: office, nationality, gender."""

import re
from collections.abc import Iterable

from quotes.parsing.annotated import Entity
from quotes.parsing.lexicon import cue_forms, function_words, people_words
from quotes.parsing.speakers.names import fold, words
from quotes.parsing.speakers.referents import Referent

_DESCRIPTION_BEFORE = 60
_DESCRIPTION_AFTER = 110
"""Characters beside a name that may describe its bearer."""
_APPOSITION = re.compile(
    r"^\s*(?:\([^)]*\))?\s*,\s*(?:who (?:is|was)\s+)?([^,.;]*(?:,(?! (?:said|who|and))[^,.;]*)?)"
)
_OFFICE_COMMA = re.compile(r"(?:^|[.\n–—] ?)[^,.\n]{3,55},\s$")
_NO_OFFICE = (
    function_words("preposition")
    | function_words("subordinator")
    | function_words("auxiliary")
    | function_words("common verb")
    | function_words("pronoun")
    | {"and"}
)
_OF_PLACE = re.compile(r"\s+(?:of|from)\s+([A-Z][\w-]+)")
_TITLE_DOT = re.compile(r"\b(Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Rev|Hon|Adm|Maj)\.")
_IS_A = re.compile(r"^\s+(?:is|was|who is|who was)\s+(?:an?|the)\s+([^,.;]*)")
_BREAK = re.compile(r"[,.;:!?\n\"“”()]")


def describe(person: Referent, text: str, entity: Entity) -> None:
    """Learn office, nationality and gender from the words beside the name."""
    leading = _TITLE_DOT.sub(r"\1", text[max(0, entity.start - _DESCRIPTION_BEFORE) : entity.start])
    before = _BREAK.split(leading.rstrip(", ") if _OFFICE_COMMA.search(leading) else leading)[-1]
    own = entity.text[: max(0, entity.text.find(person.forms[0][0]))]
    after_text = text[entity.end : entity.end + _DESCRIPTION_AFTER]
    after = _APPOSITION.match(after_text) or _IS_A.match(after_text)
    beside = words(before)[-6:]
    title = [fold(word) for word in (*_adjoining(beside), *words(own))]
    apposition = _up_to_verb(words(after.group(1))) if after else []
    if not any(word in people_words("office") or word in people_words("title") for word in apposition):
        apposition = []
    person.described |= set(title) | set(apposition)
    person.initials.add("".join(word[0].upper() for word in reversed(title) if word))
    origin = _OF_PLACE.match(after_text)
    if origin:
        person.described.add(fold(origin[1]))
    person.gender = person.gender or gender_of(title[:2]) or gender_of(apposition[:6])


def _up_to_verb(apposition: list[str]) -> list[str]:
    """The words of an apposition, without what a reporting verb begins (", 72, told Judge ...")."""
    folded = [fold(word) for word in apposition]
    verbs = (i for i, word in enumerate(folded) if word in cue_forms() and cue_forms()[word].form == "past")
    return folded[: next(verbs, len(folded))]


def _adjoining(beside: list[str]) -> Iterable[str]:
    """The office words that run up to the name: "Russian Defense Minister", "the group's spokeswoman"."""
    taken: list[str] = []
    for word in reversed(beside):
        known = fold(word) in people_words("office") or fold(word) in people_words("title")
        lower = not word[0].isupper()
        if not known and lower and (not taken or fold(word) in _NO_OFFICE or fold(word) in cue_forms()):
            break
        taken.append(word)
    return taken


def gender_of(described: Iterable[str]) -> str | None:
    """ "f" or "m" where one of the words tells it."""
    for word in described:
        if word in people_words("female"):
            return "f"
        if word in people_words("male"):
            return "m"
    return None
