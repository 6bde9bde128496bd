"""What can be asked of a library: words, phrases, speakers, dates and ids that occur in it, by a seed."""

import random
import sqlite3
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import Any

from tests.bench.stories import FIRST, LAST

COMMON = 250
"""Words that count as common: in a library of news each is in a statement of a hundred, or in more."""
OPERATORS = frozenset({"and", "or", "not"})
"""Words that mean something else where they are typed."""
RARE = (2, 20)
"""In how many statements a rare word occurs."""


class Sample:
    """Draws things to ask for; the same for the same library and seed."""

    def __init__(self, connection: sqlite3.Connection, seed: int = 1) -> None:
        self.draw = random.Random(seed)  # noqa: S311
        self._connection = connection

    @cached_property
    def statements(self) -> int:
        """How many statements there are."""
        return int(self._one("SELECT max(number) FROM statements"))

    @cached_property
    def _words(self) -> list[tuple[str, int]]:
        """All plain words with the number of statements that they stand by, the commonest first."""
        self._connection.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab('main', 'statement_words', 'row')"
        )
        found = self._connection.execute("SELECT term, doc FROM temp.terms ORDER BY doc DESC, term")
        return [(term, doc) for term, doc in found if term.isalpha() and term not in OPERATORS]

    @cached_property
    def _common(self) -> list[str]:
        return [word for word, _ in self._words[:COMMON]]

    @cached_property
    def _rare(self) -> list[str]:
        return [word for word, count in self._words if RARE[0] <= count <= RARE[1]]

    def common_word(self) -> str:
        """One of the most common words."""
        return self.draw.choice(self._common)

    def rare_word(self) -> str:
        """A word that few statements have."""
        return self.draw.choice(self._rare)

    def beginning(self) -> str:
        """How several words begin, common ones among them."""
        return self.draw.choice([word for word in self._common if len(word) > 4])[:4]

    def phrase(self) -> str:
        """Two common words that stand together somewhere."""
        common = set(self._common)
        while True:
            words = self.text(self.number()).lower().split()
            pairs = [pair for pair in pairwise(words) if common.issuperset(pair)]
            if pairs:
                return " ".join(self.draw.choice(pairs))

    def number(self) -> int:
        """The number of a statement."""
        return self.draw.randint(1, self.statements)

    def text(self, number: int) -> str:
        """The words of a statement."""
        return str(
            self._one(
                "SELECT substr(text, start + 1, end - start) FROM statements "
                "JOIN documents d ON d.id = document_id WHERE statements.number = ?",
                number,
            )
        )

    def identifier(self) -> str:
        """The id of a statement that is listed."""
        query = "SELECT id FROM statements WHERE number >= ? AND moment > 0 ORDER BY number LIMIT 1"
        found = None
        while found is None:
            found = self._one(query, self.number())
        return str(found)

    def speaker(self) -> tuple[str, str]:
        """The id and the name of who says some statement: of somebody frequent more often than of others."""
        query = (
            "SELECT p.id, p.name FROM statements s JOIN speaker_members m ON m.id = s.member_id "
            "JOIN speakers p ON p.id = m.speaker_id "
            "WHERE s.number = ? AND p.type IN ('person', 'organization')"
        )
        while True:
            found = self._connection.execute(query, (self.number(),)).fetchone()
            if found:
                return found[0], found[1]

    def said(self) -> tuple[str, str, str]:
        """A common word, the name of somebody who said it, and the day."""
        query = (
            "SELECT p.name, coalesce(s.said_on, d.published) FROM statements s "
            "JOIN documents d ON d.id = s.document_id JOIN speaker_members m ON m.id = s.member_id "
            "JOIN speakers p ON p.id = m.speaker_id WHERE s.number = ? AND s.moment > 0 AND p.type = 'person'"
        )
        while True:
            number = self.number()
            found = self._connection.execute(query, (number,)).fetchone()
            words = sorted(set(self._common).intersection(self.text(number).split()))
            if found and words and len(found[1] or "") == len("2000-01-01"):
                return self.draw.choice(words), found[0], found[1]

    def around(self, day: str, longest: int) -> tuple[str, str]:
        """The first and the last day of a time of at most so many days, with this day in it."""
        first = date.fromisoformat(day) - timedelta(days=self.draw.randrange(longest // 2))
        return first.isoformat(), (first + timedelta(days=longest // 2)).isoformat()

    def dates(self, longest: int) -> tuple[str, str]:
        """The first and the last day of a time of at most so many days."""
        span = self.draw.randint(longest // 4, longest)
        first = FIRST + timedelta(days=self.draw.randrange((LAST - FIRST).days - span))
        return first.isoformat(), (first + timedelta(days=span)).isoformat()

    def publisher(self) -> str:
        """Who published some document."""
        query = "SELECT publisher FROM statements s JOIN documents d ON d.id = document_id WHERE s.number = ?"
        return str(self._one(query, self.number()))

    def party(self) -> str:
        """A country or body that somebody speaks for, by its key."""
        query = "SELECT name FROM affiliations WHERE key LIKE 'country:%' AND number >= ? LIMIT 1"
        return str(self._one(query, self.draw.randint(1, self._affiliations)))

    @cached_property
    def _affiliations(self) -> int:
        return int(self._one("SELECT max(number) FROM affiliations"))

    def tag(self) -> str:
        """A tag that somebody gave."""
        tags: list[str] = [
            tag for (tag,) in self._connection.execute("SELECT DISTINCT tag FROM tags ORDER BY tag")
        ]
        return self.draw.choice(tags)

    def _one(self, query: str, *values: object) -> Any:
        found = self._connection.execute(query, values).fetchone()
        return None if found is None else found[0]
