"""Libraries as released versions left them: text dumps, one a schema, made by the code of that schema.

`python -m tests.store.schemas.making` writes that of today's; those that are there are never made again.
"""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from quotes.document import Evidenced, Fetch
from quotes.people.authority import Authority
from quotes.people.edits import SpeakerChoice, StatementEdit
from quotes.store import Library, journal, open_library, schema
from tests.store.making import harbour, parse, statement
from tests.store.test_copies import EDITED, WIRE, printed, put

DUMPS = Path(__file__).parent
INDEXED = "index"
"""The fact by which a library knows that its indexes are made."""
_PAGE = "https://harbourpost.example/talks"
_TALKS = (
    "Talks at Port Ellen\n\n"
    "“We 🚢 will talk,” Minister Joren Kell and Mara Venn said together on March 5. "
    "Mr Kell, a spokesman for the Republic of Ostrava, denied that cafés would close."
)


def fill(library: Library) -> None:
    """Put something into every table of the library."""
    found = harbour()
    own = library.add(found.document, found)
    run = library.begin_run(["/press"], {"published": None}, 3, "ada 1")
    library.record(
        run,
        journal.RunItem(
            "harbour.txt", "added", "/press", 0, own.document.sha256, own.id, seconds=0.5, attempts=1
        ),
    )
    library.record(run, journal.RunItem("broken.pdf", "failed", error="broken.pdf: cannot be read"))
    library.end_run(run, "done")
    put(library, printed(WIRE, "wire.txt", "2024-03-05"), printed(EDITED, "post.txt", "2024-03-06", "Post"))
    library.add(printed(WIRE, "again.html", "2024-03-04", "The Harbour Post"))
    _talks(library)
    _decide(library, own.id)


def _talks(library: Library) -> None:
    """Two versions of a page of the web, with a joint source and somebody who speaks for a country."""
    for text in (_TALKS, _TALKS + " Nobody was hurt."):
        fetched = Fetch(_PAGE, _PAGE, f'"{len(text)}"')
        page = printed(text, "talks.html", "2024-03-05", "The Harbour Post")
        page = replace(page, place=_PAGE, url=Evidenced(_PAGE, "the address"), fetched=fetched)
        page = replace(page, retrieved=Evidenced(f"2024-03-0{5 + len(text) % 3}T10:00:00+00:00", "the fetch"))
        both = ("Joren Kell", "Mara Venn")
        together = statement(page, "We 🚢 will talk,", "Joren Kell and Mara Venn", "group", joint=both)
        role = page.text.index("a spokesman")
        denial = statement(
            page,
            "cafés would close",
            "Joren Kell",
            kind="indirect",
            role="a spokesman for the Republic of Ostrava",
            role_span=(role, role + 39),
        )
        library.add(page, parse(page, together, denial))


def _decide(library: Library, document: str) -> None:
    """A decision of each kind, and one that is taken back."""
    desk = library.desk("Ada")
    words = {stored.statement.text: stored.statement.id for stored in library.statements(document)}
    first, second = words["We don’t pay twice,"], words["and the cafés won’t either."]
    desk.set_statements([words["no-limits"]], StatementEdit(verdict="rejected", reason="it is hers"))
    desk.set_statements([words["denied it"]], StatementEdit(verdict="accepted"))
    desk.set_statements(
        [second], StatementEdit(said_on="2023-03", speaker=SpeakerChoice("Oren Tollan", "person"))
    )
    desk.tag([first, document], ["harbour"])
    desk.note([first], "to be asked again")
    tagged = desk.tag([second], ["private"])
    assert tagged is not None
    desk.undo(tagged.number)
    tollan, venn = (library.speakers(name)[0].id for name in ("Tollan", "Venn"))
    desk.distinguish(tollan, venn)
    desk.rename(tollan, "Oren Tollan-Brisk")
    desk.alias(venn, "The Minister")
    listed = Authority("Mara Venn", ("M. Venn",), "Q42", "Harbour Minister", "2019", None, {"party": "Tide"})
    desk.list_people([(2, listed)], "from people.csv")
    draw = desk.draw("statements", [first, second], seed=7, query="", population=5)
    desk.judge(draw.number, 1)


def dumped(path: Path) -> str:
    """The library in SQL; full-text indexes are empty, and made anew when it is opened."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT name, type, sql FROM sqlite_master WHERE sql NOT NULL ORDER BY type <> 'table', rowid"
        made = connection.execute(query).fetchall()
        indexes = [name for name, _, sql in made if sql.startswith("CREATE VIRTUAL")]
        lines: list[str] = []
        for name, kind, sql in made:
            if not any(name.startswith(f"{index}_") for index in indexes):
                lines.append(f"{sql};")
                lines += _rows(connection, name) if kind == "table" and name not in indexes else []
    return "".join(f"{line}\n" for line in lines)


def load(dump: Path, path: Path) -> None:
    """Make a library at `path` of what was dumped."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"BEGIN; {dump.read_text(encoding='utf-8')} COMMIT;")


def _rows(connection: sqlite3.Connection, table: str) -> list[str]:
    names = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    values = " || ', ' || ".join(f'quote("{name}")' for name in names)
    which = f"WHERE name <> '{INDEXED}'" if table == "facts" else ""
    found = connection.execute(f'SELECT {values} FROM "{table}" {which}')  # noqa: S608 (the names of tables)
    into = f'INSERT INTO "{table}" VALUES'
    return [f"{into} ({row});" for (row,) in found]


def main() -> None:
    """Write the dump of today's schema."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "quotes.db"
        with open_library(str(path)) as library:
            fill(library)
        target = DUMPS / f"{schema.HEAD}.sql"
        target.write_text(dumped(path), encoding="utf-8")
    print(f"{target} written")  # noqa: T201


if __name__ == "__main__":
    main()
