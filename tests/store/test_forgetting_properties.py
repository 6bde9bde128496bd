"""A library from which something was purged is the library into which it never came."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes.document import Document, Evidenced, Fetch
from quotes.people.edits import StatementEdit
from quotes.query.plan import Plan
from quotes.statement import Parse, SpeakerType
from quotes.store import Library
from tests.store.leftovers import kept_beside
from tests.store.making import harbour, parse, saying, statement
from tests.store.seeing import everything
from tests.store.test_copies import CUT, EDITED, WIRE, printed, said

PAGE = Fetch("https://isle.example/ferries", "https://isle.example/ferries")
SHORT = (
    "\u201cWe will not sign a paper that nobody has read,\u201d Mara Venn, the harbour minister of "
    "Ostrava, said. Tomas Reyk of the Harbour Union was silent for once."
)


def fetched(text: str, name: str, moment: str) -> Parse:
    """A version of a page on the web."""
    document = replace(
        printed(text, name), fetched=PAGE, place=PAGE.url, retrieved=Evidenced(moment, "clock")
    )
    return said(document)


def together() -> Parse:
    """A document in which two speak as one."""
    document = Document.of_text("\u201cThe tide is with us,\u201d Mara Venn and Otto Venn said.", "both.txt")
    words = "The tide is with us,"
    joint = statement(document, words, "Mara Venn and Otto Venn", "group", joint=("Mara Venn", "Otto Venn"))
    return parse(document, joint)


NAMES: tuple[tuple[str, SpeakerType], ...] = (
    ("Mara Venn", "person"),
    ("Venn", "person"),
    ("Otto Venn", "person"),
    ("M. Venn", "person"),
    ("M\u00e1ra Venn", "person"),
    ("Harbour Union", "organization"),
    ("the Harbour Union", "organization"),
    ("Ostrava", "country"),
)
POOL: tuple[Parse, ...] = (
    harbour(),
    said(printed(WIRE, "wire.txt", "2024-03-05")),
    said(printed(EDITED, "post.txt", "2024-03-04")),
    said(printed(CUT, "cut.txt")),
    said(printed(WIRE, "again.txt", "2024-03-02")),
    fetched(SHORT, "one.html", "2024-03-05T10:00:00+00:00"),
    fetched(SHORT.replace("silent", "not silent"), "two.html", "2024-03-06T10:00:00+00:00"),
    fetched(SHORT.replace("silent", "loud"), "three.html", "2024-03-07T10:00:00+00:00"),
    together(),
    *(saying(name, kind, name=f"{number}.txt") for number, (name, kind) in enumerate(NAMES)),
)
ORDERS = st.lists(st.integers(0, len(POOL) - 1), min_size=2, max_size=9, unique=True)
SEVERAL = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12)


def fill(library: Library, order: list[int]) -> dict[int, str]:
    """The ids of documents by their number in the pool; the same text from two places is one document."""
    return {number: library.add(POOL[number].document, POOL[number]).id for number in order}


def state(library: Library) -> dict[str, Any]:
    """All that is to be the same."""
    seen = everything(library)
    seen |= {f"rows of {name}": rows for name, rows in kept_beside(library.path).items()}
    return seen | {f"found by {word}": _found(library, word) for word in WORDS}


WORDS = ("tide", "sign", "isles", "dawn", "loud", "silent", "friendship")


def _found(library: Library, word: str) -> list[str]:
    return [stored.statement.id for stored in library.search(Plan.of(words=(word,))).statements]


@SEVERAL
@given(order=ORDERS, data=st.data())
def test_what_was_purged_was_never_there(
    fresh: Callable[[], Library], order: list[int], data: st.DataObject
) -> None:
    with fresh() as library, fresh() as other:
        added = fill(library, order)
        away = set(data.draw(st.lists(st.sampled_from(sorted(set(added.values()))), min_size=1, unique=True)))
        library.purge("Ada", sorted(away))
        library.finish_purge()
        fill(other, [number for number in order if added[number] not in away])
        left, wanted = state(library), state(other)
        assert {name: value for name, value in left.items() if value != wanted[name]} == {}, wanted


@SEVERAL
@given(order=ORDERS, data=st.data())
def test_what_was_removed_and_added_again_was_never_away(
    fresh: Callable[[], Library], order: list[int], data: st.DataObject
) -> None:
    with fresh() as library:
        added = fill(library, order)
        merged = _decide(library, data)
        before = everything(library)
        away = data.draw(st.sampled_from(sorted(set(added.values()))))
        library.remove("Ada", [away])
        for identifier in (*before["statements"], *before["speakers"]):
            assert library.withdrawn(identifier) or library.whole_id(identifier)
        fill(library, [number for number in order if added[number] == away])
        after = everything(library)
        assert len({library.speakers(each)[0].id for each in merged}) == bool(merged)
    assert after["statements"].keys() == before["statements"].keys()
    if not merged:  # of those who are alike, others may be with them now: another name stood for the merge
        assert after["speakers"] == before["speakers"]


def _decide(library: Library, data: st.DataObject) -> list[str]:
    """Some decisions of a person; the speakers that were made one."""
    desk = library.desk("Ada")
    speakers = [speaker.id for speaker in library.speakers()]
    found = [stored.statement.id for stored in library.search(Plan()).statements]
    merged: list[str] = []
    if data.draw(st.booleans()) and len(speakers) > 1:
        pairs = st.lists(st.sampled_from(speakers), min_size=2, max_size=2, unique=True)
        merged = data.draw(pairs)
        desk.merge(merged)
    if data.draw(st.booleans()):
        desk.rename(library.speakers()[0].id, "Dame Mara")
    if data.draw(st.booleans()) and found:
        desk.set_statements([data.draw(st.sampled_from(found))], StatementEdit(verdict="accepted"))
    return merged
