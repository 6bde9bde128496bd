"""What people ask of a library, each question in the query language and in SQL written by hand."""

# ruff: noqa: S608 (nothing is put into the SQL but other SQL of this file and numbers)

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from quotes.query.plan import Dates
from quotes.store.indexes.moments import LISTED, UNDATED, ranges
from tests.bench.sampling import Sample

PAGE = 20
"""Statements of a page, as `quotes search` shows them."""
INTERACTIVE_MS, SELECTIVE_MS = 10.0, 50.0
"""What a page and its count may take at a million statements, where the answer is to be there at once."""
_SHOWN = (
    "s.id, s.kind, s.speaker, s.mention, s.cue, s.said_on, s.confidence, s.checked, s.copy_of, "
    "substr(d.text, s.start + 1, s.end - s.start), "
    "substr(d.text, s.context_start + 1, s.context_end - s.context_start), "
    "d.id, d.title, d.publisher, d.published, d.url, p.id, p.name"
)
_BESIDE = (
    "JOIN documents d ON d.id = s.document_id LEFT JOIN speaker_members m ON m.id = s.member_id "
    "LEFT JOIN speakers p ON p.id = m.speaker_id"
)
_WORDS = "SELECT rowid AS moment FROM statement_words WHERE statement_words MATCH :match"
_SPAN = "rowid BETWEEN :low AND :high"
_CALLED = (
    "(SELECT f.speaker_id FROM surface_grams JOIN surface_forms f ON f.number = surface_grams.rowid "
    "WHERE surface_grams MATCH :grams AND NOT f.description AND instr(f.folded, :name))"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: what is typed for it, and `found`, the SQL that gives the moments of all that it asks for.

    `found` is asked for moments from :low to :high. :match is `match` with the `words` in place of {0}, {1}.
    The page begins `behind` so many; it is sorted by `order`. `undated` is counted besides.
    """

    typed: tuple[str, ...]
    found: str
    values: Mapping[str, Any] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    match: str = "{0}"
    behind: int = 0
    order: str | None = None
    undated: str | None = None

    def bound(self, forms: Callable[[str], Sequence[str]]) -> dict[str, Any]:
        """The values of :parameters; `forms` gives what a word stands for in the index."""
        low, high = LISTED
        either = [f"({' OR '.join(forms(word))})" for word in self.words]
        match = self.match.format(*either) if either else None
        return {"low": low, "high": high, "match": match, **self.values}

    def page(self) -> str:
        """The SQL for what is shown."""
        if self.order is not None:
            return (
                f"SELECT {_SHOWN} FROM ({self.found}) AS f JOIN statements s ON s.moment = f.moment "
                f"{_BESIDE} ORDER BY {self.order}, f.moment DESC LIMIT {PAGE}"
            )
        return (
            f"SELECT {_SHOWN} FROM ({self.found} ORDER BY moment DESC LIMIT {PAGE}) AS f "
            f"JOIN statements s ON s.moment = f.moment {_BESIDE} ORDER BY f.moment DESC"
        )

    def count(self) -> str:
        """The SQL for how many there are."""
        return f"SELECT count(*) FROM ({self.found})"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of question: how one is drawn, and the milliseconds it may take (None where nothing is set)."""

    name: str
    make: Callable[[Sample], Asked]
    bar: float | None = None


def _word(word: str, **further: Any) -> Asked:
    return Asked((word,), f"{_WORDS} AND {_SPAN}", words=(word,), **further)


def _speaker(sample: Sample) -> Asked:
    _, name = sample.speaker()
    found = (
        f"SELECT DISTINCT moment FROM said_by WHERE speaker_id IN {_CALLED} AND moment BETWEEN :low AND :high"
    )
    return Asked((f"speaker:{name}",), found, _called(name))


def _called(name: str) -> dict[str, str]:
    return {"grams": f'" {name.lower()}"', "name": f" {name.lower()}"}


def _word_speaker_date(sample: Sample) -> Asked:
    """With a plain rowid IN the index would be asked anew for each of the speaker's statements."""
    word, name, day = sample.said()
    first, last = sample.around(day, 3_000)
    who = f"SELECT moment FROM said_by WHERE speaker_id IN {_CALLED} AND moment BETWEEN"
    spans = " OR ".join(f"rowid BETWEEN {low} AND {high}" for low, high in ranges(Dates(first, last)))
    return Asked(
        (word, f"speaker:{name}", f"date:{first}..{last}"),
        f"{_WORDS} AND {_SPAN} AND ({spans}) AND +rowid IN ({who} :low AND :high)",
        {**_called(name), **_span(first, last)},
        words=(word,),
        undated=f"{_WORDS} AND rowid BETWEEN :first AND :last AND +rowid IN ({who} :first AND :last)",
    )


def _span(first: str, last: str) -> dict[str, int]:
    """The moments of all dates in a range, and of those that are not known."""
    spans = ranges(Dates(first, last))
    low, high = min(low for low, _ in spans), max(high for _, high in spans)
    return {"low": low, "high": high, "first": UNDATED[0], "last": UNDATED[1]}


def _dates(sample: Sample) -> Asked:
    """Dates known to the month or year in which a range begins stand apart."""
    first, last = sample.dates(500)
    parts = [
        f"SELECT moment FROM statements WHERE moment BETWEEN {low} AND {high}"
        for low, high in ranges(Dates(first, last))
    ]
    return Asked(
        (f"date:{first}..{last}",),
        " UNION ALL ".join(parts),
        _span(first, last),
        undated="SELECT moment FROM statements WHERE moment BETWEEN :first AND :last",
    )


def _publisher(sample: Sample) -> Asked:
    name, kind = sample.publisher(), sample.draw.choice(("direct", "partial", "indirect"))
    printed = "SELECT id FROM documents WHERE publisher = :publisher"
    found = (
        f"SELECT moment FROM statements WHERE document_id IN ({printed}) AND kind = :kind "
        f"AND moment BETWEEN :low AND :high UNION SELECT moment FROM statements WHERE id IN "
        f"(SELECT copy_of FROM statements WHERE copy_of IS NOT NULL AND document_id IN ({printed})) "
        "AND kind = :kind AND moment BETWEEN :low AND :high"
    )
    values = {"publisher": name, "kind": kind}
    return Asked((f"publisher:{name}", f"kind:{kind}"), f"SELECT moment FROM ({found})", values)


def _for(sample: Sample) -> Asked:
    party = sample.party()
    found = (
        "WITH own AS (SELECT member_id FROM affiliations WHERE key = :key AND NOT past), spoken AS ("
        "SELECT member_id AS id FROM own UNION SELECT id FROM speaker_members m WHERE speaker_id IN "
        "(SELECT speaker_id FROM speaker_members WHERE id IN (SELECT member_id FROM own)) "
        "AND NOT EXISTS (SELECT 1 FROM affiliations a WHERE a.member_id = m.id)) "
        "SELECT moment FROM statements WHERE member_id IN (SELECT id FROM spoken UNION "
        "SELECT group_id FROM joint_parts WHERE part_id IN (SELECT id FROM spoken)) "
        "AND moment BETWEEN :low AND :high"
    )
    return Asked((f"for:{party}",), found, {"key": f"country: {party.lower()}"})


def _two(sample: Sample, between: str, match: str) -> Asked:
    """Two words, with something typed before the second."""
    one, other = sample.common_word(), sample.common_word()
    typed = (one, f"-{other}") if between == "-" else (one, between, other)
    return Asked(typed, f"{_WORDS} AND {_SPAN}", words=(one, other), match=match)


def _by_saying(sample: Sample) -> Asked:
    word = sample.common_word()
    order = "s.said_on DESC NULLS LAST"
    return Asked((word, "sort:said-"), f"{_WORDS} AND {_SPAN}", words=(word,), order=order)


def _id(sample: Sample) -> Asked:
    identifier = sample.identifier()
    return Asked((f"id:{identifier}",), "SELECT moment FROM statements WHERE id = :id", {"id": identifier})


def _of_no_date(sample: Sample) -> Asked:
    first, last = UNDATED
    word = sample.common_word()
    return Asked((word, "date:none"), f"{_WORDS} AND {_SPAN}", {"low": first, "high": last}, words=(word,))


def _tagged(sample: Sample) -> Asked:
    found = (
        "SELECT moment FROM statements WHERE (id IN (SELECT target FROM tags WHERE tag = :tag) "
        "OR document_id IN (SELECT target FROM tags WHERE tag = :tag)) AND moment BETWEEN :low AND :high"
    )
    tag = sample.tag()
    return Asked((f"tag:{tag}",), found, {"tag": tag})


KINDS: Sequence[Kind] = (
    Kind("a speaker's newest", _speaker, INTERACTIVE_MS),
    Kind("a rare word", lambda sample: _word(sample.rare_word()), INTERACTIVE_MS),
    Kind("a common word", lambda sample: _word(sample.common_word()), INTERACTIVE_MS),
    Kind("a phrase of common words", lambda sample: _word(sample.phrase()), SELECTIVE_MS),
    Kind("word, speaker and dates", _word_speaker_date, SELECTIVE_MS),
    Kind("publisher and kind", _publisher),
    Kind("for a country", _for),
    Kind("dates", _dates),
    Kind("the beginning of words", lambda sample: _word(f"{sample.beginning()}*")),
    Kind("a word without another", lambda sample: _two(sample, "-", "{0} NOT {1}")),
    Kind("either of two words", lambda sample: _two(sample, "or", "{0} OR {1}")),
    Kind("a word, by when it was said", _by_saying),
    Kind("a word, after a thousand", lambda sample: _word(sample.common_word(), behind=1_000)),
    Kind("an id", _id),
    Kind("a word without a date", _of_no_date),
    Kind("a tag", _tagged),
)
