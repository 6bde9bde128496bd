"""Where words that were found stand, and which part of a long text is worth seeing."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quotes.reports.matches import matches, parts_beside, spans_in
from quotes.reports.snippets import STEP, snippet
from quotes.store.views import Sought, StoredStatement
from quotes.words.entries import CONTEXT_REACH
from tests.reports import build

SENTENCE = "The dues rise, she said: “Dues pay for the quay,” and no other dues do."
STATEMENT = "Dues pay for the quay,"


def stored() -> StoredStatement:
    """A quotation in a sentence that has its words too, in a document titled "Harbour Dues Rise Again"."""
    start = 100 + SENTENCE.index(STATEMENT)
    said = build.statement(STATEMENT, start=start, context=SENTENCE, mention="the harbourmaster")
    return replace(said, context_start=100, context_end=100 + len(SENTENCE))


def words(*forms: str, field: str = "words", prefix: bool = False) -> Sought:
    """What a search says it looked for."""
    return Sought(field, forms[0], forms, prefix)


def test_each_part_has_its_places_and_the_sentence_those_beside_the_statement() -> None:
    (found,) = matches(stored(), [words("due", "dues")])

    assert {part: [*spans] for part, spans in found.items()} == {
        "statement": [(0, 4)],
        "sentence": [(4, 8), (63, 67)],
        "title": [(8, 12)],
    }
    assert SENTENCE[63:67] == "dues"


def test_only_what_a_field_asks_about_is_looked_at() -> None:
    in_text, in_title = matches(stored(), [words("dues", field="text"), words("dues", field="title")])

    assert list(in_text) == ["statement"]
    assert list(in_title) == ["title"]


def test_a_beginning_goes_on_and_a_word_does_not() -> None:
    beginning, word = matches(stored(), [words("harbour", prefix=True), words("harbour")])

    assert (list(beginning), list(word)) == (["mention", "title"], ["title"])


def test_the_parts_beside_are_those_without_which_a_term_would_not_be_seen() -> None:
    terms = [words("quay"), words("other"), words("again"), words("harbourmaster"), words("nothing")]
    found = matches(stored(), terms)

    assert parts_beside(found) == ["sentence", "mention", "title"]
    assert parts_beside(found[:1]) == []
    assert spans_in(found, "statement") == [(STATEMENT.index("quay"), STATEMENT.index("quay") + 4)]


@given(
    st.text("ab \n港", max_size=400),
    st.lists(st.tuples(st.integers(0, 400), st.integers(1, 30)), max_size=5),
    st.integers(1, 300),
)
def test_a_snippet_keeps_to_its_room_and_shows_the_first_hit(
    text: str, places: list[tuple[int, int]], room: int
) -> None:
    spans = sorted((at, min(len(text), at + long)) for at, long in places if at < len(text))
    parts = snippet(text, spans, room)

    assert all(0 <= start <= end <= len(text) for start, end in parts)
    assert all(before[1] < after[0] for before, after in pairwise(parts))
    if len(text) <= room:
        assert parts == [(0, len(text))]
    else:
        assert sum(end - start for start, end in parts) <= room + 2 * STEP
    if spans:
        start, end = spans[0]
        assert any(first <= start and min(end, start + room) <= last for first, last in parts)


def test_a_snippet_is_cut_between_words_around_each_hit() -> None:
    text = "alpha beta gamma delta " * 40 + "quay " + "epsilon zeta " * 40 + "mole " + "eta theta " * 40
    hits = [(text.index(word), text.index(word) + 4) for word in ("quay", "mole")]

    parts = [text[start:end] for start, end in snippet(text, hits, 160)]

    assert len(parts) == 2
    assert all(f" {part} " in f" {text} " and part == part.strip() for part in parts)
    assert "quay" in parts[0]
    assert "mole" in parts[1]


def test_of_an_endless_sentence_only_what_was_searched_counts() -> None:
    before = "quay and sea " * 1_000
    start = 100 + len(before)
    said = build.statement("We sail", start=start, context=before + "We sail at the quay")
    said = replace(said, context_start=100, context_end=100 + len(said.context))

    (found,) = matches(said, [words("quay")])

    assert found["sentence"][-1] == (len(said.context) - 4, len(said.context))
    assert found["sentence"][0][0] >= len(before) - CONTEXT_REACH
    assert all(said.context[start:end] == "quay" for start, end in found["sentence"])
