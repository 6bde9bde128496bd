"""What stands in quotation marks: pairs, nesting, paragraphs, and marks that are wrong."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.paragraphs import paragraph_spans
from quotes.parsing.pairing import Quotation, find_quotations, without_empty


def pair(text: str) -> list[Quotation]:
    return find_quotations(text, paragraph_spans(text))[0]


def quoted(text: str) -> list[str]:
    """The words in marks, outer and inner, in the order of the text."""
    return [text[q.start : q.end] for q in without_empty(pair(text), text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We stay,” she said.", ["We stay,"], id="curly"),
        pytest.param('"We stay," she said.', ["We stay,"], id="straight"),
        pytest.param("«We stay», she said.", ["We stay"], id="guillemets"),
        pytest.param("« We stay », she said.", ["We stay"], id="guillemets with blanks inside"),
        pytest.param("»We stay«, she said.", ["We stay"], id="inward guillemets"),
        pytest.param("„We stay“, she said.", ["We stay"], id="low-high"),
        pytest.param("„We stay”, she said.", ["We stay"], id="low-high, closed as in Polish"),
        pytest.param("‘We stay,’ she said.", ["We stay,"], id="single"),
        pytest.param("'We stay,' she said.", ["We stay,"], id="straight single"),
        pytest.param("‹We stay›, she said.", ["We stay"], id="single guillemets"),
        pytest.param("''We stay,'' she said.", ["We stay,"], id="doubled straight singles"),
        pytest.param("``We stay,'' she said.", ["We stay,"], id="back ticks"),
        pytest.param("’’We stay,’’ she said.", ["We stay,"], id="doubled curly singles"),
        pytest.param("”We stay,“ she said.", ["We stay,"], id="wrong way round"),
        pytest.param("“We stay,“ she said. ”We go,” he said.", ["We stay,", "We go,"], id="one of two wrong"),
        pytest.param('"We stay,” she said. “We go," he said.', ["We stay,", "We go,"], id="mixed kinds"),
        pytest.param("“We stay,’ she said.", ["We stay,"], id="closed by a single mark"),
        pytest.param("“ We stay, ” she said.", ["We stay,"], id="blanks inside the marks"),
        pytest.param('" We stay, " she said.', ["We stay,"], id="blanks inside straight marks"),
        pytest.param("he said.“We go,”then left.“Fine,”he said.", ["We go,", "Fine,"], id="no blank outside"),
        pytest.param('he said:"We go,"and left.', ["We go,"], id="no blank outside straight marks"),
        pytest.param("“We go”—she said—“and stay”", ["We go", "and stay"], id="dashes"),
        pytest.param("“one”, “two”; “three”", ["one", "two", "three"], id="a list"),
        pytest.param("“one”“two”", ["one", "two"], id="no blank between"),
        pytest.param(
            "“We go,’ he said. “We stay,” she said.",
            ["We go,", "We stay,"],
            id="closed by a single mark, then another",
        ),
        pytest.param("“[We] go… (soon),” she said.", ["[We] go… (soon),"], id="brackets inside"),
        pytest.param("She said nothing.", [], id="none"),
        pytest.param('“” «» "" “…”', [], id="marks around nothing"),
    ],
)
def test_every_kind_of_pair(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("‘It’s the farmers’ road,’ she said.", ["It’s the farmers’ road,"], id="plural"),
        pytest.param("'It's the farmers' road,' she said.", ["It's the farmers' road,"], id="all straight"),
        pytest.param("‘We saw the Tolls’ dog and the Venns’ cat,’ she said.",
                     ["We saw the Tolls’ dog and the Venns’ cat,"], id="two possessives"),
        pytest.param("She spoke of ‘the farmers’ fund’ and left.", ["the farmers’ fund"], id="inside"),
        pytest.param("‘The pay isn’t safe in the ’90s,’ she said.",
                     ["The pay isn’t safe in the ’90s,"], id="decade"),
        pytest.param("‘’Tis the miners’ rock ’n’ roll,’ she said. ‘Yes.’",
                     ["’Tis the miners’ rock ’n’ roll,", "Yes."], id="elisions"),
        pytest.param("The farmers’ union and the miners’ union met.", [], id="possessives alone"),
        pytest.param("The dogs' and cats' food, 'n' more.", [], id="straight possessives alone"),
        pytest.param("The farmers’ road is ‘closed’.", ["closed"], id="possessive before the quotation"),
        pytest.param("“We’ll go,” she said. ‘No,’ said Oren’s man.", ["We’ll go,", "No,"], id="both styles"),
    ],
)  # fmt: skip
def test_single_marks_and_apostrophes(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('The wall is 6\' 2" high, "too low," she said.', ["too low,"], id="feet and inches"),
        pytest.param('She is 5\'6" tall. "We go," he said.', ["We go,"], id="a height"),
        pytest.param('"She is 5\'6" tall," he said. "Yes."', ['She is 5\'6" tall,', "Yes."], id="quoted"),
        pytest.param('"The 5" pipe burst," she said.', ['The 5" pipe burst,'], id="inches, quoted"),
        pytest.param("A 12″ record and a 7″ one, “both gone”.", ["both gone"], id="double primes"),
        pytest.param('"Built in 1999" and "torn down in 2005," he said.',
                     ["Built in 1999", "torn down in 2005,"], id="a year is no measure"),
        pytest.param('"It was 1999," he said. "We left in 2005"',
                     ["It was 1999,", "We left in 2005"], id="a last year"),
    ],
)  # fmt: skip
def test_measures_are_no_quotations(text: str, expected: list[str]) -> None:
    quotations, warnings = find_quotations(text, paragraph_spans(text))

    assert [text[q.start : q.end] for q in quotations] == expected
    assert warnings == []


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        pytest.param("“He told me ‘go home’ and left,” she said.", "go home", id="single in double"),
        pytest.param("‘He told me “go home” and left,’ she said.", "go home", id="double in single"),
        pytest.param("“He told me “go home” and left,” she said.", "go home", id="double in double"),
        pytest.param('"He told me "go home" and left," she said.', "go home", id="straight in straight"),
        pytest.param("«He told me “go home” and left», she said.", "go home", id="double in guillemets"),
        pytest.param("“Was it ‘good’?” she said.", "good", id="at the end"),
        pytest.param("“‘Go home,’ he told me,” she said.", "Go home,", id="at the beginning"),
    ],
)
def test_a_quotation_in_a_quotation_knows_its_parent(text: str, inner: str) -> None:
    outer, nested = pair(text)

    assert text[nested.start : nested.end] == inner
    assert (outer.depth, outer.parent) == (0, None)
    assert (nested.depth, nested.parent) == (1, 0)


def test_three_deep() -> None:
    text = "“He wrote: ‘they cried “never” at us’,” she said."

    assert [(text[q.start : q.end], q.depth, q.parent) for q in pair(text)] == [
        ("He wrote: ‘they cried “never” at us’,", 0, None),
        ("they cried “never” at us", 1, 0),
        ("never", 2, 1),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“One.\n\n“Two.\n\n“Three,” she said.", ["One.", "Two.", "Three,"], id="marks re-open"),
        pytest.param("“One.\n\nTwo,” she said.", ["One.", "Two,"], id="marks do not re-open"),
        pytest.param('"One.\n\nTwo.\n\nThree," she said.', ["One.", "Two.", "Three,"], id="three, straight"),
        pytest.param("«One.\n\n«Two», she said.", ["One.", "Two"], id="guillemets"),
        pytest.param("«One.\n\n»Two», she said.", ["One.", "Two"], id="guillemets re-opened the French way"),
        pytest.param("‘One’s.\n\n‘Two,’ she said.", ["One’s.", "Two,"], id="single marks"),
    ],
)
def test_a_quotation_over_paragraphs_is_one_piece_a_paragraph(text: str, expected: list[str]) -> None:
    quotations = pair(text)

    assert [text[q.start : q.end] for q in quotations] == expected
    assert [q.continues for q in quotations] == [None, *range(len(expected) - 1)]
    assert [q.closed for q in quotations] == [False] * (len(expected) - 1) + [True]
    assert find_quotations(text, paragraph_spans(text))[1] == []


def test_an_open_quotation_does_not_swallow_what_the_writer_says_next() -> None:
    text = "“We stay.\n\nThe council met again.\n\nIt rained.\n\n“We go,” she said."

    assert quoted(text) == ["We stay.", "We go,"]


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param("“We stay, she said.", id="never closed"),
        pytest.param("We stay,” she said.", id="never opened"),
        pytest.param('We stay," she said.', id="straight, never opened"),
        pytest.param("“We “stay, she said.", id="opened twice"),
        pytest.param("We” stay,” she said.", id="closed twice"),
        pytest.param("« We stay, she said.", id="guillemet"),
        pytest.param("” ” “ “ ''", id="only marks"),
        pytest.param("‘We stay,” she said.", id="opened by another kind"),
        pytest.param("She said: “", id="cut off"),
    ],
)
def test_a_bad_mark_costs_no_other_paragraph_its_quotations(bad: str) -> None:
    text = f"“Good roads,” he said.\n\n{bad}\n\nHe wept.\n\n“Good bridges,” he said, “and ‘good’ boats.”"
    found = quoted(text)

    assert found[0] == "Good roads,"
    assert found[-3:] == ["Good bridges,", "and ‘good’ boats.", "good"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“We stay, she said. Later “we go,” he said. “Yes.”", id="first never closed"),
        pytest.param("We stay,” she said. Later “we go,” he said. “Yes.”", id="first never opened"),
        pytest.param('We stay," she said. Later "we go," he said. "Yes."', id="first never opened, straight"),
    ],
)
def test_a_bad_mark_costs_its_own_paragraph_little(text: str) -> None:
    assert [words.lower() for words in quoted(text)][-2:] == ["we go,", "yes."]


def test_an_unclosed_quotation_ends_with_its_paragraph_and_is_told_of() -> None:
    text = "He waited. “We stay and wait\nand wait\n\nShe left."
    quotations, warnings = find_quotations(text, paragraph_spans(text))

    assert [text[q.start : q.end] for q in quotations] == ["We stay and wait\nand wait"]
    assert [q.closed for q in quotations] == [False]
    assert len(warnings) == 1
    assert "We stay and wait" in warnings[0]


@pytest.mark.parametrize("text", ["“One\ntwo\n\nThree", "One\ntwo” three”", "“"])
def test_a_warning_is_one_line(text: str) -> None:
    for warning in find_quotations(text, paragraph_spans(text))[1]:
        assert "\n" not in warning


def test_empty_quotations_are_left_out_and_the_others_still_know_their_parents() -> None:
    text = "“” “He said ‘…’ and ‘yes’.”"
    kept = without_empty(pair(text), text)

    assert [(text[q.start : q.end], q.parent) for q in kept] == [("He said ‘…’ and ‘yes’.", None), ("yes", 0)]


PIECES = st.sampled_from(
    ["“", "”", '"', "'", "‘", "’", "«", "»", "„", "''", "``", "″", "‹", "」", " ", " ", "\n\n", "\n", ".",
     ",", "—", "(", ")", "…", "word", "Mara", "s", "5", "6'", "é", "鈥", "\u200b", "\u202e", "\x00",
     "\ud800"]
)  # fmt: skip
ANYTHING = st.lists(PIECES, max_size=80).map("".join) | st.text(max_size=200)


@given(ANYTHING)
def test_whatever_the_text_the_quotations_are_sound(text: str) -> None:
    paragraphs = paragraph_spans(text)
    quotations, warnings = find_quotations(text, paragraphs)

    for index, q in enumerate(quotations):
        assert 0 <= q.outer_start <= q.start <= q.end <= q.outer_end <= len(text)
        assert any(start <= q.outer_start and q.outer_end <= end for start, end in paragraphs)
        assert text[q.start : q.end] == text[q.start : q.end].strip()
        assert (q.parent is None) == (q.depth == 0)
        if q.parent is not None:
            parent = quotations[q.parent]
            assert q.parent < index
            assert parent.depth == q.depth - 1
            assert parent.outer_start < q.outer_start
            assert q.outer_end <= parent.outer_end
        if q.continues is not None:
            assert quotations[q.continues].outer_end <= q.outer_start
            assert not quotations[q.continues].closed
    starts = [q.outer_start for q in quotations]
    assert starts == sorted(starts)
    assert all(warning.strip() for warning in warnings)


@given(ANYTHING)
def test_quotations_of_one_depth_never_overlap(text: str) -> None:
    quotations = pair(text)

    for depth in {q.depth for q in quotations}:
        level = [q for q in quotations if q.depth == depth]
        assert all(a.outer_end <= b.outer_start for a, b in pairwise(level))


@given(ANYTHING)
def test_dropping_the_empty_ones_keeps_the_references_true(text: str) -> None:
    quotations = pair(text)
    kept = without_empty(quotations, text)

    assert [q for q in kept if any(c.isalnum() for c in text[q.start : q.end])] == kept
    for q in kept:
        original = next(o for o in quotations if (o.outer_start, o.outer_end) == (q.outer_start, q.outer_end))
        if original.parent is not None:
            assert q.parent is not None
            assert kept[q.parent].outer_start == quotations[original.parent].outer_start


WORDS = st.lists(
    st.sampled_from(["roads", "stay", "bridge", "we", "council", "river"]), min_size=1, max_size=5
)
SENTENCE = st.tuples(WORDS, WORDS).map(lambda parts: (" ".join(parts[0]), " ".join(parts[1])))
WELL_FORMED = st.lists(st.lists(SENTENCE, min_size=1, max_size=3), min_size=1, max_size=3)


def written(paragraphs: list[list[tuple[str, str]]], opening: str, closing: str) -> str:
    lines = [
        " ".join(f"The {outside} said {opening}{inside}{closing}." for outside, inside in sentences)
        for sentences in paragraphs
    ]
    return "\n\n".join(lines)


@given(WELL_FORMED)
def test_the_kind_of_mark_makes_no_difference(paragraphs: list[list[tuple[str, str]]]) -> None:
    expected = [inside for sentences in paragraphs for _, inside in sentences]

    for opening, closing in ("“”", '""', "«»", "»«", "„“", "‘’", "''", "”“", ("``", "''")):
        assert quoted(written(paragraphs, opening, closing)) == expected, opening


@given(
    ANYTHING.filter(lambda text: bool(text.strip())),
    st.sampled_from(["He wept.", "The rivers’ beds, 5'6\" wide."]),
)
def test_an_unrelated_paragraph_before_changes_nothing(text: str, unrelated: str) -> None:
    shifted = f"{unrelated}\n\n{text}"
    offset = len(unrelated) + 2
    paragraphs = paragraph_spans(text)
    moved = [(0, len(unrelated)), *((start + offset, end + offset) for start, end in paragraphs)]

    alone, beside = find_quotations(text, paragraphs)[0], find_quotations(shifted, moved)[0]
    assert [(q.start + offset, q.end + offset, q.depth, q.closed) for q in alone] == [
        (q.start, q.end, q.depth, q.closed) for q in beside
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“a” said she, " * 5000, 5000, id="one paragraph"),
        pytest.param("“We go,” she said.\n\n" * 5000, 5000, id="many paragraphs"),
        pytest.param('"a" b ' * 5000, 5000, id="straight"),
        pytest.param("“a" * 5000 + "b”" * 5000, 5000, id="nested as deep"),
        pytest.param("a” " * 10_000, 0, id="never opened"),
    ],
)
def test_ten_thousand_marks_are_read_like_any_other(text: str, expected: int) -> None:
    assert len(pair(text)) == expected


def test_the_number_of_a_list_is_not_the_speakers() -> None:
    text = "1.“It has no roof.\n\n2.Putting it up keeps rain out.\n\n3) Nobody can take it away.”"
    starts = [0, text.index("2."), text.index("3)")]
    paragraphs = list(zip(starts, [*(start - 2 for start in starts[1:]), len(text)], strict=True))
    found, _ = find_quotations(text, paragraphs)
    assert [text[q.start : q.end] for q in found] == [
        "It has no roof.",
        "Putting it up keeps rain out.",
        "Nobody can take it away.",
    ]


def test_a_figure_that_a_paragraph_of_a_quotation_begins_with_stays() -> None:
    text = "“The mill is old.\n\n40 years is a long time.”"
    found, _ = find_quotations(text, [(0, 17), (19, len(text))])
    assert text[found[1].start : found[1].end] == "40 years is a long time."
