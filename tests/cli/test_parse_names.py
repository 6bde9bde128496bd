"""The names of records."""

from hypothesis import given
from hypothesis import strategies as st

from quotes.cli.parse import unused


def test_a_second_file_of_a_stem_gets_a_number() -> None:
    taken: set[str] = set()

    assert [unused(stem, taken) for stem in ["a", "b", "a", "a", "a~2", "a~2"]] == [
        "a",
        "b",
        "a~2",
        "a~3",
        "a~2~2",
        "a~2~3",
    ]


@given(st.lists(st.sampled_from(["a", "a~2", "a~2~2", "b", ""])))
def test_names_never_repeat_and_the_first_keeps_its_stem(stems: list[str]) -> None:
    taken: set[str] = set()

    names = [unused(stem, taken) for stem in stems]

    assert len(set(names)) == len(names)
    assert all(name.startswith(stem) for name, stem in zip(names, stems, strict=True))
