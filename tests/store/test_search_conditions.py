"""What conditions find together, and which index SQLite finds it by."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event, select

from quotes.people.edits import StatementEdit
from quotes.query.language import plan_of
from quotes.query.plan import And, Expression, Not, Or, Plan, Term
from quotes.store import Library, search
from quotes.store.indexes import moments
from quotes.store.search import finding
from quotes.store.search.walking import walk
from quotes.store.tables import statements
from tests.store.test_search_order import printed


@pytest.fixture(scope="module")
def stocked(fresh: Callable[[], Library]) -> Iterator[Library]:
    """Statements of all sorts of dates, some of them repeated, rejected or accepted."""
    with fresh() as library:
        for number in range(24):
            library.add(printed(number).document, printed(number))
        for number in (3, 8):
            parse = printed(number)
            again = replace(parse.document, text=parse.document.text + "\n", original=b"%d" % number)
            again = replace(again, name=f"again{number}.txt", place=f"/again{number}.txt")
            library.add(again, replace(parse, document=again))
        desk = library.desk("Edda Marsh")
        everything = library.ids(Plan())
        desk.set_statements(everything[2:9:3], StatementEdit(verdict="rejected"))
        desk.set_statements(everything[1:9:4], StatementEdit(verdict="accepted"))
        desk.tag(everything[:5:2], ["ch2"])
        yield library


TERMS = [
    *("quay", "dues", "ferry", '"the ferries"', "wait*", "text:quay", "title:dues", "storm"),
    *("speaker:venn", "speaker:mara", "speaker:none", "speaker:nobody", "kind:direct", "publisher:post"),
    *("publisher:none", "confidence:..0.5", "tag:ch2", "is:reviewed", "doc:1", "lang:none", "title:none"),
    *("authority:yes", "authority:no"),
]
DATED = [f"date:{value}" for value in "2021 2021-03 2021-03-04 2021-03-05.. ..2021-02 2022 none 1999".split()]
LEAVES = st.sampled_from([*TERMS, *DATED]).map(lambda typed: plan_of([typed]).where)


def _joined(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return several.map(And) | several.map(Or) | inner.map(Not)


EXPRESSIONS: st.SearchStrategy[Expression] = st.recursive(LEAVES, _joined, max_leaves=6)
Known = tuple[frozenset[str], frozenset[str]]
"""The statements of which something holds, and those of which it does not."""


def _expected(library: Library, expression: Expression, *, copies: bool) -> Known:
    """What an expression holds of, by what its terms find alone; the undated are in no range, nor out."""

    @cache
    def alone(part: Expression) -> frozenset[str]:
        return frozenset(library.ids(Plan(part, copies=copies)))

    def known(part: Expression) -> Known:
        match part:
            case Term(field="date", value=value) if value is not None:
                return alone(part), everything - alone(part) - undated
            case Term():
                return alone(part), everything - alone(part)
            case Not(inner):
                return known(inner)[::-1]
            case And(parts):
                holding, failing = zip(*map(known, parts), strict=True)
                return everything.intersection(*holding), frozenset().union(*failing)
            case Or(parts):
                holding, failing = zip(*map(known, parts), strict=True)
                return frozenset().union(*holding), everything.intersection(*failing)

    everything, undated = alone(And(())), alone(Term("date", None))
    return known(expression)


@settings(max_examples=50, deadline=None)
@given(EXPRESSIONS, st.booleans())
def test_conditions_hold_together_as_each_does_alone(
    stocked: Library, where: Expression, copies: bool
) -> None:
    holds, fails = _expected(stocked, where, copies=copies)
    plan = Plan(where, copies=copies)
    found = stocked.ids(plan)
    assert set(found) == holds
    assert stocked.count(plan) == len(found)
    assert stocked.ids(replace(plan, limit=3)) == found[:3] == newest_of_many(stocked, plan)[:3]
    asks_dates = any(term.field == "date" and term.value is not None for term in _terms(where))
    everything = stocked.count(Plan(copies=copies))
    undated = stocked.search(replace(plan, limit=1)).undated
    assert undated == (everything - len(holds) - len(fails) if asks_dates else 0)


def newest_of_many(library: Library, plan: Plan) -> list[str]:
    """The ids that a plan finds, as they are found where the newest few of many are wanted."""
    with library._reading() as connection:
        asked = search._asked(connection, plan)
        found = walk(asked.scope, asked.where, asked.shown, in_time=True)
        numbers = list(map(moments.number, finding.newest(connection, found, None)))
        ids = dict(connection.execute(select(statements.c.number, statements.c.id)).all())
    return [ids[number] for number in numbers]


def _terms(expression: Expression) -> Iterator[Term]:
    match expression:
        case Term():
            yield expression
        case Not(part):
            yield from _terms(part)
        case And(parts) | Or(parts):
            for part in parts:
                yield from _terms(part)


def asked(library: Library, *typed: str, **more: Any) -> list[list[str]]:
    """How SQLite goes about each question of statements that a search asks: the lines of its plans."""
    plans: list[list[str]] = []

    def explain(_: Any, cursor: Any, query: str, values: Any, *__: Any) -> None:
        if "count(*)" in query or "LIMIT" in query:
            lines = cursor.connection.execute(f"EXPLAIN QUERY PLAN {query}", values).fetchall()
            plans.append([line[3] for line in lines])

    event.listen(library._engine, "before_cursor_execute", explain)
    try:
        library.ids(replace(plan_of(typed), limit=2, **more))
    finally:
        event.remove(library._engine, "before_cursor_execute", explain)
    return [plan for plan in plans if any("statement" in line or "said_by" in line for line in plan)]


INDEX = "SCAN statement_words VIRTUAL TABLE INDEX"


@pytest.mark.parametrize(
    "typed",
    [
        ["quay"],
        ["text:quay", "-dues"],
        ["(quay", "or", "ferr*)", "date:2021"],
        ["quay", "or", "(dues", "-storm)"],
    ],
)
def test_words_and_dates_are_answered_by_the_index_of_words_alone(stocked: Library, typed: list[str]) -> None:
    plans = asked(stocked, *typed)
    assert len(plans) >= 2
    assert all(len(plan) == 1 and plan[0].startswith(INDEX) for plan in plans)


def test_a_speaker_is_answered_by_who_said_what_alone(stocked: Library) -> None:
    number, newest = asked(stocked, "speaker:venn")
    assert number == newest == ["SEARCH said_by USING PRIMARY KEY (speaker_id=? AND moment>? AND moment<?)"]


def test_everything_is_counted_and_listed_without_a_row(stocked: Library) -> None:
    for plan in asked(stocked, "date:2021"):
        assert plan == ["SEARCH statements USING COVERING INDEX ix_statements_moment (moment>? AND moment<?)"]


def test_no_words_are_looked_up_for_each_row(stocked: Library) -> None:
    for typed in (["quay", "speaker:venn", "date:2021"], ["quay", "kind:direct"], ["quay", "publisher:post"]):
        for plan in asked(stocked, *typed):
            assert plan[0].startswith(INDEX)
            assert not any(INDEX in line for line in plan[1:])
            assert not any("ORDER BY" in line for line in plan)
    for typed in (["-quay"], ["kind:direct", "-quay"], ["quay", "or", "kind:direct"]):
        for plan in asked(stocked, *typed):
            assert plan[1].startswith("LIST SUBQUERY")


def test_the_row_of_a_hit_is_looked_up_by_its_moment(stocked: Library) -> None:
    for plan in asked(stocked, "quay", "kind:direct"):
        assert plan[1] == "SEARCH statements USING INDEX ix_statements_moment (moment=?)"


def test_what_is_rare_is_looked_up_before_its_order(stocked: Library) -> None:
    for typed in ("doc:11", "publisher:post", "tag:ch2", stocked.documents()[0].id):
        for plan in asked(stocked, typed):
            assert not any(line.startswith("SCAN statements") for line in plan)
            assert not any("ix_statements_moment" in line for line in plan)


def test_the_newest_of_many_are_found_without_sorting(
    stocked: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "DENSE", 0)
    for typed in (
        "publisher:post",
        "tag:ch2",
        "speaker:mara speaker:tomas",
        "quay speaker:venn",
        "kind:direct",
    ):
        assert not any("ORDER BY" in line for line in asked(stocked, *typed.split())[-1])


@pytest.mark.parametrize(
    "typed", ["\ud800", "\0", "qu\0ay", "\udfff:x", "'", '"', "{", "\u202e", "\U0001f600", "a" * 2_000]
)
def test_what_no_text_holds_is_no_error(stocked: Library, typed: str) -> None:
    for words in (Plan.of(words=[typed]), Plan.of(phrases=[typed]), Plan.of(speaker=typed, publisher=typed)):
        assert stocked.search(words).total == stocked.count(words) == 0
    assert stocked.similar_names(typed) == []


def test_a_hundred_thousand_characters_are_looked_for(stocked: Library) -> None:
    words = [f"{'quay' * 120}{number}" for number in range(199)]
    assert stocked.count(plan_of(words)) == 0
    either, denied = " or ".join([*words, "quay"]).split(), ["quay", *(f"-{word}" for word in words)]
    assert (
        stocked.count(plan_of(either)) == stocked.count(plan_of(denied)) == stocked.count(plan_of(["quay"]))
    )
