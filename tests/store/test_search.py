"""What a plan finds, and in what order."""

from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes.document import Document, Evidenced, Published
from quotes.errors import UsageError
from quotes.query.plan import Plan
from quotes.statement import Kind, Statement
from quotes.store import Library
from tests.store.making import harbour, parse, statement


@pytest.fixture
def stocked(library: Library) -> Library:
    found = harbour()
    library.add(found.document, found)
    return library


def words(library: Library, *typed: str) -> list[str]:
    return [stored.statement.text for stored in library.search(Plan.of(words=typed)).statements]


@pytest.mark.parametrize(
    "typed",
    [
        "no-limits",
        "NO-LIMITS",
        "limits",
        "friendship",
        "no\u2011limits",
        "\u201cno-limits\u201d",
        'no-limits"',
        "told",
    ],
)
def test_words_are_found_in_the_statement_and_around_it(stocked: Library, typed: str) -> None:
    assert words(stocked, typed) == [
        "Ostrava has a \u201cno-limits\u201d friendship with the isles",
        "no-limits",
    ]


@pytest.mark.parametrize(
    "typed", ["don't", "don\u2019t", "DON'T", "cafes", "caf\u00e9s", "cafe\u0301s", "won't"]
)
def test_apostrophes_capitals_and_accents_do_not_matter(stocked: Library, typed: str) -> None:
    assert words(stocked, typed) == ["We don\u2019t pay twice,", "and the caf\u00e9s won\u2019t either."]


def test_all_words_must_be_there_and_a_phrase_in_its_order(stocked: Library) -> None:
    assert len(words(stocked, "pay", "twice")) == 2
    assert words(stocked, "pay", "friendship") == []
    assert stocked.search(Plan.of(phrases=("twice pay",))).total == 0
    assert stocked.search(Plan.of(phrases=("pay twice",))).total == 2
    assert stocked.search(Plan.of(words=("either",), phrases=("pay twice",))).total == 2


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        '""',
        "*",
        "dues*",
        "(",
        ")",
        "-x",
        "a:b",
        "text:pay",
        "^pay",
        "NEAR(pay twice)",
        "AND",
        "pay OR",
        "{a}",
    ],
)
def test_what_means_something_to_the_index_is_plain_words(stocked: Library, typed: str) -> None:
    _search_everywhere(stocked, typed)


@pytest.mark.parametrize(
    "typed",
    [
        "\x00",
        "pay\x00twice",
        "'; DROP TABLE statements; --",
        "\ud800",
        "%",
        "_",
        "\U0001f600",
        "\u0e33",
        "\\",
        "+",
    ],
)
def test_nothing_that_is_typed_is_an_error(stocked: Library, typed: str) -> None:
    _search_everywhere(stocked, typed)


def _search_everywhere(stocked: Library, typed: str) -> None:
    stocked.search(Plan.of(words=(typed,)))
    stocked.search(Plan.of(phrases=(typed, "pay")))
    stocked.search(Plan.of(speaker=typed, publisher=typed))
    stocked.speakers(typed)
    assert stocked.search(Plan()).total == 5


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(min_size=1, max_size=40))
def test_any_text_can_be_searched_for(stocked: Library, typed: str) -> None:
    stocked.search(Plan.of(words=(typed,), phrases=(typed,), publisher=typed))
    with suppress(UsageError):  # the beginning of several ids
        stocked.search(Plan.of(speaker=typed))


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("\u6e2f\u53e3\u8d39\u7528\u4e0a\u6da8\u4e86", "\u8d39\u7528"),
        ("\u6e2f\u53e3\u8d39\u7528\u4e0a\u6da8\u4e86", "\u6e2f\u53e3"),
        ("\ud56d\uad6c\ub8cc\ub294 \uc624\ub978\ub2e4", "\ud56d\uad6c"),
        ("Write to dues@harbour.example now", "dues@harbour.example"),
        ("The U.S. left", "U.S."),
        ("Co\u00adoperation", "cooperation"),
        ("\uff21\uff22\uff23 port", "abc"),
        ("\u0141\u00f3d\u017a", "lodz"),
        ("Stra\u00dfe", "STRASSE"),
        (
            "\u041f\u0440\u0438\u0432\u0435\u0442 \u0432\u0441\u0435\u043c",
            "\u043f\u0440\u0438\u0432\u0435\u0442",
        ),
    ],
)
def test_words_of_any_script_are_found(library: Library, text: str, typed: str) -> None:
    document = Document.of_text(text)
    library.add(document, parse(document, statement(document, text, "Mara Venn")))
    assert words(library, typed) == [text]


