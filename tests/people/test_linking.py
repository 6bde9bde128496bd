"""The speakers of one document; `test_identity` has who is who across documents."""

from itertools import count
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from quotes.ids import speaker_id
from quotes.people.linking import commonest, display_name, members
from quotes.statement import SpeakerType, Statement

NUMBERS = count()


def said(
    speaker: str | None, speaker_type: SpeakerType | None, mention: str | None = None, **more: Any
) -> Statement:
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
        **more,
    )


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
    assert found["Chad"].name != found["Mr. Chad"].name


def test_roles_are_kept_with_their_places_in_the_order_of_the_text() -> None:
    found = members(
        "daaaaaaaaaa",
        [
            said("Mara Venn", "person", role="harbour minister", role_span=(90, 106)),
            said("Mara Venn", "person", role="then a pilot", role_span=(20, 32)),
            said("Mara Venn", "person", role="then a pilot", role_span=(20, 32)),
            said("Mara Venn", "person"),
        ],
    )
    assert found["Mara Venn"].roles == (("then a pilot", 20, 32), ("harbour minister", 90, 106))


def test_those_who_speak_together_are_members_and_parts_of_the_group() -> None:
    together = ("Mara Venn", "Harbour Union", "China")
    statements = [
        said("Venn, the union and China", "group", joint=together),
        said("Mara Venn", "person", "Venn"),
        said("Mara Venn and Ida Brook", "group", joint=("Mara Venn", "Ida Brook")),
    ]
    found = members("daaaaaaaaaa", statements)
    group = found["Venn, the union and China"]
    assert group.parts == ("mara venn", "harbour union", "china")
    assert {part: found[part].type for part in together} == {
        "Mara Venn": "person",
        "Harbour Union": "organization",
        "China": "country",
    }
    assert found["Mara Venn"].forms == {"Mara Venn": 3}
    assert found["Ida Brook"].type == "person"
    assert found["Mara Venn"].parts == ()


def test_a_group_is_no_part_of_itself() -> None:
    found = members("daaaaaaaaaa", [said("Venn", "group", joint=("Venn", "", "Ida Brook"))])
    assert found["Venn"].parts == ("ida brook",)


def test_the_name_shown_is_the_commonest_then_the_longest_then_the_first() -> None:
    assert display_name({"Mara Venn": 1, "M. Venn": 2}) == "M. Venn"
    assert display_name({"M. Venn": 2, "Mara Venn": 2}) == "Mara Venn"
    assert display_name({"Mira Venn": 1, "Mara Venn": 1}) == "Mara Venn"


def test_a_lone_name_of_a_person_yields_to_one_that_holds_it() -> None:
    assert display_name({"Venn": 5, "Mara Venn": 1, "M. Venn": 2}, person=True) == "M. Venn"
    assert display_name({"Venn": 5, "Mara Venn": 1}, person=True) == "Mara Venn"
    assert display_name({"Venn": 5, "Mara": 2}, person=True) == "Venn"
    assert display_name({"Ferry Queen": 1, "Venn": 2}, person=True) == "Venn"
    assert display_name({"?": 2}, person=True) == "?"
    assert display_name({"Ostrava": 5, "Republic of Ostrava": 1}) == "Ostrava"
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
