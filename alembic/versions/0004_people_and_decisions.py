"""Speakers across documents: roles, joint sources, whom they speak for; what people decide."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_OF_STATEMENTS = (
    ("role", sa.Text()),
    ("role_start", sa.Integer()),
    ("role_end", sa.Integer()),
    ("rests_start", sa.Integer()),
    ("rests_end", sa.Integer()),
    ("joint", sa.JSON(none_as_null=True)),
    ("checked", sa.Text()),
    ("withheld", sa.Text()),
    ("withheld_reason", sa.Text()),
    ("parsed", sa.JSON(none_as_null=True)),
)
_OF_DOCUMENTS = (("parsed_by", sa.Text()), ("read", sa.JSON(none_as_null=True)))
_TABLES = (
    "draw_items",
    "draws",
    "notes",
    "tags",
    "rulings",
    "changes",
    "decisions",
    "authorities",
    "affiliations",
    "joint_parts",
    "speaker_forms",
    "speaker_keys",
)


def upgrade() -> None:
    """Make room; what older versions did not keep stays unknown for their documents."""
    for name, kind in _OF_STATEMENTS:
        op.add_column("statements", sa.Column(name, kind, nullable=True))
    op.add_column("statements", sa.Column("marked", sa.Boolean(), nullable=False, server_default=sa.false()))
    for name, kind in _OF_DOCUMENTS:
        op.add_column("documents", sa.Column(name, kind, nullable=True))
    _keep_people()
    _keep_decisions()
    _keep_draws()


def downgrade() -> None:
    """Drop what was added and what is in it; speakers of no document go too."""
    for table in _TABLES:
        op.drop_table(table)
    op.execute(
        "DELETE FROM aliases WHERE member_id IN (SELECT id FROM speaker_members WHERE document_id IS NULL)"
    )
    op.execute("DELETE FROM speaker_members WHERE document_id IS NULL")
    op.execute("DELETE FROM speakers WHERE id NOT IN (SELECT speaker_id FROM speaker_members)")
    _remake_members(roles=False)
    for name, _ in reversed(_OF_DOCUMENTS):
        op.drop_column("documents", name)
    op.drop_column("statements", "marked")
    for name, _ in reversed(_OF_STATEMENTS):
        op.drop_column("statements", name)


def _keep_people() -> None:
    _remake_members(roles=True)
    op.create_table(
        "speaker_keys",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", "profile", name="pk_speaker_keys"),
        sqlite_with_rowid=False,
    )
    _keep_forms()
    op.create_table(
        "joint_parts",
        sa.Column("group_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("part_id", sa.Text(), nullable=False),
        _of_member("joint_parts", "group_id"),
        _of_member("joint_parts", "part_id"),
        sa.PrimaryKeyConstraint("group_id", "position", name="pk_joint_parts"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "affiliations",
        sa.Column("number", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("member_id", "key", "name", "evidence")),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("past", sa.Boolean(), nullable=False),
        _of_member("affiliations", "member_id"),
        sa.PrimaryKeyConstraint("number", name="pk_affiliations"),
    )
    op.create_table(
        "authorities",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("aliases", sa.JSON(none_as_null=True), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("wikidata", "role", "since", "until")),
        sa.Column("further", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_authorities"),
    )
    _index("speaker_keys", "profile")
    _index("joint_parts", "part_id")
    _index("affiliations", "member_id", "key")
    _index("authorities", "wikidata")


def _keep_forms() -> None:
    op.create_table(
        "speaker_forms",
        sa.Column("speaker_id", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.Column("members", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["speaker_id"],
            ["speakers.id"],
            name="fk_speaker_forms_speaker_id_speakers",
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("speaker_id", "form", name="pk_speaker_forms"),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO speaker_forms (speaker_id, form, uses, members) "
        "SELECT speaker_id, form, sum(uses), count(*) FROM aliases JOIN speaker_members ON id = member_id "
        "WHERE NOT is_mention GROUP BY speaker_id, form"
    )


def _keep_decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("decided", "who", "action", "summary")),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["undoes"], ["decisions.number"], name="fk_decisions_undoes_decisions"),
        sa.PrimaryKeyConstraint("number", name="pk_decisions"),
    )
    op.create_table(
        "changes",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("decision", sa.Integer(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=True),
        sa.Column("field", sa.Text(), nullable=False),
        *(
            sa.Column(name, sa.JSON(none_as_null=True), nullable=True)
            for name in ("before", "after", "anchor")
        ),
        sa.ForeignKeyConstraint(["decision"], ["decisions.number"], name="fk_changes_decision_decisions"),
        sa.PrimaryKeyConstraint("number", name="pk_changes"),
    )
    op.create_table(
        "rulings",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("first_id", sa.Text(), nullable=False),
        sa.Column("second_id", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["number"], ["changes.number"], name="fk_rulings_number_changes"),
        sa.PrimaryKeyConstraint("number", name="pk_rulings"),
    )
    op.create_table(
        "tags",
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("target", "tag", name="pk_tags"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "notes",
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("target", name="pk_notes"),
    )
    _index("decisions", "undoes")
    _index("changes", "decision", "target", "document_id")
    _index("rulings", "first_id", "second_id", "value")
    _index("tags", "tag")


def _keep_draws() -> None:
    op.create_table(
        "draws",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("drawn", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("population", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_draws"),
    )
    op.create_table(
        "draw_items",
        sa.Column("draw", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("found", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("judged", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["draw"], ["draws.number"], name="fk_draw_items_draw_draws", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("draw", "position", name="pk_draw_items"),
        sqlite_with_rowid=False,
    )
    _index("draw_items", "target")


def _remake_members(*, roles: bool) -> None:
    """Make the table anew with `roles`, `profile` and members of no document, or without."""
    names = ("id", "document_id", "name", "type", "speaker_id")
    op.create_table(
        "speaker_members_new",
        *(
            sa.Column(name, sa.Text(), nullable=name == "type" or (roles and name == "document_id"))
            for name in names
        ),
        *(
            [
                sa.Column("roles", sa.JSON(none_as_null=True), nullable=False, server_default="[]"),
                sa.Column("profile", sa.Text(), nullable=True),
            ]
            if roles
            else []
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["documents.id"],
            name="fk_speaker_members_document_id_documents",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["speaker_id"],
            ["speakers.id"],
            name="fk_speaker_members_speaker_id_speakers",
            onupdate="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_speaker_members"),
    )
    columns = ", ".join(names)
    op.execute(f"INSERT INTO speaker_members_new ({columns}) SELECT {columns} FROM speaker_members")  # noqa: S608
    op.drop_table("speaker_members")
    op.rename_table("speaker_members_new", "speaker_members")
    _index("speaker_members", "document_id")
    if roles:
        op.create_index("ix_speaker_members_speaker_id", "speaker_members", ["speaker_id", "profile", "type"])
        op.create_index("ix_speaker_members_profile", "speaker_members", ["profile", "speaker_id", "id"])
    else:
        _index("speaker_members", "speaker_id")


def _of_member(table: str, column: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}_speaker_members"
    return sa.ForeignKeyConstraint([column], ["speaker_members.id"], name=name, ondelete="CASCADE")


def _index(table: str, *columns: str) -> None:
    for name in columns:
        op.create_index(f"ix_{table}_{name}", table, [name])
