"""Who the labels of a transcript mean: by its list of participants, its first full labels, its heading."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from quotes.parsing.speakers.labelled import is_answer
from quotes.parsing.speakers.names import acronym_of, fold, person_name, words
from quotes.parsing.turn_labels import Label
from quotes.statement import Span

MAX_INITIALS = 4
_CAPITALISED = r"[A-Z](?:\.|[\w'’-]*)"
_NAME = rf"{_CAPITALISED}(?:[ ](?:{_CAPITALISED}|de|da|van|von|der|bin|ibn|al|of)){{1,6}}"
_LISTED = re.compile(rf"(?P<name>{_NAME})(?:\s*[,(–—-][^.?!\n]{{0,120}})?\s*\Z")
"""What a list has behind the initials: a name and an office, no sentence."""
_IN_BRACKETS = re.compile(rf"(?P<name>{_NAME})\s*[(\[](?P<initials>[A-Z]{{2,{MAX_INITIALS}}})[)\]]")
_HEADING = re.compile(
    r"(?i:participants?|present|speakers?|witness(?:es)?|panel(?:l?ists)?|appearances|attendees|in attendance"
    r"|guests?|briefers?)\s*:?\s*"
)
_ON_LIST = re.compile(rf"(?:[•*–-]\s*)?(?P<name>{_NAME})(?=\s*(?:[,;(\[–—-]|\Z))")
_INTERVIEWED = re.compile(
    rf"(?:[Ii]nterview(?:ed|s)?(?:\s?:)?|Q\s?(?:&|and)\s?A(?:\s?:)?|[Cc]onversation|[Ss]poke|[Tt]alk(?:s|ed)?"
    rf"|[Ss]at down|[Qq]uestions)\s(?:(?:with|to|for|exclusively|the|a|an)\s)*(?:[a-z’'-]+\s){{0,6}}?"
    rf"(?P<name>(?!The\b){_NAME})"
)
_ROLES = frozenset(
    "moderator host chair chairman chairwoman chairperson interviewer interviewee presenter anchor question "
    "answer q a facilitator".split()
)


def is_listing(text: str, label: Label, body: Sequence[Span]) -> bool:
    """Whether what looks like a turn tells who goes by the label: "MV: Mara Venn, minister"."""
    end = _end_of(label, text, body)
    match = _LISTED.match(text, label.end, end)
    if match is None:
        return False
    return _are_initials(label.words, match["name"]) or fold(label.words) in _ROLES


class Participants:
    """The people of a transcript, as far as it names them in full."""

    def __init__(self, text: str, body: Sequence[Span], labels: Sequence[Label]) -> None:
        self._text = text
        begin = labels[0].start if labels else 0
        self._called: dict[str, Span] = {}
        full: list[Span] = []
        for initials, name in _listed(text, body, begin):
            self._called.setdefault(fold(initials), name)
            full.append(name)
        full += _on_list(text, begin)
        for label in labels:
            if label.person is not None:
                self._called.setdefault(label.key, label.person)
                full.append(label.person)
            elif len(words(person_name(label.words))) > 1:
                full.append(label.name)
        self._interviewed = self._only(match.span("name") for match in _INTERVIEWED.finditer(text, 0, begin))
        above = [match.span() for match in re.finditer(_NAME, text[:begin])]
        self._initials = _indexed(text, full, _initials_of)
        self._initials_above = _indexed(text, above, _initials_of)
        self._families = _indexed(text, full, _families_of)
        self._found: dict[str, Span | None] = {}

    def named(self, label: Label) -> Span | None:
        """Where the text names in full whom the label means; None where it names nobody else than itself."""
        if label.person is not None:
            return label.person
        if label.words not in self._found:
            self._found[label.words] = self._found_for(label)
        return self._found[label.words]

    def _found_for(self, label: Label) -> Span | None:
        called = self._called.get(label.key) or self._called.get(fold(label.words))
        if called is not None:
            return called
        if is_answer(label.words):
            return self._interviewed
        if label.words.isupper() and label.words.isalpha() and 1 < len(label.words) <= MAX_INITIALS:
            return self._of_initials(label.words)
        name = words(person_name(label.words))
        return self._of_family(name[0]) if len(name) == 1 else None

    def _of_initials(self, initials: str) -> Span | None:
        full = self._only(self._initials.get(initials, ()))
        above = self._only(self._initials_above.get(initials, ()))
        return full or above or self._of_family(initials)

    def _of_family(self, name: str) -> Span | None:
        """The one whose full name ends in this."""
        return self._only(self._families.get(fold(name), ()))

    def _only(self, spans: Iterable[Span]) -> Span | None:
        """The first of the spans, where all have the same name."""
        found: dict[str, Span] = {}
        for span in spans:
            name = person_name(self._text[slice(*span)])
            found.setdefault(fold(name), span)
        return next(iter(found.values())) if len(found) == 1 else None


def _indexed(
    text: str, spans: Iterable[Span], keys_of: Callable[[str], Iterable[str]]
) -> dict[str, list[Span]]:
    """The places of names by what they may be called; a name that comes back counts where it first stands."""
    index: dict[str, list[Span]] = {}
    for name, span in {text[slice(*span)]: span for span in reversed(list(spans))}.items():
        for key in keys_of(name):
            index.setdefault(key, []).append(span)
    return {key: sorted(found) for key, found in index.items()}


def _families_of(name: str) -> list[str]:
    """The last word of a person's name."""
    return [fold(word) for word in words(person_name(name))[-1:]]


def _initials_of(name: str) -> set[str]:
    """The initials of a name, all of it or without its titles: "TBP" of "The Brisk Post"."""
    return {acronym_of(name), acronym_of(person_name(name))}


def _listed(text: str, body: Sequence[Span], end: int) -> Iterator[tuple[str, Span]]:
    """Initials or a part in the talk, and the name that the text above the first turn gives for them."""
    for match in re.finditer(
        rf"(?m)^\W{{0,4}}(?P<initials>[A-Z]{{2,{MAX_INITIALS}}}|[A-Z]\w+)\s*(?::|=|–|—|-)\s*(?P<rest>\S.*)$",
        text[:end],
    ):
        name = _LISTED.match(match["rest"])
        if name and (_are_initials(match["initials"], name["name"]) or fold(match["initials"]) in _ROLES):
            start = match.start("rest")
            yield match["initials"], (start, start + len(name["name"]))
    for match in _IN_BRACKETS.finditer(text, 0, end):
        if _are_initials(match["initials"], match["name"]):
            yield match["initials"], match.span("name")


def _on_list(text: str, end: int) -> Iterator[Span]:
    """The names under or after "Participants:"."""
    listing = False
    for match in re.finditer(r"(?m)^[^\n]+$", text[:end]):
        heading = _HEADING.match(match.group())
        listing = listing or (
            heading is not None and (heading.end() == len(match.group()) or ":" in heading.group())
        )
        if not listing:
            continue
        start = match.start() + (heading.end() if heading else 0)
        for part in re.finditer(r"[^;\n]+", text[start : match.end()]):
            name = _ON_LIST.match(part.group().strip())
            if name:
                place = start + part.start() + part.group().index(name["name"])
                yield place, place + len(name["name"])


def _are_initials(initials: str, name: str) -> bool:
    return initials.isupper() and initials in _initials_of(name)


def _end_of(label: Label, text: str, body: Sequence[Span]) -> int:
    """Where the line of a label ends."""
    paragraph = body[bisect_right(body, (label.start, len(text))) - 1]
    line = text.find("\n", label.end, paragraph[1])
    return line if line >= 0 else paragraph[1]
