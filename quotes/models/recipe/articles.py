"""The articles that the joint model learns from, those that are kept out left out."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from quotes.models.recipe.archives import NEWSWIRE, POLNEAR, members
from quotes.models.recipe.examples import Example, attribution_example, entity_example
from quotes.models.recipe.exclusion import KeptOut
from quotes.models.recipe.newswire import EntityParagraph, align, split_of
from quotes.models.recipe.polnear import first_annotators, read_brat

if TYPE_CHECKING:
    from tokenizers import Tokenizer

log = logging.getLogger("quotes.recipe")


def attributed_articles(corpora: Path, kept_out: KeptOut, tokenizer: Tokenizer) -> list[Example]:
    """The articles of PolNeAR's train part with their attributions, in the order of their names."""
    annotations = dict(members(corpora / POLNEAR, below="train/attributions/", suffix=".ann"))
    files = first_annotators(list(annotations))
    texts = dict(members(corpora / POLNEAR, below="train/text/", suffix=".txt"))
    found = []
    for name, file in sorted(files.items()):
        text = texts[f"{name}.txt"]
        if kept_out.bars(name, text):
            log.info("attributions: %s kept out", name)
            continue
        found.append(attribution_example(text, list(read_brat(annotations[file])), tokenizer))
    log.info("attributions: %d articles", len(found))
    return found


def tagged_articles(corpora: Path, kept_out: KeptOut, tokenizer: Tokenizer, part: str) -> list[Example]:
    """The articles of a part ("train", "dev", "test") of the newswire with their entities."""
    examples = [
        entity_example(paragraphs, tokenizer)
        for _, paragraphs in tagged_paragraphs(corpora, kept_out, part)
        if paragraphs
    ]
    log.info("entities: %d articles", len(examples))
    return examples


def tagged_paragraphs(
    corpora: Path, kept_out: KeptOut, part: str
) -> Iterator[tuple[str, list[EntityParagraph]]]:
    """Name and paragraphs of each article of a part, in the order of the archive."""
    articles = dict(members(corpora / NEWSWIRE, below="articles/", suffix=".txt"))
    for name, columns in members(corpora / NEWSWIRE, below="ner/", suffix=".tsv"):
        stem = name.removesuffix(".txt.tsv")
        if split_of(stem) != part:
            continue
        article = articles.get(f"{stem}.txt", "")
        if kept_out.bars(stem, article):
            log.info("entities: %s kept out", stem)
            continue
        yield stem, align(columns, article)
