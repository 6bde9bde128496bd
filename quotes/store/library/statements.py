"""Statements: searched, counted, and each by its id."""

from sqlalchemy import select

from quotes.query.plan import Plan
from quotes.store import identifiers, labels, reading, search
from quotes.store.library.transactions import Transactions
from quotes.store.tables import statements
from quotes.store.views import SearchResult, StoredStatement


class Statements(Transactions):
    """What is asked of statements."""

    def statement(self, statement_id: str) -> StoredStatement:
        """The statement with this id."""
        with self._reading() as connection:
            wanted = identifiers.statement_id(connection, statement_id)
            numbers = connection.scalars(select(statements.c.number).where(statements.c.id == wanted))
            return reading.statements(connection, list(numbers))[0]

    def statements(self, document_id: str, *, withheld: bool = False) -> tuple[StoredStatement, ...]:
        """The statements of the document with this id, in the order of its text; `withheld` ones too."""
        with self._reading() as connection:
            wanted = identifiers.document_id(connection, document_id)
            return tuple(reading.of_document(connection, wanted, withheld=withheld))

    def search(self, plan: Plan) -> SearchResult:
        """The statements that `plan` asks for, in its order, and how many there are without its limit."""
        with self._reading() as connection:
            return search.search(connection, plan)

    def ids(self, plan: Plan) -> list[str]:
        """The ids of the statements that `plan` asks for, in the order of `search`, at most its limit."""
        with self._reading() as connection:
            return search.ids(connection, plan)

    def count(self, plan: Plan) -> int:
        """How many statements `plan` asks for, whatever its limit."""
        with self._reading() as connection:
            return search.count(connection, plan)

    def showing(self, tag: str) -> set[str]:
        """The ids of statements that show, in their words or context, words of another with this tag."""
        with self._reading() as connection:
            return labels.showing(connection, tag)
