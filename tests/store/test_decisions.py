"""What a person decides is shown, can be taken back, and is never half done."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text

from quotes.document import Document, Published
from quotes.errors import UsageError
from quotes.overrides import Overrides
from quotes.people.edits import SpeakerChoice, StatementEdit
from quotes.query.plan import Plan
from quotes.store import Library
from tests.store.failing import engine_of, listening, through_failures
from tests.store.making import HARBOUR, harbour, parse, saying, statement
from tests.store.seeing import everything

DENIAL, PAY = "denied it", "We don\u2019t pay twice,"
STORY = (
    "Harbour dues to rise, minister says\n"
    "PORT ELLEN - \u201cNobody pays twice,\u201d Mara Venn told reporters on the quay on Tuesday, where the "
    "ferries for the outer isles were loading timber, salted fish and three crates of lamp oil for the "
    "keepers of the northern light, who had waited since the storm of the week before.\n"
    "The union had no comment, and the boats sailed an hour late with every berth taken.\n"
)


def ids_of(library: Library) -> dict[str, str]:
    """The ids of the statements that are shown, by their words."""
    found = library.search(Plan(copies=True)).statements
    return {view.statement.text: view.statement.id for view in found}


def filled(library: Library) -> dict[str, str]:
    library.add(harbour().document, harbour())
    return ids_of(library)


def named(name: str) -> StatementEdit:
    return StatementEdit(speaker=SpeakerChoice(name, "person"))


@pytest.fixture
def known(library: Library) -> dict[str, str]:
    """The ids of the statements of one document, by their words."""
    return filled(library)


@pytest.mark.parametrize(
    ("edit", "shown"),
    [
        (named("Tomas O\u2019Dell"), {"speaker": "Tomas O\u2019Dell", "speaker_type": "person"}),
        (StatementEdit(speaker=SpeakerChoice("Harbour Union", "organization")), {"speaker": "Harbour Union"}),
        (StatementEdit(speaker=SpeakerChoice()), {"speaker": None, "speaker_type": None}),
        (StatementEdit(kind="partial"), {"kind": "partial"}),
        (StatementEdit(said_on="2024-03"), {"said_on": "2024-03", "said_evidence": "set by Ada"}),
        (StatementEdit(said_on="none"), {"said_on": None}),
    ],
)
def test_what_is_corrected_is_shown_and_undone(
    library: Library, known: dict[str, str], edit: StatementEdit, shown: dict[str, Any]
) -> None:
    before = everything(library)
    decision = library.desk("Ada").set_statements([known[PAY]], edit)
    assert decision is not None
    view = library.statement(known[PAY])
    assert {name: getattr(view.statement, name) for name in shown} == shown
    assert view.checked == "corrected"
    assert (view.speaker is None) == (view.statement.speaker is None)
    assert library.decisions(known[PAY])[0] == decision
    assert library.desk("Ada").set_statements([known[PAY]], edit) is None  # it is so already
    library.desk("Ada").undo()
    assert everything(library) == before


def test_a_name_that_nobody_knows_is_unknown_with_the_reason(library: Library, known: dict[str, str]) -> None:
    library.desk("Ada").set_statements([known[PAY]], StatementEdit(speaker=SpeakerChoice()))
    assert library.statement(known[PAY]).statement.unknown == "Ada found that the text does not tell"


@pytest.mark.parametrize(
    ("words", "found", "lost"),
    [
        ("We don\u2019t pay", "pay", "caf\u00e9s"),
        ("We don\u2019t pay twice,\u201d she said, \u201cand the caf\u00e9s", "caf\u00e9s", "nobody"),
    ],
)
def test_a_span_that_is_set_is_what_is_shown_and_found(
    library: Library, known: dict[str, str], words: str, found: str, lost: str
) -> None:
    before = everything(library)
    start = HARBOUR.index(words)
    library.desk("Ada").set_statements([known[PAY]], StatementEdit(span=(start, start + len(words))))
    view = library.statement(known[PAY])
    assert view.statement.text == words == HARBOUR[view.statement.start : view.statement.end]
    assert view.statement.source_span == (start, start + len(words))
    assert words in view.context
    assert known[PAY] in library.ids(Plan.of(words=[found]))
    assert known[PAY] not in library.ids(Plan.of(words=[lost, "twice", "nobody"]))
    library.desk("Ada").undo()
    assert everything(library) == before


@pytest.mark.parametrize("span", [(5, 5), (9, 2), (0, 100_000), (-3, 4)])
def test_a_span_without_words_is_refused(
    library: Library, known: dict[str, str], span: tuple[int, int]
) -> None:
    before = everything(library)
    with pytest.raises(UsageError, match="no words at"):
        library.desk("Ada").set_statements([known[PAY]], StatementEdit(span=span))
    with pytest.raises(UsageError, match="no words at"):
        library.desk("Ada").mark(library.documents()[0].id, span, "direct")
    assert everything(library) == before
    assert library.decisions() == []


def test_a_span_is_that_of_one_statement(library: Library, known: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="one statement"):
        library.desk("Ada").set_statements([known[PAY], known[DENIAL]], StatementEdit(span=(0, 7)))
    assert library.decisions() == []


def test_what_is_rejected_is_shown_by_its_id_alone(library: Library, known: dict[str, str]) -> None:
    before = everything(library)
    decision = library.desk("Ada").set_statements([known[DENIAL]], StatementEdit(verdict="rejected"))
    assert decision is not None
    assert decision.action == "reject"
    assert DENIAL not in ids_of(library)
    assert "Foreign Ministry" not in [speaker.name for speaker in library.speakers()]
    view = library.statement(known[DENIAL])
    assert (view.withheld, view.statement.text) == ("rejected", DENIAL)
    assert "rejected by Ada" in str(view.withheld_reason)
    library.desk("Bo").undo(decision.number)
    assert everything(library) == before


def test_who_gave_another_reason_rejected_it_too(library: Library, known: dict[str, str]) -> None:
    desk, rejected = library.desk("Ada"), StatementEdit(verdict="rejected", reason="a headline")
    desk.set_statements([known[PAY]], rejected)
    other = library.desk("Bo").set_statements([known[PAY]], replace(rejected, reason="a caption"))
    assert other is not None
    assert [(c.field, c.before, c.after) for c in other.changes] == [
        ("verdict", "rejected", "rejected"),
        ("reason", "a headline", "a caption"),
    ]
    desk.undo(1)
    view = library.statement(known[PAY])
    assert view.withheld == "rejected"
    assert str(view.withheld_reason).endswith("a caption")
    desk.undo(other.number)
    assert library.statement(known[PAY]).withheld is None


def test_accepting_changes_nothing_but_that_it_was_checked(library: Library, known: dict[str, str]) -> None:
    library.desk("Ada").set_statements([known[PAY]], StatementEdit(verdict="accepted"))
    assert library.statement(known[PAY]).checked == "accepted"
    assert library.desk("Ada").set_statements([known[PAY]], StatementEdit(verdict="accepted")) is None
    library.desk("Ada").set_statements([known[PAY]], named("Odile Marrant"))
    assert library.statement(known[PAY]).checked == "corrected"
    assert library.desk("Ada").set_statements([known[PAY]], StatementEdit(verdict="accepted")) is None


def test_one_decision_on_many_statements_is_one_entry(library: Library, known: dict[str, str]) -> None:
    before = everything(library)
    ids = list(known.values())
    decision = library.desk("Ada").set_statements(ids, named("Odile Marrant"))
    assert decision is not None
    assert {change.target for change in decision.changes} == set(ids)
    assert {view.speaker for view in library.search(Plan()).statements} == {"Odile Marrant"}
    assert [speaker.name for speaker in library.speakers()] == ["Odile Marrant"]
    library.desk("Ada").undo()
    assert everything(library) == before


def test_a_speaker_may_be_named_by_an_id_and_is_that_speaker(library: Library, known: dict[str, str]) -> None:
    other = saying("Odile Marrant", name="tide.txt")
    library.add(other.document, other)
    speaker = next(s for s in library.speakers() if s.name == "Odile Marrant")
    library.desk("Ada").set_statements([known[PAY]], StatementEdit(speaker=SpeakerChoice(id=speaker.id)))
    assert library.statement(known[PAY]).speaker_id == library.speakers("Odile")[0].id
    assert library.speakers("Odile")[0].quotes == 2


def test_a_name_can_be_said_to_be_the_other_speaker_of_that_name(library: Library) -> None:
    """The name stays, and who is meant by it changes: that is a decision."""
    one, other = (saying("Venn", name=name) for name in ("one.txt", "other.txt"))
    for each in (one, other):
        library.add(each.document, each)
    first, second = (library.statements(d.id)[0] for d in library.documents())
    assert first.speaker_id != second.speaker_id
    before = everything(library)
    edit = StatementEdit(speaker=SpeakerChoice(id=second.speaker_id))
    decision = library.desk("Ada").set_statements([first.statement.id], edit)
    assert decision is not None
    assert (
        library.statement(first.statement.id).speaker_id == library.statement(second.statement.id).speaker_id
    )
    assert library.desk("Ada").set_statements([first.statement.id], edit) is None
    library.desk("Ada").undo()
    assert everything(library) == before


def test_the_last_decision_on_a_field_counts_whatever_is_undone_before_it(
    library: Library, known: dict[str, str]
) -> None:
    desk = library.desk("Ada")
    before = everything(library)
    first = desk.set_statements([known[PAY]], named("Odile Marrant"))
    second = desk.set_statements([known[PAY]], named("Tomas O\u2019Dell"))
    assert first is not None
    assert second is not None
    desk.undo(first.number)
    assert library.statement(known[PAY]).speaker == "Tomas O\u2019Dell"
    undoing = desk.undo(second.number)
    assert everything(library) == before
    desk.undo(undoing.number)  # done again
    assert library.statement(known[PAY]).speaker == "Tomas O\u2019Dell"
    with pytest.raises(UsageError, match="taken back already"):
        desk.undo(first.number)
    desk.undo()
    assert everything(library) == before
    with pytest.raises(UsageError, match="nothing to undo"):
        desk.undo()
    with pytest.raises(UsageError, match="no decision 99"):
        desk.undo(99)


def test_a_mark_is_a_statement_like_any_other(library: Library, known: dict[str, str]) -> None:
    document = library.documents()[0].id
    before = everything(library)
    words = "Harbour dues to rise"
    decision = library.desk("Ada").mark(document, (0, len(words)), "indirect", named("Mara Venn"))
    identifier = decision.changes[0].target
    view = library.statement(identifier)
    assert (view.marked, view.checked, view.speaker) == (True, "marked", "Mara Venn")
    assert view.statement.text == words
    assert library.ids(Plan.of(words=["dues", "rise"])) == [identifier]
    assert library.documents()[0].claims == 3
    with pytest.raises(UsageError, match=f"a statement already: {identifier}"):
        library.desk("Ada").mark(document, (0, len(words)), "indirect")
    library.desk("Ada").set_statements([identifier], named("Odile Marrant"))
    assert library.statement(identifier).checked == "corrected"
    library.desk("Ada").undo()
    undoing = library.desk("Ada").undo()
    assert everything(library) == before
    assert library.statement(identifier).withheld == "unmarked"
    library.desk("Ada").undo(undoing.number)
    assert library.statement(identifier) == view


def test_what_was_rejected_can_be_marked_again(library: Library, known: dict[str, str]) -> None:
    document = library.documents()[0].id
    library.desk("Ada").set_statements([known[DENIAL]], StatementEdit(verdict="rejected"))
    rejected = everything(library)
    start = HARBOUR.index(DENIAL)
    marked = library.desk("Ada").mark(document, (start, start + len(DENIAL)), "indirect")
    assert {change.field: change.before for change in marked.changes} == {
        "mark": None,
        "span": [start, start + len(DENIAL)],
        "verdict": "rejected",
    }
    view = library.statement(known[DENIAL])
    assert (view.withheld, view.speaker) == (None, "Foreign Ministry")
    library.desk("Ada").undo()
    assert everything(library) == rejected


def test_tags_and_notes_of_statements_and_documents(library: Library, known: dict[str, str]) -> None:
    before = everything(library)
    document = library.documents()[0].id
    desk = library.desk("Ada")
    desk.tag([known[PAY], document], ["ch2", "draft"])
    desk.note([known[PAY]], "Ask her again.")
    assert library.statement(known[PAY]).tags == ("ch2", "draft")
    assert library.document(document).tags == ("ch2", "draft")
    assert desk.tag([known[PAY]], ["ch2"], ["no-such"]) is None
    assert desk.note([known[PAY]], "Ask her again.") is None
    desk.tag([known[PAY]], [], ["draft"])
    assert library.statement(known[PAY]).tags == ("ch2",)
    desk.note([known[PAY]], None)
    assert library.statement(known[PAY]).note is None
    for _ in range(4):
        desk.undo()
    assert everything(library) == before


def test_documents_are_what_people_say_and_again_what_was_read(
    library: Library, known: dict[str, str]
) -> None:
    before = everything(library)
    document = library.documents()[0].id
    told = Overrides(
        title="Dues", author="I. Sand", publisher="Port Post", url="https://port.example/1", agency="PNS"
    )
    desk = library.desk("Ada")
    desk.set_documents([document], told)
    desk.set_documents([document], Overrides(published="2024-03-05"))
    assert desk.set_documents([document], told) is None
    stored = library.document(document)
    assert (stored.title, stored.publisher, stored.agency) == ("Dues", "Port Post", "PNS")
    assert (stored.published, stored.published_evidence) == ("2024-03-05", "set by Ada")
    assert library.documents(Plan.of(words=["Dues"]))[0].id == document
    desk.undo(1)
    assert library.document(document).title is None
    assert library.document(document).published == "2024-03-05"
    desk.undo()
    assert everything(library) == before


def test_a_new_date_moves_the_said_dates_but_not_what_a_person_said(
    library: Library, known: dict[str, str]
) -> None:
    before = everything(library)
    found = harbour()
    desk = library.desk("Ada")
    desk.set_statements([known[PAY]], StatementEdit(said_on="2020"))
    dated = replace(
        found,
        quotes=tuple(replace(q, said_on="2023-03-07", said_evidence="on Tuesday") for q in found.quotes),
    )
    document = library.documents()[0].id
    desk.set_documents([document], Overrides(published="2023-03-09"), [(document, dated)])
    said = {view.statement.text: view.statement.said_on for view in library.statements(document)}
    assert said[PAY] == "2020"
    assert said["and the caf\u00e9s won\u2019t either."] == "2023-03-07"
    assert library.statement(known["no-limits"]).checked is None  # nobody looked at the statement itself
    desk.undo(1)
    assert library.statement(known[PAY]).statement.said_on == "2023-03-07"
    desk.undo(2)
    assert everything(library) == before


def test_of_two_dates_that_tell_the_same_day_either_may_be_undone(
    library: Library, known: dict[str, str]
) -> None:
    before, found, desk = everything(library), harbour(), library.desk("Ada")
    document = library.documents()[0].id
    dated = replace(
        found,
        quotes=tuple(replace(q, said_on="2023-03-07", said_evidence="on Tuesday") for q in found.quotes),
    )
    desk.set_documents([document], Overrides(published="2023-03-08"), [(document, dated)])
    desk.set_documents([document], Overrides(published="2023-03-09"), [(document, dated)])
    assert library.desk("Bo").set_documents([document], Overrides(published="2023-03-09")) is None
    desk.undo(1)
    assert library.document(document).published == "2023-03-09"
    assert library.statement(known[PAY]).statement.said_on == "2023-03-07"
    library.reparse(document, found, dated)  # the date is that decision's already
    assert len([change for change in library.decision(2).changes if change.field == "dated"]) == 3
    desk.undo(2)
    assert everything(library) == before


@pytest.mark.parametrize(
    "edit", [StatementEdit(verdict="accepted"), StatementEdit(verdict="rejected"), named("Odile Marrant")]
)
def test_what_a_decision_costs_is_by_the_document(library: Library, edit: StatementEdit) -> None:
    def asked(number: int) -> int:
        """How often the database is asked for a decision on so many statements of one document."""
        lines = [f"\u201cThe {number}th tide, {n}, is ours,\u201d Mara Venn said." for n in range(number)]
        document = Document.of_text("\n".join(lines), f"tide-{number}.txt")
        words = [line[1 : line.index("\u201d")] for line in lines]
        made = parse(document, *(statement(document, each, "Mara Venn") for each in words))
        library.add(document, made)
        sent: list[str] = []
        with listening(library, sent):
            decision = library.desk("Ada").set_statements([quote.id for quote in made.quotes], edit)
        assert decision is not None
        assert len(decision.changes) == number
        return len(sent)

    assert asked(60) <= asked(5) + 5


def copies(library: Library, dates: tuple[str | None, ...]) -> list[str]:
    """Copies of a story with these dates; the ids of their statements, in order."""
    found = []
    for number, day in enumerate(dates):
        document = Document.of_text(f"{STORY}{'Filed late. ' * number}", f"copy-{number}.txt")
        document = replace(document, published=Published(day, "day" if day else None))
        made = parse(document, statement(document, "Nobody pays twice,", "Mara Venn"))
        library.add(document, made)
        found.append(made.quotes[0].id)
    return found


def test_what_is_decided_on_a_copy_is_decided_on_all(library: Library) -> None:
    first, second, third = copies(library, ("2024-03-05", "2024-03-06", "2024-03-07"))
    before = everything(library)
    assert library.statement(third).copy_of == first
    decision = library.desk("Ada").set_statements([third], named("Odile Marrant"))
    assert decision is not None
    assert [change.target for change in decision.changes] == [first]
    assert library.ids(Plan()) == [first]  # no copy comes to stand by itself
    assert library.statement(first).speaker == "Odile Marrant"
    assert {library.statement(each).copy_of for each in (second, third)} == {first}
    library.desk("Ada").undo()
    library.desk("Ada").set_statements([second], StatementEdit(verdict="rejected"))
    assert library.ids(Plan()) == []  # the copies of what was rejected are gone with it
    library.desk("Ada").undo()
    library.desk("Ada").tag([third], ["ch2"])
    assert library.statement(first).tags == ("ch2",)
    library.desk("Ada").undo()
    assert everything(library) == before


@pytest.mark.parametrize("decided", ["speaker", "rejected", "tag", "span"])
def test_what_a_person_touched_stands_for_its_copies_whatever_the_dates_say(
    library: Library, decided: str
) -> None:
    first, second = copies(library, ("2024-03-05", "2024-03-06"))
    before = everything(library)
    desk = library.desk("Ada")
    if decided == "tag":
        desk.tag([first], ["ch2"])
    else:
        start = STORY.index("Nobody pays")
        edit = {
            "speaker": named("Odile Marrant"),
            "rejected": StatementEdit(verdict="rejected"),
            "span": StatementEdit(span=(start, start + len("Nobody pays"))),
        }[decided]
        desk.set_statements([first], edit)
    later = library.statement(second).document.id
    desk.set_documents([later], Overrides(published="2024-01-01"))
    assert library.statement(first).copy_of is None
    assert library.statement(second).copy_of == first
    assert library.ids(Plan()) == ([] if decided == "rejected" else [first])
    desk.undo(1)
    assert library.ids(Plan()) == [second]  # nobody touched it now: the earliest stands
    desk.undo()
    assert everything(library) == before


def test_words_marked_in_one_copy_cover_those_found_in_another(library: Library) -> None:
    document = Document.of_text(STORY, "story.txt")
    other = Document.of_text(f"{STORY}Filed late.", "other.txt")
    library.add(document, parse(document))
    library.add(other, parse(other, statement(other, "Nobody pays twice,", "Mara Venn")))
    before = everything(library)
    start = STORY.index("Nobody")
    owner = next(d.id for d in library.documents(copies=True) if d.name == "story.txt")
    marked = library.desk("Ada").mark(owner, (start, start + len("Nobody pays twice,")), "direct")
    assert library.ids(Plan()) == [marked.changes[0].target]
    library.desk("Ada").set_statements([marked.changes[0].target], named("Odile Marrant"))
    assert library.ids(Plan()) == [marked.changes[0].target]
    library.desk("Ada").undo()
    library.desk("Ada").undo()
    assert everything(library) == before


def test_speakers_are_merged_and_split(library: Library) -> None:
    for name, speaker in (("one.txt", "Mara Venn"), ("two.txt", "Mara Venn"), ("three.txt", "Marie Vance")):
        each = saying(speaker, name=name)
        library.add(each.document, each)
    before = everything(library)
    desk = library.desk("Ada")
    venn, vance = (library.speakers(name)[0].id for name in ("Mara Venn", "Marie Vance"))
    assert desk.merge([venn, vance]) is not None
    merged = library.speakers("Venn")
    assert [speaker.quotes for speaker in merged] == [3]
    assert library.speakers(venn)[0].id == library.speakers(vance)[0].id == min(venn, vance)
    with pytest.raises(UsageError, match="at least two"):
        desk.merge([venn, vance])
    desk.undo()
    assert everything(library) == before
    with pytest.raises(UsageError, match="some, not all"):
        desk.split(venn, [vance])


@pytest.mark.parametrize("asked", ["q0000000", "d3", "zzz"])
def test_what_is_not_there_cannot_be_decided_on(library: Library, known: dict[str, str], asked: str) -> None:
    with pytest.raises(UsageError, match="no statement"):
        library.desk("Ada").set_statements([known[PAY], asked], named("Odile Marrant"))
    assert library.decisions() == []
    assert library.statement(known[PAY]).checked is None


def test_the_log_is_only_ever_added_to(library: Library, known: dict[str, str]) -> None:
    with engine_of(library).begin() as connection:
        for table in ("decisions", "changes"):
            for what in ("UPDATE", "DELETE"):
                connection.execute(
                    text(
                        f"CREATE TRIGGER no_{what}_{table} BEFORE {what} ON {table} "
                        "BEGIN SELECT RAISE(ABORT, 'the log is written once'); END"
                    )
                )
    desk = library.desk("Ada")
    for decide in reversed(decisions_on(known, library.documents()[0].id)):
        decide(library)
    for number in range(1, len(library.decisions()) + 1):
        desk.undo(number)
    library.reparse(library.documents()[0].id, harbour())
    entries = library.decisions()
    assert [entry.undone_by is not None for entry in reversed(entries)].count(True) == len(entries) // 2
    assert all(entry.who == "Ada" and entry.decided for entry in entries)


def decisions_on(known: dict[str, str], document: str) -> list[Any]:
    """Ways to decide, each a function of the library."""
    start = HARBOUR.index("pay twice")
    return [
        lambda library: library.desk("Ada").set_statements([known[PAY]], named("Odile Marrant")),
        lambda library: library.desk("Ada").set_statements(
            [known[PAY]], StatementEdit(span=(start, start + 9))
        ),
        lambda library: library.desk("Ada").set_statements(
            list(known.values()), StatementEdit(verdict="rejected")
        ),
        lambda library: library.desk("Ada").mark(document, (0, 20), "indirect", named("Mara Venn")),
        lambda library: library.desk("Ada").tag([known[DENIAL], document], ["ch2"]),
        lambda library: library.desk("Ada").note([document], "Look again."),
        lambda library: library.desk("Ada").set_documents(
            [document], Overrides(title="Dues", published="2024-03-05"), [(document, harbour())]
        ),
        lambda library: library.desk("Ada").merge([s.id for s in library.speakers()]),
        lambda library: library.desk("Ada").rename(library.speakers()[0].id, "The Minister"),
    ]


@pytest.mark.parametrize("which", range(9))
def test_a_decision_is_made_or_not_never_half(library: Library, known: dict[str, str], which: int) -> None:
    decide = decisions_on(known, library.documents()[0].id)[which]
    before = everything(library)
    assert through_failures(library, lambda: decide(library)) > 2
    assert len(library.decisions()) == 1
    assert through_failures(library, lambda: library.desk("Ada").undo()) > 1
    assert everything(library) == before
