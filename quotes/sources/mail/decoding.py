"""The bytes of a part of a mail without its transfer encoding."""

import base64
import re
from collections.abc import Iterator
from email.message import MIMEPart

_NO_BASE64 = re.compile(r"[^A-Za-z0-9+/]+")


def decoded(part: MIMEPart) -> bytes:
    """The bytes of a part without its transfer encoding; of damaged base64 what is whole."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return b""
    if not _is_damaged(part):
        return payload
    signs = _NO_BASE64.sub("", str(part.get_payload()))
    signs = signs[: len(signs) - (len(signs) % 4 == 1)]
    return base64.b64decode(signs + "=" * (-len(signs) % 4))


def _is_damaged(part: MIMEPart) -> bool:
    """Whether decoding, which comes first, found broken base64."""
    return any("Base64" in type(defect).__name__ for defect in part.defects)


def damage_of(part: MIMEPart) -> Iterator[str]:
    """A warning where what was decoded is damaged."""
    if _is_damaged(part):
        yield "the mail is damaged (broken base64): some text may be missing or wrong"
