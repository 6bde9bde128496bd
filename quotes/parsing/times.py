"""Phrases that say when ("on Tuesday", "in May 2021"), and the dates they stand for."""

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from quotes.parsing.lexicon import function_words

Kind = Literal["full", "month", "day", "year", "bare", "weekday", "relative"]

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_PART = r"(?:\s+(?:morning|afternoon|evening|night))"
_YEAR_SAID = r"(?:\s+(?:of\s+)?(?:last|this)\s+year)"
_NUMBER = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|many|a\s+few|\d{1,3})"
_DATED_WORK = r"(?:speech|interview|letter|article|paper|essay|book|memoir|tweet|post|report|study|lecture)"
OCCASION = "|".join(sorted(function_words("occasion") | function_words("gathering")))
"""A pattern of the words for what people say things at or in: "speech", "meeting", "letter"."""
_PHRASE = re.compile(
    rf"\b(?:(?:[Oo]n|[Ii]n|By|[Ee]arly on|[Ll]ate on)\s+(?:the\s+(?=\d))?)?(?:"
    rf"(?P<full>(?:19|20)\d\d-\d\d-\d\d|(?:{_WEEKDAY},?\s+)?(?:{_DAY}(?:\s+of)?\s+{_MONTH},?\s+\d{{4}}|{_MONTH}\s+{_DAY},?\s+\d{{4}}))"
    rf"|(?P<month>{_MONTH},?\s+(?:of\s+)?(?:19|20)\d{{2}})"
    rf"|(?P<day>(?:{_WEEKDAY},?\s+\(?)?(?:{_DAY}(?:\s+of)?\s+{_MONTH}|{_MONTH}\s+{_DAY})(?!,?\d|,?\s+\d{{4}})"
    rf"{_YEAR_SAID}?)"
    rf"|(?P<year>(?<=[Ii]n )(?:(?:early|mid|late)[\s-])?(?:19|20)\d{{2}}|(?<=\()(?:19|20)\d{{2}}(?=\))"
    rf"|(?<=\b[Aa] )(?:19|20)\d{{2}}(?=\s+(?:[a-z]+\s+)?{_DATED_WORK}\b))"
    rf"|(?P<bare>(?:(?<=[Ii]n )(?:(?:early|mid|late)[\s-])?{_MONTH}{_YEAR_SAID}?)|[Ll]ast\s+{_MONTH})"
    r"(?!\s+\d)"
    rf"|(?P<weekday>(?:(?:[Ll]ast|[Tt]his)\s+)?{_WEEKDAY}(?:['’]s)?{_PART}?"
    rf"(?:\s+(?:and|or)\s+(?:on\s+)?{_WEEKDAY}{_PART}?)?(?:\s+(?:of\s+)?(?:last|this|that)\s+week)?)"
    r"(?!\s+of\b)"
    rf"|(?P<relative>(?:the\s+day\s+before\s+)?[Yy]esterday{_PART}?|today(?!['’])|[Tt]his\s+(?:morning|afternoon|evening)|[Tt]onight|[Ll]ast\s+night"
    rf"|(?:[Ee]arlier\s+)?(?:[Ll]ast|[Tt]his)\s+(?:year|month|week)|[Ee]arlier\s+in\s+the\s+(?:day|week|month|year)"
    rf"|[Ll]ater\s+(?:in\s+the|that)\s+day"
    rf"|[Ee]arlier\s+(?:on\s+)?(?:today|{_WEEKDAY})|(?:at|over)\s+the\s+weekend|previously|in\s+the\s+past"
    rf"|{_NUMBER}\s+(?:day|week|month|year|decade)s?\s+(?:ago|earlier|later))"
    rf")\b"
)
_ELSEWHEN = re.compile(
    r"(?i)\b(?:since|until|till|by|from|before|after|ahead\s+of|following|next|every|each|for|of|coming|upcoming|between|than"
    r"|to|through|starting|beginning|effective|late\s+(?:on|in)\s+the)\s+(?:the\s+)?$"
)
"""Before a time, what makes it that of something else: "since Monday"."""
_ATTRIBUTE = re.compile(r"\b(?:the|an?|his|her|its|their|this|that|our)\s+$")
_OF_OCCASION = re.compile(rf"['’]?s?\s+(?:[\w-]+\s+){{0,3}}(?:{OCCASION})\b")
_NOUN_NEXT = re.compile(rf"\s+(?:(?:{OCCASION})(?:es|s)?|as)\b")
_AT = re.compile(
    r"(?i)\b(?:in|at|during|on|to|told|addressed|addressing|attended|attending)\s+"
    r"(?:(?:the|an?|his|her|its|their|this|that)\s+)?$"
)
"""A time in a noun phrase ("the May 3 ruling", "Monday's vote") tells when only in "at Monday's talks"."""
_BEFORE = 24
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_SUNDAY = 6
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}


