"""What addresses on the web gave, and the versions of a page that changed."""

from dataclasses import replace

from quotes.document import Document, Evidenced, Fetch
from quotes.statement import Parse
from quotes.store import Library
from tests.store.making import HARBOUR, parse, statement

PAGE = "https://harbourpost.example/dues"
LONGER = "The Harbour Board will meet on Friday to vote on it, the mayor of Port Ellen said."


def page(
    text: str = HARBOUR,
    *,
    url: str = PAGE,
    address: str = PAGE,
    moment: str = "2024-03-05T10:00:00+00:00",
    markup: str = "<p>",
    etag: str | None = None,
) -> Document:
    """A page as it was fetched; its bytes have markup that its text has not."""
    return replace(
        Document.of_text(text, "dues"),
        original=f"{markup}{text}".encode(),
        place=address,
        retrieved=Evidenced(moment, "fetched"),
        fetched=Fetch(url, address, etag),
    )


def parsed(document: Document) -> Parse:
    return parse(document, statement(document, "We don’t pay twice,", "Mara Venn"))


def add(library: Library, document: Document) -> tuple[str, str]:
    added = library.add(document, parsed(document))
    return added.id, added.status


def changed(number: int = 1) -> str:
    return f"{HARBOUR}\nUpdate {number}: {LONGER}"


def test_what_an_address_gave_is_remembered(library: Library) -> None:
    assert library.fetched(PAGE) is None
    identifier, _ = add(library, page(etag='"a1"', url="https://harbourpost.example/old"))

    found = library.fetched("https://harbourpost.example/old")

    assert found is not None
    fetched, document = found
    assert fetched == Fetch("https://harbourpost.example/old", PAGE, '"a1"')
    assert document.id == identifier
    assert library.versions(identifier) == ()


def test_a_document_from_a_file_was_not_fetched(library: Library) -> None:
    document = replace(page(), fetched=None)
    add(library, document)
    assert library.fetched(PAGE) is None


def test_a_changed_page_is_a_new_version_and_the_old_one_stays(library: Library) -> None:
    first, _ = add(library, page(etag='"a1"'))
    second, status = add(library, page(changed(), moment="2024-03-06T10:00:00+00:00", etag='"a2"'))

    assert status == "added"
    assert library.text(first) == HARBOUR
    assert library.document(second).version_of == first
    assert library.document(first).version_of is None
    assert library.document(first).later_versions == (second,)
    assert [v.document for v in library.versions(first)] == [first, second]
    assert library.versions(first) == library.versions(second)
    found = library.fetched(PAGE)
    assert found is not None
    assert (found[0].etag, found[1].id) == ('"a2"', second)


def test_statements_of_the_old_version_keep_their_ids(library: Library) -> None:
    first, _ = add(library, page())
    before = library.statements(first)
    add(library, page(changed()))
    assert [s.statement for s in library.statements(first)] == [s.statement for s in before]


def test_markup_alone_makes_no_version(library: Library) -> None:
    first, _ = add(library, page(etag='"a1"'))
    again = add(
        library, page(markup="<p id=advertisement-17>", etag='"a2"', moment="2024-03-07T10:00:00+00:00")
    )

    assert again == (first, "unchanged")
    assert len(library.documents()) == 1
    assert library.document(first).places == ()
    found = library.fetched(PAGE)
    assert found is not None
    assert found[0].etag == '"a2"'


def test_a_short_page_is_told_from_its_change_too(library: Library) -> None:
    short = page("“We don’t pay twice,” she said.")
    first, _ = add(library, short)
    assert add(library, replace(short, original=b"<b>" + short.original)) == (first, "unchanged")
    second, _ = add(library, page("“We don’t pay twice,” she said again."))
    assert library.document(second).version_of == first


def test_all_later_versions_are_of_the_first(library: Library) -> None:
    found = [
        add(library, page(changed(day) if day else HARBOUR, moment=f"2024-03-{day + 1:02}T10:00:00+00:00"))[0]
        for day in range(4)
    ]
    assert [v.document for v in library.versions(found[2])] == found
    assert {library.document(later).version_of for later in found[1:]} == {found[0]}
    assert library.versions(found[0])[0].retrieved == "2024-03-01T10:00:00+00:00"


def test_a_page_that_is_taken_back_to_its_old_words_is_the_old_version(library: Library) -> None:
    first, _ = add(library, page())
    second, _ = add(library, page(changed()))
    assert add(library, page())[0] == first
    third, _ = add(library, page(changed(2)))

    assert [v.document for v in library.versions(third)] == [first, second, third]
    assert library.document(first).version_of is None


def test_the_same_page_asked_for_in_two_ways_has_its_versions_together(library: Library) -> None:
    first, _ = add(library, page(url="https://short.example/1"))
    second, _ = add(library, page(changed(), url="https://harbourpost.example/news?id=1"))
    assert library.document(second).version_of == first


def test_what_the_page_gave_last_counts_whichever_way_it_was_asked_for(library: Library) -> None:
    direct = page()
    add(library, direct)
    second, _ = add(
        library, page(changed(), url="https://short.example/1", moment="2024-03-06T10:00:00+00:00")
    )
    again = page(changed(), markup="<i>", moment="2024-03-07T10:00:00+00:00")
    assert add(library, again) == (second, "unchanged")


def test_another_page_is_no_version(library: Library) -> None:
    add(library, page())
    other = "https://harbourpost.example/other"
    second, status = add(library, page(changed(), url=other, address=other))
    assert status == "added"
    assert library.document(second).version_of is None
    assert library.versions(second) == ()


def test_a_page_known_from_a_file_is_not_put_in_twice(library: Library) -> None:
    from_file, _ = add(library, replace(page(), fetched=None, place="dues.html"))
    identifier, _ = add(library, page())
    assert identifier == from_file
    found = library.fetched(PAGE)
    assert found is not None
    assert found[1].id == from_file


def test_an_unchanged_page_is_noted(library: Library) -> None:
    identifier, _ = add(library, page(etag='"a1"'))
    library.unchanged(Fetch(PAGE, PAGE, '"a1"', "Tue, 05 Mar 2024"), identifier, "2024-04-01T00:00:00+00:00")
    found = library.fetched(PAGE)
    assert found is not None
    assert found[0].last_modified == "Tue, 05 Mar 2024"
    assert library.document(identifier).retrieved == "2024-03-05T10:00:00+00:00"


def test_hostile_addresses_are_only_data(library: Library) -> None:
    for number, url in enumerate(("'; DROP TABLE documents; --", "%", "_", "a\ud800b")):
        identifier, _ = add(library, page(changed(number), url=url, address=url))
        assert library.documents()
        if url.isprintable():
            found = library.fetched(url)
            assert found is not None
            assert found[1].id == identifier
