"""The text of a Word file: every paragraph in its order, as the file reads with all changes accepted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

_TEXT, _TAB, _BREAK, _RETURN = qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:cr")
_HARD_HYPHEN, _SYMBOL, _PARAGRAPH = qn("w:noBreakHyphen"), qn("w:sym"), qn("w:p")
_NOTE_MARKS = frozenset(
    {qn("w:footnoteRef"), qn("w:endnoteRef"), qn("w:separator"), qn("w:continuationSeparator")}
)
_PROPERTIES = frozenset({qn("w:pPr"), qn("w:rPr"), qn("w:tblPr"), qn("w:tcPr"), qn("w:trPr"), qn("w:sectPr")})
_DELETED = frozenset({qn("w:del"), qn("w:moveFrom"), qn("w:delText"), qn("w:instrText"), qn("w:rt")})
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = _PROPERTIES | _DELETED | _NOTE_MARKS | {_FALLBACK}
_BOX = qn("w:txbxContent")
_ENDS_PARAGRAPH = f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}"
_SPACES = re.compile(r"[ \t\r\f\v\xa0]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph and the id of its style, None for the usual one."""

    text: str
    style: str | None


def passages(root: Any) -> Iterator[Passage]:
    """The paragraphs under an element that hold text: of the body, of tables, of text boxes.

    Deletions that are only proposed are left out, insertions kept; a paragraph whose end was deleted runs on.
    """
    kept: list[str] = []
    for paragraph in _paragraphs(root):
        kept.append("".join(_pieces(paragraph)))
        if paragraph.find(_ENDS_PARAGRAPH) is not None:
            continue
        text = "\n".join(_SPACES.sub(" ", line).strip() for line in "".join(kept).split("\n")).strip()
        kept = []
        if text:
            yield Passage(text, _style(paragraph))


def count_of(root: Any, *names: str) -> int:
    """How many elements of these names there are under `root`."""
    return sum(1 for _ in root.iter(*map(qn, names)))


def _paragraphs(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == _PARAGRAPH:
            yield child
        yield from _paragraphs(child)


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag == _TAB:
            yield "\t"
        elif child.tag in (_BREAK, _RETURN):
            yield "\n" if child.get(qn("w:type")) in (None, "textWrapping") else ""
        elif child.tag == _HARD_HYPHEN:
            yield "-"
        elif child.tag not in _SKIPPED and child.tag not in (_BOX, _PARAGRAPH):
            yield from _pieces(child)


def _style(paragraph: Any) -> str | None:
    found = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return None if found is None else found.get(qn("w:val"))
