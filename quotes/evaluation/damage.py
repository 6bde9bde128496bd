"""What happens to texts on their way: read by the wrong encoding, or saved with the page around them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import cycle
from types import MappingProxyType

INSIDE_EVERY = 4
"""A line of the page stands after so many paragraphs of the story."""

_ABOVE = """\
Skip to main content

The Harbour Post

Home | News | Business | Sport | Culture | Opinion

Log in

Subscribe

Share

Advertisement
"""
_BELOW = """\
Share this article

Sign up for our morning newsletter and get the Harbour Post in your inbox every day.

Related stories

Ostrava council shelves plan for second tram depot

Ferry workers to vote on pay offer

Top Stories

Orchard growers count losses after late frost
Growers in the Lower Vale said on Thursday that half of the plums were gone.

Museum clock back on its tower after eleven years
The clock “never felt like ours without its bell,” Mayor Tilde Aumann said at the ceremony.

Most read

Why the old lighthouse keeper will not leave
Lake treaty talks resume in Ostrava

Copyright 2023 The Harbour Post. All rights reserved.

Privacy policy

Contact us
"""
_INSIDE = (
    "Advertisement",
    "Story continues below advertisement",
    "Also read: Ferry workers to vote on pay offer",
    "Sign up for our morning newsletter",
)
_CROWDED_ABOVE = """\
Skip to content
Menu
Home > News > Local
The Harbour Post
Sunday, 12 May 2024
Log in | Subscribe | Newsletters
Top Stories
Orchard growers count losses after late frost
Ferry workers to vote on pay offer
Museum clock back on its tower
Listen to this article
4 min read
Share Tweet Email Print
"""
_CROWDED_BELOW = """\
Photo: Ilse Brandt/The Harbour Post
Tags: harbour, council, ferries
Follow us on Facebook and Twitter
More from The Harbour Post
Lake treaty talks resume in Ostrava
Delegates “will not leave without a paper,” their chairman, Tomas Reyk, told reporters on Friday.
Why the old lighthouse keeper will not leave
You may also like
Second tram depot shelved
Comments
Leave a comment
Your email address will not be published.
© 2024 The Harbour Post
Terms of use | Privacy policy | Contact us
"""
_CROWDED_INSIDE = (
    "ADVERTISEMENT",
    "READ MORE: Ferry workers to vote on pay offer",
    "Get the day's headlines in your inbox every morning. Sign up for our newsletter here.",
    "Related: Museum clock back on its tower after eleven years",
    "Article continues after advertisement",
)


def _as_gbk(text: str, errors: str) -> bytes:
    return text.encode().decode("gbk", errors=errors).encode()


def _as_western(text: str, errors: str) -> bytes:
    return text.encode().decode("cp1252", errors=errors).encode()


def _as_browsers_do(text: str) -> bytes:
    """Bytes that stand for nothing in Windows-1252 pass for control characters, as in web pages."""
    return "".join(_western(byte) for byte in text.encode()).encode()


def _western(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def _twice(text: str) -> bytes:
    return _as_browsers_do(_as_browsers_do(text).decode())


def _wrapped(text: str) -> bytes:
    """The story with a page above and below it, and lines of the page between its paragraphs."""
    return f"{_ABOVE}\n{_interrupted(text, _INSIDE)}\n\n{_BELOW}".encode()


def _crowded(text: str) -> bytes:
    """The same of another page, without a blank line between what is the story and what is not."""
    return f"{_CROWDED_ABOVE}{_interrupted(text, _CROWDED_INSIDE)}\n{_CROWDED_BELOW}".encode()


def _interrupted(text: str, inside: Sequence[str]) -> str:
    """The story with lines of the page between its paragraphs."""
    separator = "\n\n" if "\n\n" in text.strip() else "\n"
    lines = cycle(inside)
    parts: list[str] = []
    for number, paragraph in enumerate(text.strip().split(separator), start=1):
        parts.append(paragraph)
        if number % INSIDE_EVERY == 0:
            parts.append(next(lines))
    return separator.join(parts)


DAMAGES: Mapping[str, Callable[[str], bytes]] = MappingProxyType(
    {
        "read as GBK, lost bytes dropped": lambda text: _as_gbk(text, "ignore"),
        "read as GBK, lost bytes replaced": lambda text: _as_gbk(text, "replace"),
        "read as Windows-1252": _as_browsers_do,
        "the same, lost bytes dropped": lambda text: _as_western(text, "ignore"),
        "the same, lost bytes replaced": lambda text: _as_western(text, "replace"),
        "the same, twice": _twice,
        "saved as Windows-1252": lambda text: text.encode("cp1252", errors="replace"),
        "wrapped in page furniture": _wrapped,
        "wrapped without blank lines": _crowded,
    }
)
"""What is done to a text that is UTF-8, by what it is called."""
