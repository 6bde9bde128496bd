"""PolNeAR's standoff annotation (brat): folders with text/NAME.txt and attributions/NAME_XXXX.ann.

Quoted speech at mention level, and exact spans of Source, Cue and Content. The spans are compared by their
letters and digits; published figures for that corpus are by token positions, so compare them with care.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from quotes.errors import UsageError
from quotes.evaluation.answers import ROLES, Answers
from quotes.evaluation.gold import GoldQuote, text_of_file
from quotes.evaluation.marked import marked_spans
from quotes.evaluation.measures import Figures, scores
from quotes.evaluation.quotations import MIN_WORDS, Task
from quotes.evaluation.texts import TOUCHING, Letters, words
from quotes.statement import Span

COVERED = 0.9
"""Part of a quotation's letters that an annotated content must cover for it to be gold."""
UNCOVERED = 0.1
"""Up to this part covered, the annotators did not take it for somebody's words."""
_ANNOTATOR = "_????.ann"
_ROLE = re.compile(r"(Source|Content)\d*:(\S+)")


@dataclass(frozen=True, slots=True)
class Attributed:
    """A text, its attributions as (source, content) and its spans by role."""

    name: str
    path: Path
    text: str
    events: tuple[tuple[tuple[Span, ...], tuple[Span, ...]], ...]
    spans: tuple[tuple[str, Span], ...]


def is_attributed(folder: Path) -> bool:
    """Whether `folder` is laid out so."""
    return (folder / "text").is_dir() and (folder / "attributions").is_dir()


def read_attributed(folder: Path) -> list[Attributed]:
    """The texts of `folder`, each with one annotator's attributions.

    That is the first, by name, of those that `metadata.tsv` beside the folder lists for it, else of all.
    Raises UsageError for a file that cannot be read.
    """
    listed = _annotators(folder)
    documents = []
    for path in sorted((folder / "text").glob("*.txt")):
        notes = _notes(folder / "attributions", path.stem, listed.get(path.stem, set()))
        if notes is not None:
            documents.append(_document(path, notes))
    if not documents:
        raise UsageError(f"{folder} holds no annotated text")
    return documents


def quoted_task(document: Attributed) -> Task:
    """The quotations that an attribution covers, with its source; those partly covered count neither way."""
    text, letters = document.text, Letters(document.text)
    marked = marked_spans(text)
    gold, ignored = [], []
    for span in marked:
        covered, source = _best(document, letters, span)
        if words(text[slice(*span)]) < MIN_WORDS or not letters.within(span):
            ignored.append(span)
        elif covered >= COVERED:
            named = " ".join(text[slice(*part)] for part in sorted(source)) or None
            gold.append(GoldQuote(span, text[slice(*span)], named, mention=source, mention_text=named or ""))
        elif covered > UNCOVERED:
            ignored.append(span)
    typed = [
        span
        for span in marked_spans(text, typewriter=True)
        if not any(letters.overlap(span, other) > TOUCHING for other in marked)
    ]
    ignored += typed
    return Task(
        text, letters, tuple(gold), tuple(ignored), tuple(sorted({*marked, *ignored})), unmarked_count=False
    )


def span_counts(document: Attributed, answers: Answers) -> Counter[tuple[str, str]]:
    """Right, answered and gold spans by role."""
    letters = Letters(document.text)
    gold = {(role, letters.place(span)) for role, span in document.spans}
    found = {(role, letters.place(span)) for role, span in answers.spans}
    counts: Counter[tuple[str, str]] = Counter()
    for name, spans in (("right", gold & found), ("answered", found), ("gold", gold)):
        counts.update((role, name) for role, _ in spans)
    return counts


def span_figures(counts: Counter[tuple[str, str]]) -> Figures:
    """Precision, recall and F1 of exact spans by role."""
    return {
        role: {
            "gold": counts[role, "gold"],
            "predicted": counts[role, "answered"],
            **scores(counts[role, "right"], counts[role, "answered"], counts[role, "gold"]),
        }
        for role in ROLES
    }


def _best(document: Attributed, letters: Letters, span: Span) -> tuple[float, tuple[Span, ...]]:
    """The part of `span` that the attribution with most of it covers, and that one's source."""
    whole = letters.within(span)
    best: tuple[float, tuple[Span, ...]] = (0.0, ())
    for source, content in document.events:
        covered = sum(letters.shared(span, part) for part in content) / whole if whole else 0.0
        if covered > best[0]:
            best = covered, source
    return best


def _annotators(folder: Path) -> dict[str, set[str]]:
    table = folder.resolve().parent / "metadata.tsv"
    if not table.is_file():
        return {}
    with table.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {
            row["filename"]: set(row["annotators"].split("|"))
            for row in rows
            if row["compartment"] == folder.resolve().name
        }


def _notes(folder: Path, stem: str, listed: set[str]) -> Path | None:
    files = sorted(path for path in folder.glob("*.ann") if path.name[: -len(_ANNOTATOR)] == stem)
    chosen = [path for path in files if path.stem[len(stem) + 1 :] in listed] or files
    return chosen[0] if chosen else None


def _document(path: Path, notes: Path) -> Attributed:
    rows = [line.split("\t") for line in text_of_file(notes).split("\n") if line.strip()]
    try:
        marked = {row[0]: _marked(row[1]) for row in rows if row[0].startswith("T")}
    except (ValueError, IndexError) as error:
        raise UsageError(f"{notes} is no brat annotation: {error}") from error
    events = [_event(row[1], marked) for row in rows if row[0].startswith("E") and len(row) > 1]
    spans = [(role, span) for role, parts in marked.values() if role in ROLES for span in parts]
    return Attributed(path.stem, path, text_of_file(path), tuple(events), tuple(spans))


def _marked(field: str) -> tuple[str, tuple[Span, ...]]:
    """ "Source 3 8;12 20" as its role and spans."""
    role, _, places = field.partition(" ")
    parts = [place.split() for place in places.split(";")]
    return role.lower(), tuple((int(start), int(end)) for start, end in parts)


def _event(
    field: str, marked: dict[str, tuple[str, tuple[Span, ...]]]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Source and content; a name that the file lacks is passed over."""
    parts: dict[str, list[Span]] = {"Source": [], "Content": []}
    for role, name in _ROLE.findall(field):
        parts[role] += marked.get(name, ("", ()))[1]
    return tuple(sorted(parts["Source"])), tuple(parts["Content"])
