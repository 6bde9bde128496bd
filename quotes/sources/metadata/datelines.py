"""The dateline that a story begins with ("OSTRAVA, March 3 (Xinhua) --"): place or outlet, day, agency."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from quotes.document import Evidenced
from quotes.sources.furniture.lexicon import AGENCIES, ORGANISATION
from quotes.sources.metadata.issuers import spelt

DATELINE_MAX = 90
"""A longer beginning is no dateline, in characters."""

AGENCY = "|".join(AGENCIES.values())
_PLACE = r"[A-Z][\w.’'-]*(?:[ /][A-Z][\w.’'-]*){0,4}(?:,\s[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)?)?"
_UPPER_PLACE = r"[A-Z][A-Z.’'/ -]+[A-Z](?:,\s[A-Z][\w.’'-]*)?"
_MONTH_DAY = (
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}(?:,?\s\d{4})?"
    r"|\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s\d{4})?)"
)
_DASH = r"\s*(?:--|—|–|-(?=\s|\Z))"
_CREDITED = rf"(?:\s*\((?P<agency>{AGENCY}|[A-Z][\w .]{{1,30}})\))?"
_BARE = re.compile(r"(?P<place>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)?)\s(?:-|–|—)\s(?=[A-Z])")
_DATELINES = (
    re.compile(rf"(?P<place>{_UPPER_PLACE}){_CREDITED}(?:{_DASH}|:\s)"),
    re.compile(rf"(?P<place>{_PLACE}),\s(?P<date>{_MONTH_DAY}){_CREDITED}{_DASH}"),
    re.compile(rf"(?P<place>[a-z]+\s[A-Z]\w+),\s(?P<date>{_MONTH_DAY}){_CREDITED}{_DASH}"),
    re.compile(rf"(?P<place>{_PLACE})\s*\((?P<agency>{AGENCY}|[A-Z]{{2,6}})\){_DASH}"),
    re.compile(rf"(?P<place>)\((?P<agency>{AGENCY}|[A-Z]{{2,6}})\){_DASH}"),
    _BARE,
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place or the outlet that a story was filed from; `words` as printed."""

    place: str
    words: str
    agency: str | None
    outlet: bool

    @property
    def evidenced(self) -> Evidenced:
        """The place (the whole dateline, where it names an outlet) with the words as printed."""
        if not self.place:
            return Evidenced()
        return Evidenced(self.words.rstrip("-–—: ") if self.outlet else _town(self.place), self.words)


def dateline_of(first: str, url: str) -> Dateline | None:
    """The dateline of the story that begins with `first`; `url` is its address or empty."""
    for pattern in _DATELINES:
        match = pattern.match(first[:DATELINE_MAX])
        if match is None:
            continue
        place = match.group("place").strip()
        agency = match.groupdict().get("agency")
        if agency and agency == _initials(place):
            continue  # an abbreviation being introduced: "The Lakes Commission (LC) - which ..."
        outlet = _is_outlet(place, url)
        if pattern is _BARE and not outlet and place.endswith(("International", "Watch", "Nations", "Union")):
            continue
        return Dateline(place, match.group().strip(), agency, outlet)
    return None


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.removeprefix("The ").split() if word[0].isupper())


def _town(place: str) -> str:
    """The place without the country that helps to find it, where only the place is in capitals."""
    town, _, country = place.partition(", ")
    return town if town.isupper() and not country.isupper() else place


def _is_outlet(name: str, url: str) -> bool:
    """Whether a name before the story is an outlet's: by its words, or because the address spells it."""
    letters = spelt(name)
    return bool(ORGANISATION.search(name)) or (bool(letters) and letters in (host(url).value or ""))


def agency_name(credit: str) -> str | None:
    """The name we give the agency that a text credits by `credit`; None where that is no agency's."""
    return next((name for name, forms in AGENCIES.items() if re.fullmatch(forms, credit)), None)


def host(url: str) -> Evidenced:
    """The host of an address as the publisher that it names."""
    try:
        name = urlsplit(url if "//" in url else "//" + url).hostname
    except ValueError:
        name = None
    return Evidenced(name.removeprefix("www."), "host of the address") if name else Evidenced()
