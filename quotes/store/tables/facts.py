"""What a library knows of itself, and what it is not to take in again."""

from sqlalchemy import Column, ForeignKey, Integer, Named, Table, TypedColumns

from quotes.store.tables.base import BY_KEY, Characters, metadata


class FactColumns(TypedColumns):
    """A fact by its name: as the version of its indexes, its last backup, its secret for tombstones."""

    name: Named[str] = Column(Characters, primary_key=True)
    value: Named[str] = Column(Characters)


facts = Table("facts", metadata, FactColumns, **BY_KEY)


class TombstoneColumns(TypedColumns):
    """What was purged and stays away: nothing but a keyed hash of its bytes, or of its text."""

    hash: Named[str] = Column(Characters, primary_key=True)


tombstones = Table("tombstones", metadata, TombstoneColumns, **BY_KEY)


class DepartureColumns(TypedColumns):
    """An id that was shown once and of which nothing is kept; `decision` tells when, and by whom.

    Of what was purged `id` is a keyed hash of it (`quotes.store.forgetting.tombstones`), and `document_id`,
    with which document it went, is NULL. `heir` is a member of the speaker whom a former id goes on naming.
    """

    id: Named[str] = Column(Characters, primary_key=True)
    decision: Named[int] = Column(Integer, ForeignKey("decisions.number"))
    document_id: Named[str | None] = Column(Characters, index=True)
    heir: Named[str | None] = Column(Characters, index=True)


departures = Table("departures", metadata, DepartureColumns, **BY_KEY)
