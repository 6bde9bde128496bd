"""What is taken out of a library goes on answering by its id; what people decided of the rest holds on."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from quotes.document import Document
from quotes.errors import UsageError
from quotes.people.edits import StatementEdit
from quotes.query.plan import Plan
from quotes.store import Library
from quotes.store.forgetting.tombstones import PurgedError
from tests.store.making import harbour, parse, saying
from tests.store.seeing import everything
from tests.store.test_copies import CUT, EDITED, WIRE, found, printed, put, said


def add(library: Library, *speakers: str) -> list[str]:
    """Documents in each of which one of these says something."""
    return [_saying(library, name, f"{number}.txt") for number, name in enumerate(speakers)]


def _saying(library: Library, name: str, file: str) -> str:
    parsed = saying(name, name=file)
    return library.add(parsed.document, parsed).id


def named(library: Library, name: str) -> list[str]:
    return [speaker.id for speaker in library.speakers(name) if speaker.name == name]


def member_in(library: Library, document: str) -> str:
    """The id of the one name of a speaker in a document."""
    (member,) = (
        member.id
        for speaker in library.speakers()
        for member in library.identity(speaker.id)
        if member.document == document
    )
    return member


def test_every_id_of_a_removed_document_goes_on_answering(library: Library) -> None:
    removed, _ = add(library, "Mara Venn", "Otto Reyk")
    (stored,) = library.statements(removed)
    library.remove("Ada", [removed])
    for identifier in (removed, stored.statement.id, stored.speaker_id or ""):
        assert "was removed on" in (library.withdrawn(identifier) or "")
        assert "adding its file again brings it back" in (library.withdrawn(identifier[:7]) or "")
        with pytest.raises(UsageError, match=r"was removed on .* by Ada"):
            library.whole_id(identifier)
    assert [speaker.name for speaker in library.speakers()] == ["Otto Reyk"]
    assert found(library, words=("tide",)) == ["The tide is with us,"]
    assert library.withdrawn("quay") is None


def test_a_speaker_keeps_all_former_ids(library: Library) -> None:
    documents = add(library, "Mara Venn", "Mara Venn", "Mara Venn")
    members = sorted(member_in(library, document) for document in documents)
    assert named(library, "Mara Venn") == members[:1]
    for _ in range(2):
        (first,) = named(library, "Mara Venn")
        (away,) = (
            document
            for document in documents
            if document
            in library.documents_of([each.statement.id for each in library.search(Plan()).statements])
            and member_in(library, document) == first
        )
        library.remove("Ada", [away])
    (left,) = named(library, "Mara Venn")
    assert left == members[2]
    for former in members:
        assert library.whole_id(former) == left
        assert [speaker.id for speaker in library.speakers(former)] == [left]


def test_what_was_decided_holds_when_the_document_is_added_again(library: Library) -> None:
    parsed = harbour()
    document = library.add(parsed.document, parsed).id
    rejected, accepted = (library.statements(document)[number].statement.id for number in (0, 1))
    desk = library.desk("Ada")
    desk.set_statements([rejected], StatementEdit(verdict="rejected", reason="a slogan"))
    desk.set_statements([accepted], StatementEdit(verdict="accepted"))
    desk.tag([accepted], ["dues"])
    desk.note([document], "ask the board")
    before = everything(library)
    library.remove("Bo", [document])
    assert everything(library)["statements"] == {}
    assert library.add(parsed.document, parsed).id == document
    assert everything(library) == before
    assert library.withdrawn(document) is None


def test_a_removal_is_in_the_log_and_not_undone_by_mistake(library: Library) -> None:
    document, other = add(library, "Mara Venn", "Otto Reyk")
    desk = library.desk("Ada")
    desk.note([other], "later")
    account = library.remove("Bo", [document])
    entry = library.decision(account.decision)
    assert (entry.who, entry.action, [change.target for change in entry.changes]) == (
        "Bo",
        "remove",
        [document],
    )
    for number in (None, entry.number):
        with pytest.raises(UsageError, match="quotes add FILE brings them back"):
            desk.undo(number)
    assert desk.undo(1).undoes == 1
    assert library.document(other).note is None


def test_a_rehearsal_changes_nothing(library: Library) -> None:
    document, _ = add(library, "Mara Venn", "Mara Venn")
    before, log = everything(library), library.decisions()
    for rehearsed in (library.remove, library.purge):
        told = rehearsed("Ada", [document], rehearsal=True)
        assert [each.name for each in told.documents] == ["0.txt"]
        assert told.statements == 1
        assert told.speakers == ()
    assert (everything(library), library.decisions()) == (before, log)
    assert not library.is_purge_unfinished()


@pytest.mark.parametrize("away", [0, 1, 2, 3])
@pytest.mark.parametrize("purge", [False, True])
def test_a_merge_and_a_new_name_hold_whichever_document_goes(
    library: Library, away: int, purge: bool
) -> None:
    documents = add(library, "Mara Venn", "Odile Marrant", "Mara Venn", "Odile Marrant")
    desk = library.desk("Ada")
    merged = desk.merge([named(library, "Mara Venn")[0], named(library, "Odile Marrant")[0]])
    desk.rename(library.speakers()[0].id, "M. V.")
    desk.alias(library.speakers()[0].id, "The Gull")
    (library.purge if purge else library.remove)("Ada", [documents[away]])
    (speaker,) = library.speakers()
    assert (speaker.name, speaker.documents) == ("M. V.", 3)
    assert "The Gull" in speaker.aliases
    assert merged is not None
    desk.undo(merged.number)
    assert len(library.speakers()) == 2


def test_the_last_name_given_stays_the_last(library: Library) -> None:
    documents = add(library, "Mara Venn", "Mara Venn", "Mara Venn")
    by_member = {member_in(library, document): document for document in documents}
    first, second, _ = sorted(by_member)
    desk = library.desk("Ada")
    desk.rename(second, "Dame Mara")
    desk.rename(first, "Lady Venn")
    library.remove("Ada", [by_member[second]])
    assert [speaker.name for speaker in library.speakers()] == ["Lady Venn"]
    library.remove("Ada", [by_member[first]])
    assert [speaker.name for speaker in library.speakers()] == ["Lady Venn"]


@pytest.mark.parametrize("purge", [False, True])
def test_a_copy_takes_over_with_what_was_decided_of_the_words(library: Library, purge: bool) -> None:
    first, second = put(
        library, printed(WIRE, "wire.txt", "2024-03-05"), printed(EDITED, "post.txt", "2024-03-06")
    )
    paper, bottleneck, isles = (each.statement.id for each in library.statements(first))
    desk = library.desk("Ada")
    desk.set_statements([paper], StatementEdit(verdict="accepted"))
    desk.tag([paper], ["ferries"])
    rejected = desk.set_statements([bottleneck], StatementEdit(verdict="rejected", reason="a joke"))
    account = (library.purge if purge else library.remove)("Ada", [first])
    assert [each.id for each in account.copies] == [second]
    standing, away, untouched = library.statements(second, withheld=True)
    assert (standing.checked, standing.tags, standing.copy_of) == ("accepted", ("ferries",), None)
    assert (away.withheld, untouched.checked) == ("rejected", None)
    assert library.document(second).copy_of is None
    assert rejected is not None
    desk.undo(rejected.number)
    assert library.statement(away.statement.id).withheld is None
    assert isles not in {each.statement.id for each in library.search(Plan()).statements}


def test_purged_ids_answer_and_the_log_keeps_its_entries_empty(library: Library) -> None:
    document, other = add(library, "Mara Venn", "Otto Reyk")
    (stored,) = library.statements(document)
    desk = library.desk("Ada")
    desk.note([stored.statement.id], "a secret")
    desk.tag([document, other], ["both"])
    library.purge("Bo", [document])
    assert "was purged on" in (library.withdrawn(document) or "")
    with pytest.raises(UsageError, match="by Bo: nothing of it is kept"):
        library.statement(stored.statement.id)
    purge, tag, note = library.decisions()
    assert (note.who, note.action, note.summary, note.changes) == ("Ada", "note", "purged", ())
    assert [change.target for change in tag.changes] == [other]
    assert (purge.who, purge.action, purge.summary) == ("Bo", "purge", "1 document")
    for number in (purge.number, note.number):
        with pytest.raises(UsageError, match=r"nothing of it is kept|cannot be undone"):
            desk.undo(number)
    desk.undo(tag.number)
    assert library.document(other).tags == ()


def test_what_was_purged_is_refused_until_it_is_asked_for(library: Library) -> None:
    (document,) = put(library, printed(WIRE, "wire.txt"))
    library.purge("Ada", [document])
    library.finish_purge()
    elsewhere = printed(WIRE, "post.txt")
    for again in (printed(WIRE, "wire.txt"), elsewhere):
        with pytest.raises(PurgedError, match=f"{again.name}: it was purged .* quotes add --purged"):
            library.add(again, said(again))
    cut = printed(CUT, "cut.txt")
    library.add(cut, said(cut))
    assert library.add(elsewhere, said(elsewhere), purged=True).status == "added"
    another = replace(elsewhere, name="third.txt", original=b"third")
    assert library.add(another, said(another)).status == "place"


def test_a_short_text_is_no_sign_of_a_purged_one(library: Library) -> None:
    first = parse(Document.of_text("Subscribe to read on", "one.txt"))
    library.purge("Ada", [library.add(first.document, first).id])
    again = replace(first.document, original=b"<p>Subscribe to read on</p>")
    assert library.add(again, parse(again)).status == "added"


def test_what_was_removed_is_purged_from_the_log_later(library: Library) -> None:
    parsed = harbour()
    document = library.add(parsed.document, parsed).id
    library.desk("Ada").note([document], "a secret")
    library.remove("Ada", [document])
    assert library.removed_document(document[:6]) == document
    library.purge("Ada", [], [document])
    assert not any("secret" in repr(entry) or document in repr(entry) for entry in library.decisions())
    assert "was purged on" in (library.withdrawn(document) or "")


def test_a_restored_library_forgets_again(fresh: Callable[[], Library]) -> None:
    with fresh() as library, fresh() as restored:
        add(restored, "Mara Venn", "Otto Reyk")
        document, _ = add(library, "Mara Venn", "Otto Reyk")
        library.purge("Ada", [document])
        assert restored.forget_again("Ada", library.tombstones()) == 1
        assert [speaker.name for speaker in restored.speakers()] == ["Otto Reyk"]
        with pytest.raises(PurgedError):
            add(restored, "Mara Venn")
        assert restored.forget_again("Ada", library.tombstones()) == 0


def test_versions_of_a_page_follow_the_first_that_stays(library: Library) -> None:
    from tests.store.test_forgetting_properties import PAGE, SHORT, fetched

    texts = (SHORT, SHORT.replace("silent", "loud"), SHORT.replace("silent", "merry"))
    parses = [fetched(text, f"{day}.html", f"2024-03-0{day}T10:00") for day, text in enumerate(texts, 1)]
    one, two, three = (library.add(parsed.document, parsed).id for parsed in parses)
    library.remove("Ada", [one])
    assert [version.document for version in library.versions(three)] == [two, three]
    library.remove("Ada", [three])
    last = library.fetched(PAGE.url)
    assert last is not None
    assert last[1].id == two
