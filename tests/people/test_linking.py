"""Which names in which documents are one speaker."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.ids import speaker_id
from quotes.people.linking import Member, commonest, display_name, members
from quotes.statement import SpeakerType, Statement

NUMBERS = count()


def said(speaker: str | None, speaker_type: SpeakerType | None, mention: str | None = None) -> Statement:
    return Statement(
        f"q{next(NUMBERS)}",
        "direct",
        0,
        1,
        "x",
        (0, 1),
        speaker=speaker,
        speaker_type=speaker_type,
        mention=mention,
    )


def member(speaker: str, speaker_type: SpeakerType | None, document: str = "daaaaaaaaaa") -> Member:
    return members(document, [said(speaker, speaker_type)])[speaker]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Mara Venn", "person"), ("Dr. M\u00e1ra Venn", "person")),
        (("United States", "country"), ("the U.S.", "country")),
        (("Harbour Union", "organization"), ("The Harbour Union", "organization")),
        (("Ostrava", "country"), ("Ostrava", "organization")),
        (("Red Lanterns", "group"), ("the Red Lanterns", "group")),
        (("Ostravan Foreign Ministry", "organization"), ("Ostravan foreign ministry", "organization")),
    ],
)
def test_one_speaker(one: tuple[str, SpeakerType], other: tuple[str, SpeakerType]) -> None:
    link = member(*one).link
    assert link is not None
    assert link == member(*other, document="dbbbbbbbbbb").link


@pytest.mark.parametrize(
    "alone",
    [
        ("Venn", "person"),
        ("Mr. Venn", "person"),
        ("M. Venn", "person"),
        ("President Venn", "person"),
        ("a senior official", "unnamed"),
        ("Western Officials", "unnamed"),
        ("residents", "group"),
        ("Residents", "group"),
        ("local fishermen", "group"),
        ("Foreign Ministry", "organization"),
        ("the government", "organization"),
        ("Supreme Court", "organization"),
        ("police", "organization"),
        ("Mara Venn", None),
        ("...", "organization"),
    ],
)
def test_what_joins_nobody_in_another_document(alone: tuple[str, SpeakerType | None]) -> None:
    assert member(*alone).link is None


def test_a_person_never_joins_a_country() -> None:
    assert member("Virginia Chad", "person").link != member("Virginia Chad", "country").link


def test_one_document_has_one_member_per_name() -> None:
    found = members(
        "daaaaaaaaaa",
        [
            said("Mara Venn", "person", "Venn"),
            said("M\u00e1ra Venn", "person", "she"),
            said("Mara Venn", "organization", "Ms. Venn"),
            said(None, None, "it"),
        ],
    )
    assert found["Mara Venn"] is found["M\u00e1ra Venn"]
    one = found["Mara Venn"]
    assert (one.type, one.name, one.id) == ("person", "mara venn", speaker_id("daaaaaaaaaa", "mara venn"))
    assert one.forms == {"Mara Venn": 2, "M\u00e1ra Venn": 1}
    assert one.mentions == {"Venn": 1, "Ms. Venn": 1}


def test_namesakes_in_one_document_have_ids_of_their_own() -> None:
    found = members("daaaaaaaaaa", [said("Chad", "country"), said("Mr. Chad", "person")])
    assert found["Chad"].id != found["Mr. Chad"].id
    assert found["Chad"].link == member("Chad", "country", "dbbbbbbbbbb").link


def test_the_name_shown_is_the_commonest_then_the_longest_then_the_first() -> None:
    assert display_name({"Mara Venn": 1, "M. Venn": 2}) == "M. Venn"
    assert display_name({"M. Venn": 2, "Mara Venn": 2}) == "Mara Venn"
    assert display_name({"Mira Venn": 1, "Mara Venn": 1}) == "Mara Venn"
    assert commonest({"country": 1, "organization": 1}) == "country"
    assert commonest({}) is None


STATEMENT = st.builds(
    said,
    st.none()
    | st.sampled_from(["Mara Venn", "Venn", "Mr. Venn", "Chad", "chad", "the US", "US", "a guard", ""]),
    st.sampled_from(["person", "country", "organization", "group", "unnamed", None]),
    st.none() | st.sampled_from(["Venn", "she", "Washington"]),
)


@given(st.lists(STATEMENT, max_size=8), st.randoms())
def test_members_do_not_depend_on_the_order(statements: list[Statement], random: object) -> None:
    found = members("daaaaaaaaaa", statements)
    assert set(found) == {statement.speaker for statement in statements if statement.speaker}
    ids = {one.id: one for one in found.values()}
    assert len({one.name for one in ids.values()}) == len(ids)
    shuffled = list(statements)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert members("daaaaaaaaaa", shuffled) == found
