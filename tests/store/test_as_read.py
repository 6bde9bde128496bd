"""Documents and statements given back as they were read and parsed, whatever was decided since."""

from dataclasses import fields, replace

import pytest

from quotes.document import Block, DateCandidate, Document, Evidenced, Page, Published, Repair
from quotes.errors import UsageError
from quotes.offsets import OffsetMap
from quotes.overrides import Overrides
from quotes.people.edits import SpeakerChoice, StatementEdit
from quotes.statement import Parse
from quotes.store import Library
from tests.store import making


def document() -> Document:
    """A document that has all that one can have."""
    candidates = (DateCandidate("2024-03", "month", "the header", 0.4),)
    return Document(
        name="harbour.txt",
        text=making.HARBOUR,
        original=b"\xff" + making.HARBOUR.encode("utf-16-le"),
        encoding="utf-16-le",
        blocks=(
            Block("title", 0, 35, 0, 35),
            Block("body", 36, len(making.HARBOUR), 36, None, "kept", "fr"),
            Block("furniture", None, None, None, None, "a menu", words="Home News"),
        ),
        offsets=OffsetMap(((0, 10, 5, 15), (10, 12, 15, 19))),
        media_type="text/html",
        lang="en",
        title=Evidenced("Harbour dues", "the tag"),
        author=Evidenced(None, "no byline"),
        publisher=Evidenced("The Harbour Post", "the tag"),
        agency=Evidenced("Isle Wire", "the dateline"),
        dateline=Evidenced("PORT ELLEN", "the first line"),
        url=Evidenced("https://isle.example/1", "the tag"),
        published=Published(None, None, candidates, 0.2),
        retrieved=Evidenced("2024-03-09T10:00:00+00:00", "the server"),
        place="/papers/harbour.txt",
        encoding_evidence="the first bytes",
        pages=(Page("iv", 0), Page("1", 40)),
        repairs=(Repair(0, 2, "鈥淣", "“N", True),),
        processing=("2 words joined",),
        warnings=("a mark without a partner",),
    )


def test_a_document_comes_back_as_it_was_read(library: Library) -> None:
    read = document()
    identifier = library.add(read, Parse(read)).document.id

    back = library.as_read(identifier[:6])

    differing = [f.name for f in fields(Document) if getattr(back, f.name) != getattr(read, f.name)]
    assert differing == []
    assert back.sha256 == read.sha256


def test_a_text_without_a_map_has_none(library: Library) -> None:
    read = replace(document(), offsets=None)

    assert library.as_read(library.add(read, Parse(read)).document.id).offsets is None


def test_what_was_decided_of_a_document_is_in_effect_in_it(library: Library) -> None:
    read = document()
    identifier = library.add(read, Parse(read)).document.id

    library.desk("Edda").set_documents(
        [identifier], Overrides(published="2024-03-05"), cleared=["publisher", "author"]
    )

    back = library.as_read(identifier)
    assert (back.published.value, back.published.precision) == ("2024-03-05", "day")
    assert (back.publisher.value, back.title.value) == (None, "Harbour dues")


def test_taking_away_a_value_that_is_not_there_is_no_decision(library: Library) -> None:
    read = document()
    identifier = library.add(read, Parse(read)).document.id
    desk = library.desk("Edda")

    assert desk.set_documents([identifier], Overrides(), cleared=["author", "published"]) is None
    decision = desk.set_documents([identifier], Overrides(), cleared=["title", "author"])
    assert decision is not None
    assert [change.field for change in decision.changes] == ["title"]
    desk.undo()
    assert library.document(identifier).title == "Harbour dues"


def test_a_statement_is_known_as_it_was_parsed(library: Library) -> None:
    parse = making.harbour()
    identifier = library.add(parse.document, parse).document.id
    quote = parse.quotes[0]
    assert library.as_parsed(identifier) == {}

    edit = StatementEdit(SpeakerChoice("Oren Tollan"), "indirect", (quote.start, quote.end - 2), "2024-03")
    library.desk("Edda").set_statements([quote.id], edit)

    (parsed,) = library.as_parsed(identifier).values()
    assert parsed == replace(quote, basis=None)
    library.desk("Edda").undo()
    assert library.as_parsed(identifier) == {}


def test_what_would_be_changed_is_told_and_not_done(library: Library) -> None:
    parse = making.harbour()
    library.add(parse.document, parse)
    ids = [quote.id for quote in parse.quotes]

    edit = StatementEdit(SpeakerChoice("Oren Tollan"))
    told = {change.target for change in library.desk("Edda").would_set(ids, edit)}

    assert told == set(ids)
    assert library.decisions() == []


def test_the_reason_of_a_rejection_goes_with_it(library: Library) -> None:
    parse = making.harbour()
    library.add(parse.document, parse)
    quote, desk = parse.quotes[0], library.desk("Edda: the clerk")

    desk.set_statements([quote.id], StatementEdit(verdict="rejected", reason="a play on 2024-03-05: no"))
    assert (library.statement(quote.id).withheld_reason or "").endswith(": a play on 2024-03-05: no")
    assert desk.set_statements([quote.id], StatementEdit(verdict="rejected", reason="a play")) is not None
    assert (library.statement(quote.id).withheld_reason or "").endswith(": a play")
    desk.set_statements([quote.id], StatementEdit(verdict="accepted"))
    desk.set_statements([quote.id], StatementEdit(verdict="rejected"))
    assert "play" not in (library.statement(quote.id).withheld_reason or "")


def test_the_place_of_a_copy_is_fixed_where_it_is_counted(library: Library) -> None:
    story = making.HARBOUR + "\n" + " ".join(f"Quay {number} was closed for repairs." for number in range(60))
    quotes = []
    for name, text in (("first.txt", story), ("again.txt", f"{story} Sent from the quay.")):
        document = Document.of_text(text, name)
        quotes.append(making.statement(document, "no-limits", "Mara Venn", kind="partial"))
        library.add(document, Parse(document, quotes=(quotes[-1],)))
    first, copy = quotes
    assert library.statement(copy.id).copy_of == first.id

    with pytest.raises(UsageError, match="counted under"):
        library.desk("Edda").set_statements([copy.id], StatementEdit(span=(copy.start, copy.end - 1)))
