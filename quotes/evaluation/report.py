"""One set of gold, scored: all figures and all misses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quotes.evaluation.answers import NOTHING, Answer, Answers, Record, answers_of
from quotes.evaluation.body import body_figures, body_of_each
from quotes.evaluation.calibration import Bin, Judgement, calibration, reliability
from quotes.evaluation.gold import GoldDocument
from quotes.evaluation.measures import Figures
from quotes.evaluation.misses import Miss, in_order, mention_misses, quote_misses, statement_misses
from quotes.evaluation.polnear import Attributed, quoted_task, span_counts, span_figures
from quotes.evaluation.quotations import MIN_WORDS, Judged, judge, right_speaker, task_of
from quotes.evaluation.quote_figures import by_kind, by_shape, quote_figures
from quotes.evaluation.statements import count, match_claims, right_claim_speaker, statement_figures


@dataclass(frozen=True, slots=True)
class Report:
    """`reliability` has the rows of each sort of statement; `without_answers`: documents without a record."""

    documents: int
    figures: Figures
    misses: tuple[Miss, ...]
    reliability: Mapping[str, Sequence[Bin]]
    without_answers: tuple[str, ...] = ()


def score(
    documents: Sequence[GoldDocument], records: Mapping[str, Record], *, min_words: int = MIN_WORDS
) -> Report:
    """Score the records, by the documents' names; a document without one counts as empty.

    Quotations of fewer than `min_words` words count neither way; `quotes_any_length` counts them all.
    Raises UsageError for a record that is none or that is of another text.
    """
    answers = [
        answers_of(records[d.name], len(d.text), in_file=d.in_file) if d.name in records else NOTHING
        for d in documents
    ]
    judged = _judged(documents, answers, min_words)
    every_length = _judged(documents, answers, 1)
    counts = sum((count(d, a) for d, a in zip(documents, answers, strict=True)), Counter())
    quotes = [judgement for document in every_length for judgement in quote_judgements(document)]
    claims = [
        judgement
        for document, found in zip(documents, answers, strict=True)
        for judgement in claim_judgements(document, found)
    ]
    figures: Figures = {
        "quotes": quote_figures(judged),
        "quotes_any_length": quote_figures(every_length),
        "by_kind": by_kind(judged),
        "by_mention": by_shape(judged),
        **statement_figures(counts),
        "body": body_figures(body_of_each(documents, records).values()),
        "calibration": {
            "quotes": calibration(*_with_confidence(quotes)),
            "claims": calibration(*_with_confidence(claims)),
        },
    }
    misses = [
        miss
        for document, found, item in zip(documents, answers, judged, strict=True)
        for miss in (*quote_misses(document.name, item), *statement_misses(document, found))
    ]
    rows = {
        "quotes": reliability(_with_confidence(quotes)[0]),
        "claims": reliability(_with_confidence(claims)[0]),
    }
    missing = tuple(document.name for document in documents if document.name not in records)
    return Report(len(documents), figures, tuple(in_order(misses)), rows, missing)


def score_attributed(documents: Sequence[Attributed], records: Mapping[str, Record]) -> Report:
    """Score quoted speech at mention level, and exact spans by role. Raises UsageError as `score` does."""
    judged: list[Judged] = []
    misses: list[Miss] = []
    spans: Counter[tuple[str, str]] = Counter()
    for document in documents:
        name = document.name
        answers = answers_of(records[name], len(document.text)) if name in records else NOTHING
        found = judge(quoted_task(document), answers.quotes)
        judged.append(found)
        misses += mention_misses(name, found)
        spans += span_counts(document, answers)
    figures: Figures = {"quotes": quote_figures(judged, ("mention",)), "spans": span_figures(spans)}
    missing = tuple(document.name for document in documents if document.name not in records)
    return Report(len(documents), figures, tuple(in_order(misses)), {}, missing)


def _judged(documents: Sequence[GoldDocument], answers: Sequence[Answers], min_words: int) -> list[Judged]:
    pairs = zip(documents, answers, strict=True)
    return [judge(task_of(document, min_words), found.quotes) for document, found in pairs]


def quote_judgements(judged: Judged) -> list[tuple[Answer, bool]]:
    """Right is a real quotation that is credited to the right speaker, leniently."""
    found = [(answer, right_speaker(quote, answer, lenient=True)) for quote, answer in judged.pairs if answer]
    return found + [(answer, False) for answer in judged.false]


def claim_judgements(document: GoldDocument, answers: Answers) -> list[tuple[Answer, bool]]:
    """Right is a real claim of the right speaker, leniently."""
    claims, false = match_claims(document, answers.claims)
    found = [(answer, right_claim_speaker(claim, answer)) for claim, answer in claims if answer]
    return found + [(answer, False) for answer in false]


def _with_confidence(judged: Sequence[tuple[Answer, bool]]) -> tuple[list[Judgement], int]:
    """The judgements of answers that have a confidence, and how many have none."""
    given = [(answer.confidence, right) for answer, right in judged if answer.confidence is not None]
    return given, len(judged) - len(given)
