"""From attributions to the statements of a document."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from quotes.document import Document
from quotes.ids import document_id, lengthened, statement_id
from quotes.parsing.alterations import alterations_of, within
from quotes.parsing.annotated import Annotated, Attribution
from quotes.parsing.confidence import confidence_of
from quotes.parsing.frames import Frame, FrameIndex
from quotes.parsing.links import with_links
from quotes.parsing.occasions import Occasion, occasions_of
from quotes.parsing.pairing import Quotation
from quotes.parsing.speakers.cast import Cast
from quotes.parsing.speakers.resolve import Resolver, Speaker
from quotes.parsing.speech import is_clause, is_retold
from quotes.parsing.stance import stance_of
from quotes.parsing.translations import translation_at, translations_of
from quotes.statement import Kind, Span, Statement

NESTED_CONFIDENCE = 0.3
NESTED_WORDS = 3
"""A quotation inside another is kept from this many words on; shorter ones are mostly terms."""


def build_statements(
    document: Document,
    annotated: Annotated,
    frames: Sequence[Frame],
    attributions: Sequence[Attribution],
    published: date | None,
) -> tuple[list[Statement], list[Statement]]:
    """The quotes and the claims of the document, each in the order of the text.

    `frames` are those of the whole document (`build_frames`).
    """
    return _Builder(document, annotated, frames, attributions, published).build()


def _outer_start(quotation: Quotation) -> int:
    return quotation.outer_start


class _Builder:
    def __init__(
        self,
        document: Document,
        annotated: Annotated,
        frames: Sequence[Frame],
        attributions: Sequence[Attribution],
        published: date | None,
    ) -> None:
        self._document = document
        self._annotated = annotated
        self._published = published
        self._frames = FrameIndex(frames)
        self._id = document_id(document.sha256)
        self._resolver = Resolver(annotated, frames, Cast(annotated))
        self._attributions = [self._resolver.widened(attribution) for attribution in attributions]
        self._translated: dict[Attribution, Span] = {}
        self._taken: set[str] = set()
        self._given: Counter[str] = Counter()

    def build(self) -> tuple[list[Statement], list[Statement]]:
        speakers = self._speakers()
        names = [speaker.name for speaker in speakers]
        occasions = occasions_of(self._annotated, self._frames, self._attributions, names, self._published)
        self._translated = translations_of(
            self._annotated, self._frames, self._attributions, names, occasions
        )
        said = list(zip(self._attributions, speakers, occasions, strict=True))
        quotes = {
            a.quotations[0]: self._quote(a, s, o) for a, s, o in said if a.mode in ("speech", "implicit")
        }
        for index, quotation in enumerate(self._annotated.quotations):
            if quotation.parent in quotes and self._is_nested_speech(index):
                quotes[index] = self._nested(index, quotes[quotation.parent])
        self._mark_utterances(quotes)
        turns = [turn for a, s, o in said if a.mode == "turn" for turn in self._turn(a, s, o)]
        claims = [self._claim(a, s, o) for a, s, o in said if a.mode == "claim"]
        found = sorted([*quotes.values(), *turns], key=lambda s: (s.start, s.depth))
        return with_links(found, sorted(claims, key=lambda s: s.start))

    def _speakers(self) -> list[Speaker]:
        """The speaker of every attribution, resolved in the order in which the mentions stand."""
        places = [(a.source or a.content or (0, 0))[0] for a in self._attributions]
        order = sorted(range(len(places)), key=places.__getitem__)
        resolved = {number: self._resolver.resolve(self._attributions[number]) for number in order}
        return [resolved[number] for number in range(len(places))]

    def _quote(self, attribution: Attribution, speaker: Speaker, occasion: Occasion) -> Statement:
        index = attribution.quotations[0]
        quotation = self._annotated.quotations[index]
        alone = attribution.mode == "implicit"
        kind: Kind = "direct" if is_clause(self._annotated, index, alone=alone) else "partial"
        return self._record(attribution, speaker, occasion, kind, quotation.start, quotation.end)

    def _turn(self, attribution: Attribution, speaker: Speaker, occasion: Occasion) -> list[Statement]:
        """A labelled turn and the quotations of a whole clause in it."""
        start, end = attribution.content or (0, 0)
        turn = self._record(attribution, speaker, occasion, "direct", start, end)
        first, last = (
            bisect_left(self._annotated.quotations, edge, key=_outer_start) for edge in (start, end)
        )
        inside = [i for i in range(first, last) if self._annotated.quotations[i].parent is None]
        return [turn, *(self._nested(index, turn) for index in inside if self._is_nested_speech(index))]

    def _claim(self, attribution: Attribution, speaker: Speaker, occasion: Occasion) -> Statement:
        start, end = attribution.content or (0, 0)
        return self._record(attribution, speaker, occasion, "indirect", start, end)

    def _record(
        self, attribution: Attribution, speaker: Speaker, occasion: Occasion, kind: Kind, start: int, end: int
    ) -> Statement:
        text = self._annotated.text
        source = self._resolver.mention(attribution)
        stance, evidence = stance_of(text, self._frames, attribution, kind)
        statement = Statement(
            id=self._new_id(start, 0, claim=kind == "indirect"),
            kind=kind,
            start=start,
            end=end,
            text=text[start:end],
            context_span=self._context(start, end, attribution),
            source_span=self._document.source_span(start, end),
            speaker=speaker.name,
            speaker_type=speaker.type,
            unknown=speaker.unknown,
            mention=text[slice(*source)] if source else None,
            mention_span=source,
            mention_source_span=self._document.source_span(*source) if source else None,
            cue=text[slice(*attribution.cue)] if attribution.cue else None,
            cue_span=attribution.cue,
            said_on=occasion.said.on if occasion.said else None,
            said_evidence=occasion.said.evidence if occasion.said else None,
            addressee=occasion.addressee,
            via=occasion.via,
            implicit=attribution.mode == "implicit",
            stance=stance,
            stance_evidence=evidence,
            alterations=alterations_of(self._document, self._annotated, attribution),
            translated=translation_at(self._document, self._translated.get(attribution)),
            role=text[slice(*speaker.role)] if speaker.role else None,
            role_span=speaker.role,
            rests_on=speaker.rests_on,
            joint=speaker.joint,
            basis=attribution.basis,
        )
        return replace(statement, confidence=confidence_of(statement))

    def _context(self, start: int, end: int, attribution: Attribution) -> tuple[int, int]:
        """The sentences of the statement, with that of its verb where they adjoin."""
        first, last = self._frames.at(start), self._frames.at(end - 1)
        context = min(first.start, start), max(last.end, end)
        if attribution.cue is not None:
            other = self._frames.at(attribution.cue[0])
            if other.paragraph == first.paragraph:
                return min(context[0], other.start), max(context[1], other.end)
        return context

    def _new_id(self, start: int, depth: int, *, claim: bool) -> str:
        place = self._document.source_span(start, start + 1)
        found = statement_id(self._id, place[0] if place else start, depth, claim=claim)
        self._given[found] += 1
        found = lengthened(found, f"{start}:{self._given[found]}", self._taken)
        self._taken.add(found)
        return found

    def _is_nested_speech(self, index: int) -> bool:
        """Whether a quotation inside other words is a clause that somebody is told to have said."""
        quotation = self._annotated.quotations[index]
        long_enough = len(self._annotated.text[quotation.start : quotation.end].split()) >= NESTED_WORDS
        return long_enough and is_retold(self._annotated, index)

    def _nested(self, index: int, outer: Statement) -> Statement:
        quotation = self._annotated.quotations[index]
        return Statement(
            id=self._new_id(quotation.start, outer.depth + 1, claim=False),
            kind="direct",
            start=quotation.start,
            end=quotation.end,
            text=self._annotated.text[quotation.start : quotation.end],
            context_span=outer.context_span,
            source_span=self._document.source_span(quotation.start, quotation.end),
            unknown="a quotation inside a quotation: whose words they are is the outer speaker's to say",
            nested_in=outer.id,
            depth=outer.depth + 1,
            alterations=within(outer.alterations, quotation.start, quotation.end),
            translated=outer.translated,
            confidence=NESTED_CONFIDENCE,
        )

    def _mark_utterances(self, quotes: dict[int, Statement]) -> None:
        """Quotations that one verb introduces, or that go on after it, are one utterance."""
        first_of: dict[tuple[tuple[int, int], tuple[int, int] | None], list[int]] = {}
        last_cue: dict[tuple[int, int], tuple[int, int] | None] = {}
        for index in sorted(quotes):
            quote = quotes[index]
            if quote.mention_span is None:
                continue
            cue = last_cue.get(quote.mention_span) if quote.implicit else quote.cue_span
            last_cue[quote.mention_span] = cue
            first_of.setdefault((quote.mention_span, cue), []).append(index)
        for group in first_of.values():
            if len(group) > 1:
                for index in group:
                    quotes[index] = replace(quotes[index], utterance=quotes[group[0]].id)
