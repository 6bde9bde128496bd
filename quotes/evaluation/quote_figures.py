"""The figures of quotations: found, by kind, and credited to the right source before and after resolution."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quotes.evaluation.answers import Answer
from quotes.evaluation.gold import GoldQuote
from quotes.evaluation.measures import Figures, f1, scores, share
from quotes.evaluation.names import shape
from quotes.evaluation.quotations import Judged, right_mention, right_speaker

RULES = ("mention", "strict", "lenient")
"""Ways to tell a right source: by the words at that place, by name, by less than the whole name."""
SHAPES = ("name", "nominal", "pronoun")

_Item = tuple[str, GoldQuote, Answer]
"""The text of a document, a quotation of its gold, and the answer that found it."""


def quote_figures(judged: Sequence[Judged], rules: Sequence[str] = RULES) -> Figures:
    """Detection and the sources over all documents; `rules` as for `speaker_figures`."""
    gold = sum(len(document.pairs) for document in judged)
    found = [pair for document in judged for pair in _found(document)]
    predicted = len(found) + sum(len(document.false) for document in judged)
    return {
        "gold": gold,
        "predicted": predicted,
        "found": len(found),
        **scores(len(found), predicted, gold),
        "recall_half": share(sum(document.roughly_found for document in judged), gold),
        "ignored": sum(document.ignored for document in judged),
        "unmarked": sum(document.outside for document in judged),
        "speakers": speaker_figures(judged, rules),
    }


def speaker_figures(judged: Sequence[Judged], rules: Sequence[str] = RULES) -> Figures:
    """The right source: by mention (before resolution), by name, strictly and leniently (after it).

    `accuracy` is of the found quotations that somebody is credited with, `recall` of all of those;
    in `joint_*` a quotation is right where it is found and its source is, or nobody is, rightly.
    """
    gold = sum(len(document.pairs) for document in judged)
    predicted = sum(len(_found(document)) + len(document.false) for document in judged)
    pairs = [(document.text, quote, answer) for document in judged for quote, answer in document.pairs]
    asked = [item for item in pairs if item[1].speaker is not None]
    found = [(text, quote, answer) for text, quote, answer in pairs if answer is not None]
    named = sum(answer.names_somebody for _, quote, answer in found if quote.speaker is not None)
    rightly_nobody = sum(quote.speaker is None and not answer.names_somebody for _, quote, answer in found)
    of_found = sum(quote.speaker is not None for _, quote, _ in found)
    figures: Figures = {"credited": len(asked), "found": of_found, "named": named}
    figures["named_share"] = share(named, of_found)
    for name in rules:
        joint = _right(found, name, mentioned=False) + rightly_nobody
        figures[name] = {
            **_accuracy_of(asked, found, name),
            **{f"joint_{measure}": number for measure, number in scores(joint, predicted, gold).items()},
        }
    return figures


def by_kind(judged: Sequence[Judged]) -> Figures:
    """Direct, partial and implicit quotations, each on its own; `right_kind` is the share of them called so.

    Recall is of the gold of the kind, however called; precision of the answers so called, if they are real.
    """
    return {kind: _of_kind(judged, belongs) for kind, belongs in _KINDS.items()}


def by_shape(judged: Sequence[Judged]) -> Figures:
    """Strictly right speakers of found quotations by the words that name them: name, nominal, pronoun."""
    rows = [
        (shape(quote.mention_text), right_speaker(quote, answer))
        for document in judged
        for quote, answer in _found(document)
        if quote.speaker is not None and quote.mention_text
    ]
    return {kind: _accuracy([right for found, right in rows if found == kind]) for kind in SHAPES}


def _of_kind(judged: Sequence[Judged], belongs: Callable[[GoldQuote | Answer], bool]) -> Figures:
    gold = [pair for document in judged for pair in document.pairs if belongs(pair[0])]
    found = [(quote, answer) for quote, answer in gold if answer is not None]
    called = [answer for document in judged for _, answer in _found(document) if belongs(answer)]
    false = sum(belongs(answer) for document in judged for answer in document.false)
    precision, recall = share(len(called), len(called) + false), share(len(found), len(gold))
    asked = [(quote, answer) for quote, answer in found if quote.speaker is not None]
    return {
        "gold": len(gold),
        "found": len(found),
        "predicted": len(called) + false,
        "precision": precision,
        "recall": recall,
        "f1": f1(precision, recall),
        "right_kind": share(sum(belongs(answer) for _, answer in found), len(found)),
        "strict": _accuracy([right_speaker(*pair) for pair in asked]),
        "lenient": _accuracy([right_speaker(*pair, lenient=True) for pair in asked]),
    }


def _right(found: Sequence[_Item], rule: str, *, mentioned: bool) -> int:
    """How many sources are right; `mentioned`: only of quotations whose gold says which words name it."""
    return sum(
        _RULES[rule](*item)
        for item in found
        if item[1].speaker is not None and (item[1].mention or not mentioned)
    )


def _accuracy_of(
    asked: Sequence[tuple[str, GoldQuote, object]], found: Sequence[_Item], rule: str
) -> Figures:
    mentioned = rule == "mention"
    of = [item for item in found if item[1].speaker is not None and (item[1].mention or not mentioned)]
    right = _right(found, rule, mentioned=mentioned)
    return {
        "right": right,
        "of": len(of),
        "accuracy": share(right, len(of)),
        "recall": share(right, sum(bool(quote.mention) or not mentioned for _, quote, _ in asked)),
        "right_where_named": share(right, sum(answer.names_somebody for _, _, answer in of)),
    }


def _accuracy(right: list[bool]) -> Figures:
    return {"right": sum(right), "of": len(right), "accuracy": share(sum(right), len(right))}


def _found(document: Judged) -> list[tuple[GoldQuote, Answer]]:
    return [(quote, answer) for quote, answer in document.pairs if answer is not None]


def _lenient(text: str, quote: GoldQuote, answer: Answer) -> bool:
    return right_speaker(quote, answer, lenient=True)


def _strict(text: str, quote: GoldQuote, answer: Answer) -> bool:
    return right_speaker(quote, answer)


_RULES: dict[str, Callable[[str, GoldQuote, Answer], bool]] = {
    "mention": right_mention,
    "strict": _strict,
    "lenient": _lenient,
}
_KINDS: dict[str, Callable[[GoldQuote | Answer], bool]] = {
    "direct": lambda item: item.kind == "direct",
    "partial": lambda item: item.kind == "partial",
    "implicit": lambda item: item.implicit,
}
