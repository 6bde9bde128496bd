"""What it takes to say who is who in a new document, beside 20,000 speakers with 100,000 names in documents.

    python -m tests.bench.identity

Printed are the seconds of `set_members` for documents of four speakers each, those of linking by exact
names alone (one look-up, the same rows written), and the ratio; and both beside a library of a tenth, which
tells whether the cost grows with the library. Speakers are named as people are: few names are common, most
are rare. The library has full names alone, each once rare and then as often as it is common; of the new
names some are bare family names. Exact linking does not tell the type of a speaker anew.
"""

import json
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

from sqlalchemy import Connection, select, update

from quotes.ids import speaker_id
from quotes.people.identity.nodes import Described, Node, node
from quotes.people.linking import Member
from quotes.people.names import normalised, searchable_name
from quotes.store import open_library
from quotes.store.indexes import surfaces
from quotes.store.people import contacts, described, forms, owning
from quotes.store.people.members import _add, _describe, set_members
from quotes.store.tables import speaker_members, speakers

SPEAKERS, MEMBERS = 20_000, 100_000
DOCUMENTS = 20
PER_DOCUMENT = 4
BARE = 0.2
"""The share of bare family names among new ones."""
SYLLABLES = "ba ke li mo nu ra se ti vo za dre fin gor hel jan kul mar nor pel ros".split()
ROLES = ("harbour minister of Ostrava", "Norlandian judge", "union leader", "", "", "")


