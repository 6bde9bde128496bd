"""Whom a speaker speaks for, by the words that describe him, her or it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.people.affiliation import LONGEST_DESCRIPTION, Description, affiliations, settled
from quotes.people.parties import Party
from quotes.statement import SpeakerType


def spoken_for(*descriptions: str, name: str = "Mara Venn", kind: SpeakerType | None = "person") -> list[str]:
    """The names of whom the speaker speaks for now."""
    found = affiliations(name, kind, [Description(text) for text in descriptions])
    return [each.name for each in found if not each.past]


@pytest.mark.parametrize(
    ("description", "parties"),
    [
        ("Russian Defense Minister", ["Defence Ministry (Russia)", "Russia"]),
        ("Indian External Affairs Minister", ["Foreign Ministry (India)", "India"]),
        ("China’s Vice Foreign Minister", ["Foreign Ministry (China)", "China"]),
        ("minister of defence of Chile", ["Defence Ministry (Chile)", "Chile"]),
        ("Minister for Trade and Industry of Chile", ["Trade and Industry Ministry (Chile)", "Chile"]),
        ("Ugandan Minister for Gender, Labour, and Social Development", ["Uganda"]),
        ("the Russian leader", ["Russia"]),
        ("President of Chile", ["Chile"]),
        ("South Korean president", ["South Korea"]),
        ("a senior U.S. official", ["United States"]),
        ("Ukrainian presidential adviser", ["Ukraine"]),
        ("adviser to the Ukrainian president", ["Ukraine"]),
        ("British Foreign Secretary", ["United Kingdom"]),
        ("Georgia's prime minister", ["Georgia"]),
        ("Israeli police spokesman", ["Police (Israel)", "Israel"]),
        ("an official at the Chinese embassy", ["Embassy (China)", "China"]),
        ("head of the Chinese delegation", ["China"]),
        ("secretary of the Security Council of Russia", ["Security Council (Russia)", "Russia"]),
    ],
)
def test_offices_of_a_country(description: str, parties: list[str]) -> None:
    assert sorted(spoken_for(description)) == sorted(parties)


@pytest.mark.parametrize(
    ("description", "parties"),
    [
        ("a spokesman for the Harbour Union", ["Harbour Union"]),
        ("Harbour Union spokesman", ["Harbour Union"]),
        ("CEO of Skelt Steel", ["Skelt Steel"]),
        ("Skelt Steel chief executive", ["Skelt Steel"]),
        ("president and CEO of Skelt Steel", ["Skelt Steel"]),
        ("head of the Ostrava port authority", ["Ostrava port authority"]),
        ("the head of mission at Tide Aid", ["Tide Aid"]),
        ("director of the Centre for Tide Studies in Port Ellen", ["Centre for Tide Studies"]),
        ("mayor of Port Ellen", ["Port Ellen"]),
        ("Port Ellen police chief", ["Port Ellen Police"]),
        ("Moscow mayor", ["Moscow"]),
        ("Ostrava's prime minister", ["Ostrava"]),
        ("Prime Minister of Ostrava", ["Ostrava"]),
        ("lawyer for Skelt Steel", ["Skelt Steel"]),
        ("Air China spokesman", ["Air China"]),
        ("American Airlines chief executive", ["American Airlines"]),
        ("UN Secretary-General", ["United Nations"]),
        ("UN special envoy for Syria", ["United Nations"]),
        ("NATO chief", ["NATO"]),
        ("EU foreign policy chief", ["European Union"]),
        ("Russian Football Union president", ["Russian Football Union"]),
        (
            "foreign minister of Ostrava and leader of the Tide Party",
            ["Foreign Ministry (Ostrava)", "Ostrava", "Tide Party"],
        ),
    ],
)
def test_offices_of_a_body(description: str, parties: list[str]) -> None:
    assert sorted(spoken_for(description)) == sorted(parties)


@pytest.mark.parametrize(
    ("description", "parties"),
    [
        ("Kremlin spokesman", ["Kremlin", "Russia"]),
        ("White House press secretary", ["White House", "United States"]),
        ("Pentagon chief", ["Pentagon", "United States"]),
        ("State Department spokesman", ["State Department", "United States"]),
        ("Bank of Japan governor", ["Bank of Japan", "Japan"]),
        ("chairman of the Russian State Duma", ["State Duma", "Russia"]),
    ],
)
def test_a_house_of_government_and_its_country(description: str, parties: list[str]) -> None:
    assert spoken_for(description) == parties


@pytest.mark.parametrize(
    ("description", "sender"),
    [
        ("Chinese ambassador to Chile", ["China"]),
        ("US ambassador to the UN", ["United States"]),
        ("Russia's UN ambassador", ["Russia"]),
        ("US special envoy for Ukraine", ["United States"]),
        ("Beijing's ambassador to Chile", ["China"]),
        ("ambassador of Chile to China", ["Chile"]),
        ("ambassador to China", []),
    ],
)
def test_whoever_is_sent_speaks_for_the_sender(description: str, sender: list[str]) -> None:
    assert spoken_for(description) == sender


@pytest.mark.parametrize(
    "description",
    [
        "expert on China",
        "a China analyst",
        "China correspondent",
        "a critic of the Kremlin",
        "Chinese-American professor",
        "Russian singer",
        "a Chinese virologist at Skelt University",
        "Russian opposition leader",
        "British Labour leader",
        "Russian-backed separatist leader",
        "Russian student union president",
        "Russian business leader",
        "controversial Hindu leader",
        "president-elect of Chile",
        "a Chilean presidential candidate",
        "Russian regional official",
        "vice president of the company",
        "president of Russia's biggest oil company",
        "director of the Russia programme",
        "head of Chinese operations",
        "officials from both countries",
        "the North Korean leader's sister",
        "Georgia Secretary of State",  # of a state of the US
        "Beijing official",  # of the city, or of the country
        "his deputy",
        "the spokesman",
        "Factory director",
        "Hosting President",
        "Incoming president",
        "Skelt Chamber of President",
        "aide to Joren Kell",
        "he",
        "",
    ],
)
def test_nobody_is_spoken_for_where_the_words_do_not_tell(description: str) -> None:
    assert spoken_for(description) == []


@pytest.mark.parametrize(
    "description",
    [
        "former Russian president",
        "ex-Russian president",
        "then-Russian president",
        "the late president of Russia",
    ],
)
def test_an_office_of_the_past_is_kept_as_such(description: str) -> None:
    (found,) = affiliations("Mara Venn", "person", [Description(description, 3, 30)])
    assert (found.name, found.past, found.evidence, found.start, found.end) == (
        "Russia",
        True,
        description,
        3,
        30,
    )


def test_an_office_held_now_counts_before_one_of_the_past() -> None:
    assert spoken_for("former foreign minister of Chile", "President of Chile") == ["Chile"]
    assert spoken_for("former Russian minister and now head of the Harbour Union") == ["Harbour Union"]


def test_a_body_that_every_country_has_is_that_of_the_only_country_told() -> None:
    assert spoken_for("Foreign Ministry spokesman") == ["Foreign Ministry"]
    assert spoken_for("Foreign Ministry spokesman", "the Chinese diplomat") == [
        "Foreign Ministry (China)",
        "China",
    ]
    both = spoken_for("Foreign Ministry spokesman", "the Chinese diplomat", "the Russian diplomat")
    assert sorted(both) == ["China", "Foreign Ministry", "Russia"]


def test_a_persons_name_beside_the_office_is_no_body() -> None:
    assert spoken_for("Russian Defense Minister Mara Venn") == ["Defence Ministry (Russia)", "Russia"]
    assert spoken_for("Venn Group CEO Mara Venn") == ["Venn Group"]
    assert spoken_for("Mara Venn") == []
    assert spoken_for("China Chow", name="China Chow") == []


@pytest.mark.parametrize(
    ("name", "mention", "kind", "parties"),
    [
        ("China", "Beijing", "country", ["China"]),
        ("Kremlin", "the Kremlin", "organization", ["Kremlin", "Russia"]),
        ("China's Foreign Ministry", "the ministry", "organization", ["Foreign Ministry (China)", "China"]),
        (
            "Foreign Ministry",
            "China's Foreign Ministry",
            "organization",
            ["Foreign Ministry (China)", "China"],
        ),
        ("Ministry of Foreign Affairs of Chile", "it", "organization", ["Foreign Ministry (Chile)", "Chile"]),
        ("Ostrava's Foreign Ministry", "it", "organization", ["Foreign Ministry (Ostrava)", "Ostrava"]),
        ("Foreign Ministry", "the ministry", "organization", ["Foreign Ministry"]),
        ("World Health Organization", "it", "organization", ["WHO"]),
        ("Harbour Union", "the union", "organization", ["Harbour Union"]),
        ("China's Skelt", "it", "organization", ["Skelt"]),
        ("Bank of Chile", "the bank", "organization", ["Bank of Chile"]),
        ("Chinese Academy of Tides", "it", "organization", ["Chinese Academy of Tides"]),
        ("Russian authorities", "Russian authorities", "group", ["Russia"]),
        ("a senior Chinese official", "the official", "unnamed", ["China"]),
        ("Chinese and Russian officials", "they", "group", ["China", "Russia"]),
        ("Ukraine's military", "the military", "group", ["Military (Ukraine)", "Ukraine"]),
        ("the Russian people", "they", "group", []),
        ("residents of China", "residents", "group", []),
    ],
)
def test_bodies_countries_and_people_without_a_name(
    name: str, mention: str, kind: SpeakerType, parties: list[str]
) -> None:
    assert spoken_for(mention, name, name=name, kind=kind) == parties


def test_the_first_words_that_tell_it_are_the_evidence() -> None:
    found = affiliations(
        "Mara Venn",
        "person",
        [
            Description("she", 0, 3),
            Description("President of Chile", 10, 28),
            Description("Chilean president", 40, 57),
        ],
    )
    assert [(each.evidence, each.start, each.end) for each in found] == [("President of Chile", 10, 28)]


def test_spellings_of_a_ministry_share_a_key() -> None:
    keys = {
        each.key
        for text in (
            "Russian Defense Minister",
            "Russian defence minister",
            "Minister of National Defence of Russia",
        )
        for each in affiliations("Mara Venn", "person", [Description(text)])
    }
    assert keys == {Party("Defence Ministry (Russia)").key, Party("Russia", is_country=True).key}


@given(
    st.lists(
        st.sampled_from(
            [
                *"Russian China president of the for and to spokesman former 's".split(),
                *"UN Harbour Union , minister foreign x".split(),
            ]
        ),
        max_size=14,
    )
)
def test_words_in_any_order_are_read_and_the_evidence_is_theirs(words: list[str]) -> None:
    text = " ".join(words)
    for each in affiliations("Mara Venn", "person", [Description(text, 0, len(text))]):
        assert each.evidence == text
        assert each.name.strip()


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    for kind in ("person", "organization", "country", "group", "unnamed", None):
        affiliations(text, kind, [Description(text)])


def test_overlong_words_are_no_description() -> None:
    assert spoken_for("President of Chile " * LONGEST_DESCRIPTION) == []
    assert spoken_for("of " * (LONGEST_DESCRIPTION // 3)) == []


Speaking = tuple[str, SpeakerType, str]
MINISTRY: Speaking = ("China's Foreign Ministry", "organization", "China's Foreign Ministry")
PRESIDENT: Speaking = ("Mara Venn", "person", "Chilean president")


def of_a_document(*speakers: Speaking) -> dict[str, list[str]]:
    """Whom each of those who speak in a document (name, type, words) speaks for."""
    found = {name: affiliations(name, kind, [Description(text)]) for name, kind, text in speakers}
    return {name: [each.name for each in own] for name, own in settled(found).items()}


def test_a_ministry_named_for_short_is_the_only_one_of_the_document() -> None:
    spokesman: Speaking = ("Joren Kell", "person", "ministry spokesman")
    other: Speaking = ("Defence Ministry of Chile", "organization", "it")
    claimed = ["Foreign Ministry (China)", "China"]
    assert of_a_document(MINISTRY, PRESIDENT, spokesman)["Joren Kell"] == claimed
    assert of_a_document(MINISTRY, other, spokesman)["Joren Kell"] == ["Ministry"]
    assert of_a_document(PRESIDENT, spokesman)["Joren Kell"] == ["Ministry"]


def test_a_foreign_ministry_is_nobodys_where_several_countries_speak() -> None:
    spokesman: Speaking = ("Joren Kell", "person", "Foreign Ministry spokesman")
    assert of_a_document(MINISTRY, spokesman)["Joren Kell"] == ["Foreign Ministry (China)", "China"]
    assert of_a_document(MINISTRY, PRESIDENT, spokesman)["Joren Kell"] == ["Foreign Ministry"]
