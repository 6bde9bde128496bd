"""A document's text with everything that attribution reads: tokens, sentences, entities, quotations."""

from dataclasses import dataclass
from typing import Literal

from quotes.document import BlockKind
from quotes.parsing.pairing import Quotation
from quotes.statement import Basis


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
class Turn:
    """A paragraph of a transcript: the spans of its label and its words; `continued` without a label.

    `named` is where the text names in full whom the label means ("VENN", "MV", "Q"), None where it does not.
    """

    label: tuple[int, int]
    content: tuple[int, int]
    continued: bool = False
    named: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Learned:
    """An attribution, speech or thought, as the model marks it: the parts that belong together.

    `sureness` is the model's own, 0 to 1; it is no probability.
    """

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    contents: tuple[tuple[int, int], ...]
    sureness: float


@dataclass(frozen=True, slots=True)
class Annotated:
    """The annotated text. Every offset refers to `text`, which is `Document.text`."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    entities: tuple[Entity, ...]
    quotations: tuple[Quotation, ...]
    turns: tuple[Turn, ...] = ()
    learned: tuple[Learned, ...] = ()
    warnings: tuple[str, ...] = ()

    def written(self) -> frozenset[int]:
        """Indexes of the paragraphs in which the writer speaks: body that is no labelled turn."""
        ends = {turn.content[1] for turn in self.turns}
        body = (i for i, paragraph in enumerate(self.paragraphs) if paragraph.kind == "body")
        return frozenset(i for i in body if self.paragraphs[i].end not in ends)


Mode = Literal["speech", "implicit", "turn", "claim", "thought"]
"""A quotation with a verb, one that goes on from another, a labelled turn, a claim, or a thought."""


BY_RULE = Basis("rules")


@dataclass(frozen=True, slots=True)
class Attribution:
    """That a source said (or thought) something, as it stands in the text.

    All spans are offsets of the text; `quotations` are indexes of `Annotated.quotations` in the
    content. `source` is None where nobody is credited.
    """

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: tuple[int, int] | None
    quotations: tuple[int, ...] = ()
    mode: Mode = "speech"
    basis: Basis = BY_RULE
