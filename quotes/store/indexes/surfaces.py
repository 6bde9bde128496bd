"""What speakers are called, for looking them up: names, and descriptions ("the trade minister").

`surface_forms` has each once for a speaker, `surface_grams` indexes these in runs of three letters. Triggers
that only a writing connection has note how forms come, go and move with the members that have them;
`settle` brings both up to date.
"""

from sqlalchemy import Connection, text

_NAMES = "SELECT DISTINCT {row}.speaker_id, 0, folded, {sign} FROM aliases WHERE member_id = {row}.id"
_DESCRIPTIONS = (
    "SELECT DISTINCT {row}.speaker_id, 1, searchable_name(json_extract(value, '$[0]')), {sign} "
    "FROM json_each({row}.roles)"
)
_ONE_NAME = (
    "SELECT speaker_id, 0, {row}.folded, {sign} FROM speaker_members WHERE id = {row}.member_id "
    "AND NOT EXISTS (SELECT 1 FROM aliases AS other WHERE other.member_id = {row}.member_id "
    "AND other.folded = {row}.folded AND other.form <> {row}.form)"
)
"""A name of a member that has no other form of it."""


def _shifts(row: str, sign: int, *parts: str) -> str:
    return " ".join(f"INSERT INTO surface_shifts {part.format(row=row, sign=sign)};" for part in parts)


_TABLE = (
    "CREATE TEMP TABLE IF NOT EXISTS surface_shifts "
    "(speaker_id TEXT, description INTEGER, folded TEXT, members INTEGER)"
)
_NOTING = {
    "alias_came": f"AFTER INSERT ON aliases BEGIN {_shifts('NEW', 1, _ONE_NAME)}",
    "alias_went": f"AFTER DELETE ON aliases BEGIN {_shifts('OLD', -1, _ONE_NAME)}",
    "described_came": f"AFTER INSERT ON speaker_members BEGIN {_shifts('NEW', 1, _DESCRIPTIONS)}",
    "described_changed": "AFTER UPDATE OF roles ON speaker_members "
    "WHEN OLD.roles <> NEW.roles AND OLD.speaker_id = NEW.speaker_id "
    f"BEGIN {_shifts('OLD', -1, _DESCRIPTIONS)} {_shifts('NEW', 1, _DESCRIPTIONS)}",
    "named_moved": "AFTER UPDATE OF speaker_id ON speaker_members WHEN OLD.speaker_id <> NEW.speaker_id "
    f"BEGIN {_shifts('OLD', -1, _NAMES, _DESCRIPTIONS)} {_shifts('NEW', 1, _NAMES, _DESCRIPTIONS)}",
    "named_goes": f"BEFORE DELETE ON speaker_members BEGIN {_shifts('OLD', -1, _NAMES, _DESCRIPTIONS)}",
    "speaker_went": "AFTER DELETE ON speakers BEGIN DELETE FROM surface_shifts WHERE speaker_id = OLD.id;",
}
_INDEXING = {
    "form_came": "AFTER INSERT ON surface_forms BEGIN "
    "INSERT INTO surface_grams (rowid, folded) VALUES (NEW.number, NEW.folded);",
    "form_went": "AFTER DELETE ON surface_forms BEGIN "
    "INSERT INTO surface_grams (surface_grams, rowid, folded) VALUES ('delete', OLD.number, OLD.folded);",
}

_SETTLE = (
    "INSERT INTO surface_forms (speaker_id, description, folded, members) "
    "SELECT speaker_id, description, folded, sum(members) FROM surface_shifts WHERE folded <> '' "
    "GROUP BY speaker_id, description, folded HAVING sum(members) <> 0 "
    "ON CONFLICT (speaker_id, description, folded) DO UPDATE SET members = members + excluded.members",
    "DELETE FROM surface_forms WHERE members <= 0 AND number IN (SELECT number FROM surface_shifts "
    "CROSS JOIN surface_forms USING (speaker_id, description, folded))",
    "DELETE FROM surface_shifts",
)
_FILL = (
    "DELETE FROM surface_forms",
    "INSERT INTO surface_forms (speaker_id, description, folded, members) "
    "SELECT speaker_id, 0, folded, count(DISTINCT id) FROM speaker_members JOIN aliases ON member_id = id "
    "WHERE folded <> '' GROUP BY speaker_id, folded",
    "INSERT INTO surface_forms (speaker_id, description, folded, members) "
    "SELECT speaker_id, 1, words, count(DISTINCT member) "
    "FROM (SELECT speaker_id, speaker_members.id AS member, "
    "searchable_name(json_extract(value, '$[0]')) AS words FROM speaker_members, json_each(roles)) "
    "WHERE words <> '' GROUP BY speaker_id, words",
    "INSERT INTO surface_grams (surface_grams) VALUES ('rebuild')",
)

_GRAM = 3
"""Characters that the index knows together."""
_LOOKED_UP = 8
"""Characters of a name that are looked up, the rest is compared: each three of them are a list to be read
(beside 6,000 forms, a full name so takes a quarter of the time that all of it would)."""
_SCANNED = text(
    "SELECT DISTINCT speaker_id FROM surface_forms "
    "WHERE description = :description AND instr(folded || :end, :wanted) > 0"
)
_HAVING = text(
    "SELECT DISTINCT speaker_id FROM surface_forms "
    "WHERE number IN (SELECT rowid FROM surface_grams WHERE surface_grams MATCH :grams) "
    "AND description = :description AND instr(folded || :end, :wanted) > 0"
)


def watch(connection: Connection) -> None:
    """Note from now on which forms come, go and move by what this connection writes."""
    connection.exec_driver_sql(_TABLE)
    _make(connection, _NOTING | _INDEXING)


def settle(connection: Connection) -> None:
    """Let speakers be found by the forms that they have by now; of a connection that is watched."""
    for statement in _SETTLE:
        connection.exec_driver_sql(statement)


def having(connection: Connection, name: str, *, whole: bool = False, descriptions: bool = False) -> set[str]:
    """The speakers of whom a name (or a description) holds words that begin as those of `name`.

    `name` is as `searchable_name` gives it and not empty; its last word need not be a `whole` one.
    """
    query = _HAVING if len(name) >= _GRAM else _SCANNED
    end = " " if whole else ""
    asked = {"wanted": name + end, "end": end, "description": descriptions}
    return set(connection.scalars(query, asked | {"grams": f'"{name[:_LOOKED_UP]}"'}))


def rebuild(connection: Connection) -> None:
    """Make all anew from what members are called."""
    watched = _is_watched(connection)
    if watched:
        for name in _INDEXING:
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS temp.{name}")
    for statement in _FILL:
        connection.exec_driver_sql(statement)
    if watched:
        connection.exec_driver_sql("DELETE FROM surface_shifts")
        _make(connection, _INDEXING)


def _is_watched(connection: Connection) -> bool:
    known = text("SELECT 1 FROM temp.sqlite_master WHERE name = 'surface_shifts'")
    return connection.scalar(known) is not None


def _make(connection: Connection, triggers: dict[str, str]) -> None:
    for name, rest in triggers.items():
        connection.exec_driver_sql(f"CREATE TEMP TRIGGER IF NOT EXISTS {name} {rest} END")
