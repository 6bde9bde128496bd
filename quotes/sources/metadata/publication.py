"""The date of publication out of all that is said of it: weighed, never guessed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import prod

from quotes.document import DateCandidate, Published, contradictory
from quotes.overrides import FLAG

STATED = 0.95
"""Stated outside the text for just this document: front matter, a mail's header, a table's cell, JSON-LD."""
TAG = 0.9
"""A meta tag: sites fill some of them with other dates."""
ADDRESS = 0.9
"""The path of the address: editors set it when a story first appears."""
DATELINE = 0.85
"""The day on which a story was filed, a day before it was printed at times."""
LINE = 0.8
"""A line that says when something was published, or a date alone above the story."""
HEADER = 0.3
"""A stamp that somebody's file has at its head: when it was copied, as often as not."""
MENTIONED = 0.3
"""A date in a line above the story that does not say whose it is."""
MODIFIED = 0.1
"""When something was changed is no date of publication."""
REFUSED = 0.0
"""A date that cannot be one of publication: in the future, or before there were newspapers."""

EARLIEST_YEAR = 1600
"""The first newspapers; a number before that is no year of publication."""
CLOCK_ZERO = "1970-01-01"
"""Where computers count from: what a site prints whose database has no date."""
MOST = 0.99
"""However many say so, they may have it from each other."""


def published(
    sure: Iterable[DateCandidate],
    doubtful: Iterable[DateCandidate] = (),
    *,
    flag: DateCandidate | None = None,
) -> Published:
    """The publication date from its candidates, the most reliable first; every one of them is kept.

    A flag wins. Otherwise the sure candidates must agree (the precisest is taken; dates one day
    apart are one in two time zones, the first is taken), or nothing is sure. Doubtful ones are
    only listed, dates after tomorrow are refused.
    """
    trusted = [_weighed(candidate, LINE) for candidate in sure]
    others = [_weighed(candidate, MENTIONED) for candidate in doubtful]
    candidates = (*trusted, *others)
    if flag is not None:
        told = replace(flag, confidence=FLAG)
        return Published(flag.value, flag.precision, (told, *candidates), FLAG)
    trusted = [candidate for candidate in trusted if candidate.is_trusted]
    if not trusted:
        best = max((c.confidence or 0.0 for c in candidates), default=None)
        return Published(candidates=candidates, confidence=best)
    confidence = _confidence(trusted, others)
    if contradictory(trusted):
        return Published(candidates=candidates, confidence=confidence)
    best_told = max(trusted, key=lambda candidate: len(candidate.value))
    return Published(best_told.value, best_told.precision, candidates, confidence)


def _weighed(candidate: DateCandidate, usual: float) -> DateCandidate:
    """The candidate with a confidence: `usual` where its finder gave none, none at all where it cannot be."""
    why = _refusal(candidate)
    if why is not None:
        return replace(candidate, confidence=REFUSED, evidence=f"{candidate.evidence} ({why}: refused)")
    return candidate if candidate.confidence is not None else replace(candidate, confidence=usual)


def _refusal(candidate: DateCandidate) -> str | None:
    tomorrow = (date.today() + timedelta(days=1)).isoformat()
    if candidate.value > tomorrow:
        return "in the future"
    if candidate.value == CLOCK_ZERO:
        return "what a clock says that was never set"
    return "before there were newspapers" if int(candidate.value[:4]) < EARLIEST_YEAR else None


def _confidence(trusted: Sequence[DateCandidate], others: Sequence[DateCandidate]) -> float:
    """That of the date most candidates speak for, as if each told it by itself, less what contradicts it."""
    groups = [[other for other in trusted if other.agrees(one)] for one in trusted]
    best = max(groups, key=lambda group: sum(one.confidence or 0.0 for one in group))
    told = 1 - prod(1 - (one.confidence or 0.0) for one in best)
    against = [other for other in trusted if not other.agrees(best[0])]
    # A page changed later is no contradiction.
    against += [
        other for other in others if (other.confidence or 0.0) > MODIFIED and not other.agrees(best[0])
    ]
    return round(min(told, MOST) * prod(1 - (other.confidence or 0.0) for other in against), 3)
