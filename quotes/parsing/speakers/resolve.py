"""From the mention a statement rests on to the speaker, by the document's own words alone.

Where the words do not tell, the speaker stays unknown and the reason is kept.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from quotes.parsing.annotated import Annotated, Attribution, Entity
from quotes.parsing.frames import Frame
from quotes.parsing.lexicon import country_of, people_words
from quotes.parsing.speakers.cast import Cast
from quotes.parsing.speakers.descriptions import by_initials, described_by
from quotes.parsing.speakers.mentions import Shape, read_mention, trimmed
from quotes.parsing.speakers.names import body_name, person_name
from quotes.parsing.speakers.referents import Referent
from quotes.parsing.speakers.stage import Stage
from quotes.statement import SpeakerType

_PERSONAL = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_PARTS = frozenset({"q", "a", "question", "answer", "reporter", "moderator", "speaker", "operator"})
_THINGS = frozenset({"it", "its"})
_PLURAL = frozenset({"they", "them", "their", "we", "both", "others", "some", "many"})
_OWN_WORDS = re.compile(
    r"(?P<owner>\S.*?)['’]s?\s+(?:answer|reply|response|words|message|verdict|remarks?|comments?|speech|warning|advice)$"
)
"""What somebody says stands for the person: "Venn's answer was short"."""
_FROM = re.compile(r"\b(?:from|by|of)\s+(?:the\s+)?$")
ISSUER_REACH = 12
"""Characters before a name in which "from the" or "by the" stands."""
MAX_INITIALS = 3
"""A name in capitals of more letters than this is a label's spelling ("QUILL"), not initials."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a mention is: the name as fully as the document gives it, or the reason why nobody."""

    name: str | None
    type: SpeakerType | None
    unknown: str | None = None


class Resolver:
    """Resolves the mentions of one document, in the order of its text."""

    def __init__(self, annotated: Annotated, frames: Sequence[Frame], cast: Cast) -> None:
        self._text = annotated.text
        self._entities = sorted(annotated.entities, key=lambda e: e.start)
        self._cast = cast
        self._stage = Stage(frames, cast)

    def resolve(self, attribution: Attribution) -> Speaker:
        """The speaker of an attribution. Call in the order of the text: pronouns rest on who spoke before."""
        if attribution.source is None:
            return Speaker(None, None, "nobody is credited")
        start, end = attribution.source
        find = self._labelled if attribution.mode == "turn" else self._referent
        referent, reason = find(start, end)
        if referent is None:
            return Speaker(None, None, reason or f"who “{self._text[start:end]}” is, the text does not say")
        self._stage.spoke(referent, start)
        return Speaker(referent.name, referent.type)

    def mention(self, attribution: Attribution) -> tuple[int, int] | None:
        """The span of the words that name the source: a person's name without the office before it."""
        if attribution.source is None:
            return None
        return trimmed(self._text, *attribution.source, self._inside(*attribution.source))

    def _inside(self, start: int, end: int) -> list[Entity]:
        first = bisect_left(self._entities, start, key=lambda entity: entity.start)
        last = bisect_left(self._entities, end, key=lambda entity: entity.start)
        return [entity for entity in self._entities[first:last] if entity.end <= end + 2]

    def _referent(self, start: int, end: int) -> tuple[Referent | None, str | None]:
        mention = " ".join(self._text[start:end].split())
        lower = mention.lower()
        if lower in _PERSONAL:
            self._meet_described(start)
            return self._stage.person(start, _PERSONAL[lower]), None
        if lower in _THINGS:
            return self._stage.thing(start), None
        if lower in _PLURAL:
            return self._stage.many(start), None
        if lower in ("i", "you", "one", "this", "that", "who", "which"):
            return None, f"“{mention}” names nobody"
        return self._of_phrase(start, end, mention)

    def _labelled(self, start: int, end: int) -> tuple[Referent | None, str | None]:
        """Who the label of a turn is: a person, unless it only tells a part in the talk."""
        label = self._text[start:end]
        name = person_name(label)
        if label.lower() in _PARTS:
            return None, f"the label “{label}” names nobody"
        if label.lower().startswith("the ") or name.lower() in people_words("office"):
            return self._unnamed(label, read_mention(self._text, start, end, ())), None
        found, unsure = self._cast.persons.named(label, start)
        if found is None and unsure is None:
            found = self._new(_spelled(name), "person")
        return found, unsure

    def _meet_described(self, at: int) -> None:
        """Let those act whom the sentences before describe: "The president was late. He said ..."."""
        for start, end in self._stage.described_subjects(at):
            found = described_by(" ".join(self._text[start:end].split()), start, self._stage)
            if found is not None and found.type == "person":
                self._stage.acts(found, start)

    def _of_phrase(self, start: int, end: int, mention: str) -> tuple[Referent | None, str | None]:
        plain = self._cast.country_named(mention) or by_initials(mention, start, self._stage)
        if plain is not None:
            return plain, None
        shape = read_mention(self._text, start, end, self._inside(start, end))
        if shape.kind == "joint":
            return self._joint(shape), None
        if shape.kind == "person":
            called = self._text[slice(*trimmed(self._text, start, end, self._inside(start, end)))]
            found, unsure = self._cast.persons.named(called, start)
            if found is None and unsure is None:
                found = self._new(_spelled(person_name(called)), "person")
            return found, unsure
        if shape.kind == "name" and shape.head is not None:
            return self._named_body(shape.head), None
        owner = _OWN_WORDS.match(mention)
        if owner is not None:
            return self._referent(start, start + owner.end("owner"))
        issuer = self._issuer(shape)
        if issuer is not None:
            return self._of_phrase(issuer.start, issuer.end, issuer.text)
        described = described_by(mention, start, self._stage)
        return described or self._unnamed(mention, shape), None

    def _issuer(self, shape: Shape) -> Entity | None:
        """Whoever a document is from: "a report by the Tide Office", "the Tide Office's report"."""
        if shape.head_word not in people_words("document"):
            return None
        named = [e for e in shape.entities if e.type in ("ORG", "PERSON")]
        by = [e for e in named if _FROM.search(self._text[max(0, e.start - ISSUER_REACH) : e.start])]
        owns = [
            e for e in named if self._text[e.end : e.end + 2] in ("'s", "’s") or e.text.endswith(("'s", "’s"))
        ]
        return next(iter(by or owns), None)

    def _named_body(self, head: str) -> Referent:
        known = self._cast.country_named(head) or self._cast.bodies.named(head)
        return known or self._new(body_name(head), "organization")

    def _joint(self, shape: Shape) -> Referent:
        names: list[str] = []
        for part in shape.parts:
            person, _ = self._cast.persons.named(part, 0)
            body = None if person else self._cast.country_named(part) or self._cast.bodies.named(part)
            names.append(person.name if person else body.name if body else body_name(part))
        return self._new(" and ".join(names), "group")

    def _unnamed(self, mention: str, shape: Shape) -> Referent:
        if any(e.type == "NORP" for e in shape.entities) and country_of().get(mention.lower()) is not None:
            return self._new(mention, "group")
        kind: SpeakerType = "group" if shape.plural else "unnamed"
        if shape.head_word in people_words("body") and not shape.plural:
            return self._new(body_name(mention), "organization")
        return self._new(mention, kind)

    def _new(self, name: str, kind: SpeakerType) -> Referent:
        """A referent that only this mention makes; the same words later are the same referent."""
        return self._stage.introduce(name, kind)


def _spelled(name: str) -> str:
    """A name in capitals as names are written: "QUILL" is "Quill"."""
    return name.title() if name.isupper() and len(name) > MAX_INITIALS else name
