"""Measures a package on the held-out parts of the corpora: ``python -m quotes.models.recipe.scores --help``.

Everything is scored end to end, from running text, on character spans: tokens and sentences by where they
start and end, entities by their label too.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path
from typing import Any

from quotes.models.load import load_pipeline
from quotes.models.recipe.archives import TREEBANKS, members
from quotes.models.recipe.articles import tagged_paragraphs
from quotes.models.recipe.exclusion import KeptOut
from quotes.models.recipe.newswire import EntityParagraph
from quotes.models.recipe.treebank import labelled, read_conllu

Place = tuple[int, int]
BREAK = "\n\n"


def f1(gold: set[Hashable], found: set[Hashable]) -> tuple[float, float, float]:
    """Precision, recall and F1 of `found`, in percent."""
    true = len(gold & found)
    precision, recall = true / (len(found) or 1), true / (len(gold) or 1)
    return 100 * precision, 100 * recall, 200 * true / ((len(gold) + len(found)) or 1)


def treebank_gold(conllu: str) -> tuple[str, set[Place], set[Place]]:
    """The running text of a treebank file with the places of its tokens and of its sentences."""
    pairs = [labelled(paragraph) for document in read_conllu(conllu) for paragraph in document.paragraphs]
    text = "\n\n".join(text for text, _ in pairs)
    labels = "00".join(labels for _, labels in pairs)
    return text, set(_places(text, labels, "12")), set(_places(text, labels, "2"))


def _places(text: str, labels: str, ends: str) -> Iterator[Place]:
    """The spans that end where a label is one of `ends`, blanks before them left out."""
    start = 0
    for place, label in enumerate(labels):
        if label in ends:
            while text[start].isspace():
                start += 1
            yield start, place + 1
            start = place + 1


def score_treebank(pipeline: Any, name: str, conllu: str) -> str:
    """One line of token and sentence scores."""
    text, tokens, sentences = treebank_gold(conllu)
    document = pipeline(text)
    found = [[(token.start_char, token.end_char) for token in s.tokens] for s in document.sentences]
    token_f1 = f1(set(tokens), {place for sentence in found for place in sentence})
    sentence_f1 = f1(set(sentences), {(sentence[0][0], sentence[-1][1]) for sentence in found})
    return f"{name}: tokens F1 {token_f1[2]:.2f}, sentences F1 {sentence_f1[2]:.2f}"


def score_newswire(pipeline: Any, part: str, articles: Sequence[list[EntityParagraph]]) -> Iterator[str]:
    """A line for all entities of `part` and one for each label; an article is read as a whole."""
    gold: set[tuple[int, int, int, str]] = set()
    found: set[tuple[int, int, int, str]] = set()
    for number, paragraphs in enumerate(articles):
        base = 0
        for paragraph in paragraphs:
            gold |= {(number, base + start, base + end, label) for start, end, label in paragraph.entities}
            base += len(paragraph.text) + len(BREAK)
        document = pipeline(BREAK.join(paragraph.text for paragraph in paragraphs))
        found |= {(number, entity.start_char, entity.end_char, entity.type) for entity in document.ents}
    for label in ["", *sorted({entity[3] for entity in gold})]:
        kept = [{e for e in side if label in ("", e[3])} for side in (gold, found)]
        precision, recall, score = f1(set(kept[0]), set(kept[1]))
        name = f"newswire {part} {label or 'all'}"
        yield f"{name}: F1 {score:.2f} (P {precision:.2f}, R {recall:.2f}, {len(kept[0])} entities)"


def main(arguments: list[str] | None = None) -> int:
    """Print the scores of a package."""
    parser = argparse.ArgumentParser(prog="python -m quotes.models.recipe.scores", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the corpus archives")
    parser.add_argument("--package", type=Path, help="package to measure (the shipped one)")
    options = parser.parse_args(arguments)
    pipeline = load_pipeline(options.package)
    splitter = load_pipeline(options.package, ["tokenize"])
    for name, text in members(options.corpora / TREEBANKS, suffix=".conllu"):
        if "-train" not in name:
            sys.stdout.write(score_treebank(splitter, name, text) + "\n")
    nothing = KeptOut([])
    for part in ("dev", "test"):
        articles = [paragraphs for _, paragraphs in tagged_paragraphs(options.corpora, nothing, part)]
        sys.stdout.writelines(f"{line}\n" for line in score_newswire(pipeline, part, articles))
    return 0


if __name__ == "__main__":
    sys.exit(main())
