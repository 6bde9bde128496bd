from hypothesis import given
from hypothesis import strategies as st

from quotes.sources.decoding.mapped import Edit, MappedText


@st.composite
def edited_texts(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(st.text(min_size=0, max_size=40))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return text, [Edit(start, end, draw(st.text(max_size=3))) for start, end in pairs if start < end]


@given(edited_texts())
def test_every_character_that_is_kept_maps_to_itself(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    edited = MappedText.of(text).edited(edits)
    replaced = {index for edit in edits for index in range(edit.start, edit.end)}
    places = [edited.offsets.source_span(i, i + 1) for i in range(len(edited.text))]
    kept = [
        (place[0], character)
        for place, character in zip(places, edited.text, strict=True)
        if place is not None and place[0] not in replaced
    ]
    assert kept == [(index, character) for index, character in enumerate(text) if index not in replaced]


@given(edited_texts(), st.data())
def test_a_second_edit_still_maps_to_the_first_text(
    case: tuple[str, list[Edit]], data: st.DataObject
) -> None:
    text, edits = case
    once = MappedText.of(text).edited(edits)
    start = data.draw(st.integers(0, len(once.text)))
    end = data.draw(st.integers(start, len(once.text)))
    twice = once.selected([("", start, end)])
    assert twice.text == once.text[start:end]
    for index in range(len(twice.text)):
        assert twice.offsets.source_span(index, index + 1) == once.offsets.source_span(
            start + index, start + index + 1
        )


def test_a_replacement_has_the_place_of_what_it_replaces() -> None:
    edited = MappedText.of("one two three").edited([Edit(4, 7, "zwei!")])
    assert edited.text == "one zwei! three"
    assert edited.offsets.source_span(5, 6) == (4, 7)
    assert edited.offsets.source_span(0, 15) == (0, 13)


def test_what_is_put_in_has_no_place() -> None:
    joined = MappedText.of("first   second").selected([("", 0, 5), ("\n\n", 8, 14)])
    assert joined.text == "first\n\nsecond"
    assert joined.offsets.source_span(5, 7) is None
    assert joined.offsets.source_span(0, 13) == (0, 14)
