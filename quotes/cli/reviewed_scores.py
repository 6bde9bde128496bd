"""`quotes eval --reviewed`: the error rates that the random draws of `quotes review` tell."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from quotes.cli.consoles import write_line
from quotes.cli.lines import NAME, QUIET, counted
from quotes.display import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quotes.cli.consoles import Consoles
    from quotes.evaluation.reviewed import Quality, Reading, Reviewed, Share, Verdict
    from quotes.people.review_draws import JudgedDraw
    from quotes.people.review_draws import Reading as Found
    from quotes.store import Library

WIDE = 78
"""Cells that the table takes; less gets lines."""


def show_reviewed(consoles: "Consoles", library: "Library", *, as_json: bool) -> None:
    """Print the error rates of what each query drew from, and a sentence for a methods section."""
    from quotes.reports.records import to_line

    judged = [_population(query, draws) for query, draws in _by_query(library.judged_draws()).items()]
    judged = [population for population in judged if population.told]
    if as_json:
        write_line(to_line({"format_version": 1, "populations": [_record(one) for one in judged]}))
        return
    if not judged:
        consoles.say(
            "Nothing that was drawn at random is judged yet: quotes review --sample 100 draws and asks."
        )
    for population in judged:
        _show(consoles, population)


@dataclass(frozen=True, slots=True)
class _Population:
    """What a query finds ("" is the whole library), as far as draws from it were judged."""

    query: str
    draws: "Sequence[JudgedDraw]"
    found: "Reviewed"
    told: str


def _by_query(draws: "Iterable[JudgedDraw]") -> "dict[str, list[JudgedDraw]]":
    """The draws by their queries, the whole library first: a narrow query tells nothing of the rest."""
    found: dict[str, list[JudgedDraw]] = {}
    for judged in sorted(draws, key=lambda judged: (judged.draw.query, judged.draw.number)):
        found.setdefault(judged.draw.query, []).append(judged)
    return found


def _population(query: str, draws: "Sequence[JudgedDraw]") -> _Population:
    from quotes.evaluation.reviewed import reviewed, sentence

    found = reviewed(_verdicts(draws), _readings(draws))
    return _Population(query, draws, found, sentence(found, _drawn_by(draws)))


def _show(consoles: "Consoles", population: _Population) -> None:
    found = population.found
    if population.query:
        consoles.show(Text(f"of what {one_line(population.query)} finds", NAME))
    _show_qualities(consoles, found)
    if found.documents:
        lacks = f"{_shown(found.missed)} of the statements missed, in {counted(found.documents, 'document')}"
        consoles.show(Text(lacks))
    consoles.show(Text())
    consoles.show_to_copy(population.told)


def _drawn_by(draws: "Sequence[JudgedDraw]") -> str:
    """When, out of how many and by which seeds the judged statements were drawn."""
    told = [
        f"{judged.draw.drawn[:10]}, seed {judged.draw.seed}, out of {judged.draw.population:,}"
        + (f", {judged.draw.judged:,} of {len(judged.draw.items):,} judged" if judged.draw.unfinished else "")
        for judged in draws
        if judged.statements
    ]
    query = f" for “{draws[0].draw.query}”" if draws[0].draw.query else ""
    return "; ".join(told) + query


def _verdicts(draws: "Iterable[JudgedDraw]") -> "list[Verdict]":
    from quotes.evaluation.reviewed import Verdict

    return [
        Verdict(
            id=item.id,
            kind=item.found.kind,
            confidence=item.confidence,
            right=item.verdict != "rejected",
            speaker=_same_speaker(item.found, item.now),
            words=(item.found.kind, item.found.span) == (item.now.kind, item.now.span),
        )
        for judged in draws
        for item in judged.statements
        if item.verdict is not None
    ]


def _same_speaker(found: "Found", now: "Found") -> bool:
    """Whether the same is credited: by name, or by what the names turned out to mean."""
    return found.speaker == now.speaker or (
        found.speaker_id is not None and found.speaker_id == now.speaker_id
    )


def _readings(draws: "Iterable[JudgedDraw]") -> "list[Reading]":
    from quotes.evaluation.reviewed import Reading

    return [
        Reading(item.id, max(0, sum(item.found.values()) - item.rejected), len(item.missed))
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


def _record(population: _Population) -> dict[str, Any]:
    found = population.found
    return {
        "query": population.query,
        "draws": [
            {name: getattr(judged.draw, name) for name in ("number", "kind", "seed", "drawn", "population")}
            for judged in population.draws
        ],
        "overall": _quality(found.overall),
        "by_kind": {name: _quality(quality) for name, quality in found.by_kind.items()},
        "by_confidence": {name: _quality(quality) for name, quality in found.by_confidence.items()},
        "missed": {**_share(found.missed), "documents": found.documents},
        "sentence": population.told,
    }


def _quality(quality: "Quality") -> dict[str, Any]:
    return {name: _share(getattr(quality, name)) for name in ("right", "speaker", "words")}


def _share(share: "Share") -> dict[str, Any]:
    return {"part": share.part, "n": share.whole, "value": share.value, "low": share.low, "high": share.high}
