"""A large library is like one that grew: bulk writes what adding one by one would have written."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench.generating import generate
from tests.bench.questions import KINDS
from tests.bench.search import BEGIN, END, written
from tests.bench.searching import measure
from tests.bench.stories import copied_from, story
from tests.bench.worlds import World, world

DOCUMENTS, SAMPLE = 40, 10
OF_TIME = {"started", "ended", "decided", "number"}
"""Columns that tell when rows were written, or in which order."""


@pytest.fixture(scope="module")
def small() -> World:
    return world(1, 20)


@pytest.fixture(scope="module")
def libraries(small: World, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """One with all documents added one by one, one with most of them in bulk."""
    folder = tmp_path_factory.mktemp("generated")
    one_by_one, in_bulk = folder / "one.db", folder / "bulk.db"
    generate(one_by_one, small, DOCUMENTS, DOCUMENTS, len)
    generate(in_bulk, small, DOCUMENTS, SAMPLE, len)
    return one_by_one, in_bulk


def rows(path: Path) -> Iterator[tuple[str, Counter[tuple[object, ...]]]]:
    """All rows of all tables, and what the full-text indexes hold."""
    connection = sqlite3.connect(path)
    made = dict(connection.execute("SELECT name, coalesce(sql, '') FROM sqlite_master WHERE type = 'table'"))
    virtual = {name for name, sql in made.items() if sql.startswith("CREATE VIRTUAL")}
    for name in sorted(made):
        if name in virtual:
            connection.execute(
                f"CREATE VIRTUAL TABLE temp.v_{name} USING fts5vocab('main', '{name}', 'instance')"
            )
            found = connection.execute(f"SELECT term, doc, col, offset FROM temp.v_{name}").fetchall()  # noqa: S608
            # names are known by numbers that tell nothing
            yield name, Counter((row[0],) if name == "surface_grams" else row for row in found)
        elif not any(name.startswith(f"{index}_") for index in virtual) and not name.startswith("sqlite_"):
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
            kept = ", ".join(f'"{each}"' for each in columns if each not in OF_TIME or name == "statements")
            yield name, Counter(connection.execute(f"SELECT {kept} FROM {name}").fetchall())  # noqa: S608
    connection.close()


def test_in_bulk_gives_the_rows_that_adding_one_by_one_gives(libraries: tuple[Path, Path]) -> None:
    one_by_one, in_bulk = (dict(rows(path)) for path in libraries)
    assert one_by_one.keys() == in_bulk.keys()
    for name in one_by_one:
        assert in_bulk[name] == one_by_one[name], name
    for name in "documents statements speaker_members affiliations likenesses said_by vocabulary".split():
        assert one_by_one[name], name


def test_both_are_whole(libraries: tuple[Path, Path]) -> None:
    for path in libraries:
        connection = sqlite3.connect(path)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.close()


def test_every_statement_stands_at_its_place_and_comes_again(small: World) -> None:
    for number in range(40):
        document, parse = story(small, number)
        assert story(small, number) == (document, parse)
        for each in [*parse.quotes, *parse.claims]:
            assert document.text[each.start : each.end] == each.text
            assert each.context_span[0] <= each.start < each.end <= each.context_span[1]
            if each.mention_span:
                assert document.text[slice(*each.mention_span)] == each.mention


def test_the_world_is_as_skewed_as_it_says() -> None:
    of = world(2, 400)
    stories = [story(of, number) for number in range(2_000)]
    statements = [each for _, parse in stories for each in (*parse.quotes, *parse.claims)]
    kinds = Counter[str](each.kind for each in statements)
    for kind, share in (("direct", 0.35), ("partial", 0.25), ("indirect", 0.40)):
        assert abs(kinds[kind] / len(statements) - share) < 0.02
    undated = sum(document.published.value is None for document, _ in stories)
    assert 0.08 < undated / len(stories) < 0.12
    assert 0.06 < sum(copied_from(of.seed, number) is not None for number in range(2_000)) / 2_000 < 0.10
    assert 9.5 < len(statements) / len(stories) < 10.7
    words = Counter(word for document, _ in stories for word in document.text.lower().split())
    assert "the" in dict(words.most_common(3))
    assert sum(count == 1 for count in words.values()) > len(words) / 4


def test_the_most_frequent_speaker_says_some_four_percent() -> None:
    of = world(3, 20_000)
    assert 0.03 < of.loudness[0] / of.loudness[-1] < 0.05
    assert len({person.name for person in of.people}) == 20_000


def test_every_question_finds_by_the_library_what_it_finds_by_hand(libraries: tuple[Path, Path]) -> None:
    assert [each.queries for each in measure(libraries[1], KINDS, 3)] == [3] * len(KINDS)


def test_tables_are_written_between_their_marks_and_nowhere_else(tmp_path: Path) -> None:
    docs = tmp_path / "README.md"
    docs.write_text(f"before\n{BEGIN}\nformer\n{END}\nafter\n", encoding="utf-8")
    written(docs, "| new |")
    written(docs, "| newer |")
    assert docs.read_text(encoding="utf-8") == f"before\n{BEGIN}\n\n| newer |\n\n{END}\nafter\n"
    docs.write_text("no marks", encoding="utf-8")
    with pytest.raises(SystemExit, match="lacks the marks"):
        written(docs, "| lost |")
