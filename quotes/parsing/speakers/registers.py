"""The persons and bodies of a document, each found by its names without a look at all the others."""

from collections import defaultdict
from collections.abc import Iterable

from quotes.parsing.speakers.describing import gender_of
from quotes.parsing.speakers.generations import generation_at, of_generation
from quotes.parsing.speakers.names import (
    MIN_INITIALS,
    acronym_of,
    body_name,
    compared,
    fold,
    person_name,
    words,
)
from quotes.parsing.speakers.referents import Referent

_KIN = frozenset(
    "son daughter wife husband mother father brother sister widow widower grandson granddaughter".split()
)
"""Words for whoever is named for the sake of another, whom the bare family name means."""
MIN_MISSPELT = 6
"""Letters of a name of which one may be wrong."""
MIN_CUT = 4
"""Letters left of a word of a body's name that an outlet cuts short."""
NEARER = 60
"""Characters by which one of two people of a name must have been mentioned nearer to be meant."""


class Persons:
    """The persons of a document, in the order in which they were met."""

    def __init__(self) -> None:
        self.all: list[Referent] = []
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, name: str) -> Referent:
        """A new person of this name."""
        parts = words(name)
        initials = acronym_of(name) if len(parts) >= MIN_INITIALS else ""
        for word in {*compared(parts), *compared([initials])} - {""}:
            self._by_word[word].append(len(self.all))
        self.all.append(Referent(name, "person", [parts, *([[initials]] if initials else [])]))
        return self.all[-1]

    def also_called(self, person: Referent, name: str) -> None:
        """Note another name that the text gives the person: a nickname."""
        parts = words(name)
        if parts and not person.has_form(parts):
            person.forms.append(parts)
            for word in compared(parts):
                self._by_word[word].append(self.all.index(person))

    def named(self, name: str, at: int, generation: str = "") -> tuple[Referent | None, str | None]:
        """The person whose name `name` is or is part of; where it cannot be told which, the reason.

        The name may have its honorific with it, which tells a man from a woman of that name, and its
        suffix; a `generation` that the text tells elsewhere is given apart.
        """
        generation = generation or generation_at(name, 0, name)
        gender = gender_of(fold(word) for word in words(name)[:1])
        parts = words(person_name(name))
        if not parts:
            return None, "no name"
        called = [person for person in self._sharing_a_word(parts) if person.is_called(parts)]
        called = of_generation(called or self._misspelt(parts), generation)
        fitting = [p for p in called if gender is None or p.gender in (None, gender) or p.gender_guessed]
        exact = [p for p in fitting if len(parts) > 1 and p.has_form(parts)]
        exact = [p for p in exact if not p.generation] or exact if not generation else exact
        full = exact or [p for p in fitting if len(words(p.name)) > 1 or p.alone] or fitting
        full = [p for p in full if p.alone and _is_named(p, at, at + len(name))] or full
        if len(full) <= 1:
            return (full[0], None) if full else (None, None)
        found = _likeliest(full, parts, at)
        return found, None if found else f"more than one person here is called {' '.join(parts)}"

    def _misspelt(self, parts: list[str]) -> list[Referent]:
        """The one whose family name differs from a lone name by a letter: "Tolan" for Oren Tollan."""
        name = compared(parts)[-1] if len(parts) == 1 and len(parts[0]) >= MIN_MISSPELT else ""
        alike = [
            word for word in self._by_word if name and word[:1] == name[:1] and _one_letter_off(word, name)
        ]
        return [self.all[n] for word in alike for n in self._by_word[word]] if len(alike) == 1 else []

    def _sharing_a_word(self, parts: list[str]) -> Iterable[Referent]:
        """Whoever has the longest word of the name in theirs, or its initial; initials alone fit anybody."""
        longest = max(compared(parts), key=len, default="")
        if len(longest) < 2:
            return self.all
        places = {n for word in (longest, longest[0]) for n in self._by_word.get(word, ())}
        return [self.all[n] for n in sorted(places)]


