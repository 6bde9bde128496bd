"""Out of which index SQLite finds statements, and over which stretches of time.

What is walked over is the first of these that is asked for: words (the full-text index), a speaker
(`said_by`), anything else (the statements); the rest are conditions. Each of them is in the order of time, so
that the newest are found without sorting, and what asks for words, speakers and dates alone is counted
without reading a row.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, false, literal_column, or_, select, true
from sqlalchemy.sql import column, table

from quotes.query.plan import EVERYTHING, And, Dates, Expression, Not, Or, Term, terms
from quotes.store.identifiers import listed
from quotes.store.indexes import fulltext, moments
from quotes.store.indexes.moments import Range
from quotes.store.search import metadata, words
from quotes.store.search.columns import unindexed
from quotes.store.search.conditions import Scope, all_of, indexed
from quotes.store.search.showing import Shown
from quotes.store.search.statements import MEANING, MOMENT, by_moment, document
from quotes.store.tables import said_by, statements

WORDS = table(fulltext.STATEMENTS, column("rowid"))
"""The full-text index as what is walked over."""
FEW = frozenset({"publisher", "doc", "id", "tag", "note", "added", "published"})
"""Fields by which statements are looked up before their order counts: most values of these find few."""
TOGETHER = frozenset({"doc", "id", "added", "published"})
"""Those of them of which what is found stands together in time: it may begin anywhere."""

STRICT = frozenset({"said", "published"})
"""Fields of dates that are found only where they are known: of them `date:` tells nothing."""
ANY, NO = EVERYTHING, Not(EVERYTHING)


@dataclass(frozen=True, slots=True)
class Walk:
    """How to find the statements that fulfil a plan.

    `source` is walked over by its column `moment`; of it `within` holds, and of what is found `where`, which
    needs the rows of statements if `reads`. `listed` and `unlisted` are the moments to look at, the earliest
    first; `hidden` tells which unlisted statements are shown. `unsettled` tells of an undated one whether it
    would be found, or not, by its date; None where no date is asked for. It is `in_time` where no sorting is
    needed to have the newest first; what stands `together` in time is never looked for from its end.
    """

    source: FromClause
    moment: ColumnElement[int]
    within: tuple[ColumnElement[bool], ...]
    where: ColumnElement[bool]
    reads: bool
    listed: tuple[Range, ...]
    unlisted: tuple[Range, ...]
    hidden: ColumnElement[bool]
    unsettled: ColumnElement[bool] | None
    in_time: bool
    together: bool

    @property
    def ranks(self) -> bool:
        """Whether it is known how well the words that are looked for fit."""
        return self.source is WORDS

    @property
    def place(self) -> ColumnElement[int]:
        """The column to sort by time with."""
        return self.moment if self.in_time or self.source is not statements else unindexed(self.moment)

    def over(self, span: Range, *columns: Any, reads: bool = False, whole: bool = False) -> Select[Any]:
        """The query for `columns` of what its source has in a stretch of time.

        It `reads` the rows of statements too; for the `whole` of them it does so in the order they lie in.
        """
        query = select(*columns).select_from(self.source)
        reads = reads or self.reads
        if reads and self.source is not statements:
            # the + lets SQLite look up the row of a moment, never a moment of each row
            query = query.join(statements, statements.c.moment == literal_column(f"+{self.moment}"))
        first, last = moments.LISTED
        through = reads and whole and self.source is statements and span[0] <= first and last <= span[1]
        place = unindexed(self.moment) if through else self.place
        return query.where(*self.within, place.between(*span))


def walk(scope: Scope, expression: Expression, shown: Shown, *, in_time: bool = False) -> Walk:
    """How to find what fulfils `expression`; `in_time` where much does, and a few of it are wanted."""
    parts = expression.parts if isinstance(expression, And) else (expression,)
    together = any(isinstance(part, Term) and part.field in TOGETHER for part in parts)
    in_time = in_time and not together
    spans = _spans(parts)
    plain = () if shown.withheld else spans
    unlisted = () if shown.unlisted is None else tuple((-high, -low) for low, high in reversed(spans))
    settled = [part for part in parts if not _is_date(part)]  # the spans say it
    source, moment, within, others = _source(scope, settled, in_time=in_time)
    here = replace(scope, moment=moment, reach=_reach((*plain, *unlisted)), few=in_time)
    return Walk(
        source=source,
        moment=moment,
        within=within,
        where=and_(all_of(here, others, MEANING), *_narrowed(here, others)),
        reads=not all(by_moment(term) for part in others for term in terms(part)),
        listed=plain,
        unlisted=unlisted,
        hidden=true() if shown.unlisted is None else shown.unlisted,
        unsettled=_unsettled(here, expression, others, dated=len(settled) < len(parts)),
        in_time=in_time or _is_in_time(source, others),
        together=together,
    )


def documents_of(found: Walk) -> Select[str]:
    """The ids of the documents whose statements are found."""
    reach = _reach((*found.listed, *found.unlisted))
    query = found.over(reach, statements.c.document_id, reads=True, whole=True)
    return query.where(found.where, or_(found.moment > 0, found.hidden)).correlate(None)


Source = tuple[FromClause, ColumnElement[int], tuple[ColumnElement[bool], ...], list[Expression]]


def _source(scope: Scope, parts: Sequence[Expression], *, in_time: bool) -> Source:
    """What is walked over, its column of moments, what holds there, and the parts that this does not say."""
    match, others = indexed(scope, parts, MEANING)
    if match:
        return WORDS, WORDS.c.rowid, (words.matches(fulltext.STATEMENTS, match),), others
    for part in parts:
        ids = scope.speakers.get(part) if isinstance(part, Term) and part.value is not None else None
        if ids is not None and (len(ids) == 1 or not in_time):
            others = [other for other in parts if other is not part]
            return *_spoken(ids), others
    return statements, MOMENT, (), list(parts)


def _spoken(ids: Sequence[str]) -> tuple[FromClause, ColumnElement[int], tuple[ColumnElement[bool], ...]]:
    """What these speakers say: each statement once, whoever says it together."""
    if len(ids) == 1:
        return said_by, said_by.c.moment, (said_by.c.speaker_id == ids[0],)
    by = said_by.c.speaker_id.in_(listed(ids))
    spoken = select(said_by.c.moment).where(by).distinct().subquery("spoken")
    return spoken, spoken.c.moment, ()


def _is_in_time(source: FromClause, parts: Sequence[Expression]) -> bool:
    if source is statements:
        return not any(isinstance(part, Term) and part.field in FEW for part in parts)
    return source is WORDS or source is said_by


def _unsettled(
    scope: Scope, expression: Expression, parts: Sequence[Expression], *, dated: bool
) -> ColumnElement[bool] | None:
    """Whether it depends on the date of an undated statement if it is found; `dated` where all of it does."""
    if not any(term.field == "date" and term.value is not None for term in terms(expression)):
        return None
    _, last = moments.UNDATED
    there = replace(scope, reach=(-last, last))
    rest = all_of(there, parts, MEANING)
    unsettled = rest.is_not(false()) if dated else rest.is_(None)
    if not any(term.field in STRICT and term.value is not None for part in parts for term in terms(part)):
        return unsettled
    either = (all_of(there, [_if(part, dates) for part in parts], MEANING) for dates in (ANY, NO))
    return and_(unsettled, or_(*(found.is_(true()) for found in either)))


def _if(part: Expression, dates: Expression) -> Expression:
    """What is left of a part if this holds in place of what it asks of dates."""
    match part:
        case Term(field="date", value=Dates()):
            return dates
        case Not(inner):
            return Not(_if(inner, dates))
        case And(parts):
            return And(tuple(_if(each, dates) for each in parts))
        case Or(parts):
            return Or(tuple(_if(each, dates) for each in parts))
    return part


def _narrowed(scope: Scope, parts: Sequence[Expression]) -> Iterator[ColumnElement[bool]]:
    """What follows from the parts, by which their statements are looked up."""
    for part in parts:
        if isinstance(part, Term) and part.field == "published" and isinstance(part.value, Dates):
            yield metadata.published_in(document(scope), part)


def _is_date(part: Expression) -> bool:
    return isinstance(part, Term) and part.field == "date"


def _spans(parts: Sequence[Expression]) -> tuple[Range, ...]:
    """The moments that what is asked for of dates leaves, of listed statements."""
    found: tuple[Range, ...] = (moments.LISTED,)
    for part in parts:
        if not isinstance(part, Term) or part.field not in ("date", "said"):
            continue
        if isinstance(part.value, Dates):
            found = _shared(found, moments.ranges(part.value))
        elif part.field == "date":
            found = _shared(found, (moments.UNDATED,))
    return found


def _shared(first: Sequence[Range], second: Sequence[Range]) -> tuple[Range, ...]:
    both = ((max(a[0], b[0]), min(a[1], b[1])) for a in first for b in second)
    return tuple(sorted(span for span in both if span[0] <= span[1]))


def _reach(spans: Sequence[Range]) -> Range:
    """The first and the last of moments that are in one of `spans`."""
    return min((low for low, _ in spans), default=1), max((high for _, high in spans), default=0)
