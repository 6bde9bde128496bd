"""The word lists in `data/lexicons`, read once."""

from dataclasses import dataclass
from functools import cache

from quotes.lexicons import sections

_MEANINGS = frozenset({"say", "name", "direct", "judge", "think"})
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class CueForm:
    """One form of a reporting verb: its base, its classes, and "base", "s", "ing" or "past".

    `particles` are the words that may belong to it ("point" takes "out").
    """

    base: str
    classes: frozenset[str]
    form: str
    particles: frozenset[str] = frozenset()


@cache
def cue_forms() -> dict[str, CueForm]:
    """Every inflected form (lower case) of the reporting verbs in `cues.txt`."""
    classes: dict[str, set[str]] = {}
    particles: dict[str, frozenset[str]] = {}
    inflected: dict[str, tuple[str, str]] = {}
    rows = sections("cues.txt")
    doubled = {line for section, line in rows if section == "doubled"}
    for section, line in rows:
        base, *irregular = line.split()
        classes.setdefault(base, set()).add(section)
        if section in ("particle", "with"):
            particles[base] = frozenset(irregular)
        elif section in _MEANINGS:
            inflected |= {
                form: (base, kind) for form, kind in _forms(base, irregular, base in doubled).items()
            }
    return {
        form: CueForm(base, frozenset(classes[base]), kind, particles.get(base, frozenset()))
        for form, (base, kind) in inflected.items()
    }


def _forms(base: str, irregular: list[str], doubled: bool) -> dict[str, str]:
    """Every form of a verb and what it is; `irregular` are its past and participle, if they are.

    `doubled` tells that its last letter is doubled before an ending ("quipped").
    """
    stem = base + base[-1] if doubled else base
    past, participle = (irregular * 2)[:2] if irregular else (_past(stem), _past(stem))
    return {base: "base", _third(base): "s", _participle(stem): "ing", past: "past", participle: "past"}


@cache
def people_words(section: str) -> frozenset[str]:
    """The words (lower case) of one section of `people.txt`."""
    return frozenset(line.lower() for name, line in sections("people.txt") if name == section)


@cache
def office_words() -> frozenset[str]:
    """The words (lower case) that tell what a person does, beside a name or in its place."""
    return people_words("office") | people_words("title")


@cache
def function_words(section: str) -> frozenset[str]:
    """The words (lower case) of one section of `grammar.txt`."""
    return frozenset(
        word for name, line in sections("grammar.txt") if name == section for word in line.split()
    )


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    return base[:-1] + "ies" if base.endswith("y") and base[-2] not in _VOWELS else base + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if base.endswith("y") and base[-2] not in _VOWELS else base + "ed"


def _participle(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith("ee"):
        return base[:-1] + "ing"
    return base + "ing"
