"""What to look for, as plain data; `quotes.store.search` turns it into SQL."""

from dataclasses import dataclass

from quotes.statement import Kind


@dataclass(frozen=True, slots=True)
class Plan:
    """A search. All given conditions must hold; an empty plan matches everything.

    `words` and `phrases` must all occur in the statement's own text or its context sentence.
    `speaker` and `publisher` are parts of a name (or a speaker's id). `earliest` and `latest` are ISO dates
    of any precision, both inclusive, compared with the said date, else the published date.
    `limit` is the number of statements to return, None for all.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    speaker: str | None = None
    publisher: str | None = None
    earliest: str | None = None
    latest: str | None = None
    kind: Kind | None = None
    limit: int | None = None
