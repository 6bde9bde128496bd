"""What was purged stays away: known again by keyed hashes, which tell nobody what it was.

The key is a secret of the library, so that nobody without it can try whether a known text was here.
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from quotes.copies.texts import SAME_MIN_WORDS, text_key
from quotes.document import Document
from quotes.errors import SourceError
from quotes.store import facts
from quotes.store.identifiers import chunks
from quotes.store.tables import tombstones

FACT = "tombstones"
"""The fact that holds the library's secret, in hexadecimal."""
_SECRET_BYTES = 32
_LAID_BY = "removed:"
"""Begins the fact that holds the hashes of a removed document, by its id."""
REFUSED = "it was purged from this library on purpose; quotes add --purged takes it in again"


class PurgedError(SourceError):
    """A document that was purged, and is not to come back by itself."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The tombstones of a library, with its secret (None where it never had one)."""

    secret: str | None
    hashes: frozenset[str]


def hashed(connection: Connection, value: str) -> str:
    """The keyed hash (HMAC-SHA-256, hexadecimal) of `value`; a secret is made where there is none."""
    return _hash(_secret(connection), value)


def known_as(connection: Connection, value: str) -> str | None:
    """The same, None where the library has no secret yet, and so never purged anything."""
    secret = facts.fact(connection, FACT)
    return None if secret is None else _hash(secret, value)


def put(connection: Connection, signs: Iterable[str]) -> None:
    """Let what has one of these signs (`sign_of_bytes`, `sign_of_text`) stay away."""
    rows = [{"hash": hashed(connection, sign)} for sign in sorted(set(signs))]
    if rows:
        connection.execute(upsert(tombstones).on_conflict_do_nothing(), rows)


def lay_by(connection: Connection, document_id: str, signs: Iterable[str]) -> None:
    """Keep the hashes of a document's signs while it is removed: it may be purged later."""
    hashes = [hashed(connection, sign) for sign in sorted(set(signs))]
    facts.keep(connection, {f"{_LAID_BY}{document_id}": json.dumps(hashes)})


def laid_by(connection: Connection, document_ids: Iterable[str]) -> Kept:
    """What was laid by of these documents."""
    found = (facts.fact(connection, f"{_LAID_BY}{each}") for each in document_ids)
    hashes = frozenset(each for value in found if value is not None for each in json.loads(value))
    return Kept(facts.fact(connection, FACT), hashes)


def drop_laid_by(connection: Connection, document_id: str) -> None:
    """Forget what was laid by of a document."""
    facts.drop(connection, f"{_LAID_BY}{document_id}")


def check(connection: Connection, document: Document, *, allowed: bool = False) -> None:
    """Raises PurgedError for a document that was purged; where it is `allowed` again, nothing keeps it away
    any more."""
    found = _standing(connection, document)
    if found and not allowed:
        raise PurgedError(f"{document.name}: {REFUSED}")
    for chunk in chunks(found):
        connection.execute(delete(tombstones).where(tombstones.c.hash.in_(chunk)))


def sign_of_bytes(sha256: str) -> str:
    """What bytes with this SHA-256 (hexadecimal) are known by."""
    return f"bytes:{sha256}"


def sign_of_text(text: str) -> str | None:
    """What a text is known by, whatever file it stands in; None of one that others are equal to by chance."""
    return None if len(text.split()) < SAME_MIN_WORDS else f"text:{text_key(text)}"


def kept(connection: Connection) -> Kept:
    """All tombstones, to be set up again in a library that replaces this one."""
    return Kept(facts.fact(connection, FACT), frozenset(connection.scalars(select(tombstones.c.hash))))


def set_up(connection: Connection, former: Kept) -> None:
    """Let the tombstones of the library that this one replaces stand here.

    A library with another secret is another library: it keeps its own.
    """
    if former.secret is None or facts.fact(connection, FACT) not in (None, former.secret):
        return
    facts.keep(connection, {FACT: former.secret})
    rows = [{"hash": each} for each in sorted(former.hashes)]
    if rows:
        connection.execute(upsert(tombstones).on_conflict_do_nothing(), rows)


def is_among(former: Kept, sign: str) -> bool:
    """Whether what has this sign was purged from the library with these tombstones."""
    return former.secret is not None and _hash(former.secret, sign) in former.hashes


def _standing(connection: Connection, document: Document) -> list[str]:
    signs = [sign_of_bytes(document.sha256), sign_of_text(document.text)]
    hashes = [known for sign in signs if sign and (known := known_as(connection, sign)) is not None]
    return list(connection.scalars(select(tombstones.c.hash).where(tombstones.c.hash.in_(hashes))))


def _secret(connection: Connection) -> str:
    known = facts.fact(connection, FACT)
    if known is None:
        known = secrets.token_hex(_SECRET_BYTES)
        facts.keep(connection, {FACT: known})
    return known


def _hash(secret: str, value: str) -> str:
    return hmac.new(bytes.fromhex(secret), value.encode("utf-8", "replace"), hashlib.sha256).hexdigest()
