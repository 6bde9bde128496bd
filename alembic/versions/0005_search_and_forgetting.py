"""The order of time, what searches look things up in, what was forgotten, a flat view for other programs."""

import sqlalchemy as sa
from alembic import op

from quotes.words.folding import folded, spaced

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_TABLES = ("departures", "tombstones", "facts", "vocabulary", "surface_forms", "said_by")
_ASKED = ("publisher", "published", "lang")
"""Columns of documents that searches ask for."""
_REACH = 1_000
"""Characters of a statement's context, on either side, that the version before put into its index."""


def _passage(start: str, end: str) -> str:
    """SQL of a passage of the document's text, in which readers leave no NUL: there SQLite would stop."""
    return f"substr(documents.text, {start} + 1, {end} - {start})"


def _tags(target: str) -> str:
    ordered = f"SELECT tag FROM tags WHERE target = {target} ORDER BY tag"  # noqa: S608
    return f"(SELECT group_concat(tag, ', ') FROM ({ordered}))"  # noqa: S608


_BLANKS = "char(9, 10, 11, 12, 13, 32, 133, 160, 8232, 8233)"
_TEXT = _passage("statements.start", 'statements."end"')
_CONTEXT = _passage("statements.context_start", "statements.context_end")
_COLUMNS = f"""
    statements.id AS id,
    statements.kind AS kind,
    {_TEXT} AS text,
    trim({_CONTEXT}, {_BLANKS}) AS context,
    speakers.name AS speaker,
    speaker_members.speaker_id AS speaker_id,
    statements.speaker_type AS speaker_type,
    statements.unknown AS unknown,
    statements.mention AS mention,
    statements.cue AS cue,
    statements.role AS role,
    statements.stance AS stance,
    statements.addressee AS addressee,
    statements.via AS via,
    coalesce(statements.said_on, documents.published) AS date,
    statements.said_on AS said_on,
    statements.said_evidence AS said_evidence,
    documents.published AS published,
    documents.publisher AS publisher,
    documents.title AS title,
    documents.author AS author,
    documents.url AS url,
    documents.lang AS lang,
    documents.name AS document_name,
    documents.id AS document_id,
    statements.start AS start,
    statements."end" AS "end",
    statements.utterance AS utterance,
    statements.claim AS in_claim,
    statements.nested_in AS nested_in,
    statements.confidence AS confidence,
    statements.checked AS checked,
    (SELECT count(*) FROM statements AS again
        WHERE again.copy_of = statements.id AND again.withheld IS NULL) AS copies,
    {_tags("statements.id")} AS tags,
    (SELECT text FROM notes WHERE target = statements.id) AS note,
    {_tags("documents.id")} AS document_tags,
    (SELECT text FROM notes WHERE target = documents.id) AS document_note,
    EXISTS (SELECT 1 FROM tags
        WHERE tag = 'private' AND target IN (statements.id, documents.id)) AS private"""  # noqa: S608
_FLAT = f"""
CREATE VIEW flat_statements AS
SELECT{_COLUMNS}
FROM statements
JOIN documents ON documents.id = statements.document_id
LEFT JOIN speaker_members ON speaker_members.id = statements.member_id
LEFT JOIN speakers ON speakers.id = speaker_members.speaker_id
WHERE statements.withheld IS NULL AND statements.copy_of IS NULL"""
"""What `quotes export` lists, for other programs: a row a statement. Columns come at its end only."""


def upgrade() -> None:
    """Make room; the indexes are filled when the library is opened (`quotes.store.indexes.indexing`)."""
    op.add_column("statements", sa.Column("moment", sa.BigInteger(), nullable=True))
    op.create_index("ix_statements_moment", "statements", ["moment"], unique=True)
    op.create_index(
        "ix_statements_state",
        "statements",
        ["checked", "kind", "confidence"],
        sqlite_where=sa.text("moment > 0"),
        postgresql_where=sa.text("moment > 0"),
    )
    _look_up()
    _find_speakers()
    _remember()
    op.execute("DROP TABLE statement_words")
    op.execute(
        "CREATE VIRTUAL TABLE statement_words USING fts5("
        "text, context, mention, title, content='', tokenize='ascii')"
    )
    op.execute("DROP TABLE document_words")
    op.execute("CREATE VIRTUAL TABLE document_words USING fts5(title, text, content='', tokenize='ascii')")
    op.execute(
        "CREATE VIRTUAL TABLE surface_grams USING fts5(folded, content='surface_forms', "
        "content_rowid='number', tokenize='trigram')"
    )
    op.execute(_FLAT)


def downgrade() -> None:
    """Drop what was added; what was forgotten may then be added again."""
    op.execute("DROP VIEW flat_statements")
    for index in ("surface_grams", "document_words", "statement_words"):
        op.execute(f"DROP TABLE {index}")
    for table in _TABLES:
        op.drop_table(table)
    _find_no_speakers()
    op.drop_index("ix_statements_state", "statements")
    op.drop_index("ix_statements_moment", "statements")
    op.drop_column("statements", "moment")
    op.execute(
        "CREATE VIRTUAL TABLE statement_words USING fts5("
        "text, context, content='', tokenize='unicode61 remove_diacritics 0')"
    )
    op.execute(
        "CREATE VIRTUAL TABLE document_words USING fts5("
        "title, text, content='', tokenize='unicode61 remove_diacritics 0')"
    )
    _fill_former_indexes()


