"""From the mention a statement rests on to the speaker, by the document's own words alone.

Where the words do not tell, the speaker stays unknown and the reason is kept.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quotes.lexicons import country_of
from quotes.parsing.annotated import Annotated, Attribution, Entity
from quotes.parsing.frames import Frame, FrameIndex
from quotes.parsing.lexicon import people_words
from quotes.parsing.speakers import pronouns
from quotes.parsing.speakers.cast import Cast
from quotes.parsing.speakers.descriptions import by_initials, described_by
from quotes.parsing.speakers.documents import issuer_of, named_issuer
from quotes.parsing.speakers.explained import Explained, inside
from quotes.parsing.speakers.generations import generation_at, is_suffix
from quotes.parsing.speakers.grounds import Grounds
from quotes.parsing.speakers.labelled import Labels, is_answer, names_nobody
from quotes.parsing.speakers.mentions import Shape, read_mention, trimmed, without_reflexive
from quotes.parsing.speakers.names import body_name, fold, person_name, without_article, words
from quotes.parsing.speakers.phrases import Phrase, in_full
from quotes.parsing.speakers.pronouns import GENDERS
from quotes.parsing.speakers.referents import Referent
from quotes.parsing.speakers.stage import Stage
from quotes.parsing.speakers.styles import styled_so
from quotes.parsing.speakers.together import Together
from quotes.statement import Span, SpeakerType

_THINGS = frozenset({"it", "its"})
_OWNERS = frozenset({"his", "her", "its"})
_PLURAL = frozenset({"they", "them", "their", "we", "both", "others", "some", "many"})
_OWN_WORDS = re.compile(
    r"(?P<owner>\S.*?)['’]s?\s+(?:answer|reply|response|words|message|verdict|remarks?|comments?|speech|warning|advice)$"
)
"""What somebody says stands for the person: "Venn's answer was short"."""
_NAME_AND_NOUN = re.compile(r"(?:[Tt]he|[Aa]n?)\s((?:[A-Z][\w.-]*\s)+)[a-z]")
MAX_INITIALS = 3
"""A name in capitals of more letters than this is a label's spelling ("QUILL"), not initials."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a mention is: the name as fully as the document gives it, or the reason why nobody.

    `joint` are the names of those who speak together; `role` and `rests_on` as `Statement` has them.
    """

    name: str | None
    type: SpeakerType | None
    unknown: str | None = None
    joint: tuple[str, ...] = ()
    role: Span | None = None
    rests_on: Span | None = None


class Resolver:
    """Resolves the mentions of one document, in the order of its text."""

    def __init__(self, annotated: Annotated, frames: Sequence[Frame], cast: Cast) -> None:
        self._text = annotated.text
        self._entities = sorted(annotated.entities, key=lambda e: e.start)
        self._cast = cast
        self._labels = Labels(annotated)
        self._explained = Explained(annotated.text, self._entities, cast)
        self._together = Together(annotated.text, self._entities)
        self._stage = Stage(annotated.text, frames, cast)
        self._grounds = Grounds(FrameIndex(frames), self._entities, cast, self._stage)
        self._found: dict[tuple[int, int], tuple[Referent | None, str | None]] = {}

    def widened(self, attribution: Attribution) -> Attribution:
        """The attribution with all who speak together as its source, where it has only some of them."""
        return self._together.widened(attribution)

    def resolve(self, attribution: Attribution) -> Speaker:
        """The speaker of an attribution. Call in the order of the text: pronouns rest on who spoke before."""
        if attribution.source is None:
            return Speaker(None, None, "nobody is credited")
        start, end = attribution.source
        find = self._labelled if attribution.mode == "turn" else self._referent
        if (start, end) not in self._found:
            self._found[start, end] = find(start, end)
        referent, reason = self._found[start, end]
        if referent is None:
            return Speaker(None, None, reason or f"who “{self._text[start:end]}” is, the text does not say")
        self._stage.spoke(referent, start)
        spelled = referent.type == "person" and " " in referent.name
        name = _spelled(referent.name) if spelled else referent.name
        name = f"{name} {referent.generation}" if referent.generation else name
        mention = self.mention(attribution) or (start, end)
        ground = self._grounds.of(referent, (start, end), mention)
        return Speaker(name, referent.type, None, referent.members, ground.role, ground.rests_on)

    def mention(self, attribution: Attribution) -> tuple[int, int] | None:
        """The span of the words that name the source: a person's name without the office before it."""
        if attribution.source is None:
            return None
        if attribution.source in self._together.rows:
            return attribution.source
        return trimmed(self._text, *attribution.source, self._inside(*attribution.source))

    def _inside(self, start: int, end: int) -> list[Entity]:
        return inside(self._entities, start, end)

    def _referent(self, start: int, end: int) -> tuple[Referent | None, str | None]:
        end = start + len(without_reflexive(self._text[start:end]))
        mention = " ".join(self._text[start:end].split())
        lower = mention.lower()
        if lower in GENDERS:
            self._meet_described(start)
            return pronouns.person(self._stage, start, GENDERS[lower]), None
        if lower in _THINGS:
            return pronouns.thing(self._stage, start), None
        if lower in _PLURAL:
            return pronouns.many(self._stage, start), None
        if lower in ("i", "you", "one", "this", "that", "who", "which"):
            return None, f"“{mention}” names nobody"
        return self._of_phrase(start, end, mention)

    def _labelled(self, start: int, end: int) -> tuple[Referent | None, str | None]:
        """Who the label of a turn is: a person, unless it only tells a part in the talk."""
        place = self._labels.named((start, end))
        label = self._text[slice(*place)]
        if names_nobody(label):
            interviewed = self._stage.only_speaker(self._labels.begin) if is_answer(label) else None
            return interviewed, None if interviewed else f"the label “{label}” names nobody"
        if label.lower().startswith("the ") or person_name(label).lower() in people_words("office"):
            known = self._holder(label) or self._cast.bodies.named(label)
            return known or self._unnamed(label, read_mention(self._text, *place, ())), None
        persons = [entity for entity in self._inside(*place) if entity.type == "PERSON"]
        return self._of_name(persons[-1].text if place != (start, end) and persons else label, place[0])

    def _holder(self, office: str) -> Referent | None:
        """The one person of whom the text uses all the words of the office: "Mara Venn, prime minister"."""
        said = {fold(word) for word in words(without_article(office))}
        holders = [person for person in self._cast.persons.all if said <= person.described]
        return holders[0] if len(holders) == 1 else None

    def _of_name(self, name: str, start: int) -> tuple[Referent | None, str | None]:
        """The person of this name, or a new one; with the reason where there is more than one."""
        generation = generation_at(self._text, start, name)
        found, unsure = self._cast.persons.named(name, start, generation)
        if found is None and unsure is None:
            suffix = f" {generation}" if is_suffix(generation) and generation else ""
            found = self._new(_spelled(person_name(name)) + suffix, "person")
        return found, unsure

    def _meet_described(self, at: int) -> None:
        """Let those act whom the sentences before describe: "The president was late. He said ..."."""
        for start, end in self._stage.described_subjects(at):
            found = described_by(Phrase(" ".join(self._text[start:end].split())), start, self._stage)
            if found is not None and found.type == "person":
                self._stage.acts(found, start)

    def _of_phrase(self, start: int, end: int, mention: str) -> tuple[Referent | None, str | None]:
        if (start, end) in self._together.rows:
            return self._joint([entity.text for entity in self._together.rows[start, end]]), None
        plain = self._cast.country_named(mention) or by_initials(mention, start, self._stage)
        if plain is not None:
            return plain, None
        shape = read_mention(self._text, start, end, self._inside(start, end))
        called = self._person_called(mention, start) if shape.kind in ("name", "description") else None
        if called is not None:
            return called, None
        if shape.kind == "joint":
            return self._joint(shape.parts), None
        alone = not self._inside(start, start + len(mention))[1:]
        styled = styled_so(mention, start, self._stage) if alone else None
        return (styled, None) if styled is not None else self._of_shape(shape, start, end, mention)

    def _of_shape(
        self, shape: Shape, start: int, end: int, mention: str
    ) -> tuple[Referent | None, str | None]:
        """Who a name is, or words that describe somebody."""
        if shape.kind == "person":
            place = trimmed(self._text, start, end, shape.entities)
            return self._of_name(self._text[slice(*place)], place[0])
        if shape.kind == "name" and shape.head is not None:
            return self._named_body(shape.head), None
        owner = _OWN_WORDS.match(mention)
        if owner is not None:
            return self._referent(start, start + owner.end("owner"))
        issuer = named_issuer(self._text, shape, end)
        if issuer is not None:
            found, unsure = self._of_phrase(issuer.start, issuer.end, issuer.text)
            return self._through_document(found, start), unsure
        phrase = Phrase(in_full(mention))
        found = (
            self._explained.by_name(phrase, start, end)
            or self._by_owner(phrase, start)
            or self._by_description(phrase, start)
        )
        return found or self._unnamed(mention, shape), None

    def _person_called(self, mention: str, start: int) -> Referent | None:
        """The person whose name a lone capitalised word is part of, though the tagger saw no name there."""
        alone = mention[:1].isupper() and " " not in mention and not mention.isupper()
        return self._cast.persons.named(mention, start)[0] if alone else None

    def _by_owner(self, phrase: Phrase, start: int) -> Referent | None:
        """Whoever owns a document: "her website", "the ministry's letter", "the HTO report"."""
        if phrase.head not in people_words("document"):
            return None
        named = _NAME_AND_NOUN.match(phrase.text)
        body = self._cast.bodies.named(named[1].strip()) if named else None
        if body is not None or phrase.owner is None:
            return self._through_document(body, start)
        at = self._text.find(phrase.owner, start, start + len(phrase.text))
        found = self._stage.subject_after(start + len(phrase.text)) if phrase.owner in _OWNERS else None
        if found is None and at >= 0:
            found = self._referent(at, at + len(phrase.owner))[0]
        return self._through_document(found, start)

    def _by_description(self, phrase: Phrase, start: int) -> Referent | None:
        if phrase.head in people_words("document"):
            return self._through_document(issuer_of(phrase, start, self._stage), start)
        found = described_by(phrase, start, self._stage)
        if found is not None and found.type == "person":
            found.described |= {phrase.head, *phrase.modifiers, *phrase.names}
        return found

    def _through_document(self, issuer: Referent | None, start: int) -> Referent | None:
        if issuer is not None:
            self._stage.spoke_through(issuer, start)
        return issuer

    def _named_body(self, head: str) -> Referent:
        known = self._cast.country_named(head) or self._cast.bodies.named(head)
        return known or self._new(body_name(head), "organization")

    def _joint(self, parts: Sequence[str]) -> Referent:
        names: list[str] = []
        for part in parts:
            person, _ = self._cast.persons.named(part, 0)
            body = None if person else self._cast.country_named(part) or self._cast.bodies.named(part)
            names.append(person.full_name if person else body.name if body else body_name(part))
        return self._stage.joint(names)

    def _unnamed(self, mention: str, shape: Shape) -> Referent:
        if any(e.type == "NORP" for e in shape.entities) and country_of().get(mention.lower()) is not None:
            return self._new(mention, "group")
        people = shape.plural and shape.head_word not in people_words("document")
        kind: SpeakerType = "group" if people else "unnamed"
        if shape.head_word in people_words("body") and not shape.plural:
            return self._new(body_name(mention), "organization")
        return self._new(mention, kind)

    def _new(self, name: str, kind: SpeakerType) -> Referent:
        """A referent that only this mention makes; the same words later are the same referent."""
        return self._stage.introduce(name, kind)


def _spelled(name: str) -> str:
    """A name in capitals as names are written: "QUILL" is "Quill"."""
    return name.title() if name.isupper() and len(name) > MAX_INITIALS else name
