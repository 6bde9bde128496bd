"""Short ways to parse an invented text and look at what was found."""

from quotes import parse
from quotes.statement import Kind, Statement

Credited = tuple[str, str | None]
"""The words of a statement and its speaker."""


def quotes_of(text: str) -> list[Credited]:
    """The quotations of `text`, each with its speaker."""
    return [(quote.text, quote.speaker) for quote in parse(text).quotes]


def claims_of(text: str) -> list[Credited]:
    """The claims of `text`, each with its speaker."""
    return [(claim.text, claim.speaker) for claim in parse(text).claims]


def kinds_of(text: str) -> list[tuple[str, Kind]]:
    """The quotations of `text`, each with its kind."""
    return [(quote.text, quote.kind) for quote in parse(text).quotes]


def only_quote(text: str, published: str | None = None) -> Statement:
    """The one quotation of `text`."""
    (quote,) = parse(text, published=published).quotes
    return quote


def only_claim(text: str, published: str | None = None) -> Statement:
    """The one claim of `text`."""
    (claim,) = parse(text, published=published).claims
    return claim
