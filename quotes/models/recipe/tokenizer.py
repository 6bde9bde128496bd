"""Learns the tables and weights of our tokenizer from the treebanks' training parts, in half a minute."""

from __future__ import annotations

import json
import logging
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from quotes.models.processors.boundaries import features, gaps
from quotes.models.processors.segmenter import VERSION
from quotes.models.processors.words import WordTables, find_words
from quotes.models.recipe.archives import TREEBANKS, members
from quotes.models.recipe.exclusion import KeptOut
from quotes.models.recipe.restyle import has_marks, restyle
from quotes.models.recipe.treebank import Paragraph, Sentence, labelled, read_conllu

SEED = 20240229
RARE = 2
"""Times that a feature must be seen to get a weight."""
DECAY = 1.0
"""Of the squared weights in the loss (0.15 and 0.4 did worse on dev)."""
STEPS = 60
"""Of L-BFGS at most; it has settled by then."""
SMALL = 0.02
"""A weight below this is left out: it decides nothing."""
# Abbreviations that news is full of and the treebanks hardly have.
NEWS_ABBREVIATIONS = """
    Adm Apr Assn Aug Ave Bros Brig Calif Capt Cmdr Col Cpl Dept Fig Gen Gov Hon Insp Lt Maj Messrs Mt Mx Msgr
    Pvt Rep Rev Sen Sens Sgt Sr Supt Vol approx cf ft viz
""".split()

Example = tuple[list[str], bool]
"""The features of a place and whether a sentence ends there."""

log = logging.getLogger("quotes.recipe")


def train_tokenizer(corpora: Path, kept_out: KeptOut, out: Path) -> None:
    """Write what `Segmenter.load` reads, learnt from every training document that is not kept out."""
    paragraphs = training_paragraphs(corpora, kept_out)
    tables = learn_tables([sentence for paragraph in paragraphs for sentence in paragraph])
    rng = random.Random(SEED)
    paragraphs += [restyle(p, rng) for p in paragraphs if has_marks(p)]
    weights = fit([example for paragraph in paragraphs for example in examples(paragraph, tables)])
    log.info("tokenizer: %d paragraphs, %d weights", len(paragraphs), len(weights))
    held = {
        "version": VERSION,
        "abbreviations": sorted(tables.abbreviations),
        "prefixes": sorted(tables.prefixes),
        "cuts": dict(sorted(tables.cuts.items())),
        "weights": weights,
    }
    out.write_text(json.dumps(held, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def training_paragraphs(corpora: Path, kept_out: KeptOut) -> list[Paragraph]:
    """The paragraphs of both treebanks' training parts."""
    paragraphs: list[Paragraph] = []
    for name, text in members(corpora / TREEBANKS, suffix="-train.conllu"):
        documents = read_conllu(text)
        kept = [document for document in documents if not kept_out.bars(document.name, document.text)]
        log.info("%s: %d documents, %d kept out", name, len(documents), len(documents) - len(kept))
        paragraphs += [paragraph for document in kept for paragraph in document.paragraphs]
    return paragraphs


def learn_tables(sentences: Sequence[Sentence]) -> WordTables:
    """Abbreviations, prefixes and words to cut: what is mostly so in the treebanks, and not once only."""
    whole: Counter[str] = Counter(word.text for sentence in sentences for word in sentence)
    stopped: Counter[str] = Counter()
    hyphened: Counter[str] = Counter()
    cut: Counter[tuple[str, int]] = Counter()
    for sentence in sentences:
        for word, after in pairwise(sentence):
            if word.glued and word.text.isalpha():
                stopped[word.text] += after.text == "."
                hyphened[word.text.lower()] += after.text == "-" and after.glued
                cut[word.text + after.text, len(word.text)] += after.text.isalpha()
    kept = Counter({text[:-1]: n for text, n in whole.items() if text.endswith(".") and text[:-1].isalpha()})
    prefixed: Counter[str] = Counter()
    for text, n in whole.items():
        if "-" in text.strip("-") and text.partition("-")[0].islower():
            prefixed[text.partition("-")[0]] += n
    return WordTables(
        frozenset(w for w, n in kept.items() if len(w) > 1 and n > max(1, stopped[w])).union(
            NEWS_ABBREVIATIONS
        ),
        frozenset(w for w, n in prefixed.items() if w.isalpha() and n > max(2, hyphened[w])),
        {w: at for (w, at), n in cut.items() if _is_cut(w, n, whole[w])},
    )


def _is_cut(word: str, cut: int, whole: int) -> bool:
    """Whether to cut a word seen so often cut and whole. Short capitalized ones are names ("Im"), and a final
    "s" is often a slip of the pen ("jacks" for "Jack's").
    """
    name = len(word) <= 3 and not word.islower()
    return not name and cut > max(3 if word.endswith("s") else 1, whole)


def examples(paragraph: Paragraph, tables: WordTables) -> Iterator[Example]:
    """The places of a paragraph that may end a sentence, cut into words as our tokenizer does."""
    text, labels = labelled(paragraph)
    places = find_words(text, tables)
    words = [text[start:end] for start, end in places]
    ends = [labels[end - 1] == "2" for _, end in places]
    begins = [0]
    for index, end in enumerate(ends):
        begins.append(index + 1 if end else begins[-1])
    for gap in gaps(words, places):
        yield features(words, gap, begins[gap.last]), ends[gap.last]


def fit(seen: Sequence[Example]) -> dict[str, float]:
    """The weights of a logistic regression on the features of `seen`."""
    import torch
    from torch.nn.functional import binary_cross_entropy_with_logits, embedding_bag

    counts = Counter(name for names, _ in seen for name in names)
    ids = {name: number for number, name in enumerate(sorted(n for n, k in counts.items() if k >= RARE))}
    rows = [[ids[name] for name in names if name in ids] for names, _ in seen]
    flat = torch.tensor([number for row in rows for number in row])
    starts = torch.tensor([0, *(len(row) for row in rows)][:-1]).cumsum(0)
    truth = torch.tensor([float(end) for _, end in seen])
    weights = torch.zeros(len(ids), 1, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        scores = embedding_bag(flat, weights, starts, mode="sum").squeeze(1)
        cost = binary_cross_entropy_with_logits(scores, truth, reduction="sum")
        cost = cost + DECAY / 2 * (weights**2).sum()
        cost.backward()  # type: ignore[no-untyped-call]
        return cost

    optimizer.step(loss)  # type: ignore[no-untyped-call]
    learnt = weights.detach().squeeze(1).tolist()
    return {name: round(learnt[number], 2) for name, number in ids.items() if abs(learnt[number]) >= SMALL}
