"""The properties that office programs write into a file: what of them tells anything about the document."""

import re
from collections.abc import Iterable
from datetime import datetime

from quotes.document import DateCandidate, Evidenced

VALUE_MAX = 300
"""A longer title or name is no such thing, in characters."""

_FILE_NAME = re.compile(
    r"(?i)microsoft (?:word|powerpoint|excel)\b.*"
    r"|\S{0,200}[^\s.]\.(?:docx?|dotx?|pdf|indd|qxp|qxd|tex|dvi|odt|rtf|pptx?|xlsx?|pages|wpd|html?|txt)"
    r"|.{0,200}\.(?:docx?|pdf|indd|odt|rtf|pptx?)"
    r"|(?:untitled|(?:word )?document|dokument|slide|(?:powerpoint )?presentation|layout|print)[\s\d-]*"
    r"|[\w-]*[\d_]+[\w-]*"
)
_NO_PERSON = re.compile(
    r"(?i)(?:(?:default|microsoft office|windows|office) )?(?:user|admin|administrator|owner|author|guest"
    r"|unknown|none|customer|test|anonymous|python-docx|root|home|me|pc|hp|dell|lenovo|acer|asus)\d*"
)


def title_of(value: object) -> str | None:
    """The title that a property states; None where it is a file's name or what a program puts there."""
    text = _text(value)
    return None if text is None or _FILE_NAME.fullmatch(text) else text


def author_of(value: object) -> str | None:
    """The author that a property states; None for the name of an account, a program or a file."""
    text = _text(value)
    if text is None or _NO_PERSON.fullmatch(text) or _FILE_NAME.fullmatch(text):
        return None
    account = " " not in text and (
        text.islower() or any(sign in text for sign in "@\\/") or not text.isalpha()
    )
    return None if account else text


def first_stated(values: Iterable[tuple[str | None, str]]) -> Evidenced:
    """The first of (value, evidence) that is a value."""
    return next((Evidenced(value, evidence) for value, evidence in values if value), Evidenced())


def made_on(moment: object, evidence: str) -> DateCandidate | None:
    """The day a file was made, which is no more than a hint at when its text was published."""
    if not isinstance(moment, datetime):
        return None
    day = moment.date().isoformat()
    return DateCandidate(day, "day", f"{evidence}: {day}")


def _text(value: object) -> str | None:
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return text if 1 < len(text) <= VALUE_MAX and any(map(str.isalpha, text)) else None
