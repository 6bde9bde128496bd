"""Just enough English grammar to find who a reporting verb belongs to, without a parser."""

import re

from quotes.parsing.frames import Unit
from quotes.parsing.lexicon import cue_forms, people_words

DETERMINERS = frozenset(
    "the a an this that these those some several many two three four five six another other no each every both most "
    "his her its their our my your one few various more all any".split()
)
PREPOSITIONS = frozenset(
    "of for from in at on with to by about against between among under over after before during since until through "
    "throughout across within without near into onto upon behind beyond around along despite amid outside inside "
    "regarding concerning per via toward towards off up down out as like than including".split()
)
NOUN_LINKS = frozenset("of for from in at on with to between throughout across against near".split())
SUBORDINATORS = frozenset(
    "that as when while because if although though but where since until than which who whom whose whether so or nor "
    "unless whereas once after before what how why".split()
)
AUXILIARIES = frozenset(
    "is are was were be been being am has have had having do does did will would shall should can could may might must "
    "'s 've 'd 're 'll n't not never hasn't haven't hadn't didn't doesn't don't isn't wasn't weren't aren't won't "
    "wouldn't can't couldn't".split()
)
ADVERBS = frozenset(
    "also later then again further previously repeatedly recently already now once earlier today yesterday tonight "
    "however meanwhile therefore thus still just even only ever often always never too first finally instead "
    "separately reportedly afterwards afterward simply soon rather back both all jointly".split()
)
PRONOUNS = frozenset(
    "i he she they it we you one who which this that these those others some many everyone both".split()
)
SPEAKING_PRONOUNS = frozenset("i he she they it we you others some many both".split())
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec".split()
)
COMMON_VERBS = frozenset(
    "made took went came gave saw led held met put set got began became left kept brought sent built won lost ran "
    "grew drew rose fell broke sat stood spent paid wants needs wanted needed visited arrived attended signed launched "
    "received told forced caused used called helped worked joined died killed".split()
)
_AGE = re.compile(r"^\d{1,3}$")


def is_punctuation(unit: Unit) -> bool:
    """True of a unit without a letter or digit that is no quotation."""
    return unit.quotation is None and not any(c.isalnum() for c in unit.text)


def is_comma(unit: Unit) -> bool:
    """True of the marks that set off a part of a sentence."""
    return unit.quotation is None and unit.text in {",", "–", "—", "--", "-", "(", ")"}


def is_time_word(unit: Unit) -> bool:
    """True of words that say when, as a tagger or a calendar knows them."""
    tagged = unit.entity is not None and unit.entity.type in ("DATE", "TIME")
    return tagged or unit.lower in DAYS or unit.lower in ("today", "yesterday", "tomorrow", "tonight")


def is_adverb(unit: Unit) -> bool:
    """True of adverbs that may stand between a subject and its verb."""
    return unit.lower in ADVERBS or (
        unit.lower.endswith("ly") and len(unit.lower) > 4 and unit.text.islower()
    )


def is_verb(unit: Unit) -> bool:
    """True of words that are surely a finite verb; open classes are not listed."""
    if unit.lower in AUXILIARIES or unit.lower in COMMON_VERBS:
        return True
    form = cue_forms().get(unit.lower)
    return form is not None and form.form == "past" and unit.text.islower()


def is_clause_break(unit: Unit) -> bool:
    """True where a noun phrase cannot go on."""
    return unit.quotation is not None or is_punctuation(unit) or unit.lower in SUBORDINATORS


def is_age(unit: Unit) -> bool:
    """True of a number that may be an age."""
    return _AGE.match(unit.text) is not None


def is_noun_like(unit: Unit) -> bool:
    """True of words that may head a noun phrase: not a function word, not surely a verb."""
    if unit.quotation is not None or is_punctuation(unit):
        return False
    closed = unit.lower in PREPOSITIONS or unit.lower in DETERMINERS or unit.lower in SUBORDINATORS
    return not closed and unit.lower not in PRONOUNS and not is_verb(unit) and not is_adverb(unit)


def names_people(unit: Unit) -> bool:
    """True of words for people, bodies and documents that can be said to say something."""
    if unit.entity is not None and unit.entity.type in ("PERSON", "ORG", "NORP", "LOC", "FAC", "GPE"):
        return True
    words = (unit.lower, unit.lower.removesuffix("s"), unit.lower.removesuffix("es"))
    return any(
        word in people_words(section) for section in ("office", "body", "document", "group") for word in words
    )
