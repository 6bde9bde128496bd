"""Whatever people decide and whichever model parses: taken back, it is as it was, and every id answers."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.document import Document, Published
from quotes.errors import UsageError
from quotes.overrides import Overrides
from quotes.people.decisions import Decision
from quotes.people.edits import SpeakerChoice, StatementEdit
from quotes.query.plan import Plan
from quotes.statement import Parse
from quotes.store import Library, open_library
from tests.store.making import harbour, parse, statement
from tests.store.seeing import everything

TIDE = (
    "\u201cThe tide is with us,\u201d Mara Venn said. Venn had waited. "
    "\u201cWe sail at noon,\u201d Tomas Orell said.\n"
    "The Foreign Ministry said the tide was not its affair."
)
STORY = (
    "Ferries for the outer isles were loading timber, salted fish and three crates of lamp oil for the "
    "keepers of the northern light, who had waited since the storm. \u201cNobody pays twice,\u201d Mara Venn "
    "told reporters on the quay, and the boats sailed an hour late with every berth taken.\n"
)


def models_of_harbour() -> list[Parse]:
    """What three models find in one text."""
    document = harbour().document
    other = parse(
        document,
        statement(document, "We don\u2019t pay", "Odile Marrant"),
        statement(document, "and the caf\u00e9s won\u2019t either.", "Mara Venn", mention="she"),
        statement(document, "Ostrava has a", "Mara Venn", kind="indirect"),
    )
    third = parse(
        document,
        statement(document, "don\u2019t pay twice,", "Mara Venn"),
        statement(document, "Harbour dues to rise", None, kind="indirect"),
        statement(document, "has a \u201cno-limits\u201d friendship", "Mara Venn", kind="indirect"),
    )
    return [harbour(), other, third]


def models_of_tide() -> list[Parse]:
    document = Document.of_text(TIDE, "tide.txt")
    affair = "the tide was not its affair"
    first = parse(
        document,
        statement(document, "The tide is with us,", "Mara Venn", mention="Mara Venn"),
        statement(document, "We sail at noon,", "Tomas Orell"),
        statement(document, affair, "Foreign Ministry", "organization", kind="indirect"),
    )
    second = parse(
        document,
        statement(document, "The tide is with us,", "Venn"),
        statement(document, "sail at noon,", "Mara Venn"),
    )
    return [first, second]


def models_of_copy(number: int) -> list[Parse]:
    document = Document.of_text(f"{STORY}{'Filed late. ' * number}", f"copy-{number}.txt")
    document = replace(document, published=Published(f"2024-03-0{number + 1}", "day"))
    return [parse(document, statement(document, "Nobody pays twice,", "Mara Venn")), parse(document)]


def of_others() -> Parse:
    """Other people about other things."""
    words = "The orchard is ours,"
    document = Document.of_text(f"\u201c{words}\u201d Ilse Brandt said in the vale.", "orchard.txt")
    return parse(document, statement(document, words, "Ilse Brandt"))


MODELS = [models_of_harbour(), models_of_tide(), models_of_copy(0), models_of_copy(1)]
Step = tuple[str, int, int, int]
KINDS = (
    *("speaker", "speaker id", "kind", "said", "span", "accept", "reject", "mark"),
    *("tag", "untag", "note", "document", "dated", "merge", "split", "rename", "alias", "reparse", "undo"),
)
NUMBER = st.integers(0, 1_000)
STEP = st.tuples(st.sampled_from(KINDS), NUMBER, NUMBER, NUMBER)
NAMES = ("Mara Venn", "Odile Marrant", "Venn", "Tomas Orell")


@dataclass
class Play:
    """A library in which steps are taken, with how each one is taken back."""

    library: Library
    documents: list[str]
    models: list[int] = field(default_factory=lambda: [0] * len(MODELS))
    back: list[Callable[[], object]] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.texts = {document: self.library.text(document) for document in self.documents}

    def take(self, step: Step) -> None:
        """Take one step, where it is possible."""
        kind, one, other, third = step
        if kind == "reparse":
            self.reparse(one % len(MODELS), other)
        elif kind == "undo":
            self.undo(one)
        else:
            self.decide(kind, one, other, third)
        self.look()

    def reparse(self, which: int, model: int) -> None:
        before = self.models[which]
        self.parse_by(which, model % len(MODELS[which]))
        self.back.append(lambda: self.parse_by(which, before))

    def parse_by(self, which: int, model: int) -> None:
        self.library.reparse(self.documents[which], MODELS[which][model])
        self.models[which] = model

    def undo(self, one: int) -> None:
        """Take back something in the middle; taken back itself, it is done again."""
        entries = [entry for entry in self.library.decisions() if entry.undone_by is None]
        if entries:
            undoing = self.library.desk("Ada").undo(entries[one % len(entries)].number)
            self.back.append(lambda: self.library.desk("Ada").undo(undoing.number))

    def decide(self, kind: str, one: int, other: int, third: int) -> None:
        try:
            decision = self.decided(kind, one, other, third)
        except UsageError:
            return
        if decision is not None:
            number = decision.number
            self.back.append(lambda: self.library.desk("Ada").undo(number))

    def decided(self, kind: str, one: int, other: int, third: int) -> Decision | None:
        desk, shown, speakers = self.library.desk("Ada"), self.shown(), self.speakers()
        target = shown[one % len(shown)] if shown else "q"
        name = SpeakerChoice(NAMES[other % len(NAMES)], "person")
        document = self.documents[one % len(MODELS)]
        length = len(self.library.text(document))
        start, end = sorted((other % length, third % length))
        chosen = speakers[other % len(speakers)] if speakers else "s"
        edits = {
            "speaker": StatementEdit(speaker=name),
            "speaker id": StatementEdit(speaker=SpeakerChoice(id=chosen)),
            "kind": StatementEdit(kind="partial" if other % 2 else "indirect"),
            "said": StatementEdit(said_on=f"202{other % 5}"),
            "span": StatementEdit(span=(start, end)),
            "accept": StatementEdit(verdict="accepted"),
            "reject": StatementEdit(verdict="rejected"),
        }
        if kind in edits:
            return desk.set_statements([target], edits[kind])
        labels: dict[str, tuple[list[str], list[str]]] = {"tag": (["ch2"], []), "untag": ([], ["ch2"])}
        if kind in labels:
            return desk.tag([target, document], *labels[kind])
        ways: dict[str, Callable[[], Decision | None]] = {
            "mark": lambda: desk.mark(document, (start, end), "direct", StatementEdit(speaker=name)),
            "note": lambda: desk.note([target], f"Note {other % 3}"),
            "document": lambda: desk.set_documents([document], Overrides(title=f"Title {other % 3}")),
            "dated": lambda: desk.set_documents([document], Overrides(published=f"202{other % 5}-01-02")),
            "merge": lambda: desk.merge([chosen, speakers[third % len(speakers)]]),
            "split": lambda: self.split(chosen, third),
            "rename": lambda: desk.rename(chosen, f"Name {third % 3}"),
            "alias": lambda: desk.alias(chosen, NAMES[third % len(NAMES)]),
        }
        return ways[kind]()

    def split(self, speaker: str, number: int) -> Decision | None:
        members = [view.id for view in self.library.identity(speaker)]
        return self.library.desk("Ada").split(speaker, [members[number % len(members)]])

    def shown(self) -> list[str]:
        found = self.library.search(Plan(copies=True)).statements
        return sorted(view.statement.id for view in found if view.document.id in self.texts)

    def speakers(self) -> list[str]:
        return sorted(speaker.id for speaker in self.library.speakers() if speaker.name != "Ilse Brandt")

    def look(self) -> None:
        """Every statement is its words at its place; what is shown is noted."""
        for view in self.library.search(Plan(copies=True)).statements:
            text = self.texts.get(view.document.id) or self.library.text(view.document.id)
            assert text[view.statement.start : view.statement.end] == view.statement.text != ""
            self.seen[view.statement.id] = view.document.id
            if view.speaker_id is not None:
                self.seen[view.speaker_id] = view.document.id

    def answer(self) -> None:
        """Every id that was ever shown still answers."""
        for identifier, document in self.seen.items():
            if identifier.startswith("s"):
                assert self.library.speakers(identifier)
            else:
                assert self.library.statement(identifier).document.id == document


@pytest.fixture(scope="session")
def added(fresh: Callable[[], Library], tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Play]:
    """Begins a play in a library of its own that has all documents."""
    with fresh() as library:
        documents = [library.add(found[0].document, found[0]).id for found in MODELS]
        file = str(library._url.database)

    def begun() -> Play:
        path = tmp_path_factory.mktemp("play") / "quotes.db"
        shutil.copy(file, path)
        return Play(open_library(str(path)), documents)

    return begun


@settings(max_examples=6)
@given(steps=st.lists(STEP, max_size=8))
def test_taken_back_one_after_the_other_all_is_as_it_was(
    added: Callable[[], Play], steps: list[Step]
) -> None:
    play = added()
    with play.library as library:
        states = [everything(library)]
        for step in steps:
            before = len(play.back)
            play.take(step)
            states += [everything(library)] * (len(play.back) - before)
        for take_back in reversed(play.back):
            assert everything(library) == states.pop()
            take_back()
        assert everything(library) == states.pop()
        play.answer()


@settings(max_examples=6)
@given(steps=st.lists(STEP.filter(lambda step: step[0] != "undo"), max_size=8), data=st.data())
def test_taken_back_in_any_order_all_is_as_it_was(
    added: Callable[[], Play], steps: list[Step], data: st.DataObject
) -> None:
    play = added()
    with play.library as library:
        first = everything(library)
        for step in steps:
            play.take(step)
        for take_back in data.draw(st.permutations(play.back)):
            take_back()
            play.look()
        for which in range(len(MODELS)):  # a decision may have kept a place that a model gave meanwhile
            play.parse_by(which, 0)
        assert everything(library) == first
        play.answer()


@settings(max_examples=4)
@given(steps=st.lists(STEP, max_size=6))
def test_other_documents_may_come_before_or_after(added: Callable[[], Play], steps: list[Step]) -> None:
    early, late, other = added(), added(), of_others()
    with early.library, late.library:
        early.library.add(other.document, other)
        for step in steps:
            early.take(step)
            late.take(step)
        late.library.add(other.document, other)
        assert everything(early.library) == everything(late.library)
