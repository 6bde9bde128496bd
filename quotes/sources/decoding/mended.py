"""What is read of a file before its format counts: decoded, and put right where it was damaged."""

from dataclasses import dataclass

from quotes.document import Repair
from quotes.sources.decoding.charset import decode
from quotes.sources.decoding.mapped import MappedText
from quotes.sources.decoding.mojibake import repaired


@dataclass(frozen=True, slots=True)
class Mended:
    """A text after repair, mapped to the text before it; `evidence` tells how its encoding is known."""

    text: MappedText
    repairs: tuple[Repair, ...]
    encoding: str = "utf-8"
    evidence: str | None = None
    warnings: tuple[str, ...] = ()


def mended_file(original: bytes, name: str, charset: str | None = None) -> Mended:
    """The bytes of a text or HTML file, decoded and put right. Raises SourceError as `decode` does."""
    decoded = decode(original, name, charset)
    return Mended(*repaired(decoded.text), decoded.encoding, decoded.evidence, decoded.warnings)


def mended_text(text: str) -> Mended:
    """A text that was taken out of a file in which it has no place, put right."""
    return Mended(*repaired(text))
