"""Invented news stories of an invented world, with what a parser would find in them."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from quotes import ids
from quotes.document import Block, DateCandidate, Document, Evidenced, Published
from quotes.offsets import OffsetMap
from quotes.statement import Kind, Parse, Statement
from tests.bench.pages import Page, Sentence, Shape, set_sentence
from tests.bench.worlds import World

SHAPES: dict[Shape, float] = {
    "direct": 0.35,
    "claim": 0.25,
    "partial": 0.10,
    "mixed": 0.15,
    "narrative": 0.12,
}
"""So that 35 % of statements are direct, 25 % partial and 40 % indirect."""
COPIES = 0.08
"""The share of documents that are copies, of one not far before."""
COPIED_FROM = 60
FIRST, LAST = date(2005, 1, 1), date(2024, 12, 31)
RECENT = 1.6
"""More than 1: how much the dates crowd at the end."""
UNDATED, DATED_TO_MONTH = 0.10, 0.03
UNKNOWN, JOINT, VIA = 0.06, 0.02, 0.04
COLLOCATED = 0.35
"""The share of sentences with a phrase in them."""
CUES = (*["said"] * 3, "told reporters", "added", "denied", "warned", "argued", "announced", "claimed")
AGENCIES = (None,) * 8 + ("NGW", "Ostrava Wire")


def story(world: World, number: int) -> tuple[Document, Parse]:
    """The story of this number, always the same."""
    draw = random.Random(f"{world.seed} {number} head")  # noqa: S311
    original = copied_from(world.seed, number)
    sentences = list(_sentences(world, number if original is None else original))
    day = _day(random.Random(f"{world.seed} {number if original is None else original} day"))  # noqa: S311
    if original is not None:
        del sentences[-1]
        day = None if day is None else day + timedelta(days=draw.randrange(3))
    title = " ".join(world.vocabulary.some(draw, draw.randint(5, 9))).capitalize()
    page = Page()
    places = [page.put(title)]
    for at in range(0, len(sentences), 2):
        page.put("\n\n")
        start = page.length
        for position, sentence in enumerate(sentences[at : at + 2]):
            page.put(" " * position)
            set_sentence(page, sentence, day, draw)
        places.append((start, page.length))
    document = _document(world, draw, number, page, places, day)
    return document, _parse(document, page)


@lru_cache(maxsize=4096)
def copied_from(seed: int, number: int) -> int | None:
    """The number of the story that this one is a copy of; None of most, which nobody copied."""
    draw = random.Random(f"{seed} {number} copy")  # noqa: S311
    if number == 0 or draw.random() >= COPIES:
        return None
    earlier = number - draw.randint(1, min(COPIED_FROM, number))
    return copied_from(seed, earlier) or earlier


def _sentences(world: World, number: int) -> Iterator[Sentence]:
    draw = random.Random(f"{world.seed} {number} body")  # noqa: S311
    people = {each.name.split()[-1]: each for each in [world.person(draw) for _ in range(draw.randint(2, 5))]}
    if number % 5 == 0:  # so that everybody speaks once
        rare = world.people[number // 5 % len(world.people)]
        people.setdefault(rare.name.split()[-1], rare)
    present = list(people.values())
    for _ in range(draw.randint(world.length // 2, world.length * 3 // 2)):
        (shape,) = draw.choices(list(SHAPES), list(SHAPES.values()))
        lengths = {
            "direct": (9, 22),
            "claim": (8, 20),
            "partial": (4, 9),
            "mixed": (4, 10),
            "narrative": (8, 25),
        }
        words = [" ".join(_run(world, draw, draw.randint(*lengths[shape]))) for _ in range(3)]
        person = None if draw.random() < UNKNOWN else draw.choice(present)
        other = draw.choice(present) if draw.random() < JOINT else None
        extra = {"via": "Ostrava Wire"} if draw.random() < VIA else {}
        yield Sentence(shape, tuple(words), person, other, draw.choice(CUES), extra)


def _run(world: World, draw: random.Random, count: int) -> list[str]:
    words = world.vocabulary.some(draw, count)
    if draw.random() < COLLOCATED:
        words[draw.randrange(count)] = world.phrases.some(draw, 1)[0]
    return words


def _parse(document: Document, page: Page) -> Parse:
    """The statements of a page; in a sentence with two the first is a claim with the other in it."""
    identifier = ids.document_id(document.sha256)
    quotes: list[Statement] = []
    claims: list[Statement] = []
    for spans, shared in page.said:
        found = [_statement(identifier, document.text, kind, span, shared) for kind, span in spans]
        if len(found) == 2:
            claim, quote = found
            found = [replace(claim, quotes_inside=(quote.id,)), replace(quote, claim=claim.id)]
        for each in found:
            (claims if each.kind == "indirect" else quotes).append(each)
    return Parse(document, tuple(quotes), tuple(claims), parsed_by="generated")


def _statement(
    document: str, text: str, kind: Kind, span: tuple[int, int], shared: dict[str, Any]
) -> Statement:
    return Statement(
        id=ids.statement_id(document, span[0], 0, claim=kind == "indirect"),
        kind=kind,
        start=span[0],
        end=span[1],
        text=text[slice(*span)],
        source_span=span,
        mention_source_span=shared["mention_span"],
        **shared,
    )


def _document(
    world: World,
    draw: random.Random,
    number: int,
    page: Page,
    places: list[tuple[int, int]],
    day: date | None,
) -> Document:
    (publisher,) = world.publishers.some(draw, 1)
    agency = draw.choice(AGENCIES)
    text = "".join(page.text)
    name = f"story-{number:06d}"
    host = publisher.lower().replace(" ", "")
    return Document(
        name=f"{name}.txt",
        text=text,
        original=text.encode(),
        encoding="utf-8",
        blocks=tuple(Block("body" if start else "title", start, end, start, end) for start, end in places),
        offsets=OffsetMap(tuple((start, end, start, end) for start, end in places)),
        title=Evidenced(text[slice(*places[0])], "line above the text"),
        publisher=Evidenced(publisher, "flag --publisher"),
        agency=Evidenced(agency, "dateline") if agency else Evidenced(),
        url=Evidenced(f"https://{host}.example/{name}", "flag --url"),
        published=_published(day, draw),
        retrieved=Evidenced("2025-01-02T03:04:05Z", "the file's own time"),
        place=f"/archive/{name}.txt",
    )


def _day(draw: random.Random) -> date | None:
    if draw.random() < UNDATED:
        return None
    days = (LAST - FIRST).days
    return LAST - timedelta(days=int(days * draw.random() ** RECENT))


def _published(day: date | None, draw: random.Random) -> Published:
    if day is None:
        return Published()
    if draw.random() < DATED_TO_MONTH:
        value, candidate = day.isoformat()[:7], "month"
        return Published(value, "month", (DateCandidate(value, "month", candidate, 0.7),), 0.7)
    value = day.isoformat()
    return Published(value, "day", (DateCandidate(value, "day", "dateline", 0.9),), 0.9)
