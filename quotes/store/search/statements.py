"""What the fields of the query language mean of statements, beside their documents: a function a field."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, func, not_, or_, select
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.selectable import SelectBase

from quotes.query.fields import DOUBTFUL
from quotes.query.plan import WORDS, Cell, Ids, Term, Words
from quotes.store import authorities, speakers, sqlite
from quotes.store.models import DocumentRow, StatementRow
from quotes.store.search import metadata
from quotes.store.search.conditions import Meaning, Scope, between, holds, within

WHEN: ColumnElement[str] = func.coalesce(StatementRow.said_on, DocumentRow.published)
"""When it was said, else published."""

_COLUMNS = {WORDS: None, "text": "text"}
"""Where in the index of words a field looks; None for anywhere."""


def state(name: str) -> ColumnElement[bool]:
    """Whether a statement is what `is:` calls `name`."""
    unseen = StatementRow.checked.is_(None) & StatementRow.marked.is_(False)
    states: dict[str, ColumnElement[bool]] = {
        "reviewed": not_(unseen),
        "checked": not_(unseen),
        "accepted": _is(StatementRow.checked, "accepted"),
        "corrected": _is(StatementRow.checked, "corrected"),
        "doubtful": unseen & (func.coalesce(StatementRow.confidence, 1.0) < DOUBTFUL),
        "marked": StatementRow.marked.is_(True),
        "rejected": _is(StatementRow.withheld, "rejected"),
        "withdrawn": _is(StatementRow.withheld, "withdrawn", "unmarked"),
        "withheld": StatementRow.withheld.is_not(None),
    }
    return states[name]


def _is(column: InstrumentedAttribute[str | None], *values: str) -> ColumnElement[bool]:
    return and_(column.is_not(None), column.in_(values))


def _state(_: Scope, term: Term) -> ColumnElement[bool]:
    return state(str(term.value))


def _matching(terms: Sequence[Term]) -> ColumnElement[bool]:
    sought = [(term.value, _COLUMNS[term.field]) for term in terms if isinstance(term.value, Words)]
    return StatementRow.number.in_(sqlite.matching(sought))


def _speaker(scope: Scope, term: Term) -> ColumnElement[bool]:
    if term.value is None:
        return StatementRow.member_id.is_(None)
    return _by(speakers.spoken_by(scope.session, str(term.value)))


def _for(_: Scope, term: Term) -> ColumnElement[bool]:
    from quotes.store import affiliations  # with all that knows names of bodies: no other field needs it

    return _by(affiliations.speaking_for(str(term.value)))


def _authority(scope: Scope, term: Term) -> ColumnElement[bool]:
    """By people of the user's list; None for everybody else."""
    value = term.value
    if isinstance(value, Cell) and value.text:
        return _by(authorities.members_with(scope.session, value.column, value.text))
    listed = _by(authorities.members_on_list())
    return not_(listed) if value is None else listed


def _by(members: SelectBase) -> ColumnElement[bool]:
    return and_(StatementRow.member_id.is_not(None), StatementRow.member_id.in_(members))


def _publisher(scope: Scope, term: Term) -> ColumnElement[bool]:
    """In what a publisher printed, or of which a copy is counted that it printed."""
    if term.value is None:
        return DocumentRow.publisher.is_(None)
    printed = StatementRow.document_id.in_(metadata.printed_by(term.value))
    if scope.copies:
        return printed
    repeated = select(StatementRow.copy_of).where(StatementRow.copy_of.is_not(None), printed)
    return or_(printed, StatementRow.id.in_(repeated.correlate(None)))


def _via(_: Scope, term: Term) -> ColumnElement[bool]:
    if term.value is None:
        return StatementRow.via.is_(None)
    return or_(holds(StatementRow.via, term.value), holds(DocumentRow.agency, term.value))


def _kind(_: Scope, term: Term) -> ColumnElement[bool]:
    return StatementRow.kind == term.value


def _cue(_: Scope, term: Term) -> ColumnElement[bool]:
    return holds(StatementRow.cue, term.value)


def _role(_: Scope, term: Term) -> ColumnElement[bool]:
    return holds(StatementRow.role, term.value)


def _date(_: Scope, term: Term) -> ColumnElement[bool]:
    return within(WHEN, term.value)


def _said(_: Scope, term: Term) -> ColumnElement[bool]:
    return within(StatementRow.said_on, term.value)


def _confidence(_: Scope, term: Term) -> ColumnElement[bool]:
    return between(StatementRow.confidence, term.value)


def _tag(_: Scope, term: Term) -> ColumnElement[bool]:
    return metadata.tagged(term, StatementRow.id, StatementRow.document_id)


def _note(_: Scope, term: Term) -> ColumnElement[bool]:
    return metadata.noted(term, StatementRow.id, StatementRow.document_id)


def _id(_: Scope, term: Term) -> ColumnElement[bool]:
    """Statements by their ids, or all of documents or speakers with these."""
    ids = term.value.ids if isinstance(term.value, Ids) else ()
    columns: dict[str, InstrumentedAttribute[str]] = {"q": StatementRow.id, "d": StatementRow.document_id}
    letter = ids[0][0]
    return columns[letter].in_(ids) if letter in columns else _by(speakers.spoken_as(ids))


MEANING = Meaning(
    fields={
        "speaker": _speaker,
        "for": _for,
        "publisher": _publisher,
        "kind": _kind,
        "via": _via,
        "cue": _cue,
        "role": _role,
        "date": _date,
        "said": _said,
        "published": metadata.published,
        "added": metadata.added,
        "title": metadata.title,
        "doc": metadata.doc,
        "id": _id,
        "tag": _tag,
        "note": _note,
        "is": _state,
        "confidence": _confidence,
        "lang": metadata.lang,
        "authority": _authority,
    },
    indexed=frozenset(_COLUMNS),
    matching=_matching,
)