def _look_up() -> None:
    op.create_table(
        "said_by",
        sa.Column("speaker_id", sa.Text(), nullable=False),
        sa.Column("moment", sa.BigInteger(), nullable=False),
        _of_speaker("said_by"),
        sa.PrimaryKeyConstraint("speaker_id", "moment", name="pk_said_by"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_said_by_moment", "said_by", ["moment"])
    op.create_table(
        "surface_forms",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("speaker_id", sa.Text(), nullable=False),
        sa.Column("description", sa.Boolean(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("members", sa.Integer(), nullable=False),
        _of_speaker("surface_forms"),
        sa.PrimaryKeyConstraint("number", name="pk_surface_forms"),
        sa.UniqueConstraint("speaker_id", "description", "folded", name="uq_surface_forms_speaker_id"),
    )
    op.create_table(
        "vocabulary",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", "form", name="pk_vocabulary"),
        sqlite_with_rowid=False,
    )


def _find_speakers() -> None:
    op.create_index("ix_documents_name", "documents", ["name", "id"])
    for column in _ASKED:
        op.create_index(f"ix_documents_{column}", "documents", [column])
    op.create_index(
        "ix_documents_agency", "documents", ["agency"], sqlite_where=sa.text("agency IS NOT NULL")
    )
    op.create_index("ix_speaker_members_name", "speaker_members", ["name", "speaker_id"])
    op.create_index(
        "ix_speaker_members_listed",
        "speaker_members",
        ["speaker_id"],
        sqlite_where=sa.text("document_id IS NULL"),
        postgresql_where=sa.text("document_id IS NULL"),
    )
    op.drop_table("speaker_forms")
    op.create_table(
        "speaker_forms",
        sa.Column("speaker_id", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("is_mention", sa.Boolean(), nullable=False),
        *_counts(),
        _of_speaker("speaker_forms"),
        sa.PrimaryKeyConstraint("speaker_id", "form", "is_mention", name="pk_speaker_forms"),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO speaker_forms (speaker_id, form, is_mention, uses, members) "
        "SELECT speaker_id, form, is_mention, sum(uses), count(*) "
        "FROM aliases JOIN speaker_members ON id = member_id GROUP BY speaker_id, form, is_mention"
    )


def _find_no_speakers() -> None:
    """The names of speakers as the version before counted them."""
    op.drop_table("speaker_forms")
    op.create_table(
        "speaker_forms",
        sa.Column("speaker_id", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        *_counts(),
        _of_speaker("speaker_forms"),
        sa.PrimaryKeyConstraint("speaker_id", "form", name="pk_speaker_forms"),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO speaker_forms (speaker_id, form, uses, members) "
        "SELECT speaker_id, form, sum(uses), count(*) FROM aliases JOIN speaker_members ON id = member_id "
        "WHERE NOT is_mention GROUP BY speaker_id, form"
    )
    op.drop_index("ix_speaker_members_listed", "speaker_members")
    op.drop_index("ix_speaker_members_name", "speaker_members")
    op.drop_index("ix_documents_name", "documents")
    for column in ("agency", *_ASKED):
        op.drop_index(f"ix_documents_{column}", "documents")


def _counts() -> tuple[sa.Column[int], sa.Column[int]]:
    return sa.Column("uses", sa.Integer(), nullable=False), sa.Column("members", sa.Integer(), nullable=False)


def _of_speaker(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["speaker_id"],
        ["speakers.id"],
        name=f"fk_{table}_speaker_id_speakers",
        onupdate="CASCADE",
        ondelete="CASCADE",
    )


def _remember() -> None:
    op.create_table(
        "facts",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_facts"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tombstones",
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_tombstones"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "departures",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("decision", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=True),
        sa.Column("heir", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["decision"], ["decisions.number"], name="fk_departures_decision_decisions"),
        sa.PrimaryKeyConstraint("id", name="pk_departures"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_departures_document_id", "departures", ["document_id"])
    op.create_index("ix_departures_heir", "departures", ["heir"])


def _fill_former_indexes() -> None:
    """Put the words in as the version before did: folded, a document at a time."""
    connection = op.get_bind()
    ids = connection.scalars(sa.text("SELECT id FROM documents ORDER BY number")).all()
    for identifier in ids:
        known = {"id": identifier}
        query = sa.text("SELECT number, title, text FROM documents WHERE id = :id")
        number, title, text = connection.execute(query, known).one()
        row = {"number": number, "title": _former(title or ""), "text": _former(text)}
        entry = "INSERT INTO document_words (rowid, title, text) VALUES (:number, :title, :text)"
        connection.execute(sa.text(entry), row)
        spans = sa.text(
            'SELECT number, start, "end", context_start, context_end FROM statements WHERE document_id = :id'
        )
        for each, start, end, first, last in connection.execute(spans, known).all():
            around = text[max(first, start - _REACH) : min(last, end + _REACH)]
            row = {"number": each, "text": _former(text[start:end]), "context": _former(around)}
            entry = "INSERT INTO statement_words (rowid, text, context) VALUES (:number, :text, :context)"
            connection.execute(sa.text(entry), row)


def _former(words: str) -> str:
    return spaced(folded(words)).replace('"', " ").replace("\0", " ")
