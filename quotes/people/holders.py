"""Whom the holder of an office speaks for, by the words of its description ("Russian Defense Minister")."""

from collections.abc import Iterator
from dataclasses import dataclass

from quotes.people.countries import is_capital, metonym
from quotes.people.offices import LONGEST_PHRASE, Words, ending, kinds_of, phrase, told_by, written
from quotes.people.parties import (
    Parties,
    Party,
    arm,
    arm_name,
    body,
    country_before,
    ministry,
    ministry_in,
    name_before,
    proper,
    well_known,
)

_PREPOSITIONS = {
    "of": frozenset({"state", "sent", "qualified", "body", "voice", "counsel"}),
    "for": frozenset({"state", "voice", "counsel"}),
    "at": frozenset({"state", "body", "voice"}),
    "from": frozenset({"state", "voice"}),
    "with": frozenset({"voice"}),
    "to": frozenset({"qualified", "counsel"}),
}
"""What may stand between an office of these kinds and whom it is held for; "to" of advisers and lawyers."""
_ENDS = frozenset(
    "to in on at with from about against over under who which that since until during after before "
    "by as".split()
)
_JOINS = frozenset({"of", "for", "and"})
_MINISTERS = frozenset({"minister", "ministers", "vice minister"})
_LEADERS = frozenset({"leader", "leaders", "leadership"})
"""Of a country only where nothing stands between: a labour leader leads a party or a union."""
_SENT_TO_BODIES = frozenset({"ambassador", "permanent representative", "representative"})
"""Whose office before the name of an international body is held there: Russia's UN ambassador."""
_ALSO_STATES = frozenset({"Georgia"})
"""Names of countries that a part of another country has; only the offices that it lacks tell them apart."""
_OF_COUNTRIES_ALONE = frozenset({"president", "prime minister", "minister", "ambassador"})


@dataclass(slots=True)
class _Front:
    """The words before an office, of which those that are understood are taken away from the end."""

    words: Words
    portfolio: str | None = None
    arm: str | None = None
    narrowed: bool = False


def described(words: Words) -> Parties:
    """Whom the holder of the office in `words` speaks for; nobody where it does not tell."""
    begin, end = _office(words)
    before, office, after = words[:begin], words[begin:end], words[end:]
    if not office or (office[-1].owns and after) or any(told_by("against", [word]) for word in before):
        return ()
    behind = _behind(before, office, after)
    if behind is None:
        return ()
    if any(told_by("part", [word]) for word in before):
        return () if any(party.is_country or party.unclaimed for party in behind) else behind
    unclaimed = [party for party in behind if party.unclaimed]
    if behind and not unclaimed:
        return behind
    front = _in_front(before, office)
    owner = next((party for party in front if party.is_country), None)
    return arm(unclaimed[0].name, owner) if unclaimed else front


def is_past(words: Words) -> bool:
    """Whether the office that they tell is one no longer held ("former", "then", "ex-")."""
    end = _office(words)[1]
    return any(told_by("past", words[n : n + size]) for n in range(end) for size in (1, 2))


def offices_apart(words: Words) -> Iterator[Words]:
    """The parts of a description that tell an office each: "foreign minister and head of the Tide Office"."""
    for number, word in enumerate(words):
        left, right = words[:number], words[number + 1 :]
        if word.key == "and" and _office(left)[1] and (_ends_with_office(left) or _begins_with_office(right)):
            yield left
            yield from offices_apart(right)
            return
    yield words


def _office(words: Words) -> tuple[int, int]:
    """Where the office stands: the last that begins before the first preposition, as long as may be.

    Where none does, it is the last before what is no part of a name ("Bank of Ostrava governor").
    """
    for stops in (_ENDS | _PREPOSITIONS.keys(), _ENDS):
        stop = next((n for n, word in enumerate(words) if n and word.key in stops), len(words))
        spans = [
            (-end, begin)
            for begin in range(stop)
            for end in range(begin + 1, min(len(words), begin + LONGEST_PHRASE) + 1)
            if kinds_of(words[begin:end])
        ]
        if spans:
            end, begin = min(spans)
            return begin, -end
    return 0, 0


def _ends_with_office(words: Words) -> bool:
    return any(kinds_of(words[-size:]) for size in range(1, min(LONGEST_PHRASE, len(words)) + 1))


def _begins_with_office(words: Words) -> bool:
    begin, end = _office(words)
    return end > 0 and (begin == 0 or ending(words[:begin], "rank", "past", "portfolio") == begin)


def _behind(before: Words, office: Words, after: Words) -> Parties | None:
    """Whom the words behind an office name; None where they name somebody that they do not tell."""
    kinds = kinds_of(office)
    preposition = after[0].key if after else ""
    sent = "sent" in kinds and preposition != "of"
    if sent or not kinds & _PREPOSITIONS.get(preposition, frozenset()):
        return ()
    words = _object(after[1:])
    if _ends_with_office(words):
        return described(words) or None
    if phrase(office) in _MINISTERS:
        size = ending(before, "portfolio") if preposition == "of" else 0
        return _behind_minister(words, before[-size:] if size else ())
    if preposition == "to":
        return None
    rest = after[1 + len(words) :]
    field = rest and rest[0].key in ("at", "for") and not any(word.is_capital for word in words)
    return body(_object(rest[1:]) if field else words) or None


