"""Where a document came from, how its text was read, its pages; the index of documents."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TEXTS = ("place", "retrieved_evidence", "encoding_evidence")
_LISTS = ("pages", "processing")
_COPY_TEXTS = (("documents", "text_key"), ("documents", "copy_of"), ("statements", "copy_of"))
_PLACE_TEXTS = (
    "document_id sha256 name place media_type encoding title title_evidence author author_evidence publisher "
    "publisher_evidence url url_evidence published published_evidence retrieved retrieved_evidence"
)
_STATED = frozenset({"document_id", "sha256", "name", "media_type", "encoding"})


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
    _index_documents()
    _keep_copies()
    _keep_runs()
    _keep_fetches()


def downgrade() -> None:
    """Drop what was added and what is in it."""
    op.drop_table("fetches")
    op.drop_index("ix_documents_version_of", table_name="documents")
    op.drop_column("documents", "version_of")
    op.drop_table("run_items")
    op.drop_table("runs")
    _forget_copies()
    op.execute("DROP TABLE document_words")
    op.drop_index("ix_documents_number", table_name="documents")
    op.drop_column("documents", "number")
    for name in (*_LISTS, "published_confidence", *reversed(_TEXTS)):
        op.drop_column("documents", name)


def _index_documents() -> None:
    op.add_column("documents", sa.Column("number", sa.Integer(), nullable=False, server_default="0"))
    op.execute(
        "CREATE VIRTUAL TABLE document_words USING fts5("
        "title, text, content='', tokenize='unicode61 remove_diacritics 0')"
    )
    connection = op.get_bind()
    ids = connection.scalars(sa.text("SELECT id FROM documents ORDER BY id")).all()
    for number, identifier in enumerate(ids, 1):
        known = {"number": number, "id": identifier}
        connection.execute(sa.text("UPDATE documents SET number = :number WHERE id = :id"), known)
    op.create_index("ix_documents_number", "documents", ["number"], unique=True)


def _keep_copies() -> None:
    """Make room for copies; documents that are there are compared when the next one is added."""
    for table, name in _COPY_TEXTS:
        op.add_column(table, sa.Column(name, sa.Text(), nullable=True))
        few = None if name == "text_key" else sa.text(f"{name} IS NOT NULL")
        op.create_index(f"ix_{table}_{name}", table, [name], sqlite_where=few, postgresql_where=few)
    op.add_column("documents", sa.Column("similarity", sa.Double(), nullable=True))
    op.create_table(
        "text_marks",
        sa.Column("mark", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        _of_document("text_marks", "document_id"),
        sa.PrimaryKeyConstraint("mark", "document_id", name="pk_text_marks"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_text_marks_document_id", "text_marks", ["document_id"])
    op.create_table(
        "likenesses",
        sa.Column("first_id", sa.Text(), nullable=False),
        sa.Column("second_id", sa.Text(), nullable=False),
        sa.Column("similarity", sa.Double(), nullable=False),
        _of_document("likenesses", "first_id"),
        _of_document("likenesses", "second_id"),
        sa.PrimaryKeyConstraint("first_id", "second_id", name="pk_likenesses"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_likenesses_second_id", "likenesses", ["second_id"])
    op.create_table(
        "places",
        sa.Column("number", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=name not in _STATED) for name in _PLACE_TEXTS.split()),
        sa.Column("published_candidates", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("compressed", sa.LargeBinary(), nullable=True),
        _of_document("places", "document_id"),
        sa.PrimaryKeyConstraint("number", name="pk_places"),
    )
    for name in ("document_id", "sha256"):
        op.create_index(f"ix_places_{name}", "places", [name])


def _keep_fetches() -> None:
    """Make room for what addresses on the web gave, and for the versions of a page."""
    op.add_column("documents", sa.Column("version_of", sa.Text(), nullable=True))
    few = sa.text("version_of IS NOT NULL")
    op.create_index(
        "ix_documents_version_of", "documents", ["version_of"], sqlite_where=few, postgresql_where=few
    )
    op.create_table(
        "fetches",
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("etag", "last_modified", "fetched")),
        _of_document("fetches", "document_id"),
        sa.PrimaryKeyConstraint("url", name="pk_fetches"),
    )
    for name in ("address", "document_id"):
        op.create_index(f"ix_fetches_{name}", "fetches", [name])


def _forget_copies() -> None:
    for table in ("places", "likenesses", "text_marks"):
        op.drop_table(table)
    op.drop_column("documents", "similarity")
    for table, name in _COPY_TEXTS:
        op.drop_index(f"ix_{table}_{name}", table_name=table)
        op.drop_column(table, name)


def _keep_runs() -> None:
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("started", sa.Text(), nullable=False),
        sa.Column("ended", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=True),
        sa.Column("process", sa.Text(), nullable=False),
        sa.Column("sources", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("options", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
    )
    op.create_table(
        "run_items",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("record", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("seconds", sa.Double(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_run_items_run_id_runs", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_run_items_document_id_documents", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("number", name="pk_run_items"),
    )
    for name in ("run_id", "document_id"):
        op.create_index(f"ix_run_items_{name}", "run_items", [name])


def _of_document(table: str, column: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}_documents"
    return sa.ForeignKeyConstraint([column], ["documents.id"], name=name, ondelete="CASCADE")
