"""Where a document came from, how its text was read, its pages."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TEXTS = ("place", "retrieved_evidence", "encoding_evidence")
_LISTS = ("pages", "processing")


def upgrade() -> None:
    """Add what older versions did not keep; it stays unknown for their documents."""
    for name in _TEXTS:
        op.add_column("documents", sa.Column(name, sa.Text(), nullable=True))
    op.add_column("documents", sa.Column("published_confidence", sa.Double(), nullable=True))
    for name in _LISTS:
        op.add_column(
            "documents",
            sa.Column(name, sa.JSON(none_as_null=True), nullable=False, server_default="[]"),
        )


def downgrade() -> None:
    """Drop what was added and what is in it."""
    for name in (*_LISTS, "published_confidence", *reversed(_TEXTS)):
        op.drop_column("documents", name)
