"""Names of countries and organizations: what is compared, and which abbreviations a document itself
explains."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quotes.people.countries import canonical_country, metonym
from quotes.people.identity.describing import nation_stem, nations_of, without_nations
from quotes.people.lexicon import GENERIC, SMALL_WORDS
from quotes.people.names import is_capitalised, name_words, normalised
from quotes.people.organizations import canonical_organization
from quotes.statement import SpeakerType

COMMON = GENERIC | frozenset(
    "affairs ministerial liberal conservative labour labor democratic republican communist "
    "socialist social green "
    "progressive national nationalist christian workers workers' youth women students teachers "
    "nurses doctors farmers "
    "medical association union council chamber commerce federation society club front alliance "
    "coalition movement "
    "finance health education agriculture transport culture tourism trade energy environment "
    "hospital airport port "
    "university college institute museum library church diocese city town county state province "
    "governor mayor's "
    "disaster management emergency election electoral commission police fire department bureau "
    "weather meteorological "
    "people peoples royal judicial livestock fisheries forestry housing welfare planning sports "
    "petroleum mines".split()
)
"""Words that bodies of many countries are named by: such a name needs a country beside it."""
_SYNONYMS = {
    "affairs": "",
    "defense": "defence",
    "labor": "labour",
    "organisation": "organization",
    "exterior": "foreign",
}
_OF_STATES = frozenset({"ministry", "government", "parliament", "army", "presidency"})
_GOVERNING = _OF_STATES - {"army"}
_SEATED = re.compile(r"\s+in\s+(?P<seat>[A-Z][\w.'\u2019-]*(?:\s+[A-Z][\w.'\u2019-]*)?)$")
"""Where a body of a government sits: in the capital it is the country's."""
_OWNED = re.compile(
    r"(?:the\s+)?(?:(?P<owner>[A-Z][\w-]+)['\u2019]s?\s+(?P<owned>.+)|(?P<body>.+)\s+of\s+(?P<place>[A-Z][\w-]+))",
    re.IGNORECASE,
)
"""A body of a place ("Ostrava's central bank", "Central Bank of Ostrava")."""
_EXPLAINED = re.compile(r"(?P<name>.{4,}\S)\s+\((?:the\s+)?(?P<short>[A-Z][\w&.-]{1,11})\)")
_SHORT = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*s?")
"""An abbreviation: at least two capitals."""
SHORT_MAX = 8


@dataclass(frozen=True, slots=True)
class BodyName:
    """`names` are full names in the form that is compared, `short` its abbreviations; neither: no name at
    all."""

    names: frozenset[str] = frozenset()
    short: frozenset[str] = frozenset()


def body_name(
    forms: Iterable[str], mentions: Iterable[str], roles: Iterable[str], speaker_type: SpeakerType
) -> BodyName:
    """What a body or country is compared by: its forms, the mentions that abbreviate it; its country by
    all."""
    forms, mentions = sorted(forms), sorted(mentions)
    nations = {nation for text in (*forms, *mentions, *roles) for nation in nations_of(text)}
    nations |= set(filter(None, map(_seated_in, (*forms, *mentions))))
    nation = next(iter(nations)) if len(nations) == 1 else None
    names: set[str] = set()
    short: set[str] = set()
    for form in forms:
        explained = _EXPLAINED.fullmatch(form)
        full = explained["name"] if explained else form
        if explained and abbreviates(explained["short"], full):
            short.add(_plain_short(explained["short"]))
        compared = _compared(full, speaker_type, nation)
        if compared and is_short(full) and not (canonical_organization(full) or canonical_country(full)):
            short.add(_plain_short(full))
        elif compared:
            names.add(compared)
    if names:
        short |= {_plain_short(m) for m in mentions for form in forms if is_short(m) and abbreviates(m, form)}
    return BodyName(frozenset(names), frozenset(short))


