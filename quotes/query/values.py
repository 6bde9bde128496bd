"""How the value of a field is read. Each reader raises UsageError: what is wrong, and what would be right."""

import math
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from quotes.errors import UsageError
from quotes.overrides import iso_precision
from quotes.query.plan import Cell, Dates, Numbers, Value, Words

MAX_VALUE = 2_000
"""Characters of a word, phrase or name; no sentence that is looked for is longer."""
NONE = "none"
"""What stands for "not known"; in marks it is a word."""

_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Characters that take no place: soft hyphens, marks of direction. They come with what is pasted."""
_RANGE = ".."
_CODE = re.compile("[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class Written:
    """A value as typed: a `phrase` stood in marks, with `prefix` a "*" followed, `column` is the field's."""

    text: str
    phrase: bool = False
    prefix: bool = False
    column: str | None = None


Reader = Callable[[Written], Value]


def readable(text: str) -> str:
    """What was typed, without what cannot be seen, is not text, or ends a text for a database (NUL)."""
    seen = _UNSEEN.sub("", text).replace("\0", " ")
    return seen.encode("utf-8", errors="replace").decode("utf-8")


def can_be_found(text: str) -> bool:
    """Whether there is a letter or a digit in `text`."""
    return any(character.isalnum() for character in text)


def words(written: Written) -> Words:
    """Words that stand together."""
    return Words(_findable(written.text), written.phrase, written.prefix)


def name(written: Written) -> Value:
    """Part of a name."""
    return _findable(written.text)


def date_range(written: Written) -> Value:
    """A date, or A..B with either end left out."""
    first, dots, last = (part.strip() for part in written.text.partition(_RANGE))
    if not first and not last:
        raise UsageError("no date: write it as 2021-08, 2021-08-03..2022 or ..2022")
    if dots:
        return dates(first or None, last or None)
    try:
        return dates(first, first)
    except UsageError as error:
        raise UsageError(f"{error}, a range as 2021..2022-03") from None


def dates(earliest: str | None, latest: str | None) -> Dates:
    """The range between two ISO dates. Raises UsageError where it ends before it begins, too."""
    for date in (earliest, latest):
        if date is not None:
            iso_precision(date)
    if earliest and latest and earliest[: len(latest)] > latest[: len(earliest)]:
        raise UsageError(f"{earliest} is later than {latest}")
    return Dates(earliest, latest)


def number_range(written: Written) -> Value:
    """A number, or A..B with either end left out."""
    first, dots, last = (part.strip() for part in written.text.partition(_RANGE))
    if not first and not last:
        raise UsageError("no number: write it as 0.6, 0.4..0.6 or ..0.6")
    low = _number(first) if first else None
    high = low if not dots else (_number(last) if last else None)
    if low is not None and high is not None and low > high:
        raise UsageError(f"{first} is more than {last}")
    return Numbers(low, high)


def language(written: Written) -> Value:
    """The code of a language."""
    code = written.text.lower()
    if not _CODE.fullmatch(code):
        raise UsageError(f"no language {written.text!r}: give its code, as in lang:fr")
    return code


def one_of(known: Collection[str], what: str) -> Reader:
    """The reader of a value that is one of `known`."""

    def read(written: Written) -> Value:
        text = written.text.lower()
        if text not in known:
            raise UsageError(
                f"no {what} {written.text!r}: {what} is one of {', '.join(known)}{likely(text, known)}"
            )
        return text

    return read


def cell(written: Written) -> Value:
    """Words in a column; alone "yes" stands for any row and "no" for none."""
    text = written.text.lower()
    if written.column is None and not written.phrase and text in ("yes", "no"):
        return Cell(None, "") if text == "yes" else None
    return Cell(written.column, _findable(written.text))


def likely(typed: str, known: Collection[str]) -> str:
    """ "; did you mean X?", where one of `known` is like `typed`; else empty."""
    from difflib import get_close_matches

    found = get_close_matches(typed.lower(), known, n=1)
    return f"; did you mean {found[0]}?" if found else ""


def _findable(text: str) -> str:
    if len(text) > MAX_VALUE:
        raise UsageError(f"{len(text):,} characters are too many: give at most {MAX_VALUE:,}")
    if not text:
        raise UsageError("there is nothing to look for behind the colon: no blank may be between them")
    if not can_be_found(text):
        raise UsageError(f"nothing to look for in {text!r}: give letters or digits")
    return text


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise UsageError(f"not a number: {text!r}")
    return number
