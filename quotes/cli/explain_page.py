"""`--explain`: every part of a file in order, what it was taken for, and why what was dropped was."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from quotes.cli.lines import MISSING, QUIET, counted
from quotes.display import one_line

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.document import Block, Document
    from quotes.store import Library

KEPT_WIDTH = 100
"""Letters of a kept block that are shown; what was dropped is shown whole."""
KIND_WIDTH = 11
"""Cells: the longest kind and two spaces."""
DROPPED = "furniture"
_STYLES = {"title": "bold", "caption": "cyan", DROPPED: MISSING}


def show(consoles: "Consoles", library: "Library", identifier: str) -> None:
    """Print the blocks of a stored document. Raises UsageError for an id that is unknown or ambiguous."""
    document = library.document(identifier)
    file = _decoded(document.blocks, library.original(document.id), document.encoding)
    consoles.show(Text(f"{document.id} {one_line(document.name)}", "bold"))
    show_blocks(consoles, document.blocks, library.text(document.id), file)


def show_document(consoles: "Consoles", document: "Document") -> None:
    """Print the blocks of a document that was just read."""
    file = _decoded(document.blocks, document.original, document.encoding)
    consoles.show(Text(one_line(document.name), "bold"))
    show_blocks(consoles, document.blocks, document.text, file)


def show_blocks(consoles: "Consoles", blocks: Sequence["Block"], text: str, file: str) -> None:
    """Print each block: kind, words, place and reason. `file` is the decoded file that places refer to."""
    for block, line in _with_lines(blocks, file):
        words = one_line(_words(block, text, file))
        if block.kind != DROPPED and len(words) > KEPT_WIDTH:
            words = words[: KEPT_WIDTH - 1].rstrip() + "…"
        head = Text(f"{block.kind:<{KIND_WIDTH}}", _STYLES.get(block.kind, ""))
        consoles.show(Text(words), head=head, detail=_detail(block, line))
    kinds = Counter[str](block.kind for block in blocks)
    kept = ", ".join(counted(kinds[kind], kind) for kind in ("title", "caption") if kinds[kind])
    consoles.say(
        f"{counted(len(blocks), 'block')}: {kinds['body']:,} body{', ' if kept else ''}{kept}, "
        f"{kinds[DROPPED]:,} dropped"
    )


def _decoded(blocks: Sequence["Block"], original: bytes, encoding: str) -> str:
    """The decoded file, empty where no block has a place in it: then it may be no text at all."""
    placed = any(block.source_start is not None for block in blocks)
    return original.decode(encoding, errors="replace") if placed else ""


def _with_lines(blocks: Sequence["Block"], file: str) -> Iterator[tuple["Block", int | None]]:
    """Each block with the line of the file that it begins in, None where it has no place there."""
    line, position = 1, 0
    for block in blocks:
        if block.source_start is None:
            yield block, None
            continue
        if block.source_start < position:
            line, position = 1, 0
        line += file.count("\n", position, block.source_start)
        position = block.source_start
        yield block, line


def _words(block: "Block", text: str, file: str) -> str:
    if block.start is not None:
        return text[block.start : block.end]
    if block.words is not None or block.source_start is None:
        return block.words or ""
    return file[block.source_start : block.source_end]


def _detail(block: "Block", line: int | None) -> Text:
    if line is not None:
        place = f"line {line:,}, characters {block.source_start:,} to {block.source_end:,} of the file"
    elif block.start is not None:
        place = f"characters {block.start:,} to {block.end:,} of the text"
    else:
        place = "no place in the text"
    language = f"; language: {one_line(block.lang)}" if block.lang else ""
    verb = "dropped" if block.kind == DROPPED else "known as"
    reason = f"; {verb}: {one_line(block.reason)}" if block.reason else ""
    return Text(f"({place}{language}{reason})", QUIET)
