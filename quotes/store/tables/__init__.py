"""The tables. Words as in ARCHITECTURE: document, statement, speaker, alias."""

from quotes.store.tables.copies import likenesses, text_marks
from quotes.store.tables.decisions import changes, decisions, draw_items, draws, notes, rulings, tags
from quotes.store.tables.documents import documents, fetches, originals, places
from quotes.store.tables.facts import departures, facts, tombstones
from quotes.store.tables.indexes import said_by, surface_forms, vocabulary
from quotes.store.tables.runs import run_items, runs
from quotes.store.tables.speakers import (
    affiliations,
    aliases,
    authorities,
    joint_parts,
    speaker_forms,
    speaker_keys,
    speaker_members,
    speakers,
)
from quotes.store.tables.statements import statement_inside, statements

__all__ = [
    "affiliations",
    "aliases",
    "authorities",
    "changes",
    "decisions",
    "departures",
    "documents",
    "draw_items",
    "draws",
    "facts",
    "fetches",
    "joint_parts",
    "likenesses",
    "notes",
    "originals",
    "places",
    "rulings",
    "run_items",
    "runs",
    "said_by",
    "speaker_forms",
    "speaker_keys",
    "speaker_members",
    "speakers",
    "statement_inside",
    "statements",
    "surface_forms",
    "tags",
    "text_marks",
    "tombstones",
    "vocabulary",
]
