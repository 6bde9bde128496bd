"""What the library answers with: plain records, safe to keep after the session is closed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from quotes.document import Block, DateCandidate, Page, Repair
from quotes.statement import Statement

if TYPE_CHECKING:
    from quotes.people.authority import Authority

Checked = Literal["accepted", "corrected", "marked", "rejected"]
Withheld = Literal["rejected", "withdrawn", "unmarked"]
Status = Literal["added", "place", "unchanged"]


@dataclass(frozen=True, slots=True)
class Place:
    """Another place at which the text of a document was found, and what is said of it there.

    `number` counts the places of a document, its own being 1; `sha256` is that of the bytes found there.
    `is_copy` unless the same bytes lie at two places, or one address gave other bytes later.
    """

    number: int
    sha256: str
    name: str
    place: str | None
    media_type: str
    encoding: str
    title: str | None
    title_evidence: str | None
    author: str | None
    author_evidence: str | None
    publisher: str | None
    publisher_evidence: str | None
    url: str | None
    url_evidence: str | None
    published: str | None
    published_evidence: str | None
    published_candidates: tuple[DateCandidate, ...]
    retrieved: str | None
    retrieved_evidence: str | None
    is_copy: bool


@dataclass(frozen=True, slots=True)
class Copy:
    """A printing of the same words elsewhere: of a document, or of one statement (then with its id).

    `place` numbers the place of `document` it stands at; `similarity`, 0 to 1, is how much of the shorter
    text stands in the longer, None where the two are copies through a third. Another version of the same
    page is no copy.
    """

    document: str
    place: int
    name: str
    publisher: str | None
    published: str | None
    url: str | None
    similarity: float | None
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """One of the versions of a page that changed: its document, and when it was had (ISO 8601)."""

    document: str
    retrieved: str | None


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document in the library, without its text. `*_evidence` says where a value comes from.

    `copy_of` is the document that stands for this one, `version_of` the first version of the page that this
    is a later version of. `parsed_by` names the models that parsed it, None where an older version of the
    program did not note them.
    """

    id: str
    sha256: str
    name: str
    lang: str | None
    title: str | None
    title_evidence: str | None
    author: str | None
    author_evidence: str | None
    publisher: str | None
    publisher_evidence: str | None
    agency: str | None
    agency_evidence: str | None
    dateline: str | None
    url: str | None
    url_evidence: str | None
    published: str | None
    published_precision: str | None
    published_evidence: str | None
    published_candidates: tuple[DateCandidate, ...]
    published_confidence: float | None
    retrieved: str | None
    retrieved_evidence: str | None
    place: str | None
    media_type: str
    encoding: str
    encoding_evidence: str | None
    pages: tuple[Page, ...]
    processing: tuple[str, ...]
    warnings: tuple[str, ...]
    copy_of: str | None = None
    similarity: float | None = None
    version_of: str | None = None
    places: tuple[Place, ...] = ()
    parsed_by: str | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedDocument(StoredDocument):
    """A document that is listed or shown: also what stands in it, and what else is printed like it.

    `quotes` and `claims` count each statement once: what an earlier copy says in the same words counts
    there, and in `repeated` here. A first version of a page names those after it.
    """

    quotes: int
    claims: int
    repeated: int = 0
    later_versions: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeDocument(ListedDocument):
    """A document asked for by itself: also what each part of its file is, and what was repaired in it."""

    blocks: tuple[Block, ...]
    repairs: tuple[Repair, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a document that was put in.

    "place" where the library had its text, or its bytes, from another place, which was kept; "unchanged"
    where it had the same bytes from there. `document` is then the one that was there.
    """

    id: str
    status: Status
    document: WholeDocument


@dataclass(frozen=True, slots=True)
class StoredAuthority:
    """One of the user's list of people: the entry's id, and that of the speaker who this is."""

    id: str
    speaker_id: str
    told: "Authority"


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """A statement with its speaker across documents, its document and the sentence(s) around it.

    `context` is `Document.text[context_start:context_end]`: the sentence or sentences that hold
    the statement and its cue, without line breaks at its edges. `page` is that of a paged document on which
    the statement stands ("4"), or those it runs over ("4–5"). `copy_of` is the statement it is counted
    under, `copies` are the printings of the same words that are counted under it. `checked` is what a person
    did to it last, `marked` whether a person found it. What is `withheld` is shown by its id alone, with the
    reason. `authority` is what the user's list of people tells of the speaker.
    """

    statement: Statement
    document: StoredDocument
    speaker_id: str | None
    speaker: str | None
    context: str
    context_start: int
    context_end: int
    page: str | None = None
    copy_of: str | None = None
    copies: tuple[Copy, ...] = ()
    checked: Checked | None = None
    marked: bool = False
    withheld: Withheld | None = None
    withheld_reason: str | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    authority: StoredAuthority | None = None


@dataclass(frozen=True, slots=True)
class Sought:
    """Words that were looked for in a `field` ("words" for any), and all `forms` of them that were.

    A form is made of tokens as `quotes.words` cuts them, with blanks between; with `prefix` the last may go
    on.
    """

    field: str
    typed: str
    forms: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The statements asked for (at most the plan's limit) and how many there are in all.

    `undated` counts those that no date is known of and that would be found, or not, by their dates. `sought`
    are the words that were looked for; `ranked` where the statements are sorted by how well these fit.
    """

    statements: tuple[StoredStatement, ...]
    total: int
    undated: int = 0
    sought: tuple[Sought, ...] = ()
    ranked: bool = False