def _likeliest(fitting: list[Referent], parts: list[str], at: int) -> Referent | None:
    """Of several whom the name fits: who alone spoke before, was named oftener, or was named nearer."""
    if any(person.generation or person.alone for person in fitting):
        return _of_one_family(fitting, at)
    surnamed = [p for p in fitting if fold(parts[-1]) == fold(words(p.name)[-1])]
    if len(surnamed) == 1 and _last_meant(fitting, at) is surnamed[0]:
        return surnamed[0]
    spoke = [p for p in fitting if p.spoke]
    if len(spoke) == 1:
        return spoke[0]
    relatives = [p for p in fitting if p.described & _KIN]
    others = [p for p in fitting if not p.described & _KIN]
    if len(others) == 1 and all(p.full_mentions <= others[0].full_mentions for p in relatives):
        return others[0]
    family = [p for p in fitting if fold(parts[-1]) in (fold(words(p.name)[-1]), fold(words(p.name)[0]))]
    often = sorted(family or fitting, key=lambda p: -p.full_mentions)
    if len(often) == 1 or often[0].full_mentions > 2 * often[1].full_mentions:
        return often[0]
    return _last_meant(often, at)


def _of_one_family(fitting: list[Referent], at: int) -> Referent | None:
    """Who was named last, unless he is only somebody's kin and there is one who is not."""
    last = _last_meant(fitting, at)
    main = [person for person in fitting if not person.described & _KIN]
    return None if len(main) == 1 and last is not main[0] else last


def _last_meant(fitting: list[Referent], at: int) -> Referent | None:
    """The one named last before the offset, if clearly nearer than the next."""
    first, second = sorted(fitting, key=lambda p: -p.last_before(at))[:2]
    only_one_before = second.last_before(at) < 0 <= first.last_before(at)
    nearer = first.last_before(at) - second.last_before(at) > NEARER
    return first if only_one_before or nearer else None


def _is_named(person: Referent, start: int, end: int) -> bool:
    return start <= person.last_before(end - 1)


def _one_letter_off(first: str, second: str) -> bool:
    """Whether two words differ by one letter too many, too few or other."""
    if abs(len(first) - len(second)) > 1 or first == second:
        return False
    at = next(
        (n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b),
        min(len(first), len(second)),
    )
    return (
        first[at + 1 :] == second[at + 1 :]
        or first[at:] == second[at + 1 :]
        or first[at + 1 :] == second[at:]
    )


class Bodies:
    """The organizations of a document, in the order in which they were met."""

    def __init__(self) -> None:
        self.all: list[Referent] = []
        self._by_name: dict[str, Referent] = {}
        self._by_initials: defaultdict[str, list[Referent]] = defaultdict(list)
        self._by_opening: defaultdict[str, list[Referent]] = defaultdict(list)

    def add(self, name: str) -> Referent:
        """A new body of this name."""
        body = Referent(name, "organization")
        self.all.append(body)
        self._by_name.setdefault(fold(name), body)
        if len(words(name)) > 1:
            self._by_initials[acronym_of(name)].append(body)
            self._by_opening[fold(words(name)[0])].append(body)
        return body

    def abbreviate(self, body: Referent, acronym: str) -> None:
        """Note what the text abbreviates the body's name to; the first time counts."""
        if body.acronym is None:
            body.acronym = acronym
            self._by_name.setdefault(fold(acronym), body)

    def named(self, name: str) -> Referent | None:
        """The organization of this name or acronym, or the only one that goes by it for short."""
        plain = body_name(name)
        return self._by_name.get(fold(plain)) or self._shortened(plain)

    def _shortened(self, name: str) -> Referent | None:
        """The one body of these initials, or whose name goes on after these words.

        So "Harbour University" is the Harbour University of the Arts, "Harbour Petro" Harbour Petroleum.
        """
        if name.isupper() and len(name) > 1 and len(self._by_initials.get(name, ())) == 1:
            return self._by_initials[name][0]
        parts = [fold(word) for word in words(name)]
        alike = self._by_opening.get(parts[0], []) if len(parts) > 1 else []
        fitting = [body for body in alike if _begins(parts, [fold(word) for word in words(body.name)])]
        return fitting[0] if len(fitting) == 1 else None


def _begins(short: list[str], full: list[str]) -> bool:
    """Whether the full name begins with these words, or with words of which they are the beginnings."""
    pairs = list(zip(short, full, strict=False))
    return len(short) <= len(full) and all(
        a == b or (len(a) >= MIN_CUT and b.startswith(a)) for a, b in pairs
    )
