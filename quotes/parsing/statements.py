"""From attributions to the statements of a document."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from quotes.document import Document
from quotes.ids import document_id, lengthened, statement_id
from quotes.parsing.annotated import Annotated, Attribution
from quotes.parsing.frames import Frame, build_frames
from quotes.parsing.said import Said, names_a_time, said_beside
from quotes.parsing.setting import addressee_of, via_of
from quotes.parsing.speakers.cast import Cast
from quotes.parsing.speakers.resolve import Resolver, Speaker
from quotes.parsing.speech import is_clause
from quotes.statement import Kind, Statement

NESTED_WORDS = 3
"""A quotation inside another is kept from this many words on; shorter ones are mostly terms."""
OCCASION_PARAGRAPHS = 2
"""Paragraphs after dated words in which the same speaker's words are taken to be of the same occasion."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the sentence of an attribution tells beside who spoke."""

    said: Said | None
    addressee: str | None
    via: str | None


def build_statements(
    document: Document, annotated: Annotated, attributions: Sequence[Attribution], published: date | None
) -> tuple[list[Statement], list[Statement]]:
    """The quotes and the claims of the document, each in the order of the text."""
    return _Builder(document, annotated, attributions, published).build()


class _Builder:
    def __init__(
        self,
        document: Document,
        annotated: Annotated,
        attributions: Sequence[Attribution],
        published: date | None,
    ) -> None:
        self._document = document
        self._annotated = annotated
        self._attributions = attributions
        self._published = published
        self._frames = build_frames(annotated)
        self._frame_starts = [frame.start for frame in self._frames]
        self._id = document_id(document.sha256)
        self._resolver = Resolver(annotated, self._frames, Cast(annotated))
        self._taken: set[str] = set()
        self._given: Counter[str] = Counter()

    def build(self) -> tuple[list[Statement], list[Statement]]:
        speakers = self._speakers()
        settings = self._settings(speakers)
        quotes: dict[int, Statement] = {}
        for number, attribution in enumerate(self._attributions):
            if attribution.mode in ("speech", "implicit"):
                index = attribution.quotations[0]
                quotes[index] = self._statement(attribution, speakers[number], settings[number], index)
        for index in self._nested(quotes):
            quotes[index] = self._nested_statement(index, quotes)
        self._mark_utterances(quotes)
        claims = [
            self._claim(attribution, speakers[number], settings[number], quotes)
            for number, attribution in enumerate(self._attributions)
            if attribution.mode == "claim" and attribution.content is not None
        ]
        return sorted(quotes.values(), key=lambda s: (s.start, s.depth)), sorted(
            claims, key=lambda s: s.start
        )

    def _speakers(self) -> dict[int, Speaker]:
        """The speaker of every attribution, resolved in the order in which the mentions stand."""
        order = sorted(range(len(self._attributions)), key=lambda n: self._place(self._attributions[n]))
        return {number: self._resolver.resolve(self._attributions[number]) for number in order}

    @staticmethod
    def _place(attribution: Attribution) -> int:
        return (attribution.source or attribution.content or (0, 0))[0]

    def _settings(self, speakers: dict[int, Speaker]) -> dict[int, _Setting]:
        """Date, hearer and outlet of each attribution; a continued quotation has those it continues."""
        settings: dict[int, _Setting] = {}
        by_source: dict[tuple[int, int], _Setting] = {}
        for number, attribution in enumerate(self._attributions):
            source = attribution.source
            if attribution.mode == "implicit" and source in by_source:
                settings[number] = by_source[source]
                continue
            frame = self._frame_at((attribution.cue or source or attribution.content or (0, 0))[0])
            mention = self._annotated.text[slice(*source)] if source else None
            settings[number] = _Setting(
                said_beside(self._annotated.text, frame, attribution, self._published),
                addressee_of(self._annotated.text, frame, attribution),
                via_of(self._annotated.text, frame, attribution, mention),
            )
            if source is not None:
                by_source.setdefault(source, settings[number])
        self._carry_dates(settings, speakers)
        return settings

    def _carry_dates(self, settings: dict[int, _Setting], speakers: dict[int, Speaker]) -> None:
        """A speaker's next words, with no other time named between, belong to the occasion that was dated."""
        frame_of = {id(frame): number for number, frame in enumerate(self._frames)}
        dated: dict[str, tuple[int, Said]] = {}
        for number, attribution in enumerate(self._attributions):
            name = speakers[number].name
            at = frame_of[id(self._frame_at((attribution.cue or attribution.content or (0, 0))[0]))]
            if name is None:
                continue
            if settings[number].said is None and name in dated and self._one_occasion(dated[name][0], at):
                settings[number] = replace(settings[number], said=dated[name][1])
            said = settings[number].said
            if said is not None and said.of_an_occasion:
                dated[name] = (at, said)

    def _one_occasion(self, dated: int, at: int) -> bool:
        between = self._frames[dated + 1 : at + 1]
        near = self._frames[at].paragraph - self._frames[dated].paragraph <= OCCASION_PARAGRAPHS
        return near and not any(names_a_time(self._annotated.text, frame) for frame in between)

    def _frame_at(self, position: int) -> Frame:
        return self._frames[max(0, bisect_right(self._frame_starts, position) - 1)]

    def _statement(
        self, attribution: Attribution, speaker: Speaker, setting: _Setting, index: int
    ) -> Statement:
        quotation = self._annotated.quotations[index]
        alone = attribution.mode == "implicit"
        kind: Kind = "direct" if is_clause(self._annotated, index, alone=alone) else "partial"
        return self._record(attribution, speaker, setting, kind, quotation.start, quotation.end)

    def _claim(
        self, attribution: Attribution, speaker: Speaker, setting: _Setting, quotes: dict[int, Statement]
    ) -> Statement:
        start, end = attribution.content or (0, 0)
        claim = self._record(attribution, speaker, setting, "indirect", start, end)
        inside = tuple(quotes[q].id for q in attribution.quotations if q in quotes)
        return replace(claim, quotes_inside=inside)

    def _record(
        self, attribution: Attribution, speaker: Speaker, setting: _Setting, kind: Kind, start: int, end: int
    ) -> Statement:
        text = self._annotated.text
        source = self._resolver.mention(attribution)
        return Statement(
            id=self._new_id(start, 0, claim=kind == "indirect"),
            kind=kind,
            start=start,
            end=end,
            text=text[start:end],
            context_span=self._context(start, attribution),
            source_span=self._document.source_span(start, end),
            speaker=speaker.name,
            speaker_type=speaker.type,
            unknown=speaker.unknown,
            mention=text[slice(*source)] if source else None,
            mention_span=source,
            mention_source_span=self._document.source_span(*source) if source else None,
            cue=text[slice(*attribution.cue)] if attribution.cue else None,
            cue_span=attribution.cue,
            said_on=setting.said.on if setting.said else None,
            said_evidence=setting.said.evidence if setting.said else None,
            addressee=setting.addressee,
            via=setting.via,
            implicit=attribution.mode == "implicit",
            confidence=round(attribution.confidence * (1.0 if speaker.name else 0.5), 2),
        )

    def _context(self, start: int, attribution: Attribution) -> tuple[int, int]:
        """The sentence of the statement, with that of its verb where they adjoin."""
        frame = self._frame_at(start)
        if attribution.cue is not None:
            other = self._frame_at(attribution.cue[0])
            if other.paragraph == frame.paragraph:
                return min(frame.start, other.start), max(frame.end, other.end)
        return frame.start, frame.end

    def _new_id(self, start: int, depth: int, *, claim: bool) -> str:
        place = self._document.source_span(start, start + 1)
        found = statement_id(self._id, place[0] if place else start, depth, claim=claim)
        self._given[found] += 1
        found = lengthened(found, f"{start}:{self._given[found]}", self._taken)
        self._taken.add(found)
        return found

    def _nested(self, quotes: dict[int, Statement]) -> list[int]:
        """Quotations of a whole clause inside a quotation that is kept."""
        text = self._annotated.text
        return [
            index
            for index, quotation in enumerate(self._annotated.quotations)
            if quotation.parent in quotes
            and len(text[quotation.start : quotation.end].split()) >= NESTED_WORDS
            and is_clause(self._annotated, index)
        ]

    def _nested_statement(self, index: int, quotes: dict[int, Statement]) -> Statement:
        quotation = self._annotated.quotations[index]
        outer = quotes[quotation.parent if quotation.parent is not None else index]
        return Statement(
            id=self._new_id(quotation.start, quotation.depth, claim=False),
            kind="direct",
            start=quotation.start,
            end=quotation.end,
            text=self._annotated.text[quotation.start : quotation.end],
            context_span=outer.context_span,
            source_span=self._document.source_span(quotation.start, quotation.end),
            unknown="a quotation inside a quotation: whose words they are is the outer speaker's to say",
            nested_in=outer.id,
            depth=quotation.depth,
            confidence=0.3,
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
