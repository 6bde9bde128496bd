"""Documents with their originals, statements, speakers with their aliases, and the full-text index."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def upgrade() -> None:
    """Create every table."""
    op.create_table(
        "documents",
        _text("id"),
        _text("sha256"),
        _text("name"),
        _text("media_type"),
        _text("encoding"),
        _text("lang", nullable=True),
        _text("title", nullable=True),
        _text("title_evidence", nullable=True),
        _text("author", nullable=True),
        _text("author_evidence", nullable=True),
        _text("publisher", nullable=True),
        _text("publisher_evidence", nullable=True),
        _text("agency", nullable=True),
        _text("agency_evidence", nullable=True),
        _text("dateline", nullable=True),
        _text("dateline_evidence", nullable=True),
        _text("url", nullable=True),
        _text("url_evidence", nullable=True),
        _text("published", nullable=True),
        _text("published_precision", nullable=True),
        _text("published_evidence", nullable=True),
        sa.Column("published_candidates", sa.JSON(none_as_null=True), nullable=False),
        _text("retrieved", nullable=True),
        sa.Column("repairs", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("blocks", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("warnings", sa.JSON(none_as_null=True), nullable=False),
        _text("text"),
        sa.Column("offsets", sa.JSON(none_as_null=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
        sa.UniqueConstraint("sha256", name="uq_documents_sha256"),
    )
    op.create_table(
        "speakers",
        _text("id"),
        _text("name"),
        _text("type", nullable=True),
        _text("link", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_speakers"),
        sa.UniqueConstraint("link", name="uq_speakers_link"),
    )
    op.create_table(
        "originals",
        _text("document_id"),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("compressed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_originals_document_id_documents", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", name="pk_originals"),
    )
    op.create_table(
        "speaker_members",
        _text("id"),
        _text("document_id"),
        _text("name"),
        _text("type", nullable=True),
        _text("speaker_id"),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["documents.id"],
            name="fk_speaker_members_document_id_documents",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["speaker_id"], ["speakers.id"], name="fk_speaker_members_speaker_id_speakers", onupdate="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_speaker_members"),
    )
    op.create_index("ix_speaker_members_document_id", "speaker_members", ["document_id"])
    op.create_index("ix_speaker_members_speaker_id", "speaker_members", ["speaker_id"])
    op.create_table(
        "aliases",
        _text("member_id"),
        _text("form"),
        _text("folded"),
        sa.Column("is_mention", sa.Boolean(), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["speaker_members.id"],
            name="fk_aliases_member_id_speaker_members",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("member_id", "form", name="pk_aliases"),
    )
    op.create_table(
        "statements",
        sa.Column("number", sa.Integer(), nullable=False),
        _text("id"),
        _text("document_id"),
        _text("member_id", nullable=True),
        _text("kind"),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("context_start", sa.Integer(), nullable=False),
        sa.Column("context_end", sa.Integer(), nullable=False),
        sa.Column("source_start", sa.Integer(), nullable=True),
        sa.Column("source_end", sa.Integer(), nullable=True),
        _text("speaker", nullable=True),
        _text("speaker_type", nullable=True),
        _text("unknown", nullable=True),
        _text("mention", nullable=True),
        sa.Column("mention_start", sa.Integer(), nullable=True),
        sa.Column("mention_end", sa.Integer(), nullable=True),
        sa.Column("mention_source_start", sa.Integer(), nullable=True),
        sa.Column("mention_source_end", sa.Integer(), nullable=True),
        _text("cue", nullable=True),
        sa.Column("cue_start", sa.Integer(), nullable=True),
        sa.Column("cue_end", sa.Integer(), nullable=True),
        _text("said_on", nullable=True),
        _text("said_evidence", nullable=True),
        _text("addressee", nullable=True),
        _text("via", nullable=True),
        sa.Column("implicit", sa.Boolean(), nullable=False),
        _text("utterance", nullable=True),
        _text("nested_in", nullable=True),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_statements_document_id_documents", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["speaker_members.id"], name="fk_statements_member_id_speaker_members"
        ),
        sa.ForeignKeyConstraint(
            ["nested_in"],
            ["statements.id"],
            name="fk_statements_nested_in_statements",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["utterance"],
            ["statements.id"],
            name="fk_statements_utterance_statements",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("number", name="pk_statements"),
        sa.UniqueConstraint("id", name="uq_statements_id"),
    )
    op.create_index("ix_statements_document_id_start", "statements", ["document_id", "start"])
    op.create_index("ix_statements_member_id", "statements", ["member_id"])
    op.create_index("ix_statements_nested_in", "statements", ["nested_in"])
    op.create_index("ix_statements_utterance", "statements", ["utterance"])
    op.create_table(
        "statement_inside",
        _text("claim_id"),
        sa.Column("position", sa.Integer(), nullable=False),
        _text("quote_id"),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["statements.id"],
            name="fk_statement_inside_claim_id_statements",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["quote_id"],
            ["statements.id"],
            name="fk_statement_inside_quote_id_statements",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("claim_id", "position", name="pk_statement_inside"),
    )
    op.create_index("ix_statement_inside_quote_id", "statement_inside", ["quote_id"])
    op.execute(
        "CREATE VIRTUAL TABLE statement_words USING fts5("
        "text, context, content='', tokenize='unicode61 remove_diacritics 0')"
    )


def downgrade() -> None:
    """Drop every table."""
    op.execute("DROP TABLE statement_words")
    op.drop_index("ix_statement_inside_quote_id", table_name="statement_inside")
    op.drop_table("statement_inside")
    op.drop_index("ix_statements_utterance", table_name="statements")
    op.drop_index("ix_statements_nested_in", table_name="statements")
    op.drop_index("ix_statements_member_id", table_name="statements")
    op.drop_index("ix_statements_document_id_start", table_name="statements")
    op.drop_table("statements")
    op.drop_table("aliases")
    op.drop_index("ix_speaker_members_speaker_id", table_name="speaker_members")
    op.drop_index("ix_speaker_members_document_id", table_name="speaker_members")
    op.drop_table("speaker_members")
    op.drop_table("originals")
    op.drop_table("speakers")
    op.drop_table("documents")
