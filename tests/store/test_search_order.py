"""In what order statements are found, and page after page."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.document import Document, Evidenced, Published
from quotes.errors import UsageError
from quotes.people.edits import StatementEdit
from quotes.query.language import plan_of
from quotes.query.plan import RELEVANCE, Order, Plan
from quotes.statement import Parse
from quotes.store import Library
from tests.store.making import parse, statement

DATES = [None, "2021", "2021-03", "2021-03-04", "2021-03-05", "2022-07-01"]
SPEAKERS = ["Mara Venn", "Tomas Reyk", None]
SAYINGS = [
    "The quay opens.",
    "Dues rise.",
    "The ferries sail.",
    "No dues at the quay.",
    "We wait.",
]


def printed(number: int, **more: Any) -> Parse:
    """A document of some statements, which tell its number."""
    said = [f"{SAYINGS[(number + at) % 5]} {number}-{at}" for at in range(1 + number % 3)]
    lines = "\n".join(f"\u201c{words}\u201d she said on day {number}." for words in said)
    document = replace(
        Document.of_text(f"Page {number}\n{lines}", f"{number}.txt"),
        title=Evidenced(f"{'The quay' if number % 4 else 'Dues'} of Ostrava {number}", "first line"),
        publisher=Evidenced("The Harbour Post" if number % 2 else None, "flag"),
        published=Published(DATES[number % 6], None, ()),
        **more,
    )
    found = [
        statement(
            document,
            words,
            SPEAKERS[(number + at) % 3],
            said_on=DATES[(number + at) % 4] if at else None,
            confidence=[None, 0.3, 0.5, 0.9][number % 4],
            kind="indirect" if (number + at) % 4 == 0 else "direct",
        )
        for at, words in enumerate(said)
    ]
    return parse(document, *found)


@pytest.fixture(scope="module")
def stocked(fresh: Callable[[], Library]) -> Iterator[Library]:
    """Statements of all sorts of dates, two of them rejected."""
    with fresh() as library:
        for number in range(14):
            library.add(printed(number).document, printed(number))
        rejected = library.ids(Plan())[3:9:5]
        library.desk("Edda Marsh").set_statements(rejected, StatementEdit(verdict="rejected"))
        yield library


def paged(library: Library, plan: Plan, size: int) -> list[str]:
    """The ids of all that a plan finds, in pages of one size."""
    found: list[str] = []
    while page := library.ids(replace(plan, limit=size, after=found[-1] if found else None)):
        assert len(page) <= size
        found += page
    return found


KEYS = "date said published added confidence speaker publisher title".split()
ORDERS = st.lists(st.builds(Order, st.sampled_from(KEYS), st.booleans()), max_size=3).map(tuple)
QUERIES = st.sampled_from(
    [
        *(
            "",
            "quay",
            "dues or ferries",
            "-quay",
            "title:quay",
            "kind:direct",
            "publisher:post",
            "is:rejected",
        ),
        *(
            "speaker:venn",
            "speaker:mara or speaker:tomas",
            "date:2021",
            "date:2021-03-04.. quay",
            "-date:2021-03",
        ),
    ]
)


@settings(max_examples=40, deadline=None)
@given(query=QUERIES, order=ORDERS, size=st.integers(1, 7), copies=st.booleans())
def test_pages_are_the_whole_in_its_order(
    stocked: Library, query: str, order: tuple[Order, ...], size: int, copies: bool
) -> None:
    plan = replace(plan_of(query.split()), order=order, copies=copies)
    whole = stocked.ids(plan)
    assert paged(stocked, plan, size) == whole
    assert len(whole) == len(set(whole)) == stocked.count(plan)


def test_pages_by_relevance_are_the_whole(stocked: Library) -> None:
    for plan in (Plan.of(words=["quay"], limit=None), Plan.of(words=["quay", "ostrava"])):
        ranked = replace(plan, order=(Order(RELEVANCE),))
        assert paged(stocked, ranked, 2) == stocked.ids(ranked)
        assert stocked.ids(replace(plan, ranked=True)) == stocked.ids(ranked) != stocked.ids(plan)


def test_what_is_added_between_pages_repeats_nothing_and_hides_nothing(library: Library) -> None:
    for number in range(0, 20, 2):
        library.add(printed(number).document, printed(number))
    before = library.ids(Plan())
    seen: list[str] = []
    for number in range(1, 20, 2):
        seen += library.ids(Plan(limit=2, after=seen[-1] if seen else None))
        library.add(printed(number).document, printed(number))
    seen += library.ids(Plan(after=seen[-1]))
    assert len(seen) == len(set(seen))
    assert [one for one in seen if one in set(before)] == before


def test_what_is_not_found_has_its_place_in_the_order(stocked: Library) -> None:
    everything = stocked.ids(Plan())
    direct = stocked.ids(plan_of(["kind:direct"]))
    for at, one in enumerate(everything):
        behind = [each for each in everything[at + 1 :] if each in set(direct)]
        assert stocked.ids(replace(plan_of(["kind:direct"]), after=one)) == behind


def test_a_page_behind_what_is_unknown_is_an_error(stocked: Library) -> None:
    for unknown in ("q2222222222", "quay", "", "d2222222222"):
        with pytest.raises(UsageError):
            stocked.search(Plan(after=unknown))
    with pytest.raises(UsageError, match="relevance"):
        stocked.search(Plan(order=(Order(RELEVANCE),)))
    other = stocked.ids(plan_of(["-ferries"]))
    ranked = replace(plan_of(["ferries"]), order=(Order(RELEVANCE),))
    with pytest.raises(UsageError, match="--after"):
        stocked.search(replace(ranked, after=other[0]))
    unasked = replace(plan_of(["ferries"]), ranked=True, after=other[0])
    assert stocked.ids(unasked) == stocked.ids(replace(unasked, ranked=False))


def test_few_hits_are_ranked_by_where_the_words_stand(stocked: Library) -> None:
    result = stocked.search(replace(plan_of(["quay"]), ranked=True))
    said = [("quay" in stored.statement.text.lower()) for stored in result.statements]
    assert result.ranked
    assert said == sorted(said, reverse=True)
    assert {True, False} == set(said)
    assert not stocked.search(plan_of(["quay"])).ranked
    assert not stocked.search(replace(plan_of(["quay", "sort:said"]), ranked=True)).ranked
    assert not stocked.search(replace(plan_of(["speaker:venn"]), ranked=True)).ranked


def test_many_hits_are_shown_newest_first(library: Library) -> None:
    said = [f"Dues rise {number}." for number in range(101)]
    document = Document.of_text("\n".join(said))
    library.add(document, parse(document, *(statement(document, words) for words in said)))
    plan = Plan.of(words=["dues"], limit=3)
    assert library.ids(replace(plan, ranked=True)) == library.ids(plan)
    fewer = replace(Plan.of(words=["dues"], phrases=["rise 7"]), ranked=True)
    assert library.search(fewer).ranked


def test_what_was_looked_for_is_told(stocked: Library) -> None:
    typed = ["ferry", '"the quay"', "text:due*", "-wait", "title:ostrava", "or", "not:sails"]
    sought = stocked.search(plan_of(typed)).sought
    told = {(one.field, one.typed, one.prefix) for one in sought}
    assert told == {
        ("words", "ferry", False),
        ("words", "the quay", False),
        ("text", "due", True),
        ("title", "ostrava", False),
    }
    forms = {one.typed: one.forms for one in sought}
    assert {"ferry", "ferries"} <= set(forms["ferry"])
    assert forms["the quay"] == ("the quay",)
    assert forms["due"] == ("due",)


def test_inside_a_transaction_is_found_what_it_did(library: Library) -> None:
    first, second = printed(1), printed(2)
    library.add(first.document, first)
    with library.together():
        library.add(second.document, second)
        found = library.ids(plan_of(["ferries"]))
        library.desk("Edda Marsh").set_statements(found[:1], StatementEdit(verdict="rejected"))
        assert library.ids(plan_of(["ferries"])) == found[1:]
        assert library.count(plan_of(["is:rejected"])) == 1
    assert library.ids(plan_of(["ferries"])) == found[1:]