def test_a_text_without_full_stops_is_not_indexed_once_per_statement(library: Library) -> None:
    text = " ".join(f"word{number}" for number in range(30_000))
    document = Document.of_text(text)
    found = statement(document, "word15000 word15001")
    library.add(document, parse(document, found))
    assert words(library, "word15000") == words(library, "word14990") == [found.text]
    assert words(library, "word3") == []
    assert library.statement(found.id).context == text


DATES = [("2023-03-14", None), (None, "2023-03-20"), ("2023-03", "2024"), ("2022", None), (None, None)]


@pytest.fixture(scope="module")
def dated(fresh: Callable[[], Library]) -> Iterator[Library]:
    """Statements of the dates (said, published) above; each says its date."""
    with fresh() as library:
        for number, (said, published) in enumerate(DATES):
            label = f"{said or '-'}/{published or '-'}"
            text = f"On {label} we sailed."
            document = Document(
                name=f"{number}.txt",
                text=text,
                original=text.encode(),
                encoding="utf-8",
                blocks=(),
                offsets=None,
                publisher=Evidenced(["The Harbour Post", "D\u00e9p\u00eache d'Ostrava"][number % 2], "flag"),
                published=Published(published, None, ()),
            )
            library.add(document, parse(document, statement(document, label, "Mara Venn", said_on=said)))
        yield library


def found(library: Library, plan: Plan) -> list[str]:
    return [stored.statement.text for stored in library.search(plan).statements]


def test_the_newest_comes_first_and_the_undated_last(dated: Library) -> None:
    everything = ["-/2023-03-20", "2023-03-14/-", "2023-03/2024", "2022/-", "-/-"]
    assert found(dated, Plan()) == everything
    assert found(dated, Plan(limit=2)) == everything[:2]
    assert dated.search(Plan(limit=2)).total == 5
    assert found(dated, Plan(limit=2**63)) == everything
    assert len(found(dated, Plan.of(publisher="post", limit=2**63))) == 3


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        ("2023", "2023", ["-/2023-03-20", "2023-03-14/-", "2023-03/2024"]),
        ("2023-03-14", "2023-03-14", ["2023-03-14/-", "2023-03/2024"]),
        ("2023-03-15", None, ["-/2023-03-20", "2023-03/2024"]),
        (None, "2023-03-13", ["2023-03/2024", "2022/-"]),
        ("2022-06", "2022-07", ["2022/-"]),
        ("2023-04", None, []),
        (None, "2021-12-31", []),
    ],
)
def test_a_date_is_in_a_range_as_far_as_it_is_known(
    dated: Library, earliest: str | None, latest: str | None, expected: list[str]
) -> None:
    assert found(dated, Plan.of(earliest=earliest, latest=latest)) == expected


@pytest.mark.parametrize(
    ("part", "number"),
    [("harbour post", 3), ("POST", 3), ("depeche", 2), ("d\u2019ostrava", 2), ("Gazette", 0)],
)
def test_a_part_of_the_publisher_is_enough(dated: Library, part: str, number: int) -> None:
    assert dated.search(Plan.of(publisher=part)).total == number


@pytest.mark.parametrize(("kind", "number"), [("direct", 2), ("partial", 1), ("indirect", 2)])
def test_kinds_are_told_apart(stocked: Library, kind: Kind, number: int) -> None:
    assert stocked.search(Plan.of(kind=kind)).total == number


def test_statements_of_one_place_come_outer_first(library: Library) -> None:
    document = Document.of_text("\u201cThe \u2018tide\u2019 turned,\u201d she said.")
    outer = statement(document, "The \u2018tide\u2019 turned,", "Mara Venn")
    inner = statement(document, "The", "Mara Venn", id="qaaaaaaaaaa", nested_in=outer.id, depth=1)
    library.add(document, parse(document, inner, outer))
    ordered: list[Statement] = [stored.statement for stored in library.search(Plan()).statements]
    assert [one.id for one in ordered] == [outer.id, inner.id]
