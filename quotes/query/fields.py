"""The fields of the query language: the one place that says what there is, what it means, how it is read."""

from dataclasses import dataclass
from typing import get_args

from quotes.errors import UsageError
from quotes.query import values
from quotes.query.plan import RELEVANCE, Value
from quotes.query.values import Reader, Written
from quotes.statement import Kind

SORT_KEYS = ("date", "said", "published", "added", "confidence", "speaker", "publisher", "title", RELEVANCE)
DOUBTFUL = 0.6
"""A confidence below this is doubtful; `quotes eval` says how often such statements are right."""
STATES = {
    "reviewed": "a person accepted, corrected or marked it",
    "checked": "the same",
    "accepted": "accepted as it was",
    "corrected": "a person changed it",
    "doubtful": f"not sure (confidence below {DOUBTFUL}), and nobody looked at it yet",
    "marked": "a person found it where none was found",
    "rejected": "a person rejected it",
    "withdrawn": "it was there, and was not found again or was unmarked",
    "withheld": "either of these two",
}
"""What `is:` knows, and what it means."""
WITHHELD = frozenset({"rejected", "withdrawn", "withheld"})
"""The states of statements that nothing else finds."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field: what it asks, an example, how its value is read.

    `optional` where ":none" finds what has no such value; `columns` where "name.column:" asks a column.
    """

    help: str
    example: str
    read: Reader
    optional: bool = False
    columns: bool = False


_DATES = "a date or a range: 2021, 2021-08.., ..2021-08-03"

FIELDS: dict[str, Field] = {
    "speaker": Field(
        "who said it, alone or with others: part of a name, or an id",
        "speaker:venn",
        values.name,
        optional=True,
    ),
    "for": Field(
        "whom the speaker speaks for: a country, with its seats and officials, or a body",
        "for:china",
        values.name,
    ),
    "publisher": Field("who published it: part of a name", "publisher:post", values.name, optional=True),
    "kind": Field(
        "direct, partial (words quoted in a sentence) or indirect (a claim)",
        "kind:direct",
        values.one_of(get_args(Kind), "kind"),
    ),
    "via": Field(
        "the outlet, document or agency that the writer took it from",
        "via:xinhua",
        values.name,
        optional=True,
    ),
    "cue": Field("the reporting words", "cue:denied", values.name, optional=True),
    "role": Field("the words that describe the speaker there", "role:minister", values.name, optional=True),
    "date": Field(f"said, else published: {_DATES}", "date:2021..2022-03", values.date_range, optional=True),
    "said": Field(
        "when it was said, where that is known: likewise", "said:2021-08", values.date_range, optional=True
    ),
    "published": Field(
        "when the document was published: likewise", "published:none", values.date_range, optional=True
    ),
    "added": Field(
        "when it was put in: likewise (UTC)", "added:2024-03-05..", values.date_range, optional=True
    ),
    "text": Field(
        "words of the statement itself, not of the sentence around it", "text:cooperat*", values.words
    ),
    "title": Field("words of the document's title", "title:ferries", values.words, optional=True),
    "doc": Field("an id of a document, its beginning, or part of a file's name", "doc:d3kq", values.name),
    "id": Field("an id of a statement, document or speaker, or its beginning", "id:q4tz2kd6vwa", values.name),
    "tag": Field("a tag of the statement or its document", "tag:ch2", values.words, optional=True),
    "note": Field(
        "part of the note on the statement or its document", "note:check", values.name, optional=True
    ),
    "is": Field("what became of it: a state, as below", "is:reviewed", values.one_of(STATES, "state")),
    "confidence": Field(
        "how sure it is, 0 to 1: a number or a range", "confidence:..0.6", values.number_range, optional=True
    ),
    "lang": Field("the language of the document, by its code", "lang:fr", values.language, optional=True),
    "authority": Field(
        "people of your list: yes, no, words in any of its columns, or in one",
        "authority.party:green",
        values.cell,
        columns=True,
    ),
    "sort": Field(
        f"not a condition: the order, by {', '.join(SORT_KEYS)}; with - the last first",
        "sort:said-",
        values.name,
    ),
}

SYNTAX: tuple[tuple[str, str], ...] = (
    (
        "ferries harbour",
        "all words must occur: in the statement, the sentence around it, who is named there, or the title",
    ),
    ("defence", "any of its forms and spellings: defense, defences; co-operation finds cooperation"),
    ('"harbour dues"', "a phrase, just as it stands; so is an argument with a blank in it"),
    ("'\"defence\"'", "one word just as it stands (the outer marks are for the shell)"),
    ("coop*", "words that begin so"),
    ("-ferries -speaker:venn", "what is not to hold; not:ferries is the same"),
    ("ferries or dues", "either; weaker than words beside each other: a b or c d is (a b) or (c d)"),
    ("'(ferries or dues)' -quay", "brackets, in marks because of the shell"),
    ("q4tz2kd6vwa d3kq5vwa2kd", "ids: a statement (q), all of a document (d) or of a speaker (s)"),
    (
        "publisher:none",
        "what has none; also of speakers, dates, titles, tags, notes, via, cue, role, lang, confidence",
    ),
)
"""What there is beside fields: an example, and what it means."""


def read(name: str, written: Written) -> Value:
    """The value that was typed for a field. Raises UsageError where it cannot be one."""
    field = FIELDS[name]
    if written.column is not None and not field.columns:
        raise UsageError(f"{name}: has no columns: write it as {field.example}")
    if field.optional and not written.phrase and written.text.lower() == values.NONE:
        return None
    return field.read(written)
