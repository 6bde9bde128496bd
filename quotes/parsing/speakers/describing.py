"""What the words beside a name tell of its bearer: office, nationality, gender, kind of body."""

import re
from collections.abc import Iterable

from quotes.parsing.annotated import Entity
from quotes.parsing.lexicon import cue_forms, function_words, office_words, people_words
from quotes.parsing.speakers.names import fold, words
from quotes.parsing.speakers.phrases import Phrase
from quotes.parsing.speakers.referents import Referent

_DESCRIPTION_BEFORE = 110
_DESCRIPTION_AFTER = 130
"""Characters beside a name that may describe its bearer."""
_APPOSITION = re.compile(
    r"^\s*(?:\([^)\n]*\))?\s*(?:,|\s[–—-])\s*(?:(?:aged\s+)?\d{1,3},\s+)?(?:who (?:is|was)\s+)?([^,.;\n]*)"
)
_IN_BRACKETS = re.compile(r"^\s*\(([^)\n]{4,60})\)")
_IS_A = re.compile(r"^\s+(?:is|was|who is|who was)\s+(?:an?|the)\s+([^,.;\n]*)")
_WORKS_AS = re.compile(
    r"^,?\s+(?:who\s+)?(?:works?|worked|serves?|served|acts?|acted)\s+as\s+(?:an?|the)\s+([^,.;\n]*)"
)
_DOES = re.compile(
    r"^,?\s+who\s+(?:has\s+)?(?:\w+ly\s+)?(heads|headed|leads|led|chairs|chaired|runs|ran|founded|co-founded|owns|owned|"
    r"directs|directed|manages|managed|coaches|coached|teaches|taught|represents|represented|wrote)\b([^,.;\n]*)"
)
_DOER = {
    "head": "head leader chief director", "headed": "head leader chief director",
    "chair": "chair chairman chairwoman", "lead": "leader head chief", "led": "leader head chief",
    "run": "head director owner chief",
    "ran": "head director owner chief", "found": "founder", "co-found": "founder co-founder", "own": "owner",
    "direct": "director", "manage": "manager", "coach": "coach", "teach": "teacher professor",
    "taught": "teacher professor", "represent": "lawyer representative", "wrote": "author writer",
}  # fmt: skip
"""What somebody is who does this."""
_BEFORE_COMMA = re.compile(
    r"(?:(?:^|[.:\"“”\n–—]\s?)(?P<opening>[^\s,][^,.:\"“”\n–—]{3,90})"
    r"|(?:,\s|\b(?:said|says|by|to|from|with|told)\s)"
    r"(?P<inside>(?:the|an?|its|his|her|their|[A-Z]\S*['’]s?)\s[^,.:\"“”\n–—]{3,90})),\s$",
    re.IGNORECASE,
)
_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr) $")
_MARRIED = re.compile(r"\bmarried\s(?:to\s)?(?:[\w-]+\s){0,3}$")
_CALLED = re.compile(r",?\s(?:surnamed|named|called|identified (?:only )?as|known as)\s$")
_NO_OFFICE = (
    function_words("preposition")
    | function_words("subordinator")
    | function_words("auxiliary")
    | function_words("common verb")
    | function_words("pronoun")
    | {"and"}
)
_FINITE = function_words("auxiliary") | function_words("common verb")
_LINKS = frozenset({"of", "for", "at"})
_FAR = _LINKS | {"the", "and", "to", "in"}
_DIPLOMATS = ({"foreign", "minister"}, {"foreign", "secretary"}, {"secretary", "state"})
"""Offices whose holder is a country's "top diplomat"."""
_PREMIER = {"prime", "minister"}
_OF_PLACE = re.compile(r"\s+(?:of|from)\s+([A-Z][\w-]+)")
_NEXT_IN_CLAUSE = re.compile(r"^\s*(?:\([^)\n]*\))?\s*,")
_TITLE_DOT = re.compile(r"\b(Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Rev|Hon|Adm|Maj|Brig|Supt)\.")
_BREAK = re.compile(r"[,.;:!?\n\"“”()–—]")
_SIDES = frozenset({"ruling", "opposition", "governing", "opposing", "rival"})
"""Words before a party's name that tell it from the others."""
MAX_TITLE = 10
"""Words of an office before a name."""
_BODY_BEFORE = re.compile(r"\b((?:[a-z-]+\s){1,4})(?:called\s|named\s)?$")


def describe(person: Referent, text: str, entity: Entity) -> None:
    """Learn office, nationality and gender from the words beside the name."""
    leading = _TITLE_DOT.sub(r"\1", text[max(0, entity.start - _DESCRIPTION_BEFORE) : entity.start])
    leading = _CALLED.sub(" ", leading)
    own = entity.text[: max(0, entity.text.find(person.forms[0][0]))]
    beside = words(_BREAK.split(leading)[-1])[-MAX_TITLE:]
    title = [fold(word) for word in (*_adjoining(beside), *words(own))]
    set_before = _BEFORE_COMMA.search(_HONORIFIC.sub("", leading))
    explained = _explained(text[entity.end : entity.end + _DESCRIPTION_AFTER])
    if set_before:
        title += reversed(_office_set_off(set_before["opening"] or set_before["inside"]))
    person.described |= {re.sub(r"['’]s?$", "", word) for word in (*title, *explained)}
    if any(office <= person.described for office in _DIPLOMATS):
        person.described.add("diplomat")
    if person.described >= _PREMIER:
        person.described.add("premier")
    if _MARRIED.search(leading):
        person.described |= {"wife", "husband", "spouse"}
    person.initials |= _initials([word for word in reversed(title) if word]) | _initials(explained[:5])
    origin = _OF_PLACE.match(text[entity.end : entity.end + _DESCRIPTION_AFTER])
    if origin:
        person.described.add(fold(origin[1]))
    person.gender = person.gender or gender_of(title[:2]) or gender_of(explained[:6])


