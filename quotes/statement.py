"""What a document attributes to a source: the records that parsing gives and everything else uses."""

from dataclasses import dataclass
from typing import Literal

from quotes.document import Document

Kind = Literal["direct", "partial", "indirect"]
SpeakerType = Literal["person", "organization", "country", "group", "unnamed"]
Span = tuple[int, int]
AlterationKind = Literal["cut", "inserted", "direction"]
Stance = Literal["asserted", "denied", "unsaid", "asked", "requested", "hedged"]
"""How a source stands to the words: put forward as so, disowned, not said ("did not say that", "declined
to confirm"), a question, a request, or said tentatively or only perhaps ("hinted", "may have said")."""

TAKEN_BACK: frozenset[Stance | None] = frozenset({"denied", "unsaid"})
"""The stances of words that are never to be shown as what the source says."""


@dataclass(frozen=True, slots=True)
class Alteration:
    """What the source itself did to the words at `Document.text[start:end]`, marks of the change included.

    "cut": it left words out ("...", "[...]"); "inserted": it put its own in ("[the]", "(and)", "[sic]");
    "direction": it tells what happened meanwhile ("(laughs)").
    """

    kind: AlterationKind
    start: int
    end: int
    text: str
    source_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Translation:
    """That the words were translated, by the `evidence`, which is `Document.text[start:end]`."""

    evidence: str
    start: int
    end: int
    source_span: Span | None = None


Support = Literal["layout", "rules", "both", "against", "model"]
"""Who says so: the page's layout (a labelled turn), the rules alone, the rules and the model, the rules where
the model reads another source, or the model alone."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What an attribution rests on; `strength` of the rule and `sureness` of the model are 0 to 1."""

    support: Support
    strength: float = 0.0
    sureness: float = 0.0


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement; `Document.text[start:end]` is its text.

    `kind` is "direct" or "partial" for words in marks, "indirect" for a claim. `speaker` is the
    name as fully as the document gives it, None with the reason in `unknown`. `mention` are the
    words that name the source at that place. `said_on` is ISO in the precision known. `utterance`
    is the id of the first statement of the same utterance, None where it stands alone;
    `nested_in` the id of the quotation around this one; `quotes_inside` the ids of the quotations
    in a claim, and `claim` that of the (innermost) claim a quotation stands in. `depth` counts the
    quotations around it. `context_span` holds the sentence or sentences of the statement and its cue.
    `stance` is None where nobody looked; `stance_evidence` are the words it is read from, None of an
    assertion. `role` are the words that describe the speaker nearest to this place ("then finance minister").
    `rests_on` is the mention by which it is known who the `mention` is: its own span where it is a name, that
    of a name further up for "he". `joint` are the names of those who speak together, none of one speaker.
    `confidence`, 0 to 1, is the chance that it is a statement and its speaker right, as read from
    its `basis`, which is not kept.
    """

    id: str
    kind: Kind
    start: int
    end: int
    text: str
    context_span: Span
    source_span: Span | None = None
    speaker: str | None = None
    speaker_type: SpeakerType | None = None
    unknown: str | None = None
    mention: str | None = None
    mention_span: Span | None = None
    mention_source_span: Span | None = None
    cue: str | None = None
    cue_span: Span | None = None
    said_on: str | None = None
    said_evidence: str | None = None
    addressee: str | None = None
    via: str | None = None
    implicit: bool = False
    utterance: str | None = None
    nested_in: str | None = None
    depth: int = 0
    quotes_inside: tuple[str, ...] = ()
    claim: str | None = None
    stance: Stance | None = None
    stance_evidence: str | None = None
    alterations: tuple[Alteration, ...] = ()
    translated: Translation | None = None
    role: str | None = None
    role_span: Span | None = None
    rests_on: Span | None = None
    joint: tuple[str, ...] = ()
    basis: Basis | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class AttributionSpans:
    """Source, cue and content of one attribution; in a `Parse`, in offsets of the decoded file."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Parse:
    """Everything found in one document, in the order of the text; `parsed_by` names the models."""

    document: Document
    quotes: tuple[Statement, ...] = ()
    claims: tuple[Statement, ...] = ()
    attributions: tuple[AttributionSpans, ...] = ()
    warnings: tuple[str, ...] = ()
    parsed_by: str | None = None
