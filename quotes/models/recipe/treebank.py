"""Universal Dependencies treebanks as running text with a label on every character: what ends there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

OPEN_TAG, CLOSE_TAG = "``", "''"


@dataclass(frozen=True)
class Word:
    """One syntactic word; `glued` means that no space follows it; `quote` is "open", "close" or ""."""

    text: str
    glued: bool
    quote: str = ""


Sentence = list[Word]
Paragraph = list[Sentence]


@dataclass(frozen=True)
class TreebankDocument:
    """A document of a treebank: its identifier and its paragraphs."""

    name: str
    paragraphs: list[Paragraph]

    @property
    def text(self) -> str:
        """The running text, a blank line between paragraphs."""
        return "\n\n".join(labelled(paragraph)[0] for paragraph in self.paragraphs)


def read_conllu(text: str) -> list[TreebankDocument]:
    """Parse CoNLL-U into documents; contractions ("doesn't") are split where their words spell them out."""
    documents: list[TreebankDocument] = []
    for block in text.replace("\r\n", "\n").split("\n\n"):
        lines = block.splitlines()
        comments = [line[1:].strip() for line in lines if line.startswith("#")]
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if not rows:
            continue
        name = next((c.partition("=")[2].strip() for c in comments if c.startswith("newdoc")), None)
        if name is not None or not documents:
            documents.append(TreebankDocument(name or "", []))
        paragraphs = documents[-1].paragraphs
        if not paragraphs or any(c.startswith("newpar") for c in comments):
            paragraphs.append([])
        paragraphs[-1].append(list(_words(rows)))
    return documents


def _words(rows: list[list[str]]) -> Iterator[Word]:
    """The surface words of one sentence: empty nodes dropped, multi-word tokens split where letters allow."""
    index = 0
    while index < len(rows):
        row = rows[index]
        index += 1
        if "." in row[0]:
            continue
        glued = "SpaceAfter=No" in row[9]
        if "-" not in row[0]:
            yield Word(row[1], glued, _quote(row))
            continue
        first, last = (int(part) for part in row[0].split("-"))
        parts = [rows[index + offset][1] for offset in range(last - first + 1)]
        index += len(parts)
        if "".join(parts) != row[1]:
            parts = [row[1]]
        for part in parts[:-1]:
            yield Word(part, glued=True)
        yield Word(parts[-1], glued)


def _quote(row: list[str]) -> str:
    """Which side of a quotation a row's mark is on, by its Penn tag; "" for anything else."""
    if len(row[1]) > 2 or any(char.isalnum() for char in row[1]):
        return ""
    return {OPEN_TAG: "open", CLOSE_TAG: "close"}.get(row[4], "")


def labelled(paragraph: Paragraph) -> tuple[str, str]:
    """Return the paragraph's text and a label per character: 0 inside, 1 ends a token, 2 ends a sentence."""
    text: list[str] = []
    labels: list[str] = []
    for sentence in paragraph:
        for position, word in enumerate(sentence):
            text.append(word.text)
            labels.append("0" * (len(word.text) - 1) + ("2" if position == len(sentence) - 1 else "1"))
            if not word.glued:
                text.append(" ")
                labels.append("0")
    joined = "".join(text)
    kept = len(joined.rstrip())
    return joined[:kept], "".join(labels)[:kept]
