"""Kept texts parsed again by another model: what people decided survives, whole and in place."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from itertools import cycle, islice
from pathlib import Path

import pytest

from quotes.bulk.again import Again, Reparsing
from quotes.bulk.limits import Limits
from quotes.bulk.workers import Workers
from quotes.models.manifest import package_name
from quotes.paths import data, model_package
from quotes.people.edits import SpeakerChoice, StatementEdit
from quotes.query.plan import Plan
from quotes.sources import read
from quotes.store import Library, open_library
from tests.store.seeing import everything

Asked = dict[int, tuple[str, str]]
"""By the number of a decision: the statement it was on, and what was decided."""
DECISIONS = 200


Reparsed = Callable[[Library, list[str], Path], list[Again]]


@pytest.fixture(scope="module")
def reparsed() -> Iterator[Reparsed]:
    """Parses documents of a library again with these models, which are loaded once."""
    with ExitStack() as running:
        working: dict[Path, Workers] = {}

        def again(library: Library, documents: list[str], models: Path) -> list[Again]:
            if models not in working:
                working[models] = running.enter_context(Workers(1, Limits(), models))
            return list(Reparsing(library).all_of(documents, working[models], lambda _names: None))

        yield again


def parsed(file: Path, paths: Iterable[Path]) -> Path:
    """A library of these texts, as our model parses them."""
    from quotes.parsing import parse

    with open_library(str(file)) as library:
        for path in paths:
            document = read(path)[0]
            library.add(document, parse(document))
    return file


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the samples."""
    file = tmp_path_factory.mktemp("samples") / "quotes.db"
    return parsed(file, sorted((data() / "samples").glob("*.txt")))


@pytest.fixture
def library(samples: Path, tmp_path: Path) -> Library:
    shutil.copy(samples, tmp_path / "quotes.db")
    return open_library(str(tmp_path / "quotes.db"))


def decide(library: Library, wanted: int) -> Asked:
    """Decide so often, on every other statement, each time something else; what each decision asked."""
    desk = library.desk("Ada")
    asked: Asked = {}
    ids = sorted(library.ids(Plan()))[::2]
    for number, identifier in enumerate(cycle(ids)):
        if len(asked) == wanted:
            return asked
        way = ("speaker", "said", "tag", "note", "accept", "reject", "kind", "span")[number % 8]
        view = library.statement(identifier)
        if view.withheld is not None:
            continue
        start, end = view.statement.start, view.statement.end - 1
        edits: dict[str, StatementEdit] = {
            "speaker": StatementEdit(speaker=SpeakerChoice(f"Speaker Number{number}", "person")),
            "said": StatementEdit(said_on=f"20{10 + number % 10}"),
            "accept": StatementEdit(verdict="accepted"),
            "reject": StatementEdit(verdict="rejected"),
            "kind": StatementEdit(kind="partial"),
            "span": StatementEdit(span=(start, end)),
        }
        if way in edits:
            decision = desk.set_statements([identifier], edits[way])
        elif way == "tag":
            decision = desk.tag([identifier], [f"tag{number}"])
        else:
            decision = desk.note([identifier], f"note {number}")
        if decision is not None:
            asked[decision.number] = (identifier, way)
    return asked


def effects(library: Library, asked: Asked) -> dict[str, tuple[object, ...]]:
    """What people see of what was decided: of every statement that was decided on."""
    ways: dict[str, set[str]] = {}
    for identifier, way in asked.values():
        ways.setdefault(identifier, set()).add(way)
    found: dict[str, tuple[object, ...]] = {}
    for identifier, changed in ways.items():
        view = library.statement(identifier)
        said = view.statement
        seen = {
            "speaker": said.speaker,
            "said": said.said_on,
            "kind": said.kind,
            "span": (said.start, said.end, said.text),
        }
        kept = tuple(seen[field] for field in sorted(changed & seen.keys()))
        found[identifier] = (view.checked, view.withheld == "rejected", view.tags, view.note, kept)
    return found


def test_200_decisions_survive_another_model(library: Library, other_model: Path, reparsed: Reparsed) -> None:
    asked = decide(library, DECISIONS)
    ids = {identifier for identifier, _ in asked.values()}
    every = {view.statement.id for view in library.search(Plan(copies=True)).statements} | ids
    speakers = [speaker.id for speaker in library.speakers()]
    documents = [document.id for document in library.documents(copies=True)]
    before, shown = effects(library, asked), library.ids(Plan())
    done = reparsed(library, documents, other_model)
    assert [one.error for one in done] == [None] * len(documents)
    changes = [one.renewed for one in done if one.renewed is not None]
    assert sum(one.changed for one in changes) > 20  # it is another model
    told = {each.id for one in changes for each in one.unplaced}
    assert told <= ids  # what it does not find is reported, and stays
    assert sum(one.kept for one in changes) == len(ids)
    assert effects(library, asked) == before
    assert {document.parsed_by for document in library.documents()} == {package_name(other_model)}
    assert {library.statement(identifier).statement.id for identifier in every} == every
    assert all(library.speakers(speaker) for speaker in speakers)
    rejected = [library.statement(one).statement for one, way in asked.values() if way == "reject"]
    for view in library.search(Plan(copies=True)).statements:
        text = library.text(view.document.id)
        assert text[view.statement.start : view.statement.end] == view.statement.text
    assert rejected
    assert not {one.id for one in rejected} & set(library.ids(Plan()))
    reparsed(library, documents, model_package())
    assert effects(library, asked) == before
    assert library.ids(Plan()) == shown


def test_decisions_on_scraped_news_survive_another_model(
    shared: Path, tmp_path: Path, other_model: Path, reparsed: Reparsed
) -> None:
    texts = sorted((shared / "gold" / "train").glob("*.txt"))[:4]
    with open_library(str(parsed(tmp_path / "quotes.db", texts))) as library:
        asked = decide(library, 60)
        before = effects(library, asked)
        documents = [document.id for document in library.documents(copies=True)]
        done = reparsed(library, documents, other_model)
        assert sum(one.renewed.changed for one in done if one.renewed is not None) > 5
        assert effects(library, asked) == before


def test_what_another_model_does_is_undone_by_the_first(
    library: Library, other_model: Path, reparsed: Reparsed
) -> None:
    documents = [document.id for document in library.documents(copies=True)][:4]
    before = everything(library)
    reparsed(library, documents, other_model)
    assert everything(library)["statements"] != before["statements"]
    reparsed(library, documents, model_package())
    assert everything(library) == before


def test_every_document_is_a_transaction_of_its_own(
    library: Library, other_model: Path, reparsed: Reparsed
) -> None:
    """What is broken off goes on where it was: only what the other model did not parse is left."""
    documents = [document.id for document in library.documents(copies=True)]
    name = package_name(other_model)
    with Workers(1, Limits(), other_model) as workers:
        going = Reparsing(library).all_of(documents, workers, lambda _names: None)
        assert len(list(islice(going, 3))) == 3
    left = library.not_parsed_by(name, documents)
    assert left == documents[3:]
    reparsed(library, left[:1], other_model)
    assert library.not_parsed_by(name, documents) == documents[4:]