def is_short(form: str) -> bool:
    """Whether a name looks like an abbreviation ("HTA", "UNHCR")."""
    plain = form.removeprefix("the ").removeprefix("The ").replace(".", "")
    return len(plain) <= SHORT_MAX and _SHORT.fullmatch(plain) is not None


def abbreviates(short: str, full: str) -> bool:
    """Whether `short` is made of the first letters of the words of `full`, small words aside or not."""
    letters = re.sub(r"[^a-z]", "", short.removeprefix("the ").lower().removesuffix("s") or short.lower())
    words = [word for word in re.split(r"[\s-]+", full.lower()) if word[:1].isalpha()]
    initials = "".join(word[0] for word in words if word not in SMALL_WORDS)
    every = "".join(word[0] for word in words)
    return len(letters) > 1 and letters in (
        initials,
        every,
        initials.removesuffix("s"),
        every.removesuffix("s"),
    )


def _plain_short(form: str) -> str:
    return normalised(form.replace(".", ""), "organization")


def _compared(form: str, speaker_type: SpeakerType, nation: str | None) -> str | None:
    """The form of a name that is compared; None where it names no one body."""
    country = canonical_country(form)
    if country is None and speaker_type == "country":
        seat = metonym(form)
        country = seat.country if seat else None
    if country:
        return normalised(country, "country")
    known = canonical_organization(form)
    plain = normalised(known or form, "organization")
    if known or speaker_type == "country":
        return plain
    if speaker_type == "group" and not (is_capitalised(form) and len(plain.split()) > 1):
        return None
    return _with_nation(form, plain, nation)


def _seated_in(form: str) -> str | None:
    """The country in whose capital a body of a government sits ("Foreign Ministry in Tokyo")."""
    seated = _SEATED.search(form)
    seat = metonym(seated["seat"]) if seated and _GOVERNING & set(name_words(form)) else None
    return seat.country if seat else None


def _is_place(word: str, form: str, core: str) -> bool:
    """Whether the one special word of a state body's name is a place, and not what a ministry is for."""
    if "ministry" not in core.split():
        return True
    words = [each for each in name_words(form) if each != "the"]
    if words[0] == word:
        return words[1:2] != ["and"] and (len(core.split()) > 1 or nation_stem(word) != word)
    return words[-2:] == ["of", word] and len(core.split()) > 1


def _place_of(form: str) -> str | None:
    """The place that a body is named as being of."""
    owned = _OWNED.fullmatch(form)
    place = (owned["owner"] or owned["place"]) if owned else ""
    return place if place[:1].isupper() else None


def _with_nation(form: str, plain: str, nation: str | None) -> str | None:
    """A name of common words ("Foreign Ministry") with its country; None where that is not known."""
    if _seated_in(form):
        form = _SEATED.sub("", form)
    rest, own = without_nations(form)
    folded_words = [word.removesuffix("'s").removesuffix("\u2019s") for word in rest]
    words = [_SYNONYMS.get(word, word) for raw in folded_words for word in name_words(raw)]
    words = [word for word in words if word and word not in SMALL_WORDS]
    special = [word for word in words if word not in COMMON and word.isalnum()]
    core = " ".join(sorted(set(words) - set(special)))
    if len(special) == 1 and not own and _OF_STATES & set(words) and _is_place(special[0], form, core):
        return f"{nation_stem(special[0])}: {core}"
    place = _place_of(form)
    if place and name_words(place) == special and not own and len(core.split()) > 1:
        return f"{nation_stem(place)}: {core}"
    is_ministry = "ministry" in words  # every country has its own, whatever it is for
    if special and not is_ministry and not any(map(str.isupper, "".join(rest))):
        return None  # "the harbour board" describes one, whichever it is
    if not words or (special and not is_ministry):
        return plain if words or own else None
    country = next(iter(own)) if len(own) == 1 else nation
    return f"{normalised(country, 'country')}: {' '.join(sorted(set(words)))}" if country else None
