"""Which mark stood where damage has eaten the byte that tells: settled by pairing within the line."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

DEPTH_MAX = 50
"""Marks open at once; more of them are a row of apostrophes, not quotations inside quotations."""

_MARK = re.compile(r"[“”‘’\n]")
_OPENERS = "([{<>“‘—–-/\"'"
_DECADE = re.compile(r"\d0s\b")


@dataclass(frozen=True, slots=True)
class _Site:
    """A mark (None where it is lost) in its surroundings; the edges of the text count as spaces."""

    mark: str | None
    before: str
    after: str
    rest: str


def settled(text: str, lost: Collection[int]) -> list[str]:
    """The marks that belong at the positions `lost` of `text` (one character each), in their order.

    Between spaces or digits it was a dash; before a word an opening mark; after a word a closing
    mark where one is open, else an apostrophe or dots. A line starts with nothing open.
    """
    if not lost:
        return []
    sites = list(_sites(text, lost))
    open_marks: list[str] = []
    marks: list[str] = []
    for index, site in enumerate(sites):
        mark = site.mark
        if mark is None:
            mark = _chosen(site, open_marks, sites, index)
            marks.append(mark)
        _track(mark, site, open_marks)
    return marks


def _sites(text: str, lost: Collection[int]) -> Iterator[_Site]:
    positions = {match.start() for match in _MARK.finditer(text)} | set(lost)
    missing = set(lost)
    for position in sorted(positions):
        mark = None if position in missing else text[position]
        before = text[position - 1] if position else " "
        after = text[position + 1] if position + 1 < len(text) else " "
        yield _Site(mark, before, after, text[position + 1 : position + 5])


def _chosen(site: _Site, open_marks: list[str], sites: list[_Site], index: int) -> str:
    if site.before.isspace():
        if site.after.isspace():
            return "–"
        return "’" if _DECADE.match(site.rest) else _opening(open_marks)
    if site.before.isdigit() and site.after.isdigit():
        return "–"
    if site.before in _OPENERS and not _ends_words(site.after):
        return _opening(open_marks)
    return _closing(site, open_marks, sites, index)


def _ends_words(after: str) -> bool:
    return after.isspace() or after in ".,;:!?)]}<"


def _opening(open_marks: list[str]) -> str:
    return "‘" if open_marks and open_marks[-1] == "“" else "“"


def _closing(site: _Site, open_marks: list[str], sites: list[_Site], index: int) -> str:
    possessive = site.before in "sS" and site.after == " "
    if open_marks:
        if possessive and _closed_later(sites, index + 1):
            return "’"
        return "”" if open_marks[-1] == "“" else "’"
    if site.before.isalpha() and site.after not in ".,":
        return "’" if possessive else "…"
    return "”"


def _closed_later(sites: list[_Site], index: int) -> bool:
    """Whether a closing mark stands in the line, from `sites[index]` on, before anything opens again."""
    for site in sites[index:]:
        if site.mark is None:
            return not site.before.isspace()
        if site.mark in "\n“‘":
            return False
        if site.mark == "”":
            return True
    return False


def _track(mark: str, site: _Site, open_marks: list[str]) -> None:
    if mark == "\n":
        open_marks.clear()
    elif mark in "“‘":
        open_marks.append(mark)
    elif mark == "”" and "“" in open_marks[-DEPTH_MAX:]:
        while open_marks.pop() != "“":
            pass
    elif mark == "”" and site.before.isspace() and site.after.isalnum():
        open_marks.append("“")  # a writer who opens with closing marks
    elif mark == "’" and open_marks and open_marks[-1] == "‘" and not site.after.isalpha():
        open_marks.pop()
