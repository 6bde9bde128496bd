"""Whom a description means: "the Russian leader", "the minister", "the victim's mother", "the company"."""

import re
from functools import lru_cache

from quotes.lexicons import Country, country_of
from quotes.parsing.lexicon import function_words, people_words
from quotes.parsing.speakers.described_bodies import body_described
from quotes.parsing.speakers.names import fold, words
from quotes.parsing.speakers.phrases import Phrase
from quotes.parsing.speakers.referents import Referent
from quotes.parsing.speakers.stage import AHEAD, Stage
from quotes.parsing.speakers.vocabulary import SEVERAL, alike_to, made_alike

_INITIALS = re.compile(r"[Tt]he (?:former |then |ex-)?([A-Z]{2,5})\.?$")
"""An office by its first letters, as some outlets write "the CS" of a Cabinet Secretary."""
_RELATED = re.compile(r"\s(?:of|to|for)\s(?!(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b)")
_LITTLE = function_words("determiner") | function_words("preposition") | function_words("pronoun") | {"and"}


def described_by(phrase: Phrase, at: int, stage: Stage) -> Referent | None:
    """The person or body that a description at offset `at` means; None where none fits."""
    if phrase.plural:
        return None
    if phrase.of_person:
        return _person(phrase, at, stage) if phrase.definite else _named_after(phrase, at, stage)
    if phrase.definite and phrase.head in SEVERAL:
        joint = stage.last_to_act(at, lambda r: r.type == "group" and " and " in r.name)
        if joint is not None:
            return joint
    if phrase.definite and phrase.head in people_words("body"):
        return body_described(phrase, at, stage)
    return None


def by_initials(mention: str, at: int, stage: Stage) -> Referent | None:
    """The person whose office "the CS" abbreviates; None where the letters are nobody's."""
    initials = _INITIALS.match(mention)
    if initials is None:
        return None
    return stage.latest_where(at, lambda r: r.type == "person" and initials[1] in r.initials)


def _is_person(referent: Referent) -> bool:
    return referent.type == "person"


def _person(phrase: Phrase, at: int, stage: Stage) -> Referent | None:
    """Whoever is described so before, the better the words fit and the later the better."""
    if phrase.aged:
        return stage.last_speaker(at, _is_person) or stage.latest_where(at, _is_person)
    who = _Described(phrase)
    newcomer = _newcomer(phrase, at, stage) if "new" in phrase.modifiers else None
    return newcomer or (
        (stage.last_speaker(at, who.wholly) or stage.latest_where(at, who.wholly) if who.told else None)
        or stage.last_speaker(at, who.of_that_body)
        or stage.last_speaker(at, lambda r: who.exactly(r) or who.unnamed(r))
        or stage.latest_where(at, who.exactly)
        or stage.latest_where(at, who.fits)
        or _last_to_act(phrase, at, stage)
        or _named_after(phrase, at, stage)
    )


def _newcomer(phrase: Phrase, at: int, stage: Stage) -> Referent | None:
    """Whom "the new minister" means: who is called so, or else the one named in the sentence before.

    Somebody who is called a minister there without "new" is hardly the new one.
    """
    who = _Described(phrase)
    called = stage.latest_where(at, lambda r: "new" in r.described and who.exactly(r))
    before = stage.sentence_before(at)
    if called is not None or before is None:
        return called
    named = {referent for _, referent in stage.named_between(*before) if _is_person(referent)}
    found = named.pop() if len(named) == 1 else None
    return found if found and _may_be(phrase, found) and not found.described & alike_to(phrase.head) else None


