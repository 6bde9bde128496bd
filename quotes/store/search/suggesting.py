"""Which speaker may have been meant by a name that nobody has."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from quotes.people.names import name_words
from quotes.store.models import AliasRow, MemberRow, SpeakerRow

SUGGESTED = 3
LIKE = 75.0
"""How alike, of 100, two names are at least: one letter of four may be another, two of eight."""


def similar_names(session: Session, asked: str) -> list[str]:
    """The names of speakers one of whose names, or a word of it, is like `asked`; the most like first."""
    from rapidfuzz import fuzz, process  # needed where nothing was found alone

    query = (
        select(AliasRow.folded, SpeakerRow.name)
        .join(MemberRow, MemberRow.id == AliasRow.member_id)
        .join(SpeakerRow, SpeakerRow.id == MemberRow.speaker_id)
        .order_by(SpeakerRow.name)
        .distinct()
    )
    names: dict[str, str] = {}
    for form, name in session.execute(query):
        for part in (form.strip(), *form.split()):
            names.setdefault(part, name)
    wanted = " ".join(name_words(asked))
    found = process.extract(wanted, list(names), scorer=fuzz.ratio, score_cutoff=LIKE, limit=10 * SUGGESTED)
    return list(dict.fromkeys(names[part] for part, *_ in found))[:SUGGESTED]
