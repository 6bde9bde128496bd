"""Documents found by the words of their title and text, and by their language."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config

from quotes.document import Document, Evidenced
from quotes.overrides import Overrides
from quotes.paths import migrations
from quotes.query.plan import Plan
from quotes.statement import Parse
from quotes.store import Library, open_library
from tests.store.making import with_flags


def put(library: Library, text: str, title: str | None = None, lang: str | None = None) -> str:
    document = replace(Document.of_text(text), title=Evidenced(title), lang=lang)
    return library.add(document, Parse(document)).id


def found(library: Library, *words: str, lang: str | None = None) -> set[str]:
    return {document.id for document in library.documents(Plan.of(words, lang=lang))}


def test_a_document_without_statements_is_found_by_its_words(library: Library) -> None:
    quay = put(library, "Le quai reste fermé après la tempête.", "Le port d’Ostrava", "fr")
    ships = put(library, "Twelve ships came in March.", "Ships", "en")
    assert found(library, "tempete") == found(library, "TEMPÊTE", "ostrava") == {quay}
    assert found(library, "march") == {ships}
    assert found(library, "quai", "march") == set()
    assert found(library, lang="fr") == {quay}
    assert found(library, "ships", lang="fr") == set()
    assert found(library) == {quay, ships}


def test_a_phrase_is_found_as_it_stands(library: Library) -> None:
    quay = put(library, "Le quai reste fermé.")
    assert {d.id for d in library.documents(Plan.of(phrases=("reste ferme",)))} == {quay}
    assert library.documents(Plan.of(phrases=("ferme reste",))) == []


def test_parts_of_a_chinese_text_are_found(library: Library) -> None:
    assert found(library, "码头") == set()
    quay = put(library, "北码头将一直关闭到春天。", lang="zh")
    assert found(library, "码头") == {quay}


@pytest.mark.parametrize("word", ['"', "a OR b", "title:quay", "NEAR(a b)", "-absent", "*"])
def test_signs_of_the_index_are_only_words(library: Library, word: str) -> None:
    put(library, "The quay is closed.")
    assert found(library, word) == set()


def test_a_new_title_is_found_and_the_old_one_is_not(library: Library) -> None:
    quay = put(library, "The quay is closed.", "Wharf news")
    with_flags(library, quay, Overrides(title="Harbour news"))
    assert found(library, "wharf") == set()
    assert found(library, "harbour") == found(library, "quay") == {quay}


def test_the_documents_of_an_older_library_are_found_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "quotes.db"
    monkeypatch.setenv("QUOTES_DB", str(path))
    with open_library() as library:
        ids = [put(library, f"The quay of {name} is closed.") for name in ("Ostrava", "Lindow", "Fen")]
    config = Config()
    config.set_main_option("script_location", str(migrations()))
    command.downgrade(config, "0002")
    with sqlite3.connect(path) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    connection.close()
    assert "document_words" not in names
    with open_library() as library:
        assert found(library, "quay") == set(ids)
        assert found(library, "lindow") == {ids[1]}
        later = put(library, "Another quay in Fen.")
        assert found(library, "quay", "fen") == {ids[2], later}
