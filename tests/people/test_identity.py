"""Which names in which documents are one speaker."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.people.identity.nodes import Node
from quotes.people.identity.partition import partition
from quotes.people.identity.rulings import Ruling
from quotes.statement import SpeakerType
from tests.people.identities import are_one, member, parted, speakers

HARBOUR = "harbour minister of Ostrava"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mara Venn", "Dr. M\u00e1ra Venn"),
        ("Xi Jinping", "Jinping Xi"),
        ("Kim Kwon-sik", "Kwon-sik Kim"),
        ("Kim Kwon-sik", "Kim Kwonsik"),
        ("Kim Kwon-sik", "Kim Kwon Sik"),
        ("Orb\u00e1n Viktor", "Viktor Orban"),
        ("Kishida Fumio", "Fumio Kishida"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Volodymyr Zelenskiy", "Volodymyr Zelensky"),
        ("Sergei Shoigu", "Sergey Shoygu"),
        ("Mohammed bin Salman", "Muhammad bin Salman"),
        ("Yulia Brandt", "Julia Brandt"),
        ("Moammar Gadhafi", "Muammar Qaddafi"),
        ("Bashar al-Assad", "Bashar Assad"),
        ("J\u00fcrgen M\u00fcller", "Juergen Mueller"),
        ("Ursula von der Leyen", "Ursula Von Der Leyen"),
        ("Ana de la Cruz", "Ana De La Cruz"),
        ("J. R. Cole", "J.R. Cole"),
        ("Bodn\u00e1r Zs\u00f3fia", "Zsofia Bodnar"),
        ("Nakayama Rei", "Rei Nakayama"),
        ("Otto Cole the Elder", "Otto Cole Sr."),
        ("Otto Cole, the younger", "Otto Cole Jr."),
    ],
)
def test_spellings_of_one_name_need_nothing_else(one: str, other: str) -> None:
    assert are_one(member(one), member(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("George Thomas", "Thomas George"),
        ("Otto Cole Jr.", "Otto Cole Sr."),
        ("Otto Cole Jr.", "Otto Cole"),
        ("Otto Cole III", "Otto Cole Jr."),
        ("Ida Martin", "Ida Martinez"),
        ("Ida Hansen", "Ida Hanson"),
        ("Maria Cole", "Mario Cole"),
        ("Mary Cole", "Mari Cole"),
        ("Ana Cruz", "Ana de la Cruz"),
        ("Mohammed Salman", "Mohammed bin Salman"),
        ("Kim Jong-un", "Kim Jong-nam"),
        ("J. R. Cole", "John R. Cole"),
        ("John Cole", "John R. Cole"),
        ("Bill Cole", "William Cole"),
        ("Mara Venn", "Ida Venn"),
        ("Mara Venn", "Mara Venn-Cole"),
        ("Otto Cole the Elder", "Otto Cole the Younger"),
        ("Brisk Odalo", "Odalo Brisk"),
        ("Yevhen Sova", "Evgeny Sova"),
        ("M. Venn", "M. Venn"),
    ],
)
def test_names_alike_are_not_one_by_themselves(one: str, other: str) -> None:
    assert not are_one(member(one), member(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("J. R. Cole", "John R. Cole"),
        ("John Cole", "John R. Cole"),
        ("Bill Cole", "William Cole"),
        ("Gabriel Ruiz", "Gabriel Ruiz Plata"),
        ("Mohammad Hasan", "Mohammed Hassan"),
        ("Otto Cole Jr.", "Otto Cole"),
        ("Brisk Odalo", "Odalo Brisk"),
        ("Yevhen Sova", "Evgeny Sova"),
        ("Pavlo Melnychenko", "Pavel Melnichenko"),
        ("M. Venn", "M. Venn"),
    ],
)
def test_what_is_told_of_them_makes_names_alike_one(one: str, other: str) -> None:
    assert are_one(member(one, HARBOUR), member(other, "Ostravan harbour minister"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ida Martin", "Ida Martinez"),
        ("Ida Hansen", "Ida Hanson"),
        ("Maria Cole", "Mario Cole"),
        ("Otto Cole Jr.", "Otto Cole III"),
        ("George Thomas", "Thomas George"),
        ("John Q. Cole", "John R. Cole"),
        ("Mara Venn", "Ida Venn"),
    ],
)
def test_a_shared_office_never_makes_two_names_one(one: str, other: str) -> None:
    """An office changes hands."""
    assert not are_one(member(one, HARBOUR), member(other, HARBOUR))


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [
        (("Oleksandr Sovenko", "naval commander"), ("Alexander Sovenko", "Admiral"), True),
        (("Marit Venn", "finance minister"), ("M. Venn", "prime minister of Ostrava"), True),
        (("Marit Smith", "finance minister"), ("M. Smith", "prime minister of Ostrava"), False),
        (("Brisk Odalo", "mayor of Lode"), ("Odalo Brisk", "Mayor"), True),
        (("Brisk Odalo", "mayor of Lode"), ("Odalo Brisk", "the minister"), False),
        (("Brisk Odalo", "mayor of Lode"), ("Odalo Brisk", "a judge"), False),
    ],
)
def test_how_much_must_be_told_depends_on_the_name(
    one: tuple[str, str], other: tuple[str, str], are: bool
) -> None:
    assert are_one(member(*one), member(*other)) is are


def test_a_chinese_name_is_a_persons_whatever_it_was_taken_for() -> None:
    assert are_one(member("Gao Lianfang"), member("Gao Lianfang", type="organization"))
    assert not are_one(member("Mara Venn"), member("Mara Venn", type="organization"))


def test_an_initial_that_fits_two_stays_alone() -> None:
    names = [member(form, HARBOUR) for form in ("J. Cole", "John Cole", "James Cole")]
    assert speakers(*names) == []
    assert len(parted(*names).unsure) == 2


class TestBareNames:
    def test_one_is_linked_where_the_office_fits(self) -> None:
        assert are_one(member("Mara Venn", HARBOUR), member("Venn", "Ostrava's harbour minister"))
        assert are_one(member("Otto Cole", "US president"), member("Cole", mentions=["President Cole"]))

    def test_one_of_whom_nothing_is_told_is_offered(self) -> None:
        found = parted(member("Wang Yi", "Chinese foreign minister"), member("Wang"))
        assert len(found.speakers) == 2
        assert [each.evidence_for for each in found.unsure] == [("same family name",)]

    def test_two_of_a_name_are_told_apart_by_their_offices(self) -> None:
        people = [
            member("Wang Yi", "Chinese Foreign Minister"),
            member("Wang Wenbin", "Chinese Foreign Ministry spokesman"),
            member("Wang", "Foreign Ministry spokesman"),
        ]
        assert speakers(*people) == [{1, 2}]

    def test_two_who_fit_as_well_leave_it_alone(self) -> None:
        people = [member(f"{given} Venn", HARBOUR) for given in ("Mara", "Ida")]
        assert speakers(*people, member("Venn", HARBOUR)) == []

    def test_an_office_of_another_country_is_no_support(self) -> None:
        assert not are_one(member("Otto Cole", "French president"), member("Cole", "Canadian President"))
        assert not are_one(member("Otto Cole", "Ostravan judge"), member("Cole", "Norlandian judge"))

    def test_a_document_that_has_both_names_keeps_them_apart(self) -> None:
        one, other = member("Mara Venn", HARBOUR, document="da"), member("Venn", HARBOUR, document="da")
        assert not are_one(one, other)

    def test_vague_offices_do_not_link(self) -> None:
        assert not are_one(member("Venn", "minister"), member("Venn", "Minister"))
        assert not are_one(member("Mara Venn", HARBOUR), member("Venn", "minister"))
        assert not are_one(member("Mara Venn", HARBOUR), member("Venn", "deputy harbour minister of Ostrava"))

    def test_an_office_alone_tells_the_only_one_who_is_so_described(self) -> None:
        """Family names that few bear, offices that not everybody has."""
        mayor, pilot = member("Delia Venn", "mayor of Lode"), member("Tom Venn", "a retired pilot")
        assert speakers(mayor, pilot, member("Venn", "the mayor")) == [{0, 2}]
        assert speakers(mayor, member("Tom Venn"), member("Venn", "the mayor")) == []
        assert speakers(mayor, pilot, member("Venn", "Mayor of Harlow")) == []
        assert not are_one(member("Delia Smith", "mayor of Lode"), member("Smith", "the mayor"))
        assert not are_one(member("Delia Venn", "director of the zoo"), member("Venn", "the director"))

    def test_bare_names_of_one_office_and_country_are_one(self) -> None:
        assert are_one(member("Venn", "Ostravan harbour minister"), member("Venn", HARBOUR))

    def test_a_ms_is_no_mr(self) -> None:
        one = member("Mara Venn", HARBOUR, mentions=["Ms. Venn"])
        assert not are_one(one, member("Venn", HARBOUR, mentions=["Mr. Venn"]))

    def test_a_listed_name_supports_it(self) -> None:
        listed = member("Mara Venn", aliases=["Venn", "Mara Venn-Cole"])
        assert speakers(listed, member("Venn"), member("Mara Venn-Cole"), member("Ida Cole")) == [{0, 1, 2}]


class TestNamesakes:
    def test_offices_of_two_countries_are_of_two(self) -> None:
        people = [member("Otto Cole", "Ostravan judge"), member("Otto Cole", "Norlandian finance minister")]
        found = parted(*people)
        assert len(found.speakers) == 2
        assert found.unsure[0].evidence_against == ("what is told of them is of two",)

    def test_further_ones_join_a_side_by_what_is_told(self) -> None:
        people = [
            member("Otto Cole", "Ostravan judge"),
            member("Otto Cole", "Norlandian finance minister"),
            member("Otto Cole", "finance minister of Norlandia"),
            member("Otto Cole"),
        ]
        assert speakers(*people) == [{1, 2}]

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Rovers striker", "the bishop"),
            ("novelist", "an epidemiologist at the county hospital"),
            ("County judge", "Football coach"),
            ("the bishop's driver", "bishop"),
        ],
    )
    def test_fields_that_nobody_changes_between_are_of_two(self, one: str, other: str) -> None:
        assert not are_one(member("Otto Cole", one), member("Otto Cole", other))
        names = [member("Otto Cole", role) for role in (one, other, other, f"then {one}")]
        assert speakers(*names) == [{0, 3}, {1, 2}]

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("striker", "president"),
            ("a comedian", "Ostravan leader"),
            ("the doctor", "mayor"),
            ("adviser to the bishop", "goalkeeper"),
            ("spokesman of the bishop", "a novelist"),
            ("forward", "novelist, a former midfielder"),
        ],
    )
    def test_other_lives_are_one_persons(self, one: str, other: str) -> None:
        assert are_one(member("Otto Cole", one), member("Otto Cole", other))

    def test_of_a_name_that_many_bear_something_must_be_told_that_goes_together(self) -> None:
        one = member("Ranvir Singh", "professor of fisheries")
        assert not are_one(one, member("Ranvir Singh", "a tea-stall owner"))
        assert are_one(one, member("Ranvir Singh", "fisheries expert"))
        assert are_one(one, member("Ranvir Singh"))
        assert not are_one(member("Zhang Jun", "a public relations manager"), member("Zhang Jun"))
        assert not are_one(member("John Smith"), member("John Smith"))
        assert are_one(member("Ranvir Singh", "mayor of Lode"), member("Ranvir Singh", "prime minister"))
        assert are_one(
            member("Mara Venn", "professor of fisheries"), member("Mara Venn", "a tea-stall owner")
        )

    def test_a_career_is_one_persons(self) -> None:
        roles = ("then finance minister of Ostrava", "Ostravan prime minister", "former Ostravan leader", "")
        assert are_one(*(member("Otto Cole", *filter(None, [role])) for role in roles))


class TestBodies:
    @pytest.mark.parametrize(
        ("one", "other", "kind"),
        [
            ("United States", "the U.S.", "country"),
            ("China", "PRC", "country"),
            ("China", "Beijing", "country"),
            ("Harbour Union", "The Harbour Union", "organization"),
            ("World Health Organization", "WHO", "organization"),
            ("World Health Organization (WHO)", "World Health Organisation", "organization"),
            ("Ostravan Foreign Ministry", "Ostrava's foreign ministry", "organization"),
            ("Russian Foreign Ministry", "Ministry of Foreign Affairs of Russia", "organization"),
            ("US Supreme Court", "Supreme Court of the United States", "organization"),
            ("Red Lanterns", "the Red Lanterns", "group"),
            ("Foreign Ministry in Tokyo", "Japan's Foreign Ministry", "organization"),
            ("Central Bank of Ostrava", "Ostrava's central bank", "organization"),
            ("Ostrava", "the Ostrava", "country"),
        ],
    )
    def test_one_body(self, one: str, other: str, kind: SpeakerType) -> None:
        assert are_one(member(one, type=kind), member(other, type=kind))

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Foreign Ministry", "Foreign Ministry"),
            ("Supreme Court", "Supreme Court"),
            ("the government", "government"),
            ("Liberal Party", "Liberal Party"),
            ("harbour board", "harbour board"),
            ("Russian Foreign Ministry", "Chinese Foreign Ministry"),
            ("Harbour Transport Authority", "HTA"),
            ("...", "..."),
            ("Ministry of Livestock and Canals", "Ministry of Livestock and Canals"),
            ("Ministry of Hydrocarbons", "Ministry of Hydrocarbons"),
            ("Canals and Livestock Ministry", "Canals and Livestock Ministry"),
            ("Foreign Ministry in Tokyo", "Foreign Ministry in Moscow"),
            ("Foreign Ministry in Lode", "Foreign Ministry"),
            ("Central Bank of Ostrava", "Norlandia's central bank"),
            ("residents", "Residents"),
            ("police", "Police"),
        ],
    )
    def test_two_bodies(self, one: str, other: str) -> None:
        assert not are_one(member(one, type="organization"), member(other, type="organization"))

    def test_an_abbreviation_that_a_document_explains(self) -> None:
        explained = member("Harbour Transport Authority (HTA)", type="organization")
        used = member("Harbour Transport Authority", type="organization", mentions=["HTA"])
        assert are_one(explained, member("HTA", type="organization"))
        assert are_one(used, member("HTA", type="organization"))

    def test_an_abbreviation_of_two_stays_alone(self) -> None:
        bodies = [
            member("Harbour Transport Authority (HTA)", type="organization"),
            member("Highland Teachers Alliance (HTA)", type="organization"),
            member("HTA", type="organization"),
        ]
        assert speakers(*bodies) == []

    def test_a_person_is_no_country(self) -> None:
        assert not are_one(member("Chad Virginia"), member("Chad Virginia", type="country"))

    def test_a_country_taken_for_a_body_is_that_country(self) -> None:
        assert are_one(member("Ostrava", type="country"), member("Ostrava", type="organization"))
        assert not are_one(member("Virginia Chad"), member("Virginia Chad", type="country"))

    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("Venn", "person"),
            ("Mr. Venn", "person"),
            ("M. Venn", "person"),
            ("a senior official", "unnamed"),
            ("residents", "group"),
            ("Residents", "group"),
            ("local fishermen", "group"),
            ("police", "organization"),
            ("Mara Venn", None),
        ],
    )
    def test_what_joins_nobody_in_another_document(self, name: str, kind: SpeakerType | None) -> None:
        assert not are_one(member(name, type=kind), member(name, type=kind))

    def test_the_unnamed_join_nobody(self) -> None:
        assert not are_one(*(member("Western Officials", type="unnamed") for _ in range(2)))
        assert not are_one(*(member("Local Fishermen", type="group") for _ in range(1)), member("fishermen"))


class TestRulings:
    def test_people_join_what_nothing_else_would(self) -> None:
        one, other, more = member("Mara Venn"), member("The Skipper"), member("Mara Venn")
        assert speakers(one, other, more, rulings=[Ruling(1, "same", one.id, other.id)]) == [{0, 1, 2}]

    def test_people_part_equal_names_and_further_ones_need_support(self) -> None:
        one = member("Otto Cole", "Ostravan judge")
        other = member("Otto Cole", "harbour pilot")
        described = member("Otto Cole", "judge in Ostrava", "Ostravan judge")
        plain = member("Otto Cole")
        apart = [Ruling(1, "different", one.id, other.id)]
        assert speakers(one, other, rulings=apart) == []
        assert speakers(one, other, described, plain, rulings=apart) == [{0, 2}]

    def test_the_later_ruling_wins(self) -> None:
        one, other = member("Mara Venn"), member("Mara Venn")
        apart, joined = Ruling(1, "different", one.id, other.id), Ruling(2, "same", other.id, one.id)
        assert speakers(one, other, rulings=[apart, joined]) == [{0, 1}]
        apart = Ruling(3, "different", one.id, other.id)
        assert speakers(one, other, rulings=[apart, joined]) == []

    def test_nobody_is_asked_again(self) -> None:
        one, other = member("Wang Yi"), member("Wang")
        apart = [Ruling(1, "different", one.id, other.id)]
        assert parted(one, other).unsure
        assert not parted(one, other, rulings=apart).unsure


def test_a_name_that_no_statement_carries_is_nobodys_rival() -> None:
    people = [
        member("Mara Venn", HARBOUR),
        member("Ida Venn", HARBOUR, counts=False),
        member("Venn", HARBOUR),
        member("Mara Venn", counts=False),
    ]
    assert speakers(*people) == [{0, 2, 3}]


FORMS: list[tuple[str, SpeakerType]] = [
    ("Mara Venn", "person"),
    ("M. Venn", "person"),
    ("Venn", "person"),
    ("Ida Venn", "person"),
    ("Otto Cole", "person"),
    ("Otto Cole Jr.", "person"),
    ("Otto R. Cole", "person"),
    ("Volodymyr Zelenskyy", "person"),
    ("Volodymyr Zelensky", "person"),
    ("HTA", "organization"),
    ("Harbour Transport Authority (HTA)", "organization"),
    ("Foreign Ministry", "organization"),
    ("China", "country"),
    ("Brisk Odalo", "person"),
    ("Odalo Brisk", "person"),
    ("John Smith", "person"),
    ("Smith", "person"),
]
ROLES = [
    "",
    "the mayor",
    "striker",
    "bishop",
    "Ostravan judge",
    "Norlandian judge",
    HARBOUR,
    "harbour minister",
    "president",
    "Ms. Venn",
]


@st.composite
def libraries(draw: st.DrawFn) -> tuple[list[Node], list[Ruling]]:
    """Some members, two to a document, and rulings on them."""
    drawn = draw(st.lists(st.tuples(st.sampled_from(FORMS), st.sampled_from(ROLES)), min_size=2, max_size=9))
    nodes = [
        member(form, *filter(None, [role]), type=kind, id=f"s{at}", document=f"d{at // 2}")
        for at, ((form, kind), role) in enumerate(drawn)
    ]
    pairs = st.tuples(st.sampled_from(["same", "different"]), *[st.sampled_from(nodes)] * 2)
    rulings = [
        Ruling(number, kind, one.id, other.id)
        for number, (kind, one, other) in enumerate(draw(st.lists(pairs, max_size=3)))
        if one is not other
    ]
    return nodes, rulings


@settings(max_examples=150, deadline=None)
@given(library=libraries(), random=st.randoms(use_true_random=False))
def test_nothing_depends_on_an_order(library: tuple[list[Node], list[Ruling]], random: Random) -> None:
    nodes, rulings = library
    before = partition(nodes, rulings)
    random.shuffle(nodes)
    random.shuffle(rulings)
    after = partition(nodes, rulings)
    assert after == before
    assert sorted(each for group in after.speakers for each in group) == sorted(node.id for node in nodes)


@settings(max_examples=150, deadline=None)
@given(library=libraries())
def test_rulings_hold(library: tuple[list[Node], list[Ruling]]) -> None:
    nodes, rulings = library
    owner = {each: group for group in partition(nodes, rulings).speakers for each in group}
    if rulings:
        last = rulings[-1]
        assert (owner[last.first] == owner[last.second]) is (last.kind == "same")
