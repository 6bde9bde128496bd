"""Random draws: kept with what the parser had given, whatever is decided or undone later."""

from dataclasses import replace

import pytest

from quotes.document import DateCandidate, Document, Published
from quotes.errors import UsageError
from quotes.people.edits import SpeakerChoice, StatementEdit
from quotes.query.plan import Plan
from quotes.statement import Kind, Parse
from quotes.store import Library
from tests.store.making import HARBOUR, harbour, parse, saying, statement


def drawn(library: Library, size: int = 3) -> int:
    ids = library.ids(Plan())[:size]
    made = library.desk("Ada").draw("statements", ids, seed=7, query="ferries", population=5)
    return made.number


def test_a_draw_is_kept_in_its_order(library: Library) -> None:
    library.add(harbour().document, harbour())
    ids = library.ids(Plan())
    library.desk("Ada").draw("statements", ids[::-1], seed=7, query="ferries", population=5)
    (draw,) = library.draws()
    assert [item.target for item in draw.items] == ids[::-1]
    assert (draw.seed, draw.query, draw.population, draw.judged) == (7, "ferries", 5, 0)
    assert draw.unfinished


def test_an_empty_draw_is_refused(library: Library) -> None:
    with pytest.raises(UsageError, match="finds none"):
        library.desk("Ada").draw("statements", [], seed=7, query="", population=0)
    assert library.draws() == []


def test_what_the_parser_gave_is_kept_beside_what_was_decided(library: Library) -> None:
    library.add(harbour().document, harbour())
    desk, number = library.desk("Ada"), drawn(library)
    target = library.draws()[0].items[1].target
    before = library.statement(target).statement
    desk.set_statements([target], StatementEdit(speaker=SpeakerChoice("Tomas Reyk"), said_on="2023-03"))
    desk.judge(number, 1)
    (judged,) = library.judged_draws()[0].statements
    assert (judged.found.speaker, judged.found.said_on) == (before.speaker, before.said_on)
    assert (judged.now.speaker, judged.now.said_on) == ("Tomas Reyk", "2023-03")
    assert judged.found.speaker_id is not None
    assert judged.found.speaker_id != judged.now.speaker_id
    assert judged.verdict == "corrected"


def test_what_was_accepted_is_as_it_was_found(library: Library) -> None:
    library.add(harbour().document, harbour())
    desk, number = library.desk("Ada"), drawn(library)
    desk.set_statements([library.draws()[0].items[0].target], StatementEdit(verdict="accepted"))
    desk.judge(number, 0)
    (judged,) = library.judged_draws()[0].statements
    assert judged.found == judged.now
    assert judged.verdict == "accepted"
    assert judged.found.shown


def test_what_was_rejected_is_found_and_no_longer_shown(library: Library) -> None:
    library.add(harbour().document, harbour())
    desk, number = library.desk("Ada"), drawn(library)
    desk.set_statements([library.draws()[0].items[0].target], StatementEdit(verdict="rejected"))
    desk.judge(number, 0)
    (judged,) = library.judged_draws()[0].statements
    assert judged.verdict == "rejected"
    assert (judged.found.shown, judged.now.shown) == (True, False)


def test_judged_after_an_earlier_correction_it_is_still_the_parser_that_is_measured(library: Library) -> None:
    library.add(harbour().document, harbour())
    desk = library.desk("Ada")
    target = library.ids(Plan())[0]
    kind = library.statement(target).statement.kind
    other: Kind = "partial" if kind != "partial" else "direct"
    desk.set_statements([target], StatementEdit(kind=other))
    number = drawn(library)
    desk.judge(number, 0)
    (judged,) = library.judged_draws()[0].statements
    assert (judged.found.kind, judged.now.kind) == (kind, other)


def test_what_is_decided_later_changes_what_is_now_and_not_what_was_found(library: Library) -> None:
    library.add(harbour().document, harbour())
    desk, number = library.desk("Ada"), drawn(library)
    target = library.draws()[0].items[0].target
    desk.set_statements([target], StatementEdit(verdict="accepted"))
    desk.judge(number, 0)
    found = library.judged_draws()[0].statements[0].found
    desk.set_statements([target], StatementEdit(speaker=SpeakerChoice()))
    (judged,) = library.judged_draws()[0].statements
    assert judged.found == found
    assert (judged.verdict, judged.now.speaker) == ("corrected", None)


