"""Lines above a story that are neither its title nor its author: banners, sections, senders, mastheads."""

import re
from collections.abc import Sequence
from itertools import takewhile

from quotes.sources.furniture.lexicon import phrases
from quotes.sources.furniture.pieces import is_headline
from quotes.sources.metadata.dates import FoundDate, find_date
from quotes.sources.metadata.issuers import is_certain_issuer, is_issuer

LINE_MAX = 110
"""A longer line is no banner, in characters."""
DATE_LINE_MAX = 80
"""A longer line says more than when and by whom something was published, in characters."""

_DATE_WORDS = re.compile(
    r"(?i)[\s,|·•–—:.-]|published|posted|first|updated|last|modified|created|date[d]?|released|issued|on|at|time|"
    r"mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|"
    r"\d{1,2}[:.]\d\d(?::\d\d)?|[ap]\.?m\.?|gmt|utc|e[sd]t|c[sde]+t|p[sd]t|bst|ist|z|t\d\d:\d\d.*|[+-]\d\d:?\d\d|"
    r"\d+\s+min(?:ute)?s?\s+read"
)
_WEEKDAY_END = re.compile(r"(?i)[\s,|]+(?:mon|tues|wednes|thurs|fri|satur|sun)day[\s,]*\Z")
_CREDIT_ENDS = re.compile(
    r"(?i)\A(?:(?:posted|published|written|first)\s+)*(?:in\s)?"
    r"|(?:[\s,|·•–—:-]+(?:on|published|posted))?[\s,|·•–—:-]*\Z"
)
_RELEASE = re.compile(
    r"(?i)\W*(?:for\s(?:immediate\s)?release|(?:press|news|media)\s(?:release|statement|advisory|notice|note|briefing)"
    r"|(?:under\s)?embargo(?:ed)?(?=\s+(?:until|till|for)\b|\W)|not\sfor\s(?:release|publication)\sbefore)"
    r"(?P<rest>\W.*|\Z)"
)
_RELEASE_REST = re.compile(
    r"(?i)(?:no|nr|number|ref)\.?\s*[\w/.-]+|(?:until|till|for)\b.*|for\s(?:immediate\s)?release|immediate|[\w/.-]*"
)
_SECTIONS = phrases(
    """
    news | local | local news | world | world news | national | international | politics | opinion | comment
    analysis | editorial | business | economy | sport | sports | culture | arts | lifestyle | health
    science | technology | environment | features | feature | breaking news | regional | home | statement
    interview | press office | media office | press service | letters | obituary | obituaries | press | media
    weather | about | contact | events | publications | blog | report | us | uk | asia | europe | africa
    americas | middle east | markets | finance | tech | style | travel | food | video | videos | photos
    pictures | podcasts | podcast | magazine | entertainment | education | society | life | climate | crime
    columns | columnists | weekend | gallery | latest | investigations | explainers | puzzles | games
    crosswords | shop | jobs
    """
)
_CRUMB = re.compile(r"\s*[>»›|/•·]\s*")
_DOCUMENT = re.compile(
    r"(?i)(?:official |verbatim )?(?:transcript|minutes|report|statement|speech|remarks|proceedings|record"
    r"|communiqué|resolution|judgment|declaration)\b"
)
_DOMAIN = re.compile(r"(?:www\.)?[A-Za-z0-9][\w-]*(?:\.[\w-]+)*\.[a-z]{2,12}")
_PLACE = re.compile(r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?")
_POSTAL = re.compile(
    r"(?:\d+\w?,?\s[A-Z].*\b(?:Street|St|Road|Rd|Avenue|Ave|Square|Lane|Drive|Boulevard|Place|Way|Quay|Row)\b.*"
    r"|P\.?\s?O\.?\sBox\s.*)"
)


def is_date_line(line: str) -> bool:
    """Whether a line states a date and nothing else."""
    found = _date_in(line)
    return found is not None and not _DATE_WORDS.sub("", line[: found.start] + line[found.end :])


def undated(line: str) -> str:
    """What a line says beside its date ("Orla Finch" of "Orla Finch | 14 May 2024")."""
    found = _date_in(line)
    if found is None:
        return line
    before, after = line[: found.start], line[found.end :]
    if not _DATE_WORDS.sub("", after):
        return _without_credit(_WEEKDAY_END.sub("", before))
    return _without_credit(after.lstrip(" ,|·•–—:-")) if not _DATE_WORDS.sub("", before) else line


def is_banner(line: str) -> bool:
    """Whether a line says only what kind of document this is ("FOR IMMEDIATE RELEASE: 3 June 2024")."""
    match = _RELEASE.fullmatch(line) if len(line) <= LINE_MAX else None
    if match is None:
        return False
    rest = match["rest"].strip(" :|–—-()[].,*")
    return (
        is_date_line(rest)
        or is_issuer(rest)
        or is_banner(rest)
        or bool(_RELEASE_REST.fullmatch(undated(rest)))
    )


def is_section(line: str) -> bool:
    """Whether a line above a title names the section of a site ("Opinion | Quay", "Home > News > Local")."""
    parts = _CRUMB.split(line.strip(" :"))
    if len(line) > LINE_MAX or not is_headline(line):
        return False
    known = [part.casefold() in _SECTIONS for part in parts]
    return (
        all(known)
        or (known[0] and len(parts) > 1 and all(len(part.split()) <= 3 for part in parts))
        or (len(words := line.split()) > 2 and all(word.casefold() in _SECTIONS for word in words))
    )


def is_known_section(name: str) -> bool:
    """Whether a name, in lower case, is that of a section as most sites have it."""
    return name in _SECTIONS


def is_postal(line: str) -> bool:
    """Whether a line is the postal address of the sender."""
    return len(line) <= LINE_MAX and is_headline(line) and _POSTAL.fullmatch(line) is not None


def is_masthead(line: str, below: Sequence[str], titled: bool) -> bool:
    """Whether a line is the name of who publishes: one that a date goes with or that stands above a title.

    `below` are the lines that follow as far as they can stand above a story; `titled` where a
    title stands above the line.
    """
    name = undated(line)
    if is_domain(name):
        return not titled
    if not is_issuer(name):
        return False
    dated = name != line or any(is_date_line(other) for other in below[:1])
    if titled or dated:
        return dated
    between = list(takewhile(lambda other: not _may_be_title(other), below))
    if len(between) == len(below):
        return is_certain_issuer(name)
    signed = any(
        kind(other) for kind in (is_date_line, is_banner, is_section, is_postal) for other in between
    )
    return signed or is_certain_issuer(name) or _DOCUMENT.match(below[len(between)]) is not None


def is_place_and_date(line: str) -> bool:
    """Whether a line is the place and the day of a letter ("Ostrava, 3 June 2024")."""
    place = undated(line)
    return line.startswith(f"{place}, ") and _PLACE.fullmatch(place) is not None


def is_domain(line: str) -> bool:
    """Whether a line is the name of a site and nothing else ("HarbourPost.example")."""
    return _DOMAIN.fullmatch(line) is not None


def _may_be_title(line: str) -> bool:
    kinds = (is_date_line, is_banner, is_section, is_postal, is_issuer)
    return len(line.split()) > 1 and not any(kind(line) for kind in kinds)


def _date_in(line: str) -> FoundDate | None:
    return find_date(line) if len(line) < DATE_LINE_MAX else None


def _without_credit(line: str) -> str:
    return _CREDIT_ENDS.sub("", line).strip()
