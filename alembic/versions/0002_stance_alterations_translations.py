"""How a statement was said and printed: its stance, alterations, translation, and the claim around it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TEXTS = ("claim", "stance", "stance_evidence")
_PLACES = ("translated_start", "translated_end", "translated_source_start", "translated_source_end")


def upgrade() -> None:
    """Add the columns; which claim a quotation stands in is known already, the rest when parsed again."""
    for name in _TEXTS:
        op.add_column("statements", sa.Column(name, sa.Text(), nullable=True))
    op.add_column("statements", sa.Column("alterations", sa.JSON(none_as_null=True), nullable=True))
    for name in _PLACES:
        op.add_column("statements", sa.Column(name, sa.Integer(), nullable=True))
    op.execute(
        "UPDATE statements SET claim = ("
        "SELECT around.id FROM statement_inside JOIN statements AS around "
        "ON around.id = statement_inside.claim_id WHERE statement_inside.quote_id = statements.id "
        'ORDER BY around."end" - around.start, around.id LIMIT 1)'
    )


def downgrade() -> None:
    """Drop the columns and what is in them."""
    for name in (*_TEXTS, "alterations", *_PLACES):
        op.drop_column("statements", name)
