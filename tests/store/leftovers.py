"""All that a library keeps besides what it shows, to be compared: whatever numbers its rows have."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

_PLAIN = (
    "speakers speaker_members speaker_keys speaker_forms aliases joint_parts likenesses originals".split()
)
_SAME = {
    **dict.fromkeys([*_PLAIN, "fetches", "statement_inside", "vocabulary", "notes", "tags"], "*"),
    "surface_forms": "speaker_id, description, folded, members",
    "affiliations": "member_id, key, name, evidence, start, end, past",
    "text_marks": "mark, document_id",
    "documents": "id, copy_of, similarity, version_of, text_key",
    "places": "document_id, sha256, name, place",
}
"""What is the same in libraries with the same documents: numbers of rows, and the log, are not."""
INDEXES = ("statement_words", "document_words", "surface_grams")


def kept_beside(library: Path) -> dict[str, list[str]]:
    """What searches and the linking of speakers look things up in."""
    with closing(sqlite3.connect(library)) as connection:
        rows = {name: _rows(connection, name, columns) for name, columns in _SAME.items()}
        return rows | {index: _words(connection, index) for index in INDEXES}


def _rows(connection: sqlite3.Connection, table: str, columns: str = "*") -> list[str]:
    return sorted(map(repr, connection.execute(f'SELECT {columns} FROM "{table}"')))  # noqa: S608


def _words(connection: sqlite3.Connection, index: str) -> list[str]:
    """The words of a full-text index, with how many entries have each."""
    connection.execute(f"CREATE VIRTUAL TABLE temp.seen USING fts5vocab(main, {index}, row)")
    found = [repr(row) for row in connection.execute("SELECT term, doc FROM temp.seen ORDER BY term")]
    connection.execute("DROP TABLE temp.seen")
    return found


def files_with(folder: Path, *words: str) -> list[str]:
    """The files of a folder, and what is compressed in them, in which one of these words stands."""
    wanted = {each for word in words for form in (word, word.lower(), word.upper()) for each in _bytes(form)}
    found: set[str] = set()
    for path in filter(Path.is_file, folder.rglob("*")):
        for content in _contents(path):
            found |= {f"{path.relative_to(folder)}: {each!r}" for each in wanted if each in content}
    return sorted(found)


def _bytes(word: str) -> tuple[bytes, ...]:
    return word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be")


def _contents(path: Path) -> Iterator[bytes]:
    """The bytes of a file, what is packed with zlib in them, and of a database all its values and words."""
    content = path.read_bytes()
    yield content
    at = content.find(b"\x78\x9c")
    while at >= 0:
        with suppress(zlib.error):
            yield zlib.decompressobj().decompress(content[at:])
        at = content.find(b"\x78\x9c", at + 1)
    if path.suffix == ".db":
        with closing(sqlite3.connect(path)) as connection:
            tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
            for (name,) in tables:
                yield "\n".join(_rows(connection, name)).encode()
            for index in INDEXES:
                yield "\n".join(_words(connection, index)).encode()
