"""Cuts, insertions and stage directions in quoted words, and that nobody else's brackets pass for them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes import parse, read
from quotes.parsing.alterations import alterations_in
from tests.parsing.reading import only_claim, only_quote

Found = list[tuple[str, str]]


def found_in(text: str, *, spoken: bool = False) -> Found:
    """The kinds and the words of the alterations in `text`."""
    return [(kind, text[a:b]) for kind, a, b in alterations_in(text, [(0, len(text))], spoken=spoken)]


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("We waited ... and nobody came.", "..."),
        ("We waited… and nobody came.", "…"),
        ("We waited . . . and nobody came.", ". . ."),
        ("We waited. ... Nobody came.", "..."),
        ("We waited.... Nobody came.", "...."),
        ("We waited […] and nobody came.", "[…]"),
        ("We waited [...] and nobody came.", "[...]"),
        ("We waited [. . .] and nobody came.", "[. . .]"),
        ("We waited (...) and nobody came.", "(...)"),
        ("We waited [-] and nobody came.", "[-]"),
        ("... and nobody came.", "..."),
        ("We waited for the ferry …", "…"),
        ("We waited for [inaudible] and went.", "[inaudible]"),
    ],
)
def test_words_left_out_are_a_cut(words: str, mark: str) -> None:
    assert found_in(words) == [("cut", mark)]


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("He closed [the] weir.", "[the]"),
        ("[T]he weir is closed.", "[T]"),
        ("He say[s] it is closed.", "[s]"),
        ("Them [the millers] we trust.", "[the millers]"),
        ("We was [sic] there.", "[sic]"),
        ("We was (sic) there.", "(sic)"),
        ("The weir (and) the mill are closed.", "(and)"),
        ("The weir (will be) closed.", "(will be)"),
        ("They (the millers) are right.", "(the millers)"),
        ("They (millers) are right.", "(millers)"),
        ("I told him (Tollan) so.", "(Tollan)"),
        ("I told President (Mara) Venn so.", "(Mara)"),
        ("It is closed [emphasis added].", "[emphasis added]"),
    ],
)
def test_words_the_writer_put_in_are_an_insertion(words: str, mark: str) -> None:
    assert found_in(words) == [("inserted", mark)]


@pytest.mark.parametrize("mark", ["(laughs)", "[laughter]", "(Long pause)", "[applause from the gallery]"])
def test_what_happened_meanwhile_is_a_stage_direction(mark: str) -> None:
    assert found_in(f"We will see {mark} in spring.") == [("direction", mark)]


@pytest.mark.parametrize(
    "words",
    [
        "The Millers' Union (MU) will sign.",
        "We signed (2019) and paid (in full, as was agreed with the board).",
        "We ask for (a) a weir, (b) a mill and (i) a bridge.",
        "It (so far) holds.",
        "The weir (which is old) holds.",
        "Dr. J. K. Venn paid 3.50 for it.",
        "Wait.. no.",
        "We paid Harbour Steel (Ostrava) for it.",
        "A lone [ bracket ( is nobody's.",
    ],
)
def test_the_speakers_own_brackets_and_dots_are_no_alteration(words: str) -> None:
    assert found_in(words) == []


def test_at_the_end_of_a_turn_somebody_trails_off() -> None:
    assert found_in("I thought ... that is, well...", spoken=True) == [("cut", "...")]
    assert found_in("I thought, well [...]", spoken=True) == [("cut", "[...]")]


def test_a_quote_says_where_its_source_altered_it() -> None:
    quote = only_quote("“They [the millers] waited ... and went,” Mara Venn said.")

    assert [(a.kind, a.text) for a in quote.alterations] == [("inserted", "[the millers]"), ("cut", "...")]
    assert all(quote.start <= a.start < a.end <= quote.end for a in quote.alterations)


def test_of_a_claim_only_what_it_has_in_marks_counts() -> None:
    claim = only_claim("Mara Venn said the weir (and the mill) ... would “not [ever] hold” this year.")

    assert [(a.kind, a.text) for a in claim.alterations] == [("inserted", "[ever]")]


def test_a_quotation_inside_another_has_its_own() -> None:
    outer, inner = parse(
        "“They told me ‘it [the weir] will hold for ever’ and [then] left,” Venn said."
    ).quotes

    assert [a.text for a in outer.alterations] == ["[the weir]", "[then]"]
    assert [a.text for a in inner.alterations] == ["[the weir]"]


def test_a_turn_of_a_transcript_has_stage_directions() -> None:
    parsed = parse(
        "JUDGE LYLE: Were you there?\n\nMS VENN: I was (laughs) ... not.\n\nJUDGE LYLE: So...\n\nMS VENN: No."
    )

    assert [[a.kind for a in turn.alterations] for turn in parsed.quotes] == [
        [],
        ["direction", "cut"],
        [],
        [],
    ]


def test_alterations_have_a_place_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "weir.txt"
    path.write_bytes("The Weir\r\n\r\n“We [millers] wait,” Mara Venn said.\r\n".encode())
    (document,) = read(path)

    (altered,) = parse(document).quotes[0].alterations

    assert altered.source_span is not None
    assert path.read_bytes().decode()[slice(*altered.source_span)] == altered.text == "[millers]"


@given(st.text(alphabet="ab I.…[]()-* \n\u00a0", max_size=80), st.booleans())
def test_alterations_lie_in_their_span_one_after_the_other(text: str, spoken: bool) -> None:
    at = 2
    for kind, start, end in alterations_in(text, [(2, len(text))] if len(text) > 2 else [], spoken=spoken):
        assert kind in ("cut", "inserted", "direction")
        assert at <= start < end <= len(text)
        at = end


def test_hostile_brackets_take_no_time() -> None:
    for piece in ("[", "(", "[(", ". ", "…", "(a", "[the ", "they ("):
        alterations_in(piece * 100_000, [(0, len(piece) * 100_000)])
