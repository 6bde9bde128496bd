"""Names of those who publish: newspapers, ministries, institutes, told by the words they are made of."""

import re
from collections.abc import Iterator

ISSUER_MAX_WORDS = 10
LABEL_MAX = 63
"""No part of an address between two dots is longer (RFC 1035)."""

_OUTLET = (
    r"(?:Post|Times|News|Herald|Tribune|Gazette|Journal|Review|Press|Observer|Chronicle|Courier|Mail|Telegraph"
    r"|Guardian|Standard|Star|Weekly|Daily|Globe|Mirror|Examiner|Inquirer|Dispatch|Monitor|Wire|Magazine|Sports?"
    r"|Radio|TV|Television|Broadcasting|Media|Today|Online|Argus|Echo|Independent|Sentinel|Bulletin|Digest)"
)
_BODY = (
    r"(?:Ministry|Department|Office|Government|Embassy|Authority|Commission|Committee|Council|Agency|Bureau"
    r"|Directorate|Institute|Institution|Foundation|University|Association|Union|Guild|Society|Centre|Center"
    r"|Academy|Forum|Observatory|Network|Federation|League|Board|Bank|Court|Inquiry|Tribunal|Parliament|Assembly"
    r"|Party|Company|Group|Ltd|Limited|Inc|Corporation|Service|Chamber|Secretariat|Republic|Kingdom|Municipality"
    r"|Ministries|Ferries|Railways|Airlines)"
)
_JOINERS = frozenset({"of", "the", "for", "and", "&", "de", "du", "la", "on"})
_NAME_WORD = re.compile(r"[A-Z0-9][\w.&’'-]*,?")
_ENDS_IN_ISSUER = re.compile(rf"(?:{_OUTLET}|{_BODY})\.?\Z", re.IGNORECASE)
_HEADED_BY_BODY = re.compile(
    rf"(?:The\s)?(?:\w[\w’'-]*\s){{0,3}}?{_BODY}\s(?:of|for|on|and)\s", re.IGNORECASE
)
_CERTAIN = re.compile(
    rf"The\s(?:(?!of\b|for\b|and\b|on\b)[\w’'.-]+\s)+{_OUTLET}|(?:The\s)?{_BODY}\s(?:of|for)\s.+",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(
    rf"\b(?:{_OUTLET}|{_BODY}|Statement|Advisory|Release|Opinion|Analysis|Editorial|Local|World|Staff)\b",
    re.IGNORECASE,
)
_SENTENCE_BEFORE = re.compile(r"(?:\A|[.!?:\n][\"”’']?\s*|[\"“]\s*)\Z")


def is_issuer(name: str) -> bool:
    """Whether a line is the name of an outlet, a public body or an institute, and no more than that."""
    words = name.split()
    if not 2 <= len(words) <= ISSUER_MAX_WORDS:
        return False
    if not all(word in _JOINERS or _NAME_WORD.fullmatch(word) for word in words):
        return False
    return bool(_HEADED_BY_BODY.match(name) or ("," not in name and _ENDS_IN_ISSUER.search(name)))


def is_certain_issuer(name: str) -> bool:
    """Whether such a name can hardly be a headline: "The Harbour Post", "Ministry of Harbours"."""
    return is_issuer(name) and _CERTAIN.fullmatch(name) is not None


def may_be_person(name: str) -> bool:
    """Whether no word of a name belongs to an outlet, a public body or a section of a site."""
    return _NO_PERSON.search(name) is None


def cased(name: str) -> str:
    """A name printed in capitals as it is written elsewhere; any other name as it is."""
    if not name.isupper():
        return name
    words = [word if word in _JOINERS else word.capitalize() for word in name.lower().split()]
    return " ".join([words[0].capitalize(), *words[1:]])


def spelt(name: str) -> str:
    """The letters and digits of a name, as an address spells it."""
    return "".join(character for character in name.casefold() if character.isalnum())


def printed_name(text: str, label: str) -> str | None:
    """The name in `text` that an address spells as `label` ("harbourpost": "The Harbour Post").

    "The" belongs to the name where the address has it or where it stands inside a sentence. A name
    of one word must be in capitals or have one inside, lest an ordinary word pass for it.
    """
    names = list(_spelt_as(text, label.removeprefix("the")))
    with_the = next((name for name, sure in names if sure), None)
    if with_the or not names:
        return with_the
    return f"The {names[0][0]}" if label.startswith("the") else names[0][0]


def _spelt_as(text: str, label: str) -> Iterator[tuple[str, bool]]:
    """Each name spelt `label`, with "The" and True where that belongs to it."""
    if not 3 <= len(label) <= LABEL_MAX:
        return
    # The letters of the label in order, with nothing but spaces and dots between.
    letters = r"[\s.’'&-]?".join(map(re.escape, label))
    for match in re.finditer(
        rf"(?<![@./\w])(?P<the>the\s)?(?P<name>{letters})(?!\.?\w)", text, re.IGNORECASE
    ):
        name = " ".join(match["name"].split())
        if not all(word[0].isupper() or word[0] in "&-" for word in name.split()):
            continue
        capital = match["the"] is not None and match["the"][0] == "T"
        inside = not _SENTENCE_BEFORE.search(text[max(match.start() - 4, 0) : match.start()])
        if " " in name or (name[1:] != name[1:].lower()):
            yield (f"The {name}", True) if capital and inside else (name, False)