def main() -> None:
    """Measure and print."""
    rows = [(size, *measured(size)) for size in (SPEAKERS // 10, SPEAKERS)]
    print(f"{'speakers':>10}{'ours, ms':>12}{'exact, ms':>12}{'ratio':>8}")  # noqa: T201
    for size, ours, exact in rows:
        print(f"{size:>10}{ours * 1000:>12.1f}{exact * 1000:>12.1f}{ours / exact:>8.1f}")  # noqa: T201


def measured(speakers: int) -> tuple[float, float]:
    """Seconds a document takes, linked by us and by exact names."""
    draw = random.Random(speakers)  # noqa: S311
    names = _names(draw, speakers)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "quotes.db"
        open_library(str(path)).close()
        _fill(path, draw, names, MEMBERS * speakers // SPEAKERS)
        found = []
        for number, write in enumerate((set_members, _exact)):
            documents = list(_documents(random.Random(7), names, number))  # noqa: S311
            found.append(_timed(path, documents, write))
        return found[0], found[1]


def _names(draw: random.Random, speakers: int) -> list[str]:
    family = ["".join(draw.choices(SYLLABLES, k=3)).title() for _ in range(4_000)]
    given = ["".join(draw.choices(SYLLABLES, k=2)).title() for _ in range(300)]
    weights = list(accumulate(1 / (rank + 1) for rank in range(len(family))))
    found: dict[str, None] = {}
    while len(found) < speakers:
        found[f"{draw.choice(given)} {draw.choices(family, cum_weights=weights)[0]}"] = None
    return list(found)


def _drawn(draw: random.Random, names: list[str], document: str, member: int) -> Member:
    name = names[min(int(draw.paretovariate(0.6)) - 1, len(names) - 1)]
    role = draw.choice(ROLES)
    form = name.split()[1] if member and draw.random() < BARE else name
    compared = normalised(form, "person")
    roles = ((role, None, None),) if role else ()
    return Member(speaker_id(document, compared), document, compared, "person", {form: 1}, {}, roles)


def _documents(draw: random.Random, names: list[str], number: int) -> Iterator[tuple[str, list[Member]]]:
    for at in range(DOCUMENTS):
        document = f"dnew{number}x{at}"
        members = [_drawn(draw, names, document, member) for member in range(PER_DOCUMENT)]
        yield document, list({member.name: member for member in members}.values())


def _fill(path: Path, draw: random.Random, names: list[str], members: int) -> None:
    """Write members as a library has them that grew by itself."""
    first: dict[str, str] = {}
    nodes: list[tuple[str, str, Node, str]] = []
    while len(nodes) < members:
        document = f"d{len(nodes)}"
        for name in _together(draw, names, len(nodes)):
            identifier = speaker_id(document, name)
            role = draw.choice(ROLES)
            roles = (role,) if role else ()
            compared = node(Described(identifier, frozenset({document}), "person", (name,), roles=roles))
            nodes.append((document, name, compared, role))
            first[name] = min(first.get(name, identifier), identifier)
    connection = sqlite3.connect(path)
    with connection:
        connection.executemany(
            "INSERT INTO speakers (id, name, type, link) VALUES (?, ?, 'person', ?)",
            [(identifier, name, f"person:{name.lower()}") for name, identifier in first.items()],
        )
        connection.executemany(
            "INSERT INTO speaker_members (id, document_id, name, type, roles, profile, speaker_id) "
            "VALUES (?, ?, ?, 'person', ?, ?, ?)",
            [
                (
                    each.id,
                    document,
                    name.lower(),
                    json.dumps([[role, None, None]] if role else []),
                    told,
                    first[name],
                )
                for (document, name, each, role), told in zip(nodes, _profiles(nodes), strict=True)
            ],
        )
        connection.executemany(
            "INSERT INTO aliases (member_id, form, folded, is_mention, uses) VALUES (?, ?, ?, 0, 1)",
            [(each.id, name, searchable_name(name)) for _, name, each, _ in nodes],
        )
        connection.executemany(
            "INSERT OR IGNORE INTO speaker_keys (key, profile) VALUES (?, ?)",
            [
                (key, told)
                for (*_, each, _), told in zip(nodes, _profiles(nodes), strict=True)
                for key in sorted(each.keys())
            ],
        )
        connection.execute(
            "INSERT INTO speaker_forms (speaker_id, form, is_mention, uses, members) "
            "SELECT speaker_id, form, is_mention, sum(uses), count(*) "
            "FROM aliases JOIN speaker_members ON id = member_id GROUP BY speaker_id, form, is_mention"
        )
    connection.close()


def _together(draw: random.Random, names: list[str], number: int) -> list[str]:
    """The names in one document: each once rare, then as they are drawn."""
    found: dict[str, None] = dict.fromkeys(names[number : number + PER_DOCUMENT])
    while len(found) < PER_DOCUMENT:
        found[names[min(int(draw.paretovariate(0.6)) - 1, len(names) - 1)]] = None
    return list(found)


def _profiles(nodes: list[tuple[str, str, Node, str]]) -> Iterator[str]:
    """The profile of each, which tells whether it stands beside another of the same family name."""
    of: dict[str, list[set[str]]] = {}
    for document, _, each, _ in nodes:
        of.setdefault(document, []).append(contacts.words(each.keys()))
    for document, _, each, _ in nodes:
        own = contacts.words(each.keys())
        yield described.profile(each, beside=sum(not own.isdisjoint(other) for other in of[document]) > 1)


def _exact(connection: Connection, document: str, members: list[Member]) -> None:
    """The same rows, and each member under the speaker of just this name."""
    named = [(member, member.id) for member in members]
    _add(connection, named)
    _describe(connection, {identifier: member for member, identifier in named}, ())
    forms.give(connection, [identifier for _, identifier in named])
    links = {f"person:{member.name}": identifier for member, identifier in named}
    speaker, member = speakers.c, speaker_members.c
    found = connection.execute(select(speaker.link, speaker.id).where(speaker.link.in_(links))).all()
    forms.take(connection, [links[str(link)] for link, _ in found])
    for link, owner in found:
        moved = update(speaker_members).where(member.id == links[str(link)])
        connection.execute(moved.values(speaker_id=owner))
    forms.give(connection, [links[str(link)] for link, _ in found])
    owning.refresh(connection, [owner for _, owner in found], types=False)


def _timed(
    path: Path,
    documents: list[tuple[str, list[Member]]],
    write: Callable[[Connection, str, list[Member]], object],
) -> float:
    from sqlalchemy import make_url

    from quotes.store import sqlite

    connected = sqlite.connect(make_url(f"sqlite:///{path}"), foreign_keys=False)
    engine = sqlite.writing(connected, watched=True)
    times = []
    with engine.begin() as connection:
        surfaces.rebuild(connection)
        for document, members in documents:
            start = time.process_time()
            write(connection, document, members)
            surfaces.settle(connection)
            times.append(time.process_time() - start)
    engine.dispose()
    return sum(times) / len(times)


if __name__ == "__main__":
    main()
