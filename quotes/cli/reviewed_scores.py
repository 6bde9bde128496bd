"""`quotes eval --reviewed`: the error rates that the random draws of `quotes review` tell."""

from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from quotes.cli.consoles import write_line
from quotes.cli.lines import QUIET, counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quotes.cli.consoles import Consoles
    from quotes.evaluation.reviewed import Quality, Reading, Reviewed, Share, Verdict
    from quotes.people.review_draws import JudgedDraw
    from quotes.store import Library

WIDE = 78
"""Cells that the table takes; less gets lines."""


def show_reviewed(consoles: "Consoles", library: "Library", *, as_json: bool) -> None:
    """Print the error rates, and a sentence for a methods section."""
    from quotes.evaluation.reviewed import reviewed, sentence
    from quotes.reports.records import to_line

    draws = library.judged_draws()
    found = reviewed(_verdicts(draws), _readings(draws))
    text = sentence(found, drawn_by(draws))
    if as_json:
        write_line(to_line(_record(found, draws, text)))
        return
    if not text:
        consoles.say(
            "Nothing that was drawn at random is judged yet: quotes review --sample 100 draws and asks."
        )
        return
    _show_qualities(consoles, found)
    if found.documents:
        lacks = f"{_shown(found.missed)} of the statements missed, in {counted(found.documents, 'document')}"
        consoles.show(Text(lacks))
    consoles.show(Text())
    consoles.show_to_copy(text)


def drawn_by(draws: "Sequence[JudgedDraw]") -> str:
    """When, out of how many and by which seeds the judged statements were drawn."""
    told = [
        f"{judged.draw.drawn[:10]}, seed {judged.draw.seed}, out of {judged.draw.population:,}"
        + (f" for “{judged.draw.query}”" if judged.draw.query else "")
        for judged in sorted(draws, key=lambda judged: judged.draw.number)
        if judged.statements
    ]
    return "; ".join(told)


def _verdicts(draws: "Iterable[JudgedDraw]") -> "list[Verdict]":
    from quotes.evaluation.reviewed import Verdict

    return [
        Verdict(
            id=item.id,
            kind=item.found.kind,
            confidence=item.confidence,
            right=item.verdict != "rejected",
            speaker=item.found.speaker == item.now.speaker or item.found.speaker_id == item.now.speaker_id,
            words=(item.found.kind, item.found.span) == (item.now.kind, item.now.span),
        )
        for judged in draws
        for item in judged.statements
        if item.verdict is not None
    ]


def _readings(draws: "Iterable[JudgedDraw]") -> "list[Reading]":
    from quotes.evaluation.reviewed import Reading

    return [
        Reading(item.id, sum(item.found.values()), len(item.missed))
        for judged in draws
        for item in judged.documents
    ]


def _show_qualities(consoles: "Consoles", found: "Reviewed") -> None:
    rows = [("all", found.overall), *found.by_kind.items()]
    rows += [(f"confidence {band}", quality) for band, quality in found.by_confidence.items()]
    if not found.overall.right.whole:
        return
    if not consoles.has_room(WIDE):
        for name, quality in rows:
            shares = (("right", quality.right), ("speaker", quality.speaker), ("words", quality.words))
            told = ", ".join(f"{what} {_shown(share)}" for what, share in shares)
            consoles.show(Text(f"{name}: {told}"))
        return
    table = Table(box=None, pad_edge=False, header_style=QUIET)
    for column in ("", "A statement", "Its speaker right", "Its words right"):
        table.add_column(column, no_wrap=True, justify="right" if column else "left")
    for name, quality in rows:
        table.add_row(name, *(_shown(share) for share in (quality.right, quality.speaker, quality.words)))
    consoles.show_table(table)


def _shown(share: "Share") -> str:
    if share.value is None:
        return "none counted"
    return f"{share.value:.1%} of {share.whole:,} ({share.low:.0%}-{share.high:.0%})"


def _record(found: "Reviewed", draws: "Sequence[JudgedDraw]", text: str) -> dict[str, Any]:
    return {
        "format_version": 1,
        "draws": [
            {"number": judged.draw.number, "kind": judged.draw.kind, "seed": judged.draw.seed,
             "drawn": judged.draw.drawn, "population": judged.draw.population, "query": judged.draw.query}
            for judged in draws
        ],
        "overall": _quality(found.overall),
        "by_kind": {name: _quality(quality) for name, quality in found.by_kind.items()},
        "by_confidence": {name: _quality(quality) for name, quality in found.by_confidence.items()},
        "missed": {**_share(found.missed), "documents": found.documents},
        "sentence": text,
    }  # fmt: skip


def _quality(quality: "Quality") -> dict[str, Any]:
    return {name: _share(getattr(quality, name)) for name in ("right", "speaker", "words")}


def _share(share: "Share") -> dict[str, Any]:
    return {"part": share.part, "n": share.whole, "value": share.value, "low": share.low, "high": share.high}
