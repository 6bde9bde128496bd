"""The list of misses: every answer that is wrong and everything that was not found, with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.evaluation.answers import Answer, Answers
from quotes.evaluation.gold import GoldDocument, GoldQuote
from quotes.evaluation.quotations import Judged, right_mention, right_speaker
from quotes.evaluation.statements import (
    dated_pairs,
    in_furniture,
    match_claims,
    right_claim_speaker,
    taken_non_quotes,
)
from quotes.statement import Span


@dataclass(frozen=True, slots=True)
class Miss:
    """What went wrong with which words; `expected` and `got` are speakers or dates, None for none."""

    document: str
    what: str
    span: Span
    text: str
    expected: str | None = None
    got: str | None = None


def quote_misses(name: str, judged: Judged) -> Iterator[Miss]:
    """Quotations missed, false, and credited to the wrong source."""
    for quote, answer in judged.pairs:
        if answer is None:
            yield Miss(name, "quote missed", quote.span, quote.text, quote.speaker)
        elif not right_speaker(quote, answer, lenient=True):
            yield _wrong_speaker(name, "speaker", quote, answer)
        elif not right_speaker(quote, answer):
            yield _wrong_speaker(name, "speaker, strictly", quote, answer)
    for answer in judged.false:
        yield _false(name, "quote false", answer, judged.text)


def mention_misses(name: str, judged: Judged) -> Iterator[Miss]:
    """The same where gold names only the words that stand for the source."""
    for quote, answer in judged.pairs:
        if answer is None:
            yield Miss(name, "quote missed", quote.span, quote.text, quote.speaker)
        elif quote.speaker is not None and not right_mention(judged.text, quote, answer):
            mention = judged.text[slice(*answer.mention)] if answer.mention else answer.speaker
            yield Miss(name, "mention", quote.span, quote.text, quote.speaker, mention)
    for answer in judged.false:
        yield _false(name, "quote false", answer, judged.text)


def statement_misses(document: GoldDocument, answers: Answers) -> Iterator[Miss]:
    """Claims, said-dates, furniture and non-quotes."""
    name, text = document.name, document.text
    claims, false = match_claims(document, answers.claims)
    for claim, answer in claims:
        if answer is None:
            yield Miss(name, "claim missed", claim.span, claim.text, claim.speaker)
        elif not right_claim_speaker(claim, answer):
            yield Miss(name, "claim's speaker", claim.span, claim.text, claim.speaker, answer.speaker)
    for answer in false:
        yield _false(name, "claim false", answer, text)
    for quote, answer in dated_pairs(document, answers.quotes):
        if answer is not None and answer.said_on != quote.said_on:
            yield Miss(name, "date", quote.span, quote.text, quote.said_on, answer.said_on)
    for answer in in_furniture(document, answers):
        yield _false(name, "furniture", answer, text)
    for answer in taken_non_quotes(document, answers.quotes).values():
        yield _false(name, "no speech", answer, text)


def in_order(misses: Sequence[Miss]) -> list[Miss]:
    """By document, then as they stand in it."""
    return sorted(misses, key=lambda miss: (miss.document, miss.span, miss.what))


def _wrong_speaker(name: str, what: str, quote: GoldQuote, answer: Answer) -> Miss:
    return Miss(name, what, quote.span, quote.text, quote.speaker, answer.speaker)


def _false(name: str, what: str, answer: Answer, text: str) -> Miss:
    return Miss(name, what, answer.span, text[slice(*answer.span)], None, answer.speaker)
