"""Claims, said-dates and what was taken that is nobody's statement, counted document by document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from quotes.evaluation.answers import Answer, Answers
from quotes.evaluation.gold import NO_NEGATIVES, GoldClaim, GoldDocument, GoldQuote
from quotes.evaluation.measures import Figures, scores, share
from quotes.evaluation.names import similar_speaker
from quotes.evaluation.texts import SAME, TOUCHING, bare, letters_of, words

Counts = Counter[str]


def match_claims(
    document: GoldDocument, answers: Sequence[Answer]
) -> tuple[list[tuple[GoldClaim, Answer | None]], list[Answer]]:
    """Each gold claim with the answer that overlaps it most; and the answers that are none of the gold."""
    letters = document.letters
    gold = [claim for claim in document.claims if not claim.borderline]
    overlaps = sorted(
        (-letters.overlap(claim.span, answer.span), i, j)
        for i, claim in enumerate(gold)
        for j, answer in enumerate(answers)
    )
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for lack, i, j in overlaps:
        if -lack >= TOUCHING and i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    borderline = [claim.span for claim in document.claims if claim.borderline]
    false = [
        answer
        for j, answer in enumerate(answers)
        if j not in taken and not any(letters.overlap(answer.span, span) >= TOUCHING for span in borderline)
    ]
    return [(claim, answers[matched[i]] if i in matched else None) for i, claim in enumerate(gold)], false


def right_claim_speaker(claim: GoldClaim, answer: Answer) -> bool:
    """Leniently; where the gold credits nobody, the answer names nobody."""
    if not claim.speaker:
        return not answer.names_somebody
    return similar_speaker(claim.speaker, answer.speaker, person=claim.speaker_type == "person")


def dated_pairs(
    document: GoldDocument, answers: Sequence[Answer]
) -> Iterator[tuple[GoldQuote, Answer | None]]:
    """Every gold quotation, nested and one-word ones too, with the free answer that overlaps it most."""
    letters = document.letters
    free = {index: bare(document.text, answer.span) for index, answer in enumerate(answers)}
    for quote in document.quotes:
        best = max(free, key=lambda index: (letters.overlap(quote.span, free[index]), -index), default=None)
        if best is None or letters.overlap(quote.span, free[best]) < SAME:
            yield quote, None
        else:
            del free[best]
            yield quote, answers[best]


def count(document: GoldDocument, answers: Answers) -> Counts:
    """What adds up to `statement_figures`."""
    counts: Counts = Counter(unplaced=answers.unplaced, furniture=len(in_furniture(document, answers)))
    claims, false = match_claims(document, answers.claims)
    found = [(claim, answer) for claim, answer in claims if answer]
    counts["claims"] += len(claims)
    counts["claims_predicted"] += len(found) + len(false)
    counts["claims_found"] += len(found)
    counts["claims_speaker"] += sum(right_claim_speaker(*pair) for pair in found)
    for quote, answer in dated_pairs(document, answers.quotes):
        _count_quote(counts, quote, answer, words(document.text[slice(*quote.span)]) == 1)
    taken = taken_non_quotes(document, answers.quotes)
    for item in (item for item in document.non_quotes if item.why not in NO_NEGATIVES):
        one = words(document.text[slice(*item.span)]) == 1
        counts.update(non_quotes=1, one_word_non_quotes=one)
        counts.update(taken=item.span in taken, one_word_taken=one and item.span in taken)
    return counts


def in_furniture(document: GoldDocument, answers: Answers) -> list[Answer]:
    """Statements that stand in the page's furniture."""
    quotes = [(answer, bare(document.text, answer.span)) for answer in answers.quotes]
    placed = [*quotes, *((answer, answer.span) for answer in answers.claims)]
    return [
        answer
        for answer, (start, end) in placed
        if any(first <= start and end <= last for first, last in document.furniture)
    ]


def taken_non_quotes(document: GoldDocument, quotes: Sequence[Answer]) -> dict[tuple[int, int], Answer]:
    """Words in marks that are nobody's speech and were taken for a quotation, by their spans."""
    letters, text = document.letters, document.text
    speech = [quote.span for quote in document.quotes]
    return {
        item.span: answer
        for item in document.non_quotes
        if item.why not in NO_NEGATIVES
        for answer in quotes
        if letters.overlap(item.span, bare(text, answer.span)) >= TOUCHING
        and not any(letters.overlap(span, bare(text, answer.span)) >= SAME for span in speech)
    }


def statement_figures(counts: Counts) -> Figures:
    """Claims, said-dates, and what is no statement at all."""
    found = counts["claims_found"]
    return {
        "claims": {
            "gold": counts["claims"],
            "predicted": counts["claims_predicted"],
            "found": found,
            **scores(found, counts["claims_predicted"], counts["claims"]),
            "speaker_right": counts["claims_speaker"],
            "speaker_accuracy": share(counts["claims_speaker"], found),
        },
        "dates": {
            **{name: counts[f"dates_{name}"] for name in ("gold", "right", "wrong", "undated", "invented")},
            "recall": share(counts["dates_right"], counts["dates_gold"]),
        },
        "one_word": {"gold": counts["one_word"], "found": counts["one_word_found"]},
        "non_quotes": {
            name: counts[key]
            for name, key in (
                ("gold", "non_quotes"),
                ("taken", "taken"),
                ("one_word_gold", "one_word_non_quotes"),
                ("one_word_taken", "one_word_taken"),
            )
        },
        "any_length": {"gold": counts["quotes"], "found": counts["quotes_found"]},
        "kind_accuracy": share(counts["kind_right"], counts["quotes_found"]),
        "text_wrong": counts["text_wrong"],
        "furniture": counts["furniture"],
        "unplaced": counts["unplaced"],
    }


def _count_quote(counts: Counts, quote: GoldQuote, answer: Answer | None, one_word: bool) -> None:
    counts.update(quotes=1, one_word=one_word, dates_gold=quote.said_on is not None)
    if answer is None:
        return
    said = None if answer.text is None else letters_of(answer.text)
    counts.update(
        quotes_found=1,
        one_word_found=one_word,
        text_wrong=said not in (None, letters_of(quote.text)),
        kind_right=answer.kind == quote.kind,
    )
    if quote.said_on:
        counts["dates_right"] += answer.said_on == quote.said_on
        counts["dates_wrong"] += answer.said_on not in (None, quote.said_on)
    else:
        counts.update(dates_undated=1, dates_invented=answer.said_on is not None)
