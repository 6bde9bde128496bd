"""Our own processors for Stanza's pipeline: importing them is what registers them."""

from __future__ import annotations


def register() -> None:
    """Make our processors known to Stanza, which this imports; doing it again changes nothing."""
    from quotes.models.processors import attribution, encoder, tokenizer  # noqa: F401