@dataclass(frozen=True, slots=True)
class Time:
    """A phrase that says when, `text[start:end]`; `words` is it on one line."""

    start: int
    end: int
    words: str
    kind: Kind

    @property
    def weekday(self) -> int | None:
        """The day of the week it names alone, Monday 0; None of other phrases and of another week's."""
        if self.kind != "weekday" or self.words.endswith("week") or _days_in(self.words) > 1:
            return None
        return _weekday_of(self.words)

    @property
    def tells_day(self) -> bool:
        """Whether it picks out a day."""
        if self.kind == "relative":
            return re.search(r"day\b|days? ago|night|this (?:morn|after|even)", self.words) is not None
        return self.kind in ("full", "day", "weekday")


def times_in(text: str, start: int, end: int) -> Iterator[Time]:
    """The phrases in `text[start:end]` that say when something was, as far as the words before them tell."""
    for match in _PHRASE.finditer(text, start, end):
        kind: Kind = next(name for name in _KINDS if match.group(name))
        prefixed = match.start() < match.start(kind)
        if _tells_when(text, match, kind, start) and (prefixed or not _elsewhen(text, match, start)):
            words = " ".join(match.group().split()) + ")" * ("(" in match.group())
            bare = kind == "weekday" and words.lower().startswith("in ")
            yield Time(match.start(), match.end(), words[3:] if bare else words, kind)


def _elsewhen(text: str, match: re.Match[str], start: int) -> bool:
    return _ELSEWHEN.search(text, max(start, match.start() - _BEFORE), match.start()) is not None


def _tells_when(text: str, match: re.Match[str], kind: Kind, start: int) -> bool:
    """Whether the phrase stands alone or dates an occasion: "at Monday's talks", not "Monday's vote"."""
    before = max(start, match.start(kind) - _BEFORE)
    possessive = match.group(kind).endswith(("'s", "’s"))
    if not possessive and (kind == "year" or not _is_attribute(text, match, kind, before)):
        return True
    at = _AT.search(text, before, match.start(kind)) is not None
    return at and _OF_OCCASION.match(text, match.end() - 2 * possessive) is not None


def _is_attribute(text: str, match: re.Match[str], kind: Kind, before: int) -> bool:
    """Whether the phrase belongs to a noun: "the May 3 ruling", "quoted 3 May speeches"."""
    if text[match.start() : match.start(kind)].endswith("the "):
        return False  # "on the 3rd of March"
    unled = kind in ("day", "full", "month") and match.start() == match.start(kind)
    return _ATTRIBUTE.search(text, before, match.start(kind)) is not None or (
        unled and _NOUN_NEXT.match(text, match.end()) is not None
    )


_KINDS: tuple[Kind, ...] = ("full", "month", "day", "year", "bare", "weekday", "relative")


def resolve(time: Time, published: date | None) -> str | None:
    """The date that a phrase states, or points to from the publication date; None where that is not known.

    ISO, as precise as the words: "2024-03-14", "2024-03", "2024".
    """
    words = re.sub(r"^(?:early on|late on|on|in|by)\s+(?:the\s+)?", "", time.words.lower())
    if time.kind == "full":
        return (
            _iso(words)
            if words[0].isdigit() and words.count("-") == 2
            else _checked(words, _parsed(words, None))
        )
    if time.kind == "month":
        found = _parsed("1 " + words.replace(" of ", " "), None)
        return found[:7] if found else None
    if time.kind == "year":
        return words[-4:]
    if published is None:
        return None
    if time.kind == "bare":
        return _month(words, published)
    if time.kind == "weekday":
        return _weekday_of_week(words, published) if words.endswith("week") else _weekday(words, published)
    return _day(words, published) if time.kind == "day" else _relative(words, published)


