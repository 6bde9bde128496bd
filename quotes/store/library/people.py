"""Speakers, and the people the user cares about."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quotes.store.library.transactions import Transactions

if TYPE_CHECKING:
    from quotes.store.people.views import StoredAffiliation, StoredMember, StoredSpeaker, Suggestion
    from quotes.store.views import StoredAuthority


class People(Transactions):
    """What is asked of speakers."""

    def speakers(self, name: str | None = None, *, limit: int | None = None) -> "list[StoredSpeaker]":
        """The speakers of whom a name holds `name` (or with this id), or all; most statements first."""
        from quotes.store.people import speakers

        with self._reading() as connection:
            return speakers.listed(connection, name, limit)

    def count_speakers(self, name: str | None = None) -> int:
        """How many speakers `speakers` gives without a limit."""
        from quotes.store.people import speakers

        with self._reading() as connection:
            return speakers.count(connection, name)

    def speakers_called(self, name: str) -> "list[StoredSpeaker]":
        """The speakers of whom a name, or else a further name, is just `name`, capitals and accents aside."""
        from quotes.store.people import speakers

        with self._reading() as connection:
            return speakers.called(connection, name)

    def roles(self) -> dict[str, str]:
        """How documents most often describe a speaker, by its id."""
        from quotes.store.people import roles

        with self._reading() as connection:
            return roles.roles(connection)

    def similar_names(self, asked: str) -> list[str]:
        """The names of speakers that are most like `asked`, where it may be mistyped; the most like first."""
        from quotes.store.search import suggesting

        with self._reading() as connection:
            return suggesting.similar_names(connection, asked)

    def identity(self, speaker_id: str, limit: int | None = None) -> "tuple[StoredMember, ...]":
        """The names that the speaker with this whole id has in documents, and how each is known to be its.

        With a `limit`, those in the first documents by name.
        """
        from quotes.store.people import identity

        with self._reading() as connection:
            return identity.members_of(connection, speaker_id, limit)

    def count_members(self, speaker_id: str) -> int:
        """How many names in documents, and entries of the list of people, a speaker (whole id) has."""
        from quotes.store.people import identity

        with self._reading() as connection:
            return identity.count_members(connection, speaker_id)

    def suggestions(self, limit: int | None = None) -> "list[Suggestion]":
        """Pairs of speakers who may be one, the likeliest first; none that people decided on."""
        from quotes.store.people import identity

        with self._reading() as connection:
            return identity.suggestions(connection, limit)

    def affiliations(self, speaker_id: str) -> "list[StoredAffiliation]":
        """Whom the speaker with this whole id speaks or spoke for, and the words that tell it."""
        from quotes.store.people import affiliations

        with self._reading() as connection:
            return affiliations.affiliations_of(connection, speaker_id)

    def members_in(self, speaker_id: str, document_ids: Iterable[str]) -> list[str]:
        """The ids of the names that the speaker with this whole id has in these documents."""
        from quotes.store.people import speakers

        with self._reading() as connection:
            return speakers.members_in(connection, speaker_id, document_ids)

    def authorities(self) -> "list[StoredAuthority]":
        """The user's list of people, by name."""
        from quotes.store.people import authorities

        with self._reading() as connection:
            return authorities.listed(connection)
