"""What a user types, word for word."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.errors import UsageError
from quotes.query.language import plan_of
from quotes.query.plan import NAMED, WORDS, Plan, Words, positive, terms


@pytest.mark.parametrize(
    ("typed", "words", "phrases"),
    [
        ([], (), ()),
        ([""], (), ()),
        (["", "  "], (), ()),
        (["no-limits"], ("no-limits",), ()),
        (["harbour", "dues"], ("harbour", "dues"), ()),
        (["harbour dues"], (), ("harbour dues",)),
        ([" harbour "], ("harbour",), ()),
        (['"no-limits" friendship'], ("friendship",), ("no-limits",)),
        (["\u201cno-limits\u201d friendship"], ("friendship",), ("no-limits",)),
        (["\u00abno limits\u00bb"], (), ("no limits",)),
        (['foo"bar baz"qux'], ("foo", "qux"), ("bar baz",)),
        (['"harbour dues'], (), ("harbour dues",)),
        (['harbour"'], ("harbour",), ()),
        (['dues "" rise'], ("dues", "rise"), ()),
        (["don't"], ("don't",), ()),
        (["don\u2019t pay"], (), ("don\u2019t pay",)),
        (["dues", "\u2014", "&", "rise"], ("dues", "rise"), ()),
        (["a@b.example", "U.S.", "\u6e2f\u53e3"], ("a@b.example", "U.S.", "\u6e2f\u53e3"), ()),
        (["--from"], ("--from",), ()),
    ],
)
def test_words_and_phrases(typed: list[str], words: tuple[str, ...], phrases: tuple[str, ...]) -> None:
    plan = plan_of(typed)
    assert (_words(plan), plan.phrases) == (words, phrases)
    assert set(positive(plan.where)) == set(positive(Plan.of(words, phrases).where))


@pytest.mark.parametrize("typed", ["*", '"', '""', "\u2014", "( )", "%", "\ud800"])
def test_marks_alone_are_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="nothing to look for"):
        plan_of([typed])


def test_options_are_taken_over() -> None:
    plan = plan_of(
        ["dues"],
        speaker=" Venn ",
        publisher="Post",
        earliest="2021",
        latest="2021-08",
        kind="Partial",
        limit=3,
    )
    assert plan == Plan.of(
        ["dues"], speaker="Venn", publisher="Post", earliest="2021", latest="2021-08", kind="partial", limit=3
    )


@pytest.mark.parametrize("option", ["speaker", "publisher", "earliest", "latest", "kind"])
@pytest.mark.parametrize("empty", ["", " "])
def test_an_empty_option_is_refused_rather_than_dropped(option: str, empty: str) -> None:
    with pytest.raises(UsageError, match="is empty"):
        plan_of([], **{option: empty})  # type: ignore[arg-type] # every one of them takes a string


@pytest.mark.parametrize("date", ["2021", "2021-08", "2021-08-31", "2024-02-29"])
def test_dates_of_any_precision(date: str) -> None:
    assert plan_of([], earliest=date, latest=date) == Plan.of(earliest=date, latest=date)


@pytest.mark.parametrize(
    "date",
    [
        "yesterday",
        "2021-13",
        "2021-02-30",
        "2023-02-29",
        "21",
        "2021-8",
        "2021/08",
        "20210831",
        "0000",
        "２０２１",
    ],
)
def test_what_is_no_date_is_refused(date: str) -> None:
    with pytest.raises(UsageError, match="not a date"):
        plan_of([], earliest=date)
    with pytest.raises(UsageError, match="not a date"):
        plan_of([], latest=date)


@pytest.mark.parametrize(
    ("first", "last"), [("2022", "2021"), ("2021-09", "2021-08-31"), ("2021-08-02", "2021-08-01")]
)
def test_a_range_that_ends_before_it_begins_is_refused(first: str, last: str) -> None:
    with pytest.raises(UsageError, match="later than"):
        plan_of([], earliest=first, latest=last)


@pytest.mark.parametrize(
    ("first", "last"), [("2021-08-31", "2021"), ("2021", "2021-01-01"), ("2021-08", "2021-08")]
)
def test_a_range_may_be_of_mixed_precision(first: str, last: str) -> None:
    assert plan_of([], earliest=first, latest=last) == Plan.of(earliest=first, latest=last)


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ({"kind": "claim"}, "direct, partial, indirect"),
        ({"limit": 0}, "at least 1"),
        ({"limit": -5}, "at least 1"),
        ({"speaker": "%"}, "--speaker"),
        ({"publisher": "..."}, "--publisher"),
    ],
)
def test_options_that_cannot_be_are_refused(option: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        plan_of([], **option)


@pytest.mark.parametrize(
    ("typed", "after"), [("q4tz2kd6vwa", "q4tz2kd6vwa"), (" Q4TZ ", "q4tz"), ("\u200bq4tz", "q4tz")]
)
def test_what_follows_a_statement(typed: str, after: str) -> None:
    assert plan_of(["dues"], after=typed).after == after


@pytest.mark.parametrize("typed", ["", " ", "d3kq", "ferries", "17", "q4tz q4ta", "q4tz*", "q"])
def test_what_nothing_can_follow_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="--after"):
        plan_of([], after=typed)


ANY = st.none() | st.text(st.characters(), max_size=12) | st.from_regex(r"\d{4}(-\d\d){0,2}", fullmatch=True)


@given(
    typed=st.lists(
        st.text(st.characters(), max_size=30) | st.text("ab \"\u201c\u201d\u00ab'", max_size=12), max_size=4
    ),
    speaker=ANY,
    publisher=ANY,
    earliest=ANY,
    latest=ANY,
    kind=ANY | st.sampled_from(["direct", "INDIRECT", "partial "]),
    limit=st.none() | st.integers(),
)
def test_anything_is_a_plan_or_a_usage_error(typed: list[str], **options: Any) -> None:
    plan = _outcome(typed, options)
    if isinstance(plan, str):
        assert plan.isprintable()
        return
    for part in (
        term.value.text if isinstance(term.value, Words) else term.value for term in terms(plan.where)
    ):
        assert not isinstance(part, str) or (part == part.strip() and any(map(str.isalnum, part)))
        assert not isinstance(part, str) or part.encode()
    assert not any(word.split() != [word] for word in _words(plan))


def _words(plan: Plan) -> tuple[str, ...]:
    """The single words that are looked for in statements."""
    values = (term.value for term in positive(plan.where) if term.field in (WORDS, NAMED, "text"))
    return tuple(value.text for value in values if isinstance(value, Words) and not value.phrase)


def _outcome(typed: list[str], options: dict[str, Any]) -> Plan | str:
    try:
        return plan_of(typed, **options)
    except UsageError as error:
        return str(error)
