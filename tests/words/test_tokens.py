"""Tokens as the full-text index holds them."""

import sqlite3

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quotes.store import open_library
from quotes.words.tokens import MAX_PARTS, compounds, tokens

SCRIPTS = st.text(
    st.one_of(
        st.characters(),
        st.characters(whitelist_categories=["Lo", "Mn", "Mc", "Nd", "No", "Po"]),
        st.sampled_from("aZé 9'’-‐_\n\u0301\u00ad\u202eßﬁİकिम्ทีกتَب北한ガ"),
    ),
    max_size=60,
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> sqlite3.Connection:
    """The index of statements as a library makes it, and a table of the tokens that it holds."""
    path = tmp_path_factory.mktemp("library") / "quotes.db"
    with open_library(str(path)):
        pass
    made = sqlite3.connect(path).execute("SELECT sql FROM sqlite_master WHERE name = 'statement_words'")
    connection = sqlite3.connect(":memory:")
    connection.execute(made.fetchone()[0])
    connection.execute("CREATE VIRTUAL TABLE held USING fts5vocab(statement_words, instance)")
    return connection


@given(text=SCRIPTS)
@example("हिन्दी में ક્ષ ก็ไม่ 北京大学 ﬁne Straße İstanbul x² ½ Ⅳ 😀\ufe0f")
@example("\U0001e900\U00010d00\U00011f02 letters younger than the tables of SQLite")
def test_the_index_cuts_as_searches_do(index: sqlite3.Connection, text: str) -> None:
    index.execute("INSERT INTO statement_words(statement_words) VALUES ('delete-all')")
    index.execute("INSERT INTO statement_words(rowid, text) VALUES (1, ?)", (" ".join(tokens(text)),))

    held = [term for (term,) in index.execute("SELECT term FROM held ORDER BY offset")]

    assert held == tokens(text)


@given(SCRIPTS)
def test_a_token_is_its_own_token(text: str) -> None:
    assert tokens(" ".join(tokens(text))) == tokens(text)


@given(st.lists(SCRIPTS, max_size=4))
def test_texts_side_by_side_have_the_tokens_of_each(texts: list[str]) -> None:
    assert tokens(" ".join(texts)) == [token for text in texts for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mara Venn’s co‑operation", ["mara", "venn", "s", "co", "operation"]),
        ("Dvořák ĐORĐE Bjørn", ["dvorak", "dorde", "bjorn"]),
        ("soft\u00adhyphen and zero\u200bwidth", ["softhyphen", "and", "zerowidth"]),
        ("snake_case 1,000 x²", ["snake", "case", "1", "000", "x2"]),
        ("北京 said", ["北", "京", "said"]),
        ("ดี ดิ", ["ด", "ี", "ด", "ิ"]),
        ("मंत्री", ["मंत्री"]),
        ("كِتَاب", ["كتاب"]),
        ("שָׁלוֹם", ["שלום"]),
        ("❤️ … “”", []),
        ("", []),
    ],
)
def test_words_are_folded_and_cut(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Co-operation, no-limits", ["co operation", "no limits"]),
        ("co‐operation and co‑operation", ["co operation", "co operation"]),
        ("non-co-operation", ["non co operation", "non co", "co operation"]),
        ("a COVID-19 ward", ["covid 19"]),
        ("3-4, 2024-03-05, 0800-555", []),
        ("dash - blank, word- hung, -lead", []),
        ("en–dash em—dash", []),
        ("ex-minister’s", ["ex minister"]),
        ("भारत-मंत्री", ["भारत मंत्री"]),
    ],
)
def test_hyphenated_words_are_their_tokens_in_a_row(text: str, expected: list[str]) -> None:
    assert compounds(text) == expected


def test_a_chain_of_hyphens_makes_few_compounds() -> None:
    assert len(compounds("a-" * 10_000 + "b")) == MAX_PARTS * (MAX_PARTS - 1) // 2


@given(SCRIPTS)
def test_a_compound_stands_in_the_tokens(text: str) -> None:
    held = f" {' '.join(tokens(text))} "
    assert all(f" {compound} " in held for compound in compounds(text))
