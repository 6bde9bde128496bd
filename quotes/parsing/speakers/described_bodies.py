"""Which body a description means: "the ministry", "the company", "the global health body"."""

from functools import lru_cache

from quotes.parsing.lexicon import function_words, people_words
from quotes.parsing.speakers.names import fold, words
from quotes.parsing.speakers.phrases import Phrase
from quotes.parsing.speakers.referents import Referent
from quotes.parsing.speakers.stage import AHEAD, Stage
from quotes.parsing.speakers.vocabulary import made_alike, words_of_kind

_ANY = frozenset("agency body institution watchdog regulator authority".split())
"""Words for a body that may have any other word for a body in its name."""
_PRIVATE = frozenset(
    "company firm group organization organisation association institute charity ngo nonprofit team".split()
)
"""Words for a body that has no word for one in its name, or none of a state's."""
_SAME = {"firm": "company", "carrier": "airline"}


def body_described(phrase: Phrase, at: int, stage: Stage) -> Referent | None:
    """The organization that a definite description at the offset means; None where none fits."""

    def named(body: Referent) -> bool:
        told = all(word in body.described for word in phrase.modifiers)
        return _speaks(body) and told and _is_called(body, phrase.head)

    exact = stage.latest_where(at, named) or stage.last_speaker(at, named)
    exact = exact or next(filter(named, stage.first_named_after(at, AHEAD)), None)
    return exact or (_kindred(phrase, at, stage) if phrase.modifiers else _of_kind(phrase.head, at, stage))


def _kindred(phrase: Phrase, at: int, stage: Stage) -> Referent | None:
    """The last body of which the words before the head are told: "the global health body"."""

    def fits(body: Referent) -> bool:
        told = any(made_alike(word, known) for word in phrase.modifiers for known in body.described)
        return _speaks(body) and told and (_may_be(body, phrase.head) or phrase.head in _ANY)

    return stage.latest_where(at, fits)


def _of_kind(head: str, at: int, stage: Stage) -> Referent | None:
    """The last body of the kind that the head names, else one that may be of it."""

    def of_kind(body: Referent) -> bool:
        return _speaks(body) and _is_of_kind(body, head)

    def anything(body: Referent) -> bool:
        return _speaks(body) and _may_be(body, head)

    return (
        stage.last_speaker(at, of_kind)
        or stage.latest_where(at, of_kind)
        or stage.last_speaker(at, anything)
        or stage.most_named(at, anything)
    )


def _speaks(body: Referent) -> bool:
    return body.type == "organization" and body.can_speak


def _is_called(body: Referent, head: str) -> bool:
    """Whether the head is what the body is: the last word of its name, or the one before "of" or "for"."""
    name = _folded(body.name)
    heads = {a for a, b in zip(name, (*name[1:], "of"), strict=True) if b in function_words("preposition")}
    return head in heads or (head in body.described and head not in name)


def _is_of_kind(body: Referent, head: str) -> bool:
    kind = words_of_kind(_SAME.get(head, head))
    return not kind.isdisjoint(_folded(body.name)) or head in body.described


def _may_be(body: Referent, head: str) -> bool:
    """Whether nothing in the body's name speaks against the word."""
    return head in _ANY or (head in _PRIVATE and people_words("state").isdisjoint(_folded(body.name)))


@lru_cache(maxsize=4096)
def _folded(name: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in words(name))
