"""Invented pages that several tests read, and what they ask of a document."""

from quotes.document import Document

STORY = (
    "OSTRAVA -\n\n"
    "Harbour minister Mara Venn told reporters Monday that the northern quay stays closed until spring.\n\n"
    '"We will not open it a day too early," Venn said after a meeting with Captain Tomas Brandt. '
    "Brandt, who runs the pilots' guild, said the guild had asked Venn for a later date.\n\n"
    "The quay was closed in November after a storm broke its eastern wall. Venn and Brandt will meet again.\n"
)
"""A story of sentences, long enough that a page's other sections are told from it."""
REST = (
    "The guild has asked for lamps on the eastern wall, where two boats ran aground in the autumn.\n\n"
    '"A wall without a lamp is a trap," Brandt said. He wants Venn to pay for eleven of them.\n\n'
    "Venn said her ministry would count the lamps it has before it buys any others for the quay.\n\n"
    "Both will answer for the storm before the council.\n"
)
"""How that story goes on."""


def dropped(document: Document) -> list[str]:
    """The furniture of a document that has a map, as it stands in the decoded file."""
    decoded = document.original.decode(document.encoding, errors="replace")
    return [decoded[b.source_start : b.source_end] for b in document.blocks if b.kind == "furniture"]


def reasons(document: Document) -> dict[str, str | None]:
    """The first words of each block of furniture and why it was dropped."""
    blocks = [block for block in document.blocks if block.kind == "furniture"]
    return {words: block.reason for words, block in zip(dropped(document), blocks, strict=True)}
