"""Which speaker may have been meant by a name that nobody has."""

from sqlalchemy import Connection, select
from sqlalchemy.sql import column, literal_column, table

from quotes.people.names import name_words, searchable_name
from quotes.store.indexes import fulltext
from quotes.store.search.words import matches
from quotes.store.tables import speakers, surface_forms

SUGGESTED = 3
LIKE = 75.0
"""How alike, of 100, two names are at least: one letter of four may be another, two of eight."""
CANDIDATES = 400
"""How many of the names that share most runs of three letters with what was typed are compared by letter."""
_RUN = 3
_LONGEST = 200
"""Letters of what was typed that are compared: no name is longer."""


def similar_names(connection: Connection, asked: str) -> list[str]:
    """The names of speakers one of whose names, or a word of it, is like `asked`; the most like first."""
    from rapidfuzz import fuzz, process  # needed where nothing was found alone

    names: dict[str, str] = {}
    for form, name in _candidates(connection, searchable_name(asked)[:_LONGEST]):
        for part in (form.strip(), *form.split()):
            names.setdefault(part, name)
    wanted = " ".join(name_words(asked))[:_LONGEST]
    found = process.extract(wanted, list(names), scorer=fuzz.ratio, score_cutoff=LIKE, limit=10 * SUGGESTED)
    return list(dict.fromkeys(names[part] for part, *_ in found))[:SUGGESTED]


def _candidates(connection: Connection, wanted: str) -> list[tuple[str, str]]:
    """Names that share runs of three letters with `wanted`, each with the speaker's own name."""
    runs = sorted({wanted[at : at + _RUN] for at in range(len(wanted) - _RUN + 1)})
    if not runs:
        return []
    either = " OR ".join(f'"{run}"' for run in runs)
    found = (
        select(column("rowid"), column("rank"))
        .select_from(table(fulltext.NAMES))
        .where(matches(fulltext.NAMES, either))
        .order_by(literal_column("rank"))
        .limit(CANDIDATES)
        .subquery()
    )
    query = (
        select(surface_forms.c.folded, speakers.c.name)
        .join(found, found.c.rowid == surface_forms.c.number)
        .join(speakers, speakers.c.id == surface_forms.c.speaker_id)
        .where(surface_forms.c.description.is_(False))
        .order_by(found.c.rank, speakers.c.name)
    )
    return [(form, name) for form, name in connection.execute(query)]
