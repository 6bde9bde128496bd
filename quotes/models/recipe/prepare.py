"""Turns the corpus archives into the files that Stanza trains on."""

from __future__ import annotations

import json
import logging
import random
from collections.abc import Callable, Iterator
from pathlib import Path

from quotes.models.recipe.archives import NEWSWIRE, TREEBANKS, members
from quotes.models.recipe.exclusion import KeptOut
from quotes.models.recipe.newswire import EntityParagraph, align, project, split_of
from quotes.models.recipe.restyle import has_marks, restyle
from quotes.models.recipe.treebank import Paragraph, read_conllu, write_labelled

SEED = 20240229
PARTS = ("train", "dev", "test")
BLOCK = 400
"""Paragraphs tokenized at once."""

Splitter = Callable[[str], list[list[tuple[int, int, str]]]]
"""From a text to sentences of tokens, each (start, end, text) in characters of the text."""

log = logging.getLogger("quotes.recipe")


def prepare_tokenizer(corpora: Path, kept_out: KeptOut, work: Path) -> None:
    """Write text and labels of both treebanks; train also gets paragraphs with marks restyled."""
    paragraphs: dict[str, list[Paragraph]] = {part: [] for part in PARTS}
    for name, text in members(corpora / TREEBANKS, suffix=".conllu"):
        part = next(part for part in PARTS if name.endswith(f"-{part}.conllu"))
        documents = read_conllu(text)
        kept = [d for d in documents if part != "train" or not kept_out.bars(d.name, d.text)]
        log.info("%s: %d documents, %d kept out", name, len(documents), len(documents) - len(kept))
        paragraphs[part] += [paragraph for document in kept for paragraph in document.paragraphs]
    rng = random.Random(SEED)
    paragraphs["train"] += [restyle(p, rng) for p in paragraphs["train"] if has_marks(p)]
    for part, found in paragraphs.items():
        write_labelled(found, work / f"tokenize.{part}.txt", work / f"tokenize.{part}.labels")
        log.info("tokenize %s: %d paragraphs", part, len(found))


def prepare_entities(corpora: Path, kept_out: KeptOut, splitter: Splitter, work: Path) -> None:
    """Write train, dev and test sentences of the newswire, cut by our own tokenizer, with entity tags."""
    articles = dict(members(corpora / NEWSWIRE, below="articles/", suffix=".txt"))
    paragraphs: dict[str, list[EntityParagraph]] = {part: [] for part in PARTS}
    barred = []
    for name, columns in members(corpora / NEWSWIRE, below="ner/", suffix=".tsv"):
        stem = name.removesuffix(".txt.tsv")
        article = articles.get(f"{stem}.txt", "")
        if kept_out.bars(stem, article):
            barred.append(stem)
            continue
        paragraphs[split_of(stem)] += align(columns, article)
    log.info("newswire: %d articles kept out %s", len(barred), barred)
    for part, found in paragraphs.items():
        rows = list(_sentences(found, splitter))
        (work / f"ner.{part}.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
        log.info("ner %s: %d sentences, %d tokens", part, len(rows), sum(map(len, rows)))


def _sentences(paragraphs: list[EntityParagraph], splitter: Splitter) -> Iterator[list[dict[str, str]]]:
    """Tagged sentences of `paragraphs`, tokenized a block at a time."""
    for at in range(0, len(paragraphs), BLOCK):
        block = paragraphs[at : at + BLOCK]
        base, starts = 0, []
        for paragraph in block:
            starts.append(base)
            base += len(paragraph.text) + 2
        entities = [
            (start + left, start + right, label)
            for start, paragraph in zip(starts, block, strict=True)
            for left, right, label in paragraph.entities
        ]
        for sentence in splitter("\n\n".join(paragraph.text for paragraph in block)):
            start, end = sentence[0][0], sentence[-1][1]
            yield project(sentence, [e for e in entities if e[0] < end and start < e[1]])
