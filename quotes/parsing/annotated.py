"""A document's text with everything that attribution reads: tokens, sentences, entities, quotations."""

from dataclasses import dataclass

from quotes.document import BlockKind
from quotes.parsing.pairing import Quotation


@dataclass(frozen=True, slots=True)
class Token:
    """One token, `Annotated.text[start:end]`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as the splitter sees it; a quotation may hold several or be part of one."""

    start: int
    end: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity; `type` is PERSON, ORG, LOC, NORP, DATE, ... as the tagger names it."""

    start: int
    end: int
    type: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the document, in offsets of its text."""

    start: int
    end: int
    kind: BlockKind
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """The annotated text. Every offset refers to `text`, which is `Document.text`."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    entities: tuple[Entity, ...]
    quotations: tuple[Quotation, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """That a source said (or thought) something, as it stands in the text.

    All spans are offsets of the text; `quotations` are indexes of `Annotated.quotations` in the
    content. `source` is None where nobody is credited. `mode` tells speech from thought and from
    quotations that only continue an attributed one ("implicit"). `kind` of the quotations is judged
    from the content alone. `confidence` is 0 to 1.
    """

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: tuple[int, int] | None
    quotations: tuple[int, ...] = ()
    mode: str = "speech"
    confidence: float = 0.5
