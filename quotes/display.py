"""The one sanitiser of what is shown: documents, names and addresses are hostile until they passed it."""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_UNSAFE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f"  # C0 controls but tab and newline: ESC starts a terminal command
    "\x7f-\x9f"  # DEL and C1: 0x9b is an ESC sequence in one character
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides, isolates: they reorder what is read
    "\ud800-\udfff"  # lone surrogates (undecodable file names): no output encoding takes them
    "]"
)


def clean(text: str) -> str:
    """`text`, character by character, with U+FFFD for each that could command or deceive a terminal."""
    return _UNSAFE.sub(REPLACEMENT, text)


def one_line(text: str) -> str:
    """`text` cleaned, on one line, with single spaces."""
    return clean(" ".join(text.split()))
