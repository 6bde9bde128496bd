"""`quotes show DOC --provenance`: how a document was read; what was repaired, dropped and guessed."""

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from quotes.cli.explain_page import DROPPED
from quotes.cli.fields import candidate_lines, known, show_document_fields, show_field, show_list
from quotes.cli.lines import GAP, ID, QUIET, counted, document_head, document_title
from quotes.display import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quotes.cli.consoles import Consoles
    from quotes.document import Block, Repair
    from quotes.store import Library
    from quotes.store.views import StoredDocument, WholeDocument

GUESSES_SHOWN = 50
"""Places of guessed repairs that are listed."""
AROUND = 20
"""Letters of the text around a guessed repair that are shown on either side."""


def show(consoles: "Consoles", library: "Library", identifier: str) -> None:
    """Print the page. Raises UsageError for an id that is unknown or ambiguous."""
    document = library.document(identifier)
    original, text = library.original(document.id), library.text(document.id)
    file = original.decode(document.encoding, errors="replace")
    consoles.show(document_title(document), head=document_head(document))
    consoles.show(Text())
    _show_file(consoles, document, original)
    text_sum = hashlib.sha256(text.encode(errors="replace")).hexdigest()
    show_field(consoles, "Text", f"{counted(len(text), 'character')} in {_kept(document)}")
    show_field(consoles, "Its SHA-256", text_sum)
    consoles.show(Text())
    show_document_fields(consoles, document)
    telling = [one for one in document.published_candidates if one.value == document.published]
    show_list(consoles, "Date told by", candidate_lines(telling))
    if document.published_confidence is not None:
        show_field(consoles, "Date sure to", f"{document.published_confidence:.2f}")
    consoles.show(Text())
    show_list(consoles, "Repaired", _repairs(document.repairs) or [Text("nothing")])
    show_list(consoles, "Guessed", _guesses(document.repairs, file) or [Text("nothing")])
    show_list(consoles, "Dropped", _dropped(document.blocks, file) or [Text("nothing")])
    show_list(consoles, "Processed", map(one_line, document.processing))
    show_list(consoles, "Warnings", map(one_line, document.warnings))
    consoles.say(
        f"Every part of the file: quotes show {document.id} --explain; "
        f"the file itself: quotes original {document.id} -o FILE",
        style=QUIET,
    )


def _show_file(consoles: "Consoles", document: "StoredDocument", original: bytes) -> None:
    show_field(consoles, "Document", Text(document.id, ID))
    show_field(consoles, "File", f"{document.name} ({document.media_type})")
    show_field(consoles, "Place", document.place or "")
    show_field(consoles, "Size", counted(len(original), "byte"))
    show_field(consoles, "SHA-256", document.sha256)
    show_field(consoles, "Encoding", known(document.encoding, document.encoding_evidence))
    show_field(consoles, "Language", document.lang or "")
    others = [place for place in document.places if place.number > 1]
    show_list(consoles, "Also at", (f"{one.place or one.name}{GAP}SHA-256 {one.sha256}" for one in others))


def _kept(document: "WholeDocument") -> str:
    kinds = Counter(block.kind for block in document.blocks if block.kind != DROPPED)
    others = [(kinds["title"], "title"), (kinds["caption"], "caption")]
    return ", ".join(counted(*one) for one in (*others, (kinds["body"], "paragraph")) if one[0])


def _repairs(repairs: "Sequence[Repair]") -> list[Text]:
    """Each kind of repair and how often it was made, the most frequent first."""
    kinds = Counter((repair.damaged, repair.repaired, repair.guessed) for repair in repairs)
    lines = []
    for (damaged, mended, guessed), count in kinds.most_common():
        line = Text(f"{one_line(damaged)} read as {one_line(mended)}")
        line.append(f", {counted(count, 'time')}", QUIET)
        lines.append(line.append(", a guess" if guessed else ""))
    return lines


def _guesses(repairs: "Sequence[Repair]", file: str) -> list[Text]:
    """The places at which a repair is a guess, with the file's own words around them."""
    guessed = [repair for repair in repairs if repair.guessed]
    lines = [_guess(repair, file) for repair in guessed[:GUESSES_SHOWN]]
    if len(guessed) > GUESSES_SHOWN:
        lines.append(Text(f"... {counted(len(guessed), 'guess', 'guesses')} in all"))
    return lines


def _guess(repair: "Repair", file: str) -> Text:
    before = file[max(repair.source_start - AROUND, 0) : repair.source_start]
    after = file[repair.source_end : repair.source_end + AROUND]
    line = Text(one_line(f"{before}>>{repair.repaired}<<{after}"))
    return line.append(f" (character {repair.source_start:,} of the file)", QUIET)


def _dropped(blocks: "Sequence[Block]", file: str) -> list[Text]:
    """For each reason how many blocks were dropped, and how much of the file."""
    sizes: dict[str, list[int]] = {}
    for block in blocks:
        if block.kind == DROPPED:
            sizes.setdefault(block.reason or "no reason given", []).append(len(_words(block, file)))
    ordered = sorted(sizes.items(), key=lambda item: (-len(item[1]), item[0]))
    lines: list[Text] = []
    for reason, lengths in ordered:
        counts = f"{counted(len(lengths), 'block')}, {counted(sum(lengths), 'character')}"
        lines.append(Text(one_line(reason)).append(f" ({counts})", QUIET))
    return lines


def _words(block: "Block", file: str) -> str:
    if block.words is not None or block.source_start is None:
        return block.words or ""
    return file[block.source_start : block.source_end]
