"""What holds for every document and every order of adding."""

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any, get_args

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from quotes import ids
from quotes.document import Block, DateCandidate, Document, Evidenced, Published, Repair
from quotes.offsets import OffsetMap
from quotes.query.plan import Plan
from quotes.statement import (
    Alteration,
    AlterationKind,
    Parse,
    SpeakerType,
    Stance,
    Statement,
    Translation,
)
from quotes.store import Library

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
PERSONS = [
    "Mara Venn",
    "M\u00e1ra Venn",
    "Mr. Venn",
    "Venn",
    "Tomas O\u2019Dell",
    "Tomas O'Dell",
    "a senior official",
]
BODIES = [
    "US",
    "United States",
    "the United States",
    "Foreign Ministry",
    "Ostrava",
    "Harbour Union",
    "harbour union",
]
NAMES = st.sampled_from([*PERSONS, *BODIES])
TYPES: st.SearchStrategy[SpeakerType | None] = st.none() | st.sampled_from(get_args(SpeakerType))
OFFSET = st.integers(0, 10_000)
SPAN = st.none() | st.tuples(OFFSET, OFFSET)
MAYBE = st.none() | TEXT
EVIDENCED = st.builds(Evidenced, MAYBE, MAYBE)
CANDIDATE = st.builds(DateCandidate, TEXT, st.sampled_from(["day", "month", "year"]), TEXT)
BLOCK = st.builds(
    Block, st.sampled_from(["title", "body", "caption", "furniture"]), *[st.none() | OFFSET] * 4, MAYBE
)

ONE_LIBRARY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document of any metadata."""
    text = draw(TEXT)
    segments = draw(st.none() | st.lists(st.tuples(OFFSET, OFFSET, OFFSET, OFFSET), max_size=3).map(tuple))
    return Document(
        name=draw(TEXT),
        text=text,
        original=text.encode(),
        encoding="utf-8",
        blocks=tuple(draw(st.lists(BLOCK, max_size=3))),
        offsets=None if segments is None else OffsetMap(segments),
        lang=draw(MAYBE),
        title=draw(EVIDENCED),
        author=draw(EVIDENCED),
        publisher=draw(EVIDENCED),
        agency=draw(EVIDENCED),
        dateline=draw(EVIDENCED),
        url=draw(EVIDENCED),
        published=draw(st.builds(Published, MAYBE, st.none(), st.lists(CANDIDATE, max_size=3).map(tuple))),
        repairs=tuple(
            draw(st.lists(st.builds(Repair, OFFSET, OFFSET, TEXT, TEXT, st.booleans()), max_size=3))
        ),
    )


@st.composite
def parses(draw: st.DrawFn, speakers: st.SearchStrategy[str] = TEXT) -> Parse:
    """A document and up to six statements in it that refer to each other."""
    document = draw(documents())
    identifier = ids.document_id(document.sha256)
    found = [
        _statement(draw, document, identifier, number, speakers) for number in range(draw(st.integers(0, 6)))
    ]
    others = st.none() | st.sampled_from([s.id for s in found]) if found else st.none()
    found = [replace(statement, utterance=draw(others), nested_in=draw(others)) for statement in found]
    quotes = [replace(s, claim=draw(others)) for s in found if s.kind != "indirect"]
    inside = (
        st.lists(st.sampled_from([q.id for q in quotes]), max_size=3).map(tuple) if quotes else st.just(())
    )
    claims = [replace(s, quotes_inside=draw(inside)) for s in found if s.kind == "indirect"]
    return Parse(document, tuple(quotes), tuple(claims))


@st.composite
def _places(draw: st.DrawFn, text: str) -> tuple[int, int]:
    start = draw(st.integers(0, len(text) - 1))
    return start, draw(st.integers(start + 1, len(text)))


def _alterations(text: str) -> st.SearchStrategy[Alteration]:
    kinds = st.sampled_from(get_args(AlterationKind))
    return st.builds(
        lambda kind, at, source: Alteration(kind, at[0], at[1], text[slice(*at)], source),
        kinds,
        _places(text),
        SPAN,
    )


def _translations(text: str) -> st.SearchStrategy[Translation]:
    return st.builds(
        lambda at, source: Translation(text[slice(*at)], at[0], at[1], source), _places(text), SPAN
    )


def _statement(
    draw: st.DrawFn, document: Document, identifier: str, number: int, speakers: st.SearchStrategy[str]
) -> Statement:
    length = len(document.text)
    start = draw(st.integers(0, length - 1))
    end = draw(st.integers(start + 1, length))
    context = sorted((draw(st.integers(0, length)), draw(st.integers(0, length))))
    plain: dict[str, Any] = {
        name: draw(MAYBE)
        for name in (
            *("unknown", "mention", "cue", "said_on", "said_evidence", "addressee", "via"),
            "stance_evidence",
        )
    }
    spans: dict[str, Any] = {
        name: draw(SPAN) for name in ("source_span", "mention_span", "mention_source_span", "cue_span")
    }
    return Statement(
        id=ids.statement_id(identifier, start, number, claim=False),
        kind=draw(st.sampled_from(["direct", "partial", "indirect"])),
        start=start,
        end=end,
        text=document.text[start:end],
        context_span=(context[0], context[1]),
        speaker=draw(st.none() | speakers),
        speaker_type=draw(TYPES),
        stance=draw(st.none() | st.sampled_from(get_args(Stance))),
        alterations=tuple(draw(st.lists(_alterations(document.text), max_size=3))),
        translated=draw(st.none() | _translations(document.text)),
        implicit=draw(st.booleans()),
        depth=number,
        confidence=draw(st.none() | st.floats(0, 1)),
        **plain,
        **spans,
    )


@ONE_LIBRARY
@given(parse=parses())
def test_what_was_put_in_comes_out(library: Library, parse: Parse) -> None:
    assume(library.find(parse.document.sha256) is None)
    added = library.add(parse.document, parse)
    stored = library.statements(added.id)
    assert {s.statement.id: s.statement for s in stored} == {s.id: s for s in (*parse.quotes, *parse.claims)}
    assert library.text(added.id) == parse.document.text
    assert library.original(added.id) == parse.document.original
    for name in ("title", "author", "publisher", "agency", "url"):
        found = getattr(parse.document, name)
        given_back = getattr(added.document, name), getattr(added.document, f"{name}_evidence")
        assert given_back == (found.value, found.evidence)
    assert added.document.blocks == parse.document.blocks
    assert added.document.repairs == parse.document.repairs
    assert added.document.published_candidates == parse.document.published.candidates
    for view in stored:
        assert (view.speaker is None) == (not view.statement.speaker)
        assert view.context == parse.document.text[view.context_start : view.context_end]


@settings(max_examples=25)
@given(
    data=st.data(),
    found=st.lists(parses(NAMES), min_size=2, max_size=5, unique_by=lambda parse: parse.document.sha256),
)
def test_the_order_of_adding_does_not_matter(
    fresh: Callable[[], Library], data: st.DataObject, found: list[Parse]
) -> None:
    with fresh() as one, fresh() as other:
        for parse in found:
            one.add(parse.document, parse)
        for parse in data.draw(st.permutations(found)):
            other.add(parse.document, parse)
        assert _content(one) == _content(other)


def _content(library: Library) -> tuple[list[dict[str, Any]], ...]:
    """All that is listed, statements by their ids: of one day they come as they were put in."""
    found = library.search(Plan()).statements
    statements = [asdict(view) for view in sorted(found, key=lambda view: view.statement.id)]
    speakers = [asdict(speaker) for speaker in library.speakers()]
    return statements, speakers, [asdict(document) for document in library.documents()]