def _office_set_off(before: str) -> list[str]:
    """The folded words of an office that a comma sets off from the name after it; none where it is none."""
    pieces = before.split()
    verbs = [n for n, piece in enumerate(pieces) if fold(piece) in _FINITE or fold(piece) in cue_forms()]
    office = Phrase(" ".join(pieces[verbs[-1] + 1 if verbs else 0 :]))
    opens = fold(office.text.split(" ")[0]) in _NO_OFFICE | {"according", "unlike"}
    return [fold(word) for word in words(office.text)] if office.of_person and not opens else []


def describe_body(body: Referent, text: str, entity: Entity) -> None:
    """Learn what kind of body it is: "the company Harbour Steel", "Harbour Steel, a mining company"."""
    before = _BODY_BEFORE.search(text[max(0, entity.start - 50) : entity.start])
    if before:
        last = fold(before[1].split()[-1])
        body.described |= {last} & (people_words("body") | _SIDES)
    after = _APPOSITION.match(text[entity.end : entity.end + _DESCRIPTION_AFTER])
    if after and re.match(r"(?:an?|the|one)\s", after[1]):
        phrase = Phrase(after[1])
        if phrase.head in people_words("body"):
            body.described |= {phrase.head, *phrase.modifiers}


def _initials(office: list[str]) -> set[str]:
    """The first letters of an office and of its last words: "ICS", "CS" of an Interior Cabinet Secretary."""
    letters = "".join(
        word[0].upper() for word in office if word not in _NO_OFFICE and word not in ("the", "a")
    )
    return {letters[n:] for n in range(len(letters) - 1)} | {letters[:n] for n in range(2, len(letters))}


def _explained(after: str) -> list[str]:
    """The folded words that explain a name after it: an apposition, "who heads ...", "is a ..."."""
    does = _DOES.match(after)
    if does:
        verb = does[1].lower()
        base = next((b for b in (verb, verb[:-1], verb[:-2], verb[:-1] + "e") if b in _DOER), None)
        return [*(_DOER[base].split() if base else []), *(fold(word) for word in words(does[2]))]
    found = (
        _APPOSITION.match(after) or _IS_A.match(after) or _WORKS_AS.match(after) or _IN_BRACKETS.match(after)
    )
    explained = _up_to_verb(words(found[1])) if found else []
    if _is_source(explained, after):
        return []
    tells = any(word in office_words() for word in explained)
    return explained if tells else []


def _is_source(explained: list[str], after: str) -> bool:
    """Whether what follows the name is no apposition but the cue: "They met Mr Venn, a source said"."""
    after = _NEXT_IN_CLAUSE.sub("", after, count=1).lower()
    credited = bool(explained) and explained[-1] in people_words("anonymous")
    return credited and re.match(r"\W*(?:[\w-]+\W+){1,5}?(?:said|says|added|told)\b", after) is not None


def _up_to_verb(apposition: list[str]) -> list[str]:
    """The words of an apposition, without what a reporting verb begins (", 72, told Judge ...")."""
    folded = [fold(word) for word in apposition]
    verbs = (
        i
        for i, word in enumerate(folded)
        if word in function_words("subordinator") - {"as"}
        or word in function_words("auxiliary")
        or (word in cue_forms() and cue_forms()[word].form == "past")
    )
    return folded[: next(verbs, len(folded))]


def _adjoining(beside: list[str]) -> Iterable[str]:
    """The office that runs up to the name, from its end: "Defense Minister", "head of Harbour Steel"."""
    taken: list[str] = []
    left = list(beside)
    while left:
        word = left.pop()
        known = fold(word) in office_words()
        if not known and word[0].islower():
            if taken and word in _LINKS and _office_ahead(left):
                continue
            if word in _FAR and _are_names(taken) and _office_far_ahead(left):
                continue
            if not taken or fold(word) in _NO_OFFICE or fold(word) in cue_forms() or _is_verb(word, left):
                break
        taken.append(word)
    return taken


def _is_verb(word: str, left: list[str]) -> bool:
    """ "The union accused former chief Venn": a past form that no article stands before."""
    return word.endswith("ed") and bool(left) and fold(left[-1]) not in function_words("determiner")


def _office_ahead(left: list[str]) -> bool:
    return bool(left) and fold(left[-1]) in people_words("office")


def _are_names(taken: list[str]) -> bool:
    """Whether capitalised words have been taken and no office yet."""
    return bool(taken) and not any(fold(word) in office_words() for word in taken)


def _office_far_ahead(left: list[str]) -> bool:
    """Whether a long title runs up to here: "Ambassador Extraordinary of the Republic of Weir to Ostrava"."""
    for number, word in enumerate(reversed(left)):
        if fold(word) in people_words("office") and word[0].isupper():
            return "of" in left[len(left) - number :]
        if word[0].islower() and word not in _FAR:
            return False
    return False


def gender_of(described: Iterable[str]) -> str | None:
    """ "f" or "m" where one of the words tells it."""
    for word in described:
        if word in people_words("female"):
            return "f"
        if word in people_words("male"):
            return "m"
    return None
