"""Which statements are shown."""

from quotes.store.tables import statements

VISIBLE = statements.c.withheld.is_(None)
"""Of what no person rejected and no new parse took away; the rest is found only where it is asked for."""
