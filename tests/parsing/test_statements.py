"""The records that parsing gives: spans, ids, links, setting, and that no text breaks them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes import parse
from quotes.document import Document
from quotes.offsets import OffsetMap
from quotes.statement import Parse, Statement
from tests.parsing.reading import kinds_of, only_claim, only_quote

STORY = """OSTRAVA, March 12 — Mara Venn, the mayor of Ostrava, said on Monday that the bridge was “unsafe” \
and would be “torn down at once”.

“We will not wait,” Venn told The Harbour Post, “for the river.” She added: \
“They told me ‘it will hold for ever’ and it did not.”

“Nobody is to blame.

“We will build a new one,” she said.

According to the Ministry of Roads, the bridge had been checked. The film “The Long Weir” was shot on it.

Oren Tollan denied that he had been warned. “A lie,” he wrote on Telegram."""


def everything(parsed: Parse) -> Sequence[Statement]:
    return (*parsed.quotes, *parsed.claims)


def assert_sound(parsed: Parse) -> None:
    """What holds of every parse of every text."""
    text, statements = parsed.document.text, everything(parsed)
    by_id = {statement.id: statement for statement in statements}
    assert len(by_id) == len(statements)
    for s in statements:
        assert 0 <= s.start < s.end <= len(text)
        assert text[s.start : s.end] == s.text
        assert any(c.isalnum() for c in s.text)
        assert (s.speaker is None) == (s.unknown is not None) == (s.speaker_type is None)
        assert (s.mention is None) == (s.mention_span is None)
        assert s.mention_span is None or text[slice(*s.mention_span)] == s.mention
        assert (s.cue is None) == (s.cue_span is None)
        assert s.cue_span is None or text[slice(*s.cue_span)] == s.cue
        assert s.context_span[0] <= s.start
        assert s.said_on is None or s.said_evidence
        assert s.confidence is not None
        assert 0 <= s.confidence <= 1
        assert s.nested_in is None or by_id[s.nested_in].start <= s.start
        assert (s.nested_in is None) == (s.depth == 0)
        assert s.utterance is None or by_id[s.utterance].utterance == s.utterance
        for inside in s.quotes_inside:
            assert s.start <= by_id[inside].start < by_id[inside].end <= s.end
    assert {q.kind for q in parsed.quotes} <= {"direct", "partial"}
    assert {c.kind for c in parsed.claims} <= {"indirect"}
    for group in (parsed.quotes, parsed.claims):
        assert [s.start for s in group] == sorted(s.start for s in group)


def test_a_story_gives_sound_statements() -> None:
    parsed = parse(STORY, published="2024-03-14")

    assert_sound(parsed)
    assert [(q.text, q.speaker) for q in parsed.quotes if not q.nested_in] == [
        ("unsafe", "Mara Venn"),
        ("torn down at once", "Mara Venn"),
        ("We will not wait,", "Mara Venn"),
        ("for the river.", "Mara Venn"),
        ("They told me ‘it will hold for ever’ and it did not.", "Mara Venn"),
        ("Nobody is to blame.", "Mara Venn"),
        ("We will build a new one,", "Mara Venn"),
        ("A lie,", "Oren Tollan"),
    ]
    assert [(c.text, c.speaker) for c in parsed.claims] == [
        ("the bridge was “unsafe” and would be “torn down at once”", "Mara Venn"),
        ("the bridge had been checked", "Ministry of Roads"),
        ("he had been warned", "Oren Tollan"),
    ]


def test_the_context_holds_the_statement_and_its_verb() -> None:
    parsed = parse(STORY)

    for s in everything(parsed):
        assert s.context_span[0] <= s.start
        assert s.end <= s.context_span[1]
        if s.cue_span is not None:
            assert s.context_span[0] <= s.cue_span[0]
            assert s.cue_span[1] <= s.context_span[1]


def test_parsing_again_gives_the_same() -> None:
    assert parse(STORY) == parse(STORY)


def test_ids_hang_on_the_place_and_not_on_the_end() -> None:
    short = "Mara Venn said the bridge was old."
    document = Document.of_text(short)
    longer = replace(document, text=short[:-1] + " and worn.", offsets=OffsetMap.identity(len(short) + 9))
    longer = replace(longer, blocks=(replace(document.blocks[0], end=len(longer.text)),))
    before, after = parse(document).claims, parse(longer).claims

    assert [claim.text for claim in before] == ["the bridge was old"]
    assert [claim.text for claim in after] == ["the bridge was old and worn"]
    assert [claim.id for claim in before] == [claim.id for claim in after]


def test_ids_differ_between_documents_and_places() -> None:
    one = {s.id for s in everything(parse(STORY))}
    other = {s.id for s in everything(parse(STORY + "\n\nThe end."))}

    assert not one & other
    assert all(identifier.startswith("q") for identifier in one)


def test_a_claim_that_begins_with_a_quotation_has_an_id_of_its_own() -> None:
    parsed = parse("“Old and worn” the bridge is indeed, Mara Venn said.")

    assert len({s.id for s in everything(parsed)}) == len(everything(parsed))


def test_a_quotation_split_by_its_verb_is_one_utterance() -> None:
    first, second, third = parse("“We will,” Mara Venn said, “rebuild it.” “No,” Oren Tollan said.").quotes

    assert first.utterance == first.id
    assert second.utterance == first.id
    assert third.utterance is None


def test_a_quotation_over_paragraphs_is_one_utterance() -> None:
    quotes = parse("“We will rebuild it,” Mara Venn said.\n\n“It will take a year.\n\n“Or two.”").quotes

    assert len(quotes) == 3
    assert {quote.utterance for quote in quotes} == {quotes[0].id}


def test_two_statements_of_one_speaker_are_two_utterances() -> None:
    quotes = parse("“We will rebuild it,” Mara Venn said. “It was old,” Mara Venn said on Monday.").quotes

    assert [quote.utterance for quote in quotes] == [None, None]


def test_a_quotation_in_a_quotation_is_not_the_outer_speakers() -> None:
    outer, inner = parse("“They told me ‘it will hold for ever’ and it did not,” Mara Venn said.").quotes

    assert (outer.speaker, outer.depth, outer.nested_in) == ("Mara Venn", 0, None)
    assert (inner.text, inner.speaker, inner.depth, inner.nested_in) == (
        "it will hold for ever",
        None,
        1,
        outer.id,
    )
    assert inner.unknown


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("“We will rebuild it,” Mara Venn said.", "direct", id="a sentence"),
        pytest.param("Mara Venn said “the bridge will be rebuilt.”", "direct", id="a clause"),
        pytest.param(
            "Mara Venn: “We will.”\n\n“Yes, we will,” Mara Venn said.", "direct", id="a short answer"
        ),
        pytest.param("Mara Venn called the bridge “a ruin”.", "partial", id="a phrase"),
        pytest.param("Mara Venn said the bridge was “unsafe”.", "partial", id="a word"),
        pytest.param("Mara Venn said they would “rebuild the bridge together”.", "partial", id="a predicate"),
        pytest.param("Mara Venn spoke of “the ruin of our town” on Monday.", "partial", id="an object"),
    ],
)
def test_a_clause_is_direct_and_a_fragment_partial(text: str, kind: str) -> None:
    assert kinds_of(text)[-1][1] == kind


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        pytest.param("“We will,” Mara Venn told reporters on Monday.", "reporters", id="reporters"),
        pytest.param("“We will,” Mara Venn told The Harbour Post.", "The Harbour Post", id="an outlet"),
        pytest.param("“We will,” Mara Venn told the town council.", "the town council", id="a body"),
        pytest.param("“Will you?” Mara Venn asked Oren Tollan.", "Oren Tollan", id="a person"),
        pytest.param("“Will you?” asked Oren Tollan.", None, id="the asker is no hearer"),
        pytest.param("“We will,” Mara Venn told him.", None, id="a pronoun names nobody"),
        pytest.param("“We will,” Mara Venn said.", None, id="none"),
    ],
)
def test_whom_it_was_said_to(text: str, addressee: str | None) -> None:
    assert only_quote(text).addressee == addressee


@pytest.mark.parametrize(
    ("text", "via"),
    [
        pytest.param("“We will,” Mara Venn said (The Harbour Post 2021).", "The Harbour Post 2021",
                     id="citation"),
        pytest.param("The bridge is “a ruin” (Harbour Review 2019), Mara Venn said.", "Harbour Review 2019",
                     id="citation in the middle"),
        pytest.param("“We will,” Mara Venn said in a statement.", "a statement", id="a statement"),
        pytest.param("“We will,” Mara Venn wrote on Telegram.", "Telegram", id="a platform"),
        pytest.param("“We will,” Mara Venn said in an interview with The Harbour Post.",
                     "an interview with The Harbour Post", id="an interview"),
        pytest.param("“We will,” Mara Venn said.", None, id="none"),
        pytest.param("“We said so in a statement,” Mara Venn said.", None, id="only in the quotation"),
    ],
)  # fmt: skip
def test_where_the_words_were_taken_from(text: str, via: str | None) -> None:
    assert only_quote(text).via == via


def test_the_place_in_the_decoded_file_is_kept() -> None:
    text = "“We will,” Mara Venn said."
    document = replace(Document.of_text(text), offsets=OffsetMap(((0, len(text), 100, 100 + len(text)),)))
    (quote,) = parse(document).quotes

    assert quote.source_span == (101, 109)
    assert quote.mention_source_span == (111, 120)


def test_a_document_without_a_map_has_statements_without_a_place() -> None:
    document = replace(Document.of_text("“We will,” Mara Venn said."), offsets=None)
    parsed = parse(document)

    assert parsed.quotes[0].source_span is None
    assert parsed.quotes[0].mention_source_span is None
    assert parsed.attributions == ()


def test_attributions_hold_thoughts_too() -> None:
    text = "Mara Venn believes that the bridge is old."
    parsed = parse(text)

    assert parsed.claims == ()
    assert [[text[slice(*span)] for span in a.content] for a in parsed.attributions] == [
        ["that the bridge is old"]
    ]
    assert [[text[slice(*span)] for span in a.source] for a in parsed.attributions] == [["Mara Venn"]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \n\n\t\n ", id="blanks"),
        pytest.param("“”", id="an empty pair"),
        pytest.param("\"''“”«»‘’„``", id="only marks"),
        pytest.param("“ " * 50, id="only opening marks"),
        pytest.param("...\n\n—\n\n!!!", id="only punctuation"),
        pytest.param("\x00\x1b[2J\u202e\ufeff", id="control characters"),
        pytest.param("said", id="a verb alone"),
        pytest.param("said said said “said” said.", id="verbs alone"),
    ],
)
def test_a_text_without_statements(text: str) -> None:
    parsed = parse(text)

    assert_sound(parsed)
    assert parsed.claims == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x" * 30_000, id="one long word"),
        pytest.param("“" + "x" * 30_000 + "”, Mara Venn said.", id="a long word in marks"),
        pytest.param("漢" * 30_000 + "“no blank”" + "漢" * 5_000, id="a script without blanks"),
    ],
)
def test_a_paragraph_without_blanks_is_parsed(text: str) -> None:
    assert_sound(parse(text + "\n\n“We will rebuild it,” Mara Venn said."))
    assert parse(text + "\n\n“We will rebuild it,” Mara Venn said.").quotes[-1].speaker == "Mara Venn"


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“We go home,” Mara Venn said.\n\n" * 5000, id="many paragraphs"),
        pytest.param("“We go home,” Mara Venn said. " * 5000, id="one paragraph"),
        pytest.param("“We go home,” said Mara Venn, and " * 5000, id="one sentence"),
    ],
)
def test_ten_thousand_marks_are_parsed_like_any_others(text: str) -> None:
    parsed = parse(text)

    assert len(parsed.quotes) == 5000
    assert {quote.speaker for quote in parsed.quotes} == {"Mara Venn"}
    assert_sound(parsed)


@pytest.mark.slow
def test_thousands_of_people_are_told_apart() -> None:
    syllables = "ba ke mo ti ru sa lo vi dan gor pel nim zu fe".split()
    names = [f"{a}{b} {c}{d}".title() for a, b, c, d in product(syllables, repeat=4)][::13]
    parsed = parse("\n\n".join(f"“We go home,” {name} said." for name in names))

    assert len(parsed.quotes) == len(names) > 2900
    assert sum(quote.speaker == name for quote, name in zip(parsed.quotes, names, strict=True)) > 2800


FRAGMENTS = st.sampled_from(
    [
        "Mara Venn", "Oren Tollan", "the Ministry of Roads", "she", "it", "the report", "a spokesman", "Oslo",
        "said", "said that", "told reporters", "according to", "adding that", "called it", "who said",
        "denied", "the bridge is old", "we will rebuild", "on Monday", "in May 2021",
        "(The Harbour Post 2021)", "“", "”", '"', "‘", "’", "«", "»", "„", "’s", ",", ".", ":", "?", "—", "(",
        ")", "\n\n", "\n", "and", "but", "\u200b", "\u202e", "é\u0301", "👩\u200d🌾", "漢字", "\x00", "5'6\"",
        "鈥", "\ufeff",
    ]
)  # fmt: skip
NEWS = st.lists(FRAGMENTS, max_size=60).map(" ".join) | st.lists(FRAGMENTS, max_size=60).map("".join)


@settings(max_examples=25)
@given(NEWS)
def test_no_text_breaks_the_records(text: str) -> None:
    assert_sound(parse(text, published="2024-03-14"))


@settings(max_examples=10)
@given(NEWS)
def test_an_unrelated_paragraph_after_takes_nothing_away(text: str) -> None:
    """Nothing that a rule finds: the model reads paragraphs together, and may be less sure beside another."""
    alone = [quote for quote in parse(text).quotes if quote.basis is None or quote.basis.support != "model"]
    beside = parse(text + "\n\nIt rained.")

    assert {(q.start, q.end) for q in alone} <= {(q.start, q.end) for q in beside.quotes}


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("‘", "’"), ("'", "'"), ("”", "“"), ("``", "''")],
)
def test_the_kind_of_mark_does_not_change_who_is_credited(opening: str, closing: str) -> None:
    text = (
        "Mara Venn runs the mill. “It is ours,” Venn said. “It stays ours.”\n\n"
        "Oren Tollan called it “a ruin” and said: “Let it fall.”"
    ).replace("“", "\x01").replace("”", closing).replace("\x01", opening)  # fmt: skip

    assert [(q.text, q.speaker, q.kind) for q in parse(text).quotes] == [
        ("It is ours,", "Mara Venn", "direct"),
        ("It stays ours.", "Mara Venn", "direct"),
        ("a ruin", "Oren Tollan", "partial"),
        ("Let it fall.", "Oren Tollan", "direct"),
    ]


def test_a_claim_tells_its_hearer_and_source_too() -> None:
    claim = only_claim("Mara Venn told the council in a letter that the bridge was old.")

    assert (claim.text, claim.addressee, claim.via) == ("the bridge was old", "the council", "a letter")
