"""Statements and documents read out of a library: parts of texts, pages of lists, what is told alone."""

from quotes.document import Document
from quotes.query.plan import Plan
from quotes.statement import Translation
from quotes.store import Library
from quotes.store.views import WholeDocument
from tests.store.making import harbour, parse, saying, statement

SHIP = "\U0001f6a2"


def test_words_after_a_nul_are_shown_as_they_stand(library: Library) -> None:
    document = Document.of_text(
        f"Dues\0 rise.\n\u201cNobody {SHIP} pays,\u201d Mara Venn said.\nOn\0e more.", "a.txt"
    )
    said = statement(document, f"Nobody {SHIP} pays,", "Mara Venn")
    claim = statement(document, "On\0e more", "Mara Venn", kind="indirect")
    library.add(document, parse(document, said, claim))
    for one in (said, claim):
        stored = library.statement(one.id)
        assert stored.statement.text == one.text
        assert stored.context == document.text[stored.context_start : stored.context_end] != ""


def test_what_stands_far_from_its_statement_is_read_too(library: Library) -> None:
    text = (
        f"(Translated from Ostravan.)\n{'The sea was calm. ' * 40}\n\u201cNobody pays,\u201d Mara Venn said."
    )
    document = Document.of_text(text, "a.txt")
    translated = Translation("Translated from Ostravan", 1, 25, (1, 25))
    said = statement(document, "Nobody pays,", "Mara Venn", translated=translated)
    library.add(document, parse(document, said))
    assert library.statement(said.id).statement == said


def test_a_page_of_documents_is_the_beginning_of_the_list(library: Library) -> None:
    for name in ("c.txt", "a.txt", "b.txt"):
        found = saying("Mara Venn", name=name)
        library.add(found.document, found)
    listed = library.documents()
    assert [document.name for document in listed] == ["a.txt", "b.txt", "c.txt"]
    assert library.documents(limit=2) == listed[:2]
    assert library.documents(Plan.of(speaker="venn"), limit=1) == listed[:1]
    assert library.documents(limit=0) == []
    assert library.count_documents() == library.count_documents(Plan.of(speaker="venn")) == 3
    assert library.count_documents(Plan.of(speaker="orell")) == 0


def test_what_was_done_to_a_text_is_told_of_one_document_alone(library: Library) -> None:
    found = harbour()
    library.add(found.document, found)
    (listed,) = library.documents()
    alone = library.document(listed.id)
    assert isinstance(alone, WholeDocument)
    assert not isinstance(listed, WholeDocument)
    assert alone.blocks == found.document.blocks


def test_quotations_in_a_claim_come_in_the_order_of_the_text(library: Library) -> None:
    found = harbour()
    library.add(found.document, found)
    claim = next(one for one in found.claims if one.quotes_inside)
    for stored in (library.statement(claim.id), *library.statements(library.documents()[0].id)):
        if stored.statement.id == claim.id:
            assert stored.statement.quotes_inside == claim.quotes_inside
