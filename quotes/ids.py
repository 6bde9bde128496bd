"""Ids: typed, letter first, the same on every machine and after every re-parse."""

import base64
import hashlib

ID_LETTERS = 10
"""Base32 letters after the type letter: 50 bits, a collision among a million has a chance of 4e-4."""
MAX_EXTRA = 8
"""Letters added to an id that is taken before others are tried."""


def document_id(sha256: str) -> str:
    """The id of the document whose bytes have this SHA-256 (hexadecimal)."""
    return _id("d", sha256)


def statement_id(document: str, offset: int, depth: int, *, claim: bool) -> str:
    """The id of the statement of `document` (its id) whose first letter stands at `offset`.

    `offset` is in characters of the decoded file (of the text, where there is no map), `depth`
    counts the quotations around it. A claim may begin with a quotation: they are told apart.
    """
    return _id("q", f"{document}:{offset}:{'claim' if claim else depth}")


def speaker_id(document: str, name: str) -> str:
    """The id of the member (`document` id, normalised `name`) of a speaker."""
    return _id("s", f"{document}:{name}")


def lengthened(identifier: str, seed: str, taken: set[str]) -> str:
    """`identifier`, or, where that is taken by another, the same with letters added until it is free."""
    candidate, extra = identifier, 0
    while candidate in taken:
        extra += 1
        candidate = (
            identifier + _letters(f"{identifier}:{seed}:{extra // MAX_EXTRA}")[: 1 + (extra - 1) % MAX_EXTRA]
        )
    return candidate


def _id(letter: str, key: str) -> str:
    return letter + _letters(key)[:ID_LETTERS]


def _letters(key: str) -> str:
    return base64.b32encode(hashlib.sha256(key.encode("utf-8")).digest()).decode("ascii").lower().rstrip("=")