def _behind_minister(words: Words, portfolio: Words) -> Parties:
    """The ministry behind "minister of", or the country, which behind a `portfolio` may be an unknown one."""
    told, rest = ministry_in(words)
    if told is not None:
        return arm(told, next(iter(body(rest[1:])), None) if rest and rest[0].key == "of" else None)
    found = body(words)
    if len(found) == 1 and portfolio:
        return arm(ministry(phrase(portfolio)), found[0])
    return found if any(party.is_country for party in found) else ()


def _object(words: Words) -> Words:
    """The noun phrase that `words` begin with."""
    for number, word in enumerate(words):
        follows = words[number + 1] if number + 1 < len(words) else None
        if word.key in _JOINS and number:
            if follows is None or not (
                follows.is_capital or follows.key in ("the", "foreign") or word.key == "and"
            ):
                return words[:number]
        elif word.key in _ENDS:
            return words[:number]
    return words


def _in_front(before: Words, office: Words) -> Parties:
    """Whom the words before an office name."""
    front = _Front(before)
    while front.words:
        if front.words[-1].owns and _ends_with_office(front.words):
            return described(front.words)
        known = _well_known(front.words)
        if known and not (phrase(office) in _SENT_TO_BODIES and len(known) == 1):
            return known
        size, country = country_before(front.words)
        if country is not None and _stands_first(front.words[:-size]):
            return _of_country(front, country, office, front.words[-size:])
        if country is not None and len(front.words) > size + 1 and front.words[-size - 1].key == "and":
            other = _in_front(front.words[: -size - 1], office)
            own = _of_country(front, country, office, front.words[-size:])
            return (*other, *own) if any(party.is_country for party in other) else ()
        if not _strip(front, known):
            break
    return _of_body(front, office)


def _well_known(words: Words) -> Parties:
    """The body or house of government that the words end with."""
    for size in range(min(LONGEST_PHRASE, len(words)), 0, -1):
        found = well_known(words[-size:])
        if found and not found[0].is_country:
            return found
    return ()


def _stands_first(words: Words) -> bool:
    """Whether nothing that is not understood stands in these words before the name of a country."""
    return all(told_by("rank", [word]) or told_by("past", [word]) for word in words)


def _strip(front: _Front, known: Parties) -> bool:
    """Take away the last words before an office where they tell what it is for; False where they do not."""
    sizes = range(min(LONGEST_PHRASE, len(front.words)), 0, -1)
    arm_size = next((size for size in sizes if arm_name(front.words[-size:])), 0)
    size = max(arm_size, ending(front.words, "rank", "portfolio", "matter", "past"))
    if known:
        size = max(size, 1)
    if size == 0 or front.words[-1].owns:
        return False
    taken = front.words[-size:]
    if size == arm_size:
        front.arm = front.arm or arm_name(taken)
    elif told_by("portfolio", taken):
        front.portfolio = front.portfolio or phrase(taken)
    front.narrowed = front.narrowed or not (told_by("rank", taken) or told_by("past", taken))
    front.words = front.words[:-size]
    return True


def _of_country(front: _Front, country: Party, office: Words, named: Words) -> Parties:
    """The country before an office, where one who holds it speaks for the country, and its ministry."""
    kinds = kinds_of(office)
    if not (kinds & {"state", "sent", "voice"} or ("qualified" in kinds and front.narrowed)):
        return ()
    if phrase(office) in _LEADERS and front.narrowed:
        return ()
    state = country.name in _ALSO_STATES and phrase(named) == country.name.lower()
    if state and phrase(office) not in _OF_COUNTRIES_ALONE:
        return ()
    name = _arm_of(front, office)
    return arm(name, country) if name else (country,)


def _of_body(front: _Front, office: Words) -> Parties:
    """The body before an office, or one that every country has."""
    kinds = kinds_of(office)
    words, name = front.words, _arm_of(front, office)
    if not words:
        return arm(name, None) if name else ()
    run = name_before(words)
    if words[-1].owns and run:
        return _of_owner(run, name, office)
    of_a_city = is_capital(written(run)) and "state" in kinds
    if of_a_city or not run or not kinds & {"body", "voice", "counsel", "qualified"}:
        return ()
    if name is not None:
        return (Party(f"{written(run)} {name}"),)
    return proper(run) if kinds & {"body", "voice", "counsel"} else ()


def _of_owner(run: Words, name: str | None, office: Words) -> Parties:
    """Whoever owns an office: "Ostrava's foreign minister"; of capitals only those who are sent abroad."""
    text = written(run)
    if is_capital(text):
        house = metonym(text)
        return (Party(house.country, is_country=True),) if house and "sent" in kinds_of(office) else ()
    owner = Party(text)
    return arm(name, owner) if name else (owner,)


def _arm_of(front: _Front, office: Words) -> str | None:
    """The body of a country that an office belongs to."""
    if front.arm is None and front.portfolio is not None and phrase(office) in _MINISTERS:
        return ministry(front.portfolio)
    return front.arm
