"""Quotations found against gold: which is which, and whether the right source is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotes.evaluation.answers import Answer
from quotes.evaluation.gold import GoldDocument, GoldQuote
from quotes.evaluation.names import head, same_speaker, similar_speaker
from quotes.evaluation.texts import ROUNDING, SAME, TOUCHING, Letters, bare, words
from quotes.evaluation.titles import PRONOUNS
from quotes.statement import Span

MIN_WORDS = 2
"""Quotations of fewer words count neither way unless asked for: the shortest are often no speech."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be found. What touches `ignored` counts neither way; what is not `marked` is false."""

    text: str
    letters: Letters
    gold: tuple[GoldQuote, ...]
    ignored: tuple[Span, ...]
    marked: tuple[Span, ...]
    min_words: int = MIN_WORDS
    unmarked_count: bool = True


@dataclass(frozen=True, slots=True)
class Judged:
    """The answers to a task: what was found of the gold, and what else was answered."""

    text: str
    pairs: tuple[tuple[GoldQuote, Answer | None], ...]
    false: tuple[Answer, ...]
    ignored: int
    outside: int
    roughly_found: int


def task_of(document: GoldDocument, min_words: int = MIN_WORDS) -> Task:
    """The task that a document sets: its quotations of at least `min_words`, those inside others apart."""
    letters, text = document.letters, document.text
    gold, ignored = [], []
    for quote in document.quotes:
        short = words(text[slice(*quote.span)]) < min_words or not letters.within(quote.span)
        if short or quote.nested:
            ignored.append(quote.span)
        else:
            gold.append(quote)
    ignored += [item.span for item in document.non_quotes if words(text[slice(*item.span)]) < min_words]
    return Task(text, letters, tuple(gold), tuple(ignored), document.marked, min_words)


def judge(task: Task, answers: Sequence[Answer]) -> Judged:
    """Match answers with gold one to one, the greatest overlap first."""
    kept, twice, outside = _in_task(task, answers)
    spans = list(kept)
    matched = _match(task, spans, SAME)
    taken = set(matched.values())
    free = [span for index, span in enumerate(spans) if index not in taken]
    ignored = {
        span for span in free if any(task.letters.overlap(span, other) >= TOUCHING for other in task.ignored)
    }
    false = [kept[span] for span in free if span not in ignored] + twice
    return Judged(
        task.text,
        tuple(
            (quote, kept[spans[matched[index]]] if index in matched else None)
            for index, quote in enumerate(task.gold)
        ),
        tuple(false + outside if task.unmarked_count else false),
        len(ignored),
        len(outside),
        len(_match(task, spans, TOUCHING)),
    )


def right_mention(text: str, gold: GoldQuote, answer: Answer) -> bool:
    """The answer's mention shares a letter with the gold's, or has its head word (pronouns apart)."""
    if answer.mention is not None:
        for start, end in gold.mention:
            shared = text[max(start, answer.mention[0]) : min(end, answer.mention[1])]
            if any(character.isalnum() for character in shared):
                return True
    wanted = head(gold.mention_text)
    if not wanted or wanted in PRONOUNS:
        return False
    mention = text[slice(*answer.mention)] if answer.mention else None
    return any(name and head(name) == wanted for name in (mention, answer.speaker))


def right_speaker(gold: GoldQuote, answer: Answer, *, lenient: bool = False) -> bool:
    """The answer's speaker is the gold's; where the gold credits nobody, the answer names nobody."""
    if gold.speaker is None:
        return not answer.names_somebody
    compare = similar_speaker if lenient else same_speaker
    return compare(gold.speaker, answer.speaker, person=gold.speaker_type == "person")


def _in_task(task: Task, answers: Sequence[Answer]) -> tuple[dict[Span, Answer], list[Answer], list[Answer]]:
    """Answers by their bare spans; those given twice; those that hold no words in marks."""
    kept: dict[Span, Answer] = {}
    twice, outside = [], []
    for answer in answers:
        span = bare(task.text, answer.span)
        if not any(task.letters.shared(span, marked) for marked in task.marked):
            outside.append(answer)
        elif span not in kept:
            kept[span] = answer
        else:
            # One answer too many; the one that names a speaker is the one that is judged.
            better = not kept[span].speaker and bool(answer.speaker)
            twice.append(kept[span] if better else answer)
            kept[span] = answer if better else kept[span]
    long = {span: answer for span, answer in kept.items() if words(task.text[slice(*span)]) >= task.min_words}
    return long, twice, outside


def _match(task: Task, spans: list[Span], least: float) -> dict[int, int]:
    """Of each gold quotation (its index) the answer (its index)."""
    overlaps = (
        (-task.letters.overlap(quote.span, span), index, answer)
        for index, quote in enumerate(task.gold)
        for answer, span in enumerate(spans)
    )
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for _, index, answer in sorted(o for o in overlaps if -o[0] >= least - ROUNDING):
        if index not in matched and answer not in taken:
            matched[index] = answer
            taken.add(answer)
    return matched
