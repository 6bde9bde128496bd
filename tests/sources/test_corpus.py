"""Every file of the corpus gives the documents that stand beside it, or the one line that says why not."""

import json
from pathlib import Path
from typing import Any

import pytest

from quotes import read
from quotes.document import FILE_TIME, Document
from quotes.errors import SourceError

CORPUS = Path(__file__).parent.parent / "corpus"
EXPECTED = ".expected.json"
FILES = sorted(path for path in CORPUS.rglob("*") if path.with_name(path.name + EXPECTED).is_file())
LOOKS = {"begins", "ends", "holds", "lacks"}


def expected_of(path: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(path.with_name(path.name + EXPECTED).read_text(encoding="utf-8"))
    return gold


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(CORPUS)))
def test_a_file_gives_what_is_in_it(path: Path) -> None:
    gold = expected_of(path)
    if "error" in gold:
        with pytest.raises(SourceError) as raised:
            read(path)
        assert gold["error"] in str(raised.value)
        assert path.name in str(raised.value)
        assert "\n" not in str(raised.value)
        return
    documents = read(path, columns=gold.get("columns"))
    assert len(documents) == len(gold["documents"])
    for document, wanted in zip(documents, gold["documents"], strict=True):
        check(document, wanted)


def check(document: Document, wanted: dict[str, Any]) -> None:
    found = {key: value_of(document, key) for key in wanted if key not in LOOKS}
    assert found == {key: value for key, value in wanted.items() if key not in LOOKS}
    assert document.text.startswith(wanted.get("begins", ""))
    assert document.text.endswith(wanted.get("ends", ""))
    assert [words for words in wanted.get("holds", ()) if words not in document.text] == []
    assert [words for words in wanted.get("lacks", ()) if words in document.text] == []
    for block in document.blocks:
        assert (block.start is None) == (block.kind == "furniture")


def value_of(document: Document, key: str) -> Any:
    if key == "published_precision":
        return document.published.precision
    if key == "pages":
        return [[page.label, page.start] for page in document.pages]
    if key == "retrieved" and document.retrieved.evidence == FILE_TIME:
        return None  # nothing but the moment at which this checkout was made
    value = getattr(document, key)
    return (
        value if isinstance(value, str | None) else list(value) if isinstance(value, tuple) else value.value
    )


def test_the_corpus_is_large_and_varied() -> None:
    formats = {path.relative_to(CORPUS).parts[0] for path in FILES}
    assert len(FILES) >= 60, sorted(str(path.relative_to(CORPUS)) for path in FILES)
    assert formats >= {
        *("text", "markdown", "html", "mhtml", "webarchive", "pdf", "docx", "rtf", "eml"),
        *("tables", "manifest", "exports", "transcripts"),
    }
    assert sum("error" in expected_of(path) for path in FILES) >= 10
