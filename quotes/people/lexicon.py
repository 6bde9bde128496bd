"""Small word lists for telling names from descriptions. All in the form `names.name_words` gives."""

SAME_NAMES = {
    "us": "united states",
    "usa": "united states",
    "united states of america": "united states",
    "america": "united states",
    "uk": "united kingdom",
    "britain": "united kingdom",
    "great britain": "united kingdom",
    "eu": "european union",
    "un": "united nations",
    "uae": "united arab emirates",
    "prc": "china",
    "peoples republic of china": "china",
    "rok": "south korea",
    "republic of korea": "south korea",
    "dprk": "north korea",
    "democratic peoples republic of korea": "north korea",
    "drc": "democratic republic of the congo",
    "dr congo": "democratic republic of the congo",
    "russian federation": "russia",
    "islamic republic of iran": "iran",
    "kingdom of saudi arabia": "saudi arabia",
    "syrian arab republic": "syria",
    "federal republic of germany": "germany",
    "french republic": "france",
    "republic of turkey": "turkey",
    "turkiye": "turkey",
    "republic of turkiye": "turkey",
    "burma": "myanmar",
    "czechia": "czech republic",
    "cote divoire": "ivory coast",
    "swaziland": "eswatini",
    "republic of india": "india",
    "holy see": "vatican",
    "north atlantic treaty organization": "nato",
    "north atlantic treaty organisation": "nato",
    "world health organization": "who",
    "world health organisation": "who",
    "international monetary fund": "imf",
    "world trade organization": "wto",
    "world trade organisation": "wto",
    "international atomic energy agency": "iaea",
}
"""Countries and bodies of several names: official short and long forms, and usual abbreviations."""

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
