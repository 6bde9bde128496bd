"""What the fields of the query language mean of a document's own data: conditions on where its id stands."""

from dataclasses import dataclass

from sqlalchemy import CTE, ColumnElement, and_, func, or_, select

from quotes.query.plan import Term, Words
from quotes.store.search.columns import holds, within
from quotes.store.tables import documents, notes, places, run_items, runs, statements, tags
from quotes.words.folding import folded

Id = ColumnElement[str]


def _each_publisher() -> CTE:
    """Each publisher once: from one name to the next in its index, however much each of them printed."""
    known = documents.c.publisher
    names = select(func.min(known).label("name")).cte("publishers", recursive=True)
    following = select(func.min(known)).where(known > names.c.name).correlate(names).scalar_subquery()
    return names.union_all(select(following).where(names.c.name.is_not(None)))


_PUBLISHERS = _each_publisher()


@dataclass(frozen=True, slots=True)
class Of:
    """The column in which the ids of documents stand.

    Where but `few` rows are looked at, the document of each is; else all documents are, once for a search.
    """

    id: Id
    few: bool = False

    def has(self, where: ColumnElement[bool]) -> ColumnElement[bool]:
        """Whether a condition on its row holds of the document."""
        if self.few:
            here = select(documents.c.id).where(documents.c.id == self.id, where)
            return here.correlate(statements).exists()
        return self.id.in_(select(documents.c.id).where(where).correlate(None))


def untitled(of: Of) -> ColumnElement[bool]:
    """Documents that have no title."""
    return of.has(documents.c.title.is_(None))


def lang(of: Of, term: Term) -> ColumnElement[bool]:
    """Documents in a language, of whatever country."""
    known = documents.c.lang
    if term.value is None:
        return of.has(known.is_(None))
    of_countries = and_(known > f"{term.value}-", known < f"{term.value}.")  # "." comes behind "-"
    return of.has(or_(known == term.value, of_countries))


def published(of: Of, term: Term) -> ColumnElement[bool]:
    """Documents published at a time; NULL where that is not known."""
    when = select(documents.c.published).where(documents.c.id == of.id).correlate(statements)
    return within(when.scalar_subquery(), term.value)


def published_in(of: Of, term: Term) -> ColumnElement[bool]:
    """The same for those who need not know where it is not known."""
    return of.has(within(documents.c.published, term.value))


def added(of: Of, term: Term) -> ColumnElement[bool]:
    """Documents that a run of adding put in at a time; of others it is not known."""
    put_in = select(run_items.c.document_id).join(runs, runs.c.id == run_items.c.run_id)
    of_runs = put_in.where(run_items.c.outcome == "added", run_items.c.document_id.is_not(None))
    if term.value is None:
        return of.id.not_in(of_runs)
    return of.id.in_(of_runs.where(within(runs.c.started, term.value)))


def doc(of: Of, term: Term) -> ColumnElement[bool]:
    """Documents of whose file's name, there or at another place, this is a part."""
    elsewhere = select(places.c.document_id).where(holds(places.c.name, term.value))
    return or_(of.has(holds(documents.c.name, term.value)), of.id.in_(elsewhere))


def published_by(of: Of, value: object) -> ColumnElement[bool]:
    """Documents that a publisher printed, at any of their places; None for those that nobody is known to."""
    known = documents.c.publisher
    if value is None:
        return of.has(known.is_(None))
    elsewhere = of.id.in_(select(places.c.document_id).where(holds(places.c.publisher, value)))
    if of.few:
        return or_(of.has(holds(known, value)), elsewhere)
    called = select(_PUBLISHERS.c.name).where(holds(_PUBLISHERS.c.name, value))
    return or_(of.has(known.in_(called)), elsewhere)


def sent_by(of: Of, value: object) -> ColumnElement[bool]:
    """Documents that come from an agency."""
    return of.has(holds(documents.c.agency, value))


def tagged(term: Term, *targets: Id) -> ColumnElement[bool]:
    """Whether one of `targets` has a tag (with "*" one that begins so), or none of them has any."""
    having = select(tags.c.target)
    if isinstance(term.value, Words):
        tag, wanted = func.folded(tags.c.tag), folded(term.value.text)
        begins = func.substr(tag, 1, len(wanted)) == wanted
        having = having.where(begins if term.value.prefix else tag == wanted)
    found = or_(*(target.in_(having) for target in targets))
    return ~found if term.value is None else found


def noted(term: Term, *targets: Id) -> ColumnElement[bool]:
    """Whether the note on one of `targets` holds words, or none of them has a note."""
    having = select(notes.c.target)
    if term.value is None:
        return ~or_(*(target.in_(having) for target in targets))
    return or_(*(target.in_(having.where(holds(notes.c.text, term.value))) for target in targets))
