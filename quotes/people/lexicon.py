"""Small word lists for telling names from descriptions. All in the form `names.name_words` gives."""

from collections.abc import Mapping
from functools import cache

from quotes.people import countries, organizations


@cache
def same_names() -> Mapping[str, str]:
    """Further names of countries and bodies (official forms, abbreviations), each with the usual one."""
    return {**organizations.same_names(), **countries.same_names()}


_GENERIC = """
    academy administration affairs agency army assembly association authorities authority bank
    board bureau cabinet center central centre chamber chief city commerce commission committee
    company congress constitutional control council court defence defense department development
    district economic economy education election electoral embassy energy environment exterior
    federal finance force forces foreign general government group guard health high higher home
    house industry information institute intelligence interior internal international
    investigative joint judiciary justice labor labour law leadership local lower media military
    ministries ministry municipality national navy news newspaper office officials opposition
    organisation organization parliament party people police presidency press prison prosecutor
    prosecutors public regional regulator report republic research school secretariat security
    senate service services source sources spokesman spokesperson spokeswoman staff state
    statement statistics supreme trade transport treasury tribunal union university upper water
    website
"""
GENERIC = frozenset(_GENERIC.split())
"""Words that many bodies share: with no other word ("Foreign Ministry") they are a name in many countries."""

SMALL_WORDS = frozenset({"a", "an", "and", "at", "by", "de", "for", "in", "of", "on", "the", "to"})
"""Words that are not capitalised inside an English name."""

PRONOUNS = frozenset(
    {
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "this",
        "that",
        "these",
        "those",
        "who",
        "one",
        "his",
        "her",
        "its",
        "their",
    }
)
