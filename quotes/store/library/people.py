"""Speakers, and the people the user cares about."""

from collections.abc import Iterable

from quotes.store import authorities, speakers
from quotes.store.library.transactions import Transactions
from quotes.store.views import StoredAffiliation, StoredAuthority, StoredMember, StoredSpeaker, Suggestion


class People(Transactions):
    """What is asked of speakers."""

    def speakers(self, name: str | None = None) -> list[StoredSpeaker]:
        """The speakers of whom a name holds `name` (or with this id), or all; most statements first."""
        with self._reading() as session:
            return speakers.listed(session, name)

    def speakers_called(self, name: str) -> list[StoredSpeaker]:
        """The speakers of whom a name, or else a further name, is just `name`, capitals and accents aside."""
        with self._reading() as session:
            return speakers.called(session, name)

    def roles(self) -> dict[str, str]:
        """How documents most often describe a speaker, by its id."""
        from quotes.store import roles

        with self._reading() as session:
            return roles.roles(session)

    def similar_names(self, asked: str) -> list[str]:
        """The names of speakers that are most like `asked`, where it may be mistyped; the most like first."""
        from quotes.store.search import suggesting

        with self._reading() as session:
            return suggesting.similar_names(session, asked)

    def identity(self, speaker_id: str) -> tuple[StoredMember, ...]:
        """The names that the speaker with this whole id has in documents, and how each is known to be its."""
        from quotes.store import identity

        with self._reading() as session:
            return identity.members_of(session, speaker_id)

    def suggestions(self, limit: int | None = None) -> list[Suggestion]:
        """Pairs of speakers who may be one, the likeliest first; none that people decided on."""
        from quotes.store import identity

        with self._reading() as session:
            return identity.suggestions(session, limit)

    def affiliations(self, speaker_id: str) -> list[StoredAffiliation]:
        """Whom the speaker with this whole id speaks or spoke for, and the words that tell it."""
        from quotes.store import affiliations

        with self._reading() as session:
            return affiliations.affiliations_of(session, speaker_id)

    def members_in(self, speaker_id: str, document_ids: Iterable[str]) -> list[str]:
        """The ids of the names that the speaker with this whole id has in these documents."""
        from quotes.store.decisions import rulings

        with self._reading() as session:
            return rulings.members_in(session, speaker_id, document_ids)

    def authorities(self) -> list[StoredAuthority]:
        """The user's list of people, by name."""
        with self._reading() as session:
            return authorities.listed(session)