class _Described:
    """Whether a person is described in the words of a phrase, or in words that go for them."""

    def __init__(self, phrase: Phrase) -> None:
        self._phrase = phrase
        self._heads = alike_to(phrase.head)
        self.told = (phrase.modifiers - people_words("vague")) | phrase.names
        self._former = "former" in phrase.modifiers or "ex-" in phrase.text
        self._offices = (phrase.modifiers & people_words("title")) - people_words("vague")

    def fits(self, person: Referent) -> bool:
        """In these words or in others that go for them."""
        phrase = self._phrase
        owns = phrase.owner is not None and person.is_called(words(phrase.owner))
        if owns and phrase.head not in person.described:
            return False
        if person.type != "person" or not person.described & self._heads or not _may_be(phrase, person):
            return False
        if phrase.country is not None and not _belongs(person, phrase.country):
            return False
        if any(not _told_of(person, word) for word in self._offices):
            return False
        named = any(_told_of(person, word) for word in phrase.names)
        return named or not phrase.names or not _told_more(person)

    def exactly(self, referent: Referent) -> bool:
        """By the same head word, and not as one who no longer is what the head word says."""
        no_longer = "former" in referent.described and not self._former
        return self.fits(referent) and self._phrase.head in referent.described and not no_longer

    def wholly(self, referent: Referent) -> bool:
        """By the same head word and everything before it."""
        return self.exactly(referent) and all(_told_of(referent, word) for word in self.told)

    def of_that_body(self, referent: Referent) -> bool:
        """By another office in the body that the phrase names: the secretary is "the Weir Party leader"."""
        names = self._phrase.names
        told = bool(names) and all(_told_of(referent, word) for word in names)
        anybody = self._phrase.head in people_words("anybody")
        return anybody and told and _is_person(referent) and _has_office(referent)

    def unnamed(self, referent: Referent) -> bool:
        """By another description of somebody without a name: "the official" after "a senior official"."""
        first = _read(referent.name) if referent.type == "unnamed" else None
        if first is None or (self._phrase.names and self._phrase.names != first.names):
            return False
        anyone = self._phrase.head in people_words("anyone") and first.of_person
        return anyone or self._phrase.head == first.head


@lru_cache(maxsize=4096)
def _read(text: str) -> Phrase:
    return Phrase(text)


def _has_office(person: Referent) -> bool:
    """Whether the text gives the person an office or trade; being a mother or a resident is none."""
    return bool(
        (person.described & people_words("office")) - people_words("anybody") - people_words("family")
    )


def _told_more(person: Referent) -> bool:
    """Whether the text tells more of the person than an office: of which body, say."""
    return bool(person.described - people_words("office") - people_words("title") - _LITTLE)


def _told_of(referent: Referent, word: str) -> bool:
    return any(made_alike(word, known) for known in referent.described)


def _last_to_act(phrase: Phrase, at: int, stage: Stage) -> Referent | None:
    """The person who acted last before, unless the text gives him or her another office."""
    related = phrase.owner is not None or _RELATED.search(phrase.text) is not None
    of_body = phrase.owner is not None and Phrase(phrase.owner).head in people_words("body")
    if phrase.head in people_words("anonymous") or (phrase.head in people_words("family") and related):
        return None
    if phrase.owner is not None and not of_body:
        return None
    relatives = people_words("family")
    last = stage.last_to_act(at, lambda r: _is_person(r) and not r.described & relatives)
    if last is None or not _may_be(phrase, last):
        return None
    unlisted = phrase.head not in people_words("office")
    fits = unlisted or phrase.head in people_words("anybody") or alike_to(phrase.head) & last.described
    return None if _has_office(last) and not fits else last


def _named_after(phrase: Phrase, at: int, stage: Stage) -> Referent | None:
    """Whoever is first named soon after and described so: "The farmer said ... Venn, a farmer, ..."."""
    if not (phrase.definite or stage.in_lead(at)):
        return None
    who = _Described(phrase)
    new = [r for r in stage.first_named_after(at + len(phrase.text), AHEAD) if r.type == "person"]
    described = next(filter(who.exactly, new), None)
    return described or (_opened_with(phrase, new, at, stage) if stage.in_lead(at) else None)


def _opened_with(phrase: Phrase, new: list[Referent], at: int, stage: Stage) -> Referent | None:
    """Whoever acts first after a lead that has described somebody without the name."""
    _, end = stage.sentence_at(at)
    first = next((r for r in new if r.places[0] >= end and stage.begins_to_act(r)), None)
    if first is None or not _may_be(phrase, first):
        return None
    return None if _has_office(first) and not _Described(phrase).fits(first) else first


def _may_be(phrase: Phrase, person: Referent) -> bool:
    """Whether the person's gender does not speak against the word."""
    female, male = phrase.head in people_words("female"), phrase.head in people_words("male")
    return not ((female and person.gender == "m") or (male and person.gender == "f"))


def _belongs(person: Referent, country: Country) -> bool:
    known = {fold(word) for word in (country.name, *country.demonyms, *country.seats)}
    made = {word + "n" for word in known}
    return bool(person.described & (known | made)) or country is _country_of(person)


def _country_of(person: Referent) -> Country | None:
    return next((country_of()[word] for word in sorted(person.described) if word in country_of()), None)