def _weekday_of(words: str) -> int | None:
    return next((number for number, day in enumerate(_DAYS) if day in words.lower()), None)


def _days_in(words: str) -> int:
    return sum(day in words.lower() for day in _DAYS)


def _iso(words: str) -> str | None:
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        return None


def _weekday_of_week(words: str, published: date) -> str | None:
    """The day of "this week" or "last week"; None where a Sunday makes it unsure which week is meant."""
    day = _weekday_of(words)
    ago = re.search(r"(last|this) week$", words)
    if day is None or ago is None or _days_in(words) > 1 or _SUNDAY in (day, published.weekday()):
        return None
    found = published + timedelta(days=day - published.weekday() - 7 * (ago.group(1) == "last"))
    return found.isoformat() if found <= published else None


def _weekday(words: str, published: date) -> str | None:
    """The latest such day up to publication; None where "last" may be this week's, or "this" one to come."""
    if _days_in(words) > 1:
        return None
    back = (published.weekday() - (_weekday_of(words) or 0)) % 7
    if "last " in words and back == 0:
        back = 7
    elif ("last " in words) == (back <= published.weekday()) and re.match(r"(?:last|this) ", words):
        return None
    return (published - timedelta(days=back)).isoformat()


def _year_said(words: str, published: date) -> tuple[str, int | None]:
    """The words before "last year" or "this year", and that year."""
    said = re.search(r"\s+(?:of\s+)?(last|this)\s+year$", words)
    if said is None:
        return words, None
    return words[: said.start()], published.year - (said.group(1) == "last")


def _month(words: str, published: date) -> str | None:
    """The month in the year said, else the latest month of that name up to publication.

    "Last March" is that of the year before, unless it has passed this year: then it may be either.
    """
    words, year = _year_said(words, published)
    if words.startswith("last "):
        words, year = words.removeprefix("last "), published.year - 1
        if 1 + _MONTHS.index(words[:3]) < published.month:
            return None
    month = 1 + _MONTHS.index(re.sub(r"^(?:early|mid|late)[\s-]", "", words)[:3])
    return f"{year or published.year - (month > published.month)}-{month:02}"


def _day(words: str, published: date) -> str | None:
    """The day in the year said, else the latest up to publication; None if its weekday is another."""
    words, year = _year_said(words, published)
    plain = re.sub(r"^[a-z]+day,?\s+\(?", "", words)
    found = _parsed(plain, published) if year is None else _parsed(f"{plain} {year}", None)
    return _checked(words, found)


def _checked(words: str, found: str | None) -> str | None:
    weekday = _weekday_of(words)
    return found if found is None or weekday in (None, date.fromisoformat(found).weekday()) else None


def _relative(words: str, published: date) -> str | None:
    if words.endswith(("today", "this morning", "this afternoon", "this evening", "tonight")):
        return published.isoformat()
    if "before yesterday" in words:
        return (published - timedelta(days=2)).isoformat()
    if words.startswith("yesterday") or words == "last night":
        return (published - timedelta(days=1)).isoformat()
    if words.endswith(("this year", "in the year")):
        return f"{published.year}"
    if words.endswith("last year"):
        return f"{published.year - 1}"
    if words.endswith(("this month", "in the month")):
        return f"{published:%Y-%m}"
    if words.endswith("last month"):
        return f"{published.replace(day=1) - timedelta(days=1):%Y-%m}"
    ago = re.fullmatch(r"(\w+) days? ago", words)
    if ago:
        count = _COUNTS.get(ago.group(1), int(ago.group(1)) if ago.group(1).isdigit() else None)
        return None if count is None else (published - timedelta(days=count)).isoformat()
    return _weekday(words, published) if _weekday_of(words) is not None else None


def _parsed(words: str, base: date | None) -> str | None:
    """The day that dateparser reads in a phrase which states one; before `base` where it lacks a year."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from dateparser.date import DateDataParser

        settings: dict[str, object] = {"PREFER_DATES_FROM": "past", "REQUIRE_PARTS": ["day", "month"]}
        if base is not None:
            settings["RELATIVE_BASE"] = datetime(base.year, base.month, base.day, 23)
        data = DateDataParser(languages=["en"], settings=settings).get_date_data(words.replace(" of ", " "))
    return None if data.date_obj is None else data.date_obj.date().isoformat()
