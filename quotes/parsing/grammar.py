"""Just enough English grammar to find who a reporting verb belongs to, without a parser."""

from quotes.parsing.frames import Unit
from quotes.parsing.lexicon import cue_forms, function_words, office_words, people_words

DETERMINERS = function_words("determiner")
PREPOSITIONS = function_words("preposition")
NOUN_LINKS = function_words("noun link")
SUBORDINATORS = function_words("subordinator")
AUXILIARIES = function_words("auxiliary")
ADVERBS = function_words("adverb")
PRONOUNS = function_words("pronoun")
SPEAKING_PRONOUNS = function_words("speaking pronoun")
DAYS = function_words("day")
COMMON_VERBS = function_words("common verb")
POSSESSIVES = function_words("possessive")
SPEECH_NOUNS = function_words("speech noun")


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
    """True of words that are surely a finite verb; open classes are not listed, and Will Venn is a name."""
    if is_person(unit) and unit.text.istitle():
        return False
    if unit.lower in AUXILIARIES or unit.lower in COMMON_VERBS:
        return True
    form = cue_forms().get(unit.lower)
    return form is not None and form.form == "past" and unit.text.islower()


def is_clause_break(unit: Unit) -> bool:
    """True where a noun phrase cannot go on."""
    return unit.quotation is not None or is_punctuation(unit) or unit.lower in SUBORDINATORS


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
    if unit.lower.endswith("-year-old"):
        return True
    words = (unit.lower, unit.lower.removesuffix("s"), unit.lower.removesuffix("es"))
    return any(
        word in people_words(section) for section in ("office", "body", "document", "group") for word in words
    )


def is_title(unit: Unit) -> bool:
    """True of words that stand before a name as an office or title."""
    return unit.lower in office_words()


def is_person(unit: Unit) -> bool:
    """True of a unit in a person's name, as the tagger sees it."""
    return unit.entity is not None and unit.entity.type == "PERSON"


def counts_of(units: tuple[Unit, ...], index: int) -> bool:
    """True of the number that ends "the mother of three"."""
    return index > 1 and units[index].lower in DETERMINERS and units[index - 1].lower == "of"
