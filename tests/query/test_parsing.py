"""How what is typed is cut, and what stands with what."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.errors import QueryError, UsageError
from quotes.query.fields import FIELDS, SORT_KEYS
from quotes.query.language import plan_of
from quotes.query.lexing import tokens
from quotes.query.plan import (
    NAMED,
    WORDS,
    And,
    Cell,
    Dates,
    Expression,
    Not,
    Numbers,
    Or,
    Order,
    Plan,
    Term,
    Value,
    Words,
    positive,
    terms,
)


def word(text: str, *, phrase: bool = False, prefix: bool = False) -> Term:
    return Term(WORDS, Words(text, phrase, prefix))


def where(*typed: str) -> Expression:
    return plan_of(typed).where


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["-quay"], Not(word("quay"))),
        (["not:quay"], Not(word("quay"))),
        (["NOT:quay"], Not(word("quay"))),
        (["-not:quay"], word("quay")),
        (["-harbour dues"], Not(word("harbour dues", phrase=True))),
        (['-"harbour dues"'], Not(word("harbour dues", phrase=True))),
        (["no-limits"], word("no-limits")),
        (["--from"], word("--from")),
        (["ferr*"], word("ferr", prefix=True)),
        (['"harbour du"*'], word("harbour du", phrase=True, prefix=True)),
        (["-speaker:venn"], Not(Term("speaker", "venn"))),
        (["speaker:Mara Venn"], Term("speaker", "Mara Venn")),
        (['speaker:"Mara Venn"'], Term("speaker", "Mara Venn")),
        (["SPEAKER:venn"], Term("speaker", "venn")),
        (["http://a.example/x"], word("http://a.example/x")),
        (["10:30"], word("10:30")),
        (["Warning: storm ahead"], word("Warning: storm ahead", phrase=True)),
        (['"speaker:venn"'], word("speaker:venn", phrase=True)),
        (['"or"'], word("or", phrase=True)),
        (["ferries"], word("ferries")),
        (["quarters"], Term(NAMED, Words("quarters"))),
        (["q4tz2kd6vwa"], Term(NAMED, Words("q4tz2kd6vwa"))),
        (['"quarters"'], word("quarters", phrase=True)),
        (["\u2013quay"], Not(word("quay"))),
        (["\u2212speaker:venn"], Not(Term("speaker", "venn"))),
        (["mid\u2013quay"], word("mid\u2013quay")),
        (["\u2014quay"], word("\u2014quay")),
        (["\ufeffspeaker:\u200fvenn\u202c"], Term("speaker", "venn")),
        (["kind:\u200bdirect"], Term("kind", "direct")),
        (["fer\u00adries"], word("ferries")),
        (["a1\0b1"], word("a1 b1", phrase=True)),
        (["\U0001f6a2ferries"], word("\U0001f6a2ferries")),
        (["speaker:\u05de\u05e8\u05d4"], Term("speaker", "\u05de\u05e8\u05d4")),
    ],
)
def test_one_thing(typed: list[str], expected: Expression) -> None:
    assert where(*typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["a1", "b1"], And((word("a1"), word("b1")))),
        (["a1", "and", "b1"], And((word("a1"), word("b1")))),
        (["a1", "or", "b1"], Or((word("a1"), word("b1")))),
        (["a1", "b1", "OR", "c1"], Or((And((word("a1"), word("b1"))), word("c1")))),
        (["speaker:venn", "(a1", "or", "b1)"], And((Term("speaker", "venn"), Or((word("a1"), word("b1")))))),
        (["(a1 or b1) -(c1 e1)"], And((Or((word("a1"), word("b1"))), Not(And((word("c1"), word("e1"))))))),
        (["((a1))"], word("a1")),
        (["f(x)"], word("f(x)")),
        (["kind:direct or speaker:venn"], Or((Term("kind", "direct"), Term("speaker", "venn")))),
        (
            ["speaker:venn -quay kind:direct"],
            And((Term("speaker", "venn"), Not(word("quay")), Term("kind", "direct"))),
        ),
        (["a1 or b1"], word("a1 or b1", phrase=True)),
        (["a1)", "b1"], And((word("a1)"), word("b1")))),
    ],
)
def test_what_stands_together(typed: list[str], expected: Expression) -> None:
    assert where(*typed) == expected


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("date:2021", Dates("2021", "2021")),
        ("date:2021-08..2022", Dates("2021-08", "2022")),
        ("said:..2022-01-31", Dates(None, "2022-01-31")),
        ("published:2021..", Dates("2021", None)),
        ("added:none", None),
        ("confidence:..0.6", Numbers(None, 0.6)),
        ("confidence:0.5", Numbers(0.5, 0.5)),
        ("kind:Indirect", "indirect"),
        ("is:REVIEWED", "reviewed"),
        ("lang:FR", "fr"),
        ("publisher:none", None),
        ('publisher:"none"', "none"),
        ("tag:ch2", Words("ch2")),
        ("text:coop*", Words("coop", prefix=True)),
        ('title:"harbour dues"', Words("harbour dues", phrase=True)),
        ("authority:yes", Cell(None, "")),
        ("authority:no", None),
        ("authority:green", Cell(None, "green")),
        ("authority.party:green", Cell("party", "green")),
        ("doc:d3kq", "d3kq"),
    ],
)
def test_values(typed: str, value: Value) -> None:
    assert where(typed) == Term(typed.partition(":")[0].partition(".")[0], value)


@pytest.mark.parametrize(
    ("typed", "order"),
    [
        (["sort:said-"], (Order("said", descending=True),)),
        (["sort:confidence"], (Order("confidence"),)),
        (["sort:confidence+", "a1", "sort:Date-"], (Order("confidence"), Order("date", descending=True))),
    ],
)
def test_an_order_is_no_condition(typed: list[str], order: tuple[Order, ...]) -> None:
    plan = plan_of(typed)
    assert plan.order == order
    assert not any(term.field == "sort" for term in terms(plan.where))


@pytest.mark.parametrize(
    ("typed", "place", "message"),
    [
        (["dues", "speeker:venn", "quay"], "speeker:venn", "did you mean speaker:"),
        (["dues", "date:2021-13"], "date:2021-13", "not a date"),
        (["date:2022..2021"], "date:2022..2021", "later than"),
        (["date:.."], "date:..", "no date"),
        (["a1", "kind:partail"], "kind:partail", "did you mean partial"),
        (["is:reviwed"], "is:reviwed", "did you mean reviewed"),
        (["confidence:high"], "confidence:high", "not a number"),
        (["confidence:0.7..0.2"], "confidence:0.7..0.2", "more than"),
        (["speaker:"], "speaker:", "behind the colon"),
        (["speaker:", "venn"], "speaker:", "behind the colon"),
        (["dues", "not:", "venn"], "not:", "behind the colon"),
        (["(dues NOT: venn)"], "NOT:", "behind the colon"),
        (["speaker:%"], "speaker:%", "letters or digits"),
        (["speaker.party:x"], "speaker.party:x", "no columns"),
        (["a1", "or"], "or", "between two"),
        (["or", "a1"], "or", "between two"),
        (["a1", "or", "or", "b1"], "or", "between two"),
        (["a1", "(b1"], "(", "not closed"),
        (["sort:nothing"], "sort:nothing", "sort: takes"),
        (["-sort:said"], "-sort:said", "whole query"),
        (["lang:french"], "lang:french", "give its code"),
        (["date:2021-2022"], "date:2021-2022", "a range as 2021"),
        (["spe\u200beker:venn"], "speeker:venn", "did you mean speaker:"),
        (["\u2013kind:x"], "\u2013kind:x", "no kind 'x'"),
        (["sort:relevance"], "sort:relevance", "is about words"),
        (["speaker:venn", "-dues", "sort:relevance-"], "sort:relevance-", "is about words"),
        (["sort:relevence", "dues"], "sort:relevence", "did you mean relevance"),
    ],
)
def test_what_is_wrong_is_pointed_at(typed: list[str], place: str, message: str) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        plan_of(typed)
    error = caught.value
    assert error.typed[error.start : error.end] == place


@pytest.mark.parametrize(
    "typed",
    [["x" * 2_001], ["y" * 100_001], [f"w{n}" for n in range(201)], ["("] * 30 + ["a1"] + [")"] * 30],
    ids=["a long word", "a long query", "many words", "many brackets"],
)
def test_too_much_is_refused(typed: list[str]) -> None:
    with pytest.raises(UsageError):
        plan_of(typed)


def test_options_hold_beside_the_whole_query() -> None:
    plan = plan_of(["a1", "or", "b1"], speaker="venn", speaks_for="ostrava", tag="ch2", earliest="2021")
    assert plan == Plan(
        And(
            (
                Or((word("a1"), word("b1"))),
                Term("speaker", "venn"),
                Term("for", "ostrava"),
                Term("tag", Words("ch2")),
                Term("date", Dates("2021", None)),
            )
        )
    )


def test_what_is_not_to_hold_is_not_marked_in_results() -> None:
    plan = plan_of(["quay", "-dues", 'text:"the tide"', "ferr*", "title:storm"])
    assert list(positive(plan.where)) == [
        word("quay"),
        Term("text", Words("the tide", phrase=True)),
        word("ferr", prefix=True),
        Term("title", Words("storm")),
    ]


def test_the_order_can_be_by_every_key() -> None:
    orders = [plan_of(["dues", f"sort:{key}"]).order for key in SORT_KEYS]
    assert orders == [(Order(key),) for key in SORT_KEYS]


SIGNS = '- not: ( ) " \u201c * or and .. none 2021 2021-08-03 0.5 direct venn q4tz2kd6vwa \u00e9 : -- yes'
PIECES = st.sampled_from([*(f"{name}:" for name in FIELDS), *SIGNS.split(), " "])
ARGUMENTS = st.lists(st.lists(PIECES, max_size=8).map("".join) | st.text(max_size=20), max_size=6)


ODD = st.sampled_from(
    [
        "\0",
        "\u200b",
        "\u200d",
        "\u202e",
        "\u2067",
        "\u05d0",
        "\u0628",
        "\U0001f468\u200d\U0001f33e",
        "\ud83d",
        "\x1b",
        "\n",
        "%",
        "'",
    ]
)
ODD_ARGUMENTS = st.lists(st.lists(PIECES | ODD, max_size=8).map("".join), max_size=5)
LONG = st.builds(
    lambda piece, times: [piece * times],
    st.lists(PIECES | ODD, min_size=1, max_size=4).map("".join),
    st.integers(1, 40_000),
)


@given(ODD_ARGUMENTS)
def test_what_cannot_be_seen_is_in_no_plan(typed: list[str]) -> None:
    for term in terms(plan_of(typed).where) if _error(typed) is None else ():
        value = term.value.text if isinstance(term.value, Words | Cell) else term.value
        assert not isinstance(value, str) or not set(value) & {"\0", "\u200b", "\u202e", "\u2067", "\ud83d"}


@given(LONG | ODD_ARGUMENTS)
@settings(deadline=None)
def test_any_length_is_a_plan_or_an_error_with_its_place(typed: list[str]) -> None:
    error = _error(typed)
    if isinstance(error, QueryError):
        assert 0 <= error.start <= error.end <= len(error.typed)


@given(ARGUMENTS)
def test_any_mix_is_a_plan_or_an_error_with_its_place(typed: list[str]) -> None:
    error = _error(typed)
    assert error is None or str(error).strip()
    if isinstance(error, QueryError):
        assert 0 <= error.start <= error.end <= len(error.typed)


def _error(typed: list[str]) -> UsageError | None:
    try:
        plan_of(typed)
    except UsageError as error:
        return error
    return None


@given(ARGUMENTS)
def test_every_token_stands_where_it_says(typed: list[str]) -> None:
    text, found = tokens(typed)
    at = 0
    for token in found:
        assert at <= token.start <= token.end <= len(text)
        assert token.text in text[token.start : token.end]
        at = token.end
    assert not any(character.isalnum() for character in text[at:])
