"""What a word that was typed asks for."""

import re

from quotes.words.folding import folded
from quotes.words.keys import key
from quotes.words.tokens import compounds, tokens

_GENITIVE = re.compile(r"(?<=\w)(?:'s|(?<=s)')$")


def asked(word: str) -> tuple[str, str | None]:
    """The tokens of a typed `word` with blanks between, and its key, where other forms of it are meant too.

    A word is a token, or several with hyphens between, and may be a genitive ("China's"). What else is more
    than one token, as initials ("u.s." is not "us") or Chinese, stands for itself alone.
    """
    found = tokens(word)
    plain = _GENITIVE.sub("", folded(word).strip())
    parts = tokens(plain)
    if len(parts) == 1 or " ".join(parts) in compounds(plain):
        return " ".join(found), key(" ".join(parts))
    return " ".join(found), None
