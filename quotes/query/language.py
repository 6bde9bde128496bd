"""What a user typed, as a plan. Anything typed gives a plan or a UsageError."""

import re
from collections.abc import Sequence
from typing import TypeGuard, cast, get_args

from quotes.errors import UsageError
from quotes.overrides import iso_precision
from quotes.query.plan import DocumentPlan, Plan
from quotes.statement import Kind

_MARKS = re.compile('["\u201c\u201d\u201e\u201f\u00ab\u00bb]')
_BLANK = re.compile(r"\s")
_LANG = "lang:"
_CODE = re.compile("[a-z]{2,3}")


def plan_of(
    arguments: Sequence[str],
    *,
    speaker: str | None = None,
    publisher: str | None = None,
    earliest: str | None = None,
    latest: str | None = None,
    kind: str | None = None,
    limit: int | None = None,
    copies: bool = False,
) -> Plan:
    """The plan for what was typed: words, "phrases", and options.

    An argument with a blank in it is a phrase: the shell took its marks off. Marks inside an argument
    make phrases too, one that is not closed running to the end. Raises UsageError for a bad date, kind
    or limit, and for words or names without a letter or a digit.
    """
    words, phrases = _sought([_readable(argument) for argument in arguments])
    first, last = _range(earliest, latest)
    return Plan(
        words=words,
        phrases=phrases,
        speaker=_name(speaker, "--speaker"),
        publisher=_name(publisher, "--publisher"),
        earliest=first,
        latest=last,
        kind=_kind(kind),
        limit=_limit(limit),
        copies=copies,
    )


def document_plan_of(arguments: Sequence[str]) -> DocumentPlan:
    """The plan for words, "phrases" and lang:fr; of several languages the last counts.

    Raises UsageError for a language that is no code and for words without a letter or a digit.
    """
    typed = [_readable(argument) for argument in arguments]
    langs = [argument for argument in typed if argument.lower().startswith(_LANG)]
    words, phrases = _sought([argument for argument in typed if argument not in langs])
    return DocumentPlan(words, phrases, _lang(langs[-1]) if langs else None)


def _lang(argument: str) -> str:
    code = argument[len(_LANG) :].strip().lower()
    if not _CODE.fullmatch(code):
        raise UsageError(f"no language {argument!r}: give its code, as in lang:fr")
    return code


def _sought(arguments: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words and phrases of all arguments."""
    parts = [_parts(argument) for argument in arguments]
    words = tuple(word for own, _ in parts for word in own if _can_be_found(word))
    phrases = tuple(phrase for _, own in parts for phrase in own if _can_be_found(phrase))
    typed = " ".join(arguments).strip()
    if typed and not (words or phrases):
        raise UsageError(f"nothing to look for in {typed!r}: give words with letters or digits")
    return words, phrases


def _parts(argument: str) -> tuple[list[str], list[str]]:
    """The words and phrases of one argument."""
    pieces = _MARKS.split(argument)
    if len(pieces) == 1:
        text = argument.strip()
        return ([], [text]) if _BLANK.search(text) else ([text] if text else [], [])
    words = [word for piece in pieces[::2] for word in piece.split()]
    return words, [piece.strip() for piece in pieces[1::2] if piece.strip()]


def _readable(text: str) -> str:
    """`text` without what the shell could not decode."""
    return text.encode("utf-8", errors="replace").decode("utf-8")


def _can_be_found(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _given(text: str | None, option: str) -> TypeGuard[str]:
    """Whether an option was given; an empty one (an unset shell variable) must not drop the condition."""
    if text is not None and not text.strip():
        raise UsageError(f"{option} is empty: give a value, or leave the option out")
    return text is not None


def _name(text: str | None, option: str) -> str | None:
    if not _given(text, option):
        return None
    if not _can_be_found(text):
        raise UsageError(
            f"{option} {_readable(text)!r} is no part of a name: give one with letters or digits"
        )
    return _readable(text).strip()


def _range(earliest: str | None, latest: str | None) -> tuple[str | None, str | None]:
    first, last = _date(earliest, "--from"), _date(latest, "--to")
    if first and last and first[: len(last)] > last[: len(first)]:
        raise UsageError(f"--from {first} is later than --to {last}")
    return first, last


def _date(text: str | None, option: str) -> str | None:
    if not _given(text, option):
        return None
    date = _readable(text).strip()
    iso_precision(date)
    return date


def _kind(text: str | None) -> Kind | None:
    if not _given(text, "--kind"):
        return None
    kinds = get_args(Kind)
    if text.strip().lower() not in kinds:
        raise UsageError(f"no kind {_readable(text)!r}: --kind is one of {', '.join(kinds)}")
    return cast("Kind", text.strip().lower())


def _limit(number: int | None) -> int | None:
    if number is not None and number < 1:
        raise UsageError(f"--limit {number}: give at least 1")
    return number
