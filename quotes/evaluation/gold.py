"""Gold: what stands in a document, as annotated beside it in NAME.gold.json."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from quotes.errors import UsageError
from quotes.evaluation.marked import marked_spans
from quotes.evaluation.pages import placed
from quotes.evaluation.texts import Letters
from quotes.statement import Span

SUFFIX = ".gold.json"
READ_IN_THE_FILE = ".txt"
"""Files whose gold has offsets of the decoded file; in any other it names words of the text that is read."""
NO_NEGATIVES = frozenset({"other", "mispaired"})
"""Reasons of `not_quotes` that come from badly paired marks: no test of what is speech."""


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A quotation. `mention`: the spans that name its source; `speaker`: the name in full (None: nobody)."""

    span: Span
    text: str
    speaker: str | None
    speaker_type: str | None = None
    kind: str | None = None
    mention: tuple[Span, ...] = ()
    mention_text: str = ""
    implicit: bool = False
    said_on: str | None = None
    nested: bool = False


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim; a borderline one counts neither way."""

    span: Span
    text: str
    speaker: str | None
    speaker_type: str | None
    borderline: bool


@dataclass(frozen=True, slots=True)
class NonQuote:
    """Words in marks that are nobody's speech, and why."""

    span: Span
    why: str


@dataclass(frozen=True)
class GoldDocument:
    """The gold of one document; spans are offsets of `text`, the decoded file's where `in_file`.

    `body` is the stretch of the story; None where the gold does not say.
    """

    name: str
    path: Path
    text: str
    in_file: bool = True
    quotes: tuple[GoldQuote, ...] = ()
    non_quotes: tuple[NonQuote, ...] = ()
    claims: tuple[GoldClaim, ...] = ()
    furniture: tuple[Span, ...] = field(default=())
    captions: tuple[Span, ...] = ()
    body: Span | None = None

    @cached_property
    def letters(self) -> Letters:
        """Counts of the text's letters."""
        return Letters(self.text)

    @cached_property
    def marked(self) -> tuple[Span, ...]:
        """Words in marks, the gold's own included."""
        speech, other = (item.span for item in self.quotes), (item.span for item in self.non_quotes)
        return tuple(sorted({*marked_spans(self.text), *speech, *other}))


def read_gold(folder: Path) -> list[GoldDocument]:
    """The documents of `folder` that have gold, by name.

    Raises:
        UsageError: there is none, or a file of it cannot be read.
    """
    files = sorted(folder.glob(f"*{SUFFIX}"))
    if not files:
        raise UsageError(f"{folder} holds no gold (NAME{SUFFIX} beside NAME.txt)")
    return [_document(file) for file in files]


def _document(file: Path) -> GoldDocument:
    name = file.name.removesuffix(SUFFIX)
    try:
        path = next(file.parent / f"{name}{suffix}" for suffix in (".txt", ".html") if _there(file, suffix))
        gold = json.loads(file.read_text(encoding="utf-8"))
        in_file = path.suffix == READ_IN_THE_FILE
        text, gold = (text_of_file(path), gold) if in_file else placed(path, gold)
        return GoldDocument(
            name,
            path,
            text,
            in_file,
            quotes=tuple(_quote(item, text) for item in gold["quotes"]),
            non_quotes=tuple(
                NonQuote((item["start"], item["end"]), item["why"]) for item in gold.get("not_quotes", ())
            ),
            claims=tuple(_claim(item) for item in gold.get("claims", ())),
            furniture=tuple(_span(item) for item in gold.get("chrome", ())),
            captions=tuple(_span(item) for item in gold.get("captions", ())),
            body=_span(gold["body"]) if gold.get("body") else None,
        )
    except StopIteration:
        raise UsageError(f"{file}: no document {name}.txt or {name}.html beside it") from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{file} is no gold: {type(error).__name__}: {error}") from error


def text_of_file(path: Path) -> str:
    """The file read as UTF-8 with the line ends it has."""
    return path.read_bytes().decode("utf-8", errors="replace")


def _there(file: Path, suffix: str) -> bool:
    return file.with_name(file.name.removesuffix(SUFFIX) + suffix).is_file()


def _quote(item: dict[str, Any], text: str) -> GoldQuote:
    start, end = item["start"], item["end"]
    first, last = item.get("mention_start"), item.get("mention_end")
    return GoldQuote(
        span=(start, end),
        text=item.get("text_repaired") or item.get("text") or text[start:end],
        speaker=item.get("speaker"),
        speaker_type=item.get("speaker_type"),
        kind=item.get("kind"),
        mention=() if first is None or last is None else ((first, last),),
        mention_text=item.get("mention") or "",
        implicit=bool(item.get("implicit")),
        said_on=item.get("said_on") or None,
        nested=item.get("nested_in") is not None,
    )


def _claim(item: dict[str, Any]) -> GoldClaim:
    return GoldClaim(
        span=(item["start"], item["end"]),
        text=item["text"],
        speaker=item.get("speaker"),
        speaker_type=item.get("speaker_type"),
        borderline=bool(item.get("borderline")),
    )


def _span(item: Any) -> Span:
    """A span as [start, end] or {"start", "end"}."""
    start, end = (item["start"], item["end"]) if isinstance(item, dict) else item[:2]
    return start, end
