r"""BibTeX: a database entry for each document and, as comment lines before them, the notes to paste.

`@misc` says nothing about the medium that is not known, and BibTeX and biblatex both print it with what
there is. Titles stand in double braces: as printed, names keep their capitals. Letters stay UTF-8; what
LaTeX would obey is escaped. A key is made of the document alone, so it is the same in every run.
"""

import re
import unicodedata
from collections.abc import Sequence
from urllib.parse import quote

from quotes.reports.citations.names import Name
from quotes.reports.citations.reference import Cited, Reference, unique
from quotes.reports.citations.wording import curled, stopped

_SPECIAL = {
    **{sign: f"\\{sign}" for sign in "&%$#_"},
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces, escaped or not
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_SPECIALS = re.compile(r"[&%$#_{}~^\\]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def notes(statements: Sequence[Cited]) -> list[str]:
    r"""A numbered comment line for each statement, with its \cite command."""
    return [f"% {number}. {_note(statement)}" for number, statement in enumerate(statements, start=1)]


def bibliography(references: Sequence[Reference]) -> list[str]:
    """An entry for each document, by key."""
    return sorted(map(_entry, unique(references)))


def escaped(text: str) -> str:
    """`text` with everything that LaTeX would obey written so that it is printed."""
    return _SPECIALS.sub(lambda match: _SPECIAL[match[0]], text)


def key_of(work: Reference) -> str:
    """The key of a document: author or publisher, year and the document's id, in ASCII."""
    name = work.creators[0].short if work.creators else work.publisher or ""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    year = work.published.year if work.published else "nd"
    return f"{re.sub(r'[^a-z]', '', plain)}{year}-{work.document_id}"


def _note(statement: Cited) -> str:
    how = "paraphrased in" if statement.claimed else "quoted in"
    words = escaped(f"{stopped(statement.quotation)} {statement.credit}, {how}")
    line = f"{words} \\cite{_locator(statement)}{{{key_of(statement.reference)}}}."
    # Outside an entry BibTeX ignores everything but this sign, even in a comment.
    return line.replace("@", r"\char64{}")


def _locator(statement: Cited) -> str:
    """The page as the optional argument of the command; a bracket in it must not end the argument."""
    page = escaped(statement.page or "").replace("–", "--")
    return (f"[{{{page}}}]" if "]" in page else f"[{page}]") if page else ""


def _entry(work: Reference) -> str:
    date = work.published
    named = work.creators or work.title or work.publisher or work.url
    fields = {
        "author": " and ".join(map(_author, work.creators)),
        "title": f"{{{escaped(curled(work.title))}}}" if work.title else "",
        "howpublished": escaped(work.publisher or ""),
        "year": str(date.year) if date else "",
        "month": _MONTHS[date.month - 1] if date and date.month else "",
        "day": str(date.day) if date and date.day else "",
        "note": escaped(work.wire or ("" if named else work.label)),
        "url": quote(work.url or "", safe="%/:=&?~#+!$,;'@()*[]"),
        "urldate": _iso(work),
    }
    lines = [
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join((f"@misc{{{key_of(work)},", *lines, "}"))


def _author(name: Name) -> str:
    if name.family is None:
        return f"{{{escaped(name.full)}}}"
    return ", ".join(escaped(part) for part in (name.family, name.suffix, name.given) if part)


def _iso(work: Reference) -> str:
    date = work.accessed
    return f"{date.year:04}-{date.month:02}-{date.day:02}" if date and date.month and date.day else ""