def test_a_judgement_whose_decisions_are_undone_tells_nothing(library: Library) -> None:
    library.add(harbour().document, harbour())
    desk, number = library.desk("Ada"), drawn(library)
    desk.set_statements([library.draws()[0].items[0].target], StatementEdit(verdict="accepted"))
    desk.judge(number, 0)
    desk.undo()
    assert library.judged_draws()[0].statements[0].verdict is None


def test_a_judgement_can_be_taken_back(library: Library) -> None:
    library.add(harbour().document, harbour())
    desk, number = library.desk("Ada"), drawn(library)
    desk.judge(number, 0)
    assert library.draws()[0].judged == 1
    desk.judge(number, 0, judged=False)
    assert library.draws()[0].judged == 0
    assert library.judged_draws()[0].statements == ()


def test_two_speakers_who_turn_out_to_be_one_make_no_error(library: Library) -> None:
    library.add(harbour().document, harbour())
    library.add(saying("Marah Venn", name="other.txt").document, saying("Marah Venn", name="other.txt"))
    desk = library.desk("Ada")
    target = next(id_ for id_ in library.ids(Plan()) if library.statement(id_).speaker == "Mara Venn")
    number = desk.draw("statements", [target], seed=1, query="", population=6).number
    other = library.speakers("Marah Venn")[0].id
    mine = library.statement(target).speaker_id
    desk.set_statements([target], StatementEdit(speaker=SpeakerChoice("Marah Venn (MP)", "person")))
    desk.judge(number, 0)
    apart = library.judged_draws()[0].statements[0]
    assert apart.found.speaker_id != apart.now.speaker_id
    assert mine is not None
    assert apart.now.speaker_id is not None
    desk.merge([mine, other, apart.now.speaker_id])
    judged = library.judged_draws()[0].statements[0]
    assert judged.found.speaker_id == judged.now.speaker_id


def test_of_a_document_what_was_found_and_what_was_missed_is_told(library: Library) -> None:
    added = library.add(harbour().document, harbour())
    desk = library.desk("Ada")
    number = desk.draw("documents", [added.document.id], seed=7, query="", population=1).number
    start = HARBOUR.index("PORT ELLEN")
    missed = desk.mark(added.document.id, (start, start + 10), "direct").changes[0].target
    desk.judge(number, 0)
    (judged,) = library.judged_draws()[0].documents
    assert judged.found == {"direct": 2, "partial": 1, "indirect": 2}
    assert judged.missed == ((missed, "direct"),)
    desk.undo()
    assert library.judged_draws()[0].documents[0].missed == ()


def test_what_was_rejected_in_a_document_still_counts_as_found(library: Library) -> None:
    added = library.add(harbour().document, harbour())
    desk = library.desk("Ada")
    desk.set_statements([library.ids(Plan())[0]], StatementEdit(verdict="rejected"))
    number = desk.draw("documents", [added.document.id], seed=7, query="", population=1).number
    desk.judge(number, 0)
    (judged,) = library.judged_draws()[0].documents
    assert sum(judged.found.values()) == 5
    assert judged.rejected == 1
    desk.undo()
    assert library.judged_draws()[0].documents[0].rejected == 0


def test_what_became_a_copy_after_it_was_drawn_is_judged_as_what_it_is_counted_under(
    library: Library,
) -> None:
    words = " ".join(f"Word {number} of the harbour stands in both papers." for number in range(30))

    def printed(name: str, published: str) -> Parse:
        text = f"{name}\n{words}\n“The tide is with us,” Mara Venn said."
        candidate = DateCandidate(published, "day", "the first line")
        document = replace(Document.of_text(text, name), published=Published(published, "day", (candidate,)))
        return parse(document, statement(document, "The tide is with us,", "Mara Venn"))

    late, early = printed("late.txt", "2024-03-07"), printed("early.txt", "2024-03-05")
    library.add(late.document, late)
    desk, (target,) = library.desk("Ada"), library.ids(Plan())
    number = desk.draw("statements", [target], seed=1, query="", population=1).number
    library.add(early.document, early)
    assert library.statement(target).copy_of is not None
    desk.set_statements([target], StatementEdit(verdict="rejected"))
    desk.judge(number, 0)
    (judged,) = library.judged_draws()[0].statements
    assert (judged.verdict, judged.found.speaker, judged.now.shown) == ("rejected", "Mara Venn", False)
