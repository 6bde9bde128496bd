"""Names of countries and bodies, the words for their people, and the words that stand for governments."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes import lexicons
from quotes.people import countries, organizations
from quotes.people.countries import canonical_country, country_of_people, is_capital, metonym
from quotes.people.names import normalised
from quotes.people.organizations import canonical_organization


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("China", "China"),
        ("PRC", "China"),
        ("the People’s Republic of China", "China"),
        ("the Russian Federation", "Russia"),
        ("U.S.", "United States"),
        ("USA", "United States"),
        ("Great Britain", "United Kingdom"),
        ("Türkiye", "Turkey"),
        ("Turkiye", "Turkey"),
        ("Côte d'Ivoire", "Ivory Coast"),
        ("The Gambia", "Gambia"),
        ("Czechia", "Czech Republic"),
        ("Burma", "Myanmar"),
        ("DPRK", "North Korea"),
        ("Guinea-Bissau", "Guinea-Bissau"),
        # official forms that only the register of ISO 3166 has
        ("Hellenic Republic", "Greece"),
        ("the Republic of Austria", "Austria"),
        ("Korea, Republic of", "South Korea"),
        ("Lao People's Democratic Republic", "Laos"),
        ("Bolivarian Republic of Venezuela", "Venezuela"),
        ("Congo, The Democratic Republic of the", "Democratic Republic of Congo"),
    ],
)
def test_a_country_has_one_name_whatever_it_is_called(name: str, country: str) -> None:
    assert canonical_country(name) == country


@pytest.mark.parametrize(
    "name",
    [
        "Russian",
        "Beijing",
        "the Kremlin",
        "European Union",
        "Republic of Ostrava",
        "Harbour Union",
        "",
        "the",
        "x",
    ],
)
def test_what_is_no_country_has_no_name_of_one(name: str) -> None:
    assert canonical_country(name) is None


def test_every_country_of_the_list_is_found_by_all_its_names_and_no_two_share_one() -> None:
    seen: dict[str, str] = {}
    for country in lexicons.countries():
        for name in (country.name, *country.others):
            assert canonical_country(name, official=False) == country.name
            assert seen.setdefault(countries.compared(name), country.name) == country.name


def test_every_country_of_the_list_is_one_of_iso_3166() -> None:
    registered = set(countries._register().values())
    assert {country.name for country in lexicons.countries()} - registered == {"Kosovo"}


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Russian", "Russia"),
        ("Chinese", "China"),
        ("Russians", "Russia"),
        ("Dutch", "Netherlands"),
        ("US", "United States"),
    ],
)
def test_words_for_people_tell_the_country(word: str, country: str) -> None:
    assert country_of_people(word) == country


def test_a_word_for_two_peoples_tells_neither_country() -> None:
    assert country_of_people("Congolese") is country_of_people("Dominicans") is None


def test_a_metonym_tells_its_country_and_whom_of_it_it_means() -> None:
    told = {
        word: metonym(word)
        for word in ("Beijing", "the Kremlin", "White House", "Élysée", "Elysee", "Zhongnanhai")
    }
    assert {word: found and (found.country, found.stands_for) for word, found in told.items()} == {
        "Beijing": ("China", "government"),
        "the Kremlin": ("Russia", "presidency"),
        "White House": ("United States", "presidency"),
        "Élysée": ("France", "presidency"),
        "Elysee": ("France", "presidency"),
        "Zhongnanhai": ("China", "government"),
    }
    assert metonym("Foreign Ministry") is None  # every country has one
    assert is_capital("Beijing")
    assert not is_capital("Kremlin")


def test_the_list_for_the_parser_and_that_of_metonyms_agree() -> None:
    known = {line.name for line in lexicons.countries()}
    for _, line in lexicons.sections("metonyms.txt"):
        word, country = (cell.strip() for cell in line.split("|"))
        assert country in known
        told = lexicons.country_of().get(word.lower())
        assert told is None or told.name == country


def test_bodies_of_several_names_have_one() -> None:
    for name in ("UN", "U.N.", "the United Nations"):
        assert canonical_organization(name) == "United Nations"
    assert canonical_organization("World Health Organisation") == canonical_organization("WHO") == "WHO"
    assert canonical_organization("Harbour Union") is None


def test_no_name_is_a_countrys_and_a_bodys() -> None:
    assert not countries.same_names().keys() & organizations.same_names().keys()


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("U.S.", "united states"),
        ("America", "united states"),
        ("the UK", "united kingdom"),
        ("Russian Federation", "russia"),
        ("DR Congo", "democratic republic of congo"),
        ("Republic of Korea", "south korea"),
        ("Hellenic Republic", "greece"),
        ("UN", "united nations"),
        ("North Atlantic Treaty Organization", "nato"),
        ("International Monetary Fund", "imf"),
        ("Holy See", "vatican"),
    ],
)
def test_names_of_countries_and_bodies_are_compared_by_the_usual_one(name: str, same: str) -> None:
    assert normalised(name, "country") == normalised(name, "organization") == same


@given(st.text(max_size=100))
def test_any_text_is_looked_up(text: str) -> None:
    for country in (canonical_country(text), country_of_people(text)):
        assert country is None or country in {known.name for known in lexicons.countries()}
    metonym(text)
    canonical_organization(text)


def test_the_register_is_opened_for_official_names_alone() -> None:
    code = (
        "import sys; from quotes.people.countries import canonical_country as c\n"
        "c('China'); c('Skelt Steel'); c('Hellenic Republic', official=False)\n"
        "sys.exit('pycountry' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
