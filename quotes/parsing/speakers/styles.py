"""Whom a style of address means: "His Highness", "Her Majesty the Queen", "HRH"."""

import re

from quotes.parsing.speakers.descriptions import described_by
from quotes.parsing.speakers.phrases import Phrase
from quotes.parsing.speakers.pronouns import GENDERS
from quotes.parsing.speakers.referents import Referent
from quotes.parsing.speakers.stage import Stage

_STYLE = re.compile(
    r"(?:(?:His|Her|Their)\s(?:(?:Royal|Imperial|Serene)\s)?"
    r"(?:Majesty|Highness|Excellency|Holiness|Eminence|Grace|Worship|Honou?r|Lordship|Ladyship)|HRH|HH|HM|HE|H\.E\.)"
    r"(?=$|\s(?:the|The|[A-Z][a-z]+$))"
)
_STYLED = frozenset(
    "majesty highness excellency holiness eminence grace king queen prince princess emperor empress sultan "
    "emir amir sheikh sheikha pope cardinal archbishop bishop hrh hh president minister ambassador governor "
    "mayor judge".split()
)
"""Words for those who are spoken of as "His Excellency" and the like."""


def styled_so(mention: str, start: int, stage: Stage) -> Referent | None:
    """Whom the mention at the offset means: somebody the text styles so; None where it is no style."""
    style = _STYLE.match(mention)
    if style is None:
        return None
    rest = mention[style.end() :].strip()
    if rest:
        return described_by(Phrase(rest), start, stage)
    gender = GENDERS.get(style[0].split(" ")[0].lower())

    def fits(referent: Referent) -> bool:
        of_gender = gender is None or referent.gender in (None, gender)
        return referent.type == "person" and of_gender and not referent.described.isdisjoint(_STYLED)

    return stage.last_speaker(start, fits) or stage.latest_where(start, fits)
