"""A noun phrase read: its head word, what stands before the head, and whether it is one or several."""

import re
from dataclasses import dataclass
from functools import cached_property

from quotes.lexicons import Country, country_of
from quotes.parsing.lexicon import function_words, office_words, people_words
from quotes.parsing.speakers.names import fold, words

_MODIFIES = (function_words("preposition") | function_words("subordinator")) - {"like", "as", "s"}
_PARTICIPLE = re.compile(r"[a-z]+(?:ed|ing)$")
_NAME_BEFORE_HEAD = re.compile(
    r"^((?:[Tt]he|[Aa]n?)\s)(?:[A-Z]\S*\s)+(?:of|for|and)\s(?:the\s)?(?:[A-Z]\S*\s)+([a-z]+)$"
)
"""A body's name before the head: "the University of Ostrava researchers"."""
_ARTICLES = frozenset("the this that these those a an one another his her its their our my your".split())
_HEADS = ("office", "body", "document")
_AGENT = re.compile(
    r"[a-z-]{2,}(?:ist|ologist|ician|woman|person|maker|keeper|worker|player|writer"
    r"|-of-(?:one|two|three|four|five|six|seven|eight|nine|ten))$"
)
"""Endings of words for people by what they do."""
_AGE = re.compile(r"\d{1,3}-year-old$")
_SHORT = {
    "PM": "Prime Minister",
    "CM": "Chief Minister",
    "FM": "Foreign Minister",
    "VP": "Vice President",
    "LG": "Lieutenant Governor",
}
_RANKS = frozenset(
    "acp adm amb assemblyman assemblywoman brig capt cdr cllr cmdr col commodore cpl dcp dig dsp gov "
    "gen insp lt lt-col lt-gen maj maj-gen mlc msp pc prof president-elect rep rev sen sgt supt "
    "under-secretary vice-chair".split()
)
"""Offices and ranks as they are shortened before a name."""
_ONE_OF = re.compile(r"one\sof\s(?=\S)", re.IGNORECASE)
_SHORTENED = re.compile(rf"\b(?:{'|'.join(_SHORT)})\b")


def in_full(text: str) -> str:
    """The text with offices in full that outlets shorten: "the Deputy Prime Minister" for "the Deputy PM"."""
    return _SHORTENED.sub(lambda found: _SHORT[found.group()], text)


@dataclass(frozen=True)
class Phrase:
    """A noun phrase as it stands in the text, on one line."""

    text: str

    @cached_property
    def core(self) -> list[str]:
        """Its folded words up to the first modifier after the head, without its owner's "'s"."""
        pieces = _NAME_BEFORE_HEAD.sub(r"\1 \2", self.text).split()
        for number, piece in enumerate(pieces[1:], 1):
            before = pieces[number - 1]
            if before.endswith((",", ")")) or piece.lower() in _MODIFIES or _follows_head(before, piece):
                pieces = pieces[:number]
                break
        return [_plain(word).removeprefix("ex-") for word in words(" ".join(pieces))]

    @cached_property
    def head(self) -> str:
        """The head word, in the singular where it is one for people, bodies or documents."""
        last = self.core[-1] if self.core else ""
        return last if last in people_words("group") else _singular(last)

    @property
    def plural(self) -> bool:
        """Whether it names several."""
        last = self.core[-1] if self.core else ""
        joined = last.endswith("s") and not last.endswith("ss") and " and " in self.text
        return last in people_words("group") or self.head != last or (joined and not known(last))

    @property
    def owner(self) -> str | None:
        """Whoever owns what it names: "Venn" in "Venn's lawyer", "his" in "his wife"."""
        possessive = re.match(r"(\S.*?)(?:['’]s|(?<=s)['’])\s+\S", self.text)
        if possessive:
            return possessive[1]
        first = self.text.split(" ", 1)[0].lower()
        return first if first in ("his", "her", "its", "their", "my", "our", "your") else None

    @property
    def definite(self) -> bool:
        """Whether it speaks of somebody as known: "the minister", "her lawyer", "Venn's lawyer"."""
        office = [fold(word) for word in self.text.split(" ")]
        bare = office[-1] in people_words("office") and all(word in office_words() for word in office)
        return (
            bare
            or self.owner is not None
            or re.match(r"(?:the|this|that)\s", self.text, re.IGNORECASE) is not None
        )

    @property
    def aged(self) -> bool:
        """Whether the head is an age: "the 34-year-old"."""
        return bool(self.core) and _AGE.match(self.core[-1]) is not None

    @property
    def of_person(self) -> bool:
        """Whether the head is a word for one person."""
        if self.head in people_words("body"):
            return self.head in people_words("office")
        return self.aged or self.head in people_words("office") or _AGENT.match(self.head) is not None

    @cached_property
    def country(self) -> Country | None:
        """The country that it names or whose people it speaks of; a capital may stand for itself."""
        return next(filter(None, (_country(_plain(word)) for word in words(self.text))), None)

    @cached_property
    def names(self) -> frozenset[str]:
        """The capitalised words beside the head, which name a body: "Tide" in "head of the Tide Office"."""
        capitals = {_plain(word) for word in words(self.text)[1:] if word[0].isupper()}
        return frozenset(word for word in capitals - {self.head} if _country(word) is None)

    @cached_property
    def modifiers(self) -> frozenset[str]:
        """The words before the head but articles, countries and ages."""
        before = self.core[:-1]
        return frozenset(
            w for w in before if w not in _ARTICLES and _country(w) is None and not _AGE.match(w)
        )


def _country(word: str) -> Country | None:
    country = country_of().get(word)
    return None if country is None or word in (seat.lower() for seat in country.seats) else country


def known(word: str) -> bool:
    """Whether the word is one for people, bodies or documents."""
    return any(word in people_words(section) for section in _HEADS)


def _singular(word: str) -> str:
    if not word.endswith("s") or word.endswith("ss"):
        return word
    return next(
        (w for w in (word[:-1], word[:-2], word[:-3] + "y") if known(w) or w in people_words("group")), word
    )


def _plain(word: str) -> str:
    return re.sub(r"['’]s?$", "", fold(word))


def _follows_head(before: str, piece: str) -> bool:
    """ "one lawyer watching from afar": a participle after a noun for people modifies it."""
    return bool(_PARTICIPLE.match(piece)) and known(_singular(_plain(before)))


def tells_office(text: str) -> bool:
    """Whether a phrase tells what one person is: "foreign minister", "Gen.", "one of the mill's founders"."""
    one_of = _ONE_OF.match(text)
    phrase = Phrase(in_full(text[one_of.end() :] if one_of else text))
    return (phrase.of_person or phrase.head in _RANKS) and (one_of is not None or not phrase.plural)


def tells_body(text: str) -> bool:
    """Whether a phrase tells what one body is: "a shipping company"."""
    phrase = Phrase(text)
    return phrase.head in people_words("body") and not phrase.plural
