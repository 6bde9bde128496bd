from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from quotes.models.load import load_pipeline

if TYPE_CHECKING:
    from stanza import Pipeline


class NetworkUsedError(AssertionError):
    """Something tried to open a connection."""


def _refuse(*_: object, **__: object) -> None:
    raise NetworkUsedError("a connection was tried")


def _shut(patch: pytest.MonkeyPatch) -> None:
    for name in ("socket.connect", "socket.connect_ex", "create_connection", "getaddrinfo"):
        patch.setattr(f"socket.{name}", _refuse)


@pytest.fixture(autouse=True)
def _shut_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every way to the network is blocked while a model is used."""
    _shut(monkeypatch)


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The shipped pipeline, loaded with every way to the network blocked."""
    with pytest.MonkeyPatch.context() as patch:
        _shut(patch)
        return load_pipeline()


@pytest.fixture(scope="session")
def tokenizer() -> Tokenizer:
    """A word-piece tokenizer of single letters: every word is as many pieces as letters."""
    vocabulary = {"[UNK]": 0}
    for letter in [*map(chr, range(33, 0x180)), *"“”„’—"]:
        vocabulary.setdefault(letter.lower(), len(vocabulary))
        vocabulary.setdefault(f"##{letter.lower()}", len(vocabulary))
    unknown = "[UNK]"
    made = Tokenizer(models.WordPiece(vocabulary, unk_token=unknown, max_input_chars_per_word=100))
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made
