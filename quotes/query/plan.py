"""What to look for, as plain data; `quotes.store.search` turns it into SQL."""

from dataclasses import dataclass

from quotes.statement import Kind


@dataclass(frozen=True, slots=True)
class Plan:
    """A search. All given conditions must hold; an empty plan matches everything.

    `words` and `phrases` must all occur in the statement's own text or its context sentence.
    `speaker` and `publisher` are parts of a name (or a speaker's id). `earliest` and `latest` are ISO dates
    of any precision, both inclusive, compared with the said date, else the published date.
    `limit` is the number of statements to return, None for all. What several copies of a text say is found
    once, where the earliest says it, unless all `copies` are asked for.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    speaker: str | None = None
    publisher: str | None = None
    earliest: str | None = None
    latest: str | None = None
    kind: Kind | None = None
    limit: int | None = None
    copies: bool = False


@dataclass(frozen=True, slots=True)
class DocumentPlan:
    """Which documents to list. `words` and `phrases` must all occur in the title or the text.

    `lang` is the language of most of the text (ISO 639-1).
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    lang: str | None = None
