"""Markdown: its words, their places in the file, its front matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes import read
from quotes.document import BLOCK_QUOTATION, Document
from quotes.errors import SourceError
from quotes.sources.metadata.front_matter import front_matter
from quotes.sources.metadata.publication import MODIFIED

LINE = "Harbour minister Mara Venn told reporters on Monday that the quay stays closed."


def document(text: str) -> Document:
    return read(text.encode(), name="note.md")[0]


def source_of(page: Document, words: str) -> str:
    start = page.text.index(words)
    place = page.source_span(start, start + len(words))
    assert place is not None
    return page.original.decode()[slice(*place)]


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        (
            "Venn said **no** to _all_ of it, and ~~perhaps~~ again.",
            "Venn said no to all of it, and perhaps again.",
        ),
        ("Venn [said](http://a.example/x_y 'the said') the said thing.", "Venn said the said thing."),
        ("Venn [said][1] no.\n\n[1]: http://a.example", "Venn said no."),
        ("Venn ![the quay](a.png) said no.", "Venn  said no."),
        ("Venn said `no` to `all\nof` it.", "Venn said no to all of it."),
        ("Venn said \\*no\\* and AT&amp;T said &quot;yes&quot;.", 'Venn said *no* and AT&T said "yes".'),
        ("Venn said[^1] no.\n\n[^1]: On Monday.", "Venn said no.\n\nOn Monday."),
        ("Venn said <b>no</b> to <http://a.example/q>.", "Venn said no to http://a.example/q."),
        ("Venn said no to all\nof them, and then\n  went.", "Venn said no to all of them, and then went."),
        ("* Venn said no.\n* Brandt said yes.", "Venn said no.\n\nBrandt said yes."),
        ("1. Venn said no.\n   Twice.\n2. Brandt said yes.", "Venn said no. Twice.\n\nBrandt said yes."),
        ("2 * 3 * 4 is 24, Venn said_no_more.", "2 * 3 * 4 is 24, Venn said_no_more."),
    ],
)
def test_markup_reads_as_plain_words(markdown: str, words: str) -> None:
    assert document(f"{LINE}\n\n{markdown}\n").text == f"{LINE}\n\n{words}"


def test_words_keep_their_place_in_the_file() -> None:
    page = document(f"# Quay\n\n{LINE}\n\n> “We **will not** open it,” Venn said\n> on *Monday*.\n")
    assert source_of(page, "We will not open it,") == "We **will not** open it,"
    assert source_of(page, "Venn said on Monday") == "Venn said\n> on *Monday"
    assert source_of(page, LINE) == LINE


def test_block_quotations_are_blocks_of_their_own() -> None:
    page = document(
        f"{LINE}\n\n> A ship has no heart, some say. It beats.\n>\n> - So they say.\n\n{LINE} Again.\n"
    )
    reasons = {page.text[b.start : b.end]: b.reason for b in page.blocks if b.start is not None}
    assert [words for words, reason in reasons.items() if reason == BLOCK_QUOTATION] == [
        "A ship has no heart, some say. It beats.",
        "So they say.",
    ]


def test_front_matter_and_link_definitions_are_kept_as_furniture() -> None:
    page = document(f"---\ntitle: Quay\n---\n\n{LINE}\n\n[1]: http://a.example/q\n")
    decoded = page.original.decode()
    assert {
        b.reason: decoded[b.source_start : b.source_end] for b in page.blocks if b.kind == "furniture"
    } == {
        "front matter": "---\ntitle: Quay\n---",
        "link definition": "[1]: http://a.example/q",
    }


def test_the_first_heading_is_the_title_where_front_matter_gives_none() -> None:
    page = document(f"# The *northern* quay\n\n## By the sea\n\n{LINE}\n")
    assert (page.title.value, page.title.evidence) == ("The northern quay", "first heading")
    assert page.blocks[0].kind == "title"


@pytest.mark.parametrize(
    ("front", "key", "value"),
    [
        ("---\nauthor: Mara Venn\n---\n", "author", "Mara Venn"),
        (
            "---\nAuthors: [Mara Venn, {name: Tomas Fen}, 3, null, [x]]\n---\n",
            "author",
            "Mara Venn, Tomas Fen, 3",
        ),
        ("---\nsource: The Fen Gazette\n---\n", "publisher", "The Fen Gazette"),
        ("---\nsource: https://a.example/q\n---\n", "url", "https://a.example/q"),
        ("---\nsource: https://a.example/q\n---\n", "publisher", "a.example"),
        ('+++\ntitle = "Quay: closed"\n+++\n', "title", "Quay: closed"),
        ("---\ntitle: Quay: closed\n---\n", "title", "Quay: closed"),
        ("---\r\ntitle: 'Quay'\r\n---\r\n", "title", "Quay"),
        (
            "---\ntitle: !!python/object/apply:os.getcwd []\n---\n",
            "title",
            "!!python/object/apply:os.getcwd []",
        ),
        ("---\ntitle: " + "x" * 600 + "\n---\n", "title", None),
        ("---\npublished: 2024-13-45\n---\n", "published", None),
        ("---\ndate: 2024-03-04\n---\n", "published", "2024-03-04"),
        ("---\ndate: March 4, 2024\n---\n", "published", "2024-03-04"),
        ("---\nlastmod: 2024-03-04\n---\n", "published", None),
        ("---\naccessed: 2024-03-05\n---\n", "retrieved", "2024-03-05"),
        ("---\naccessed: last week\n---\n", "retrieved", None),
    ],
)
def test_front_matter_states_what_is_known(front: str, key: str, value: str | None) -> None:
    assert getattr(document(f"{front}\n{LINE}\n"), key).value == value


def test_front_matter_says_where_a_value_comes_from() -> None:
    page = document(f"---\nbyline: Mara Venn\nupdated: 2024-03-04\n---\n{LINE}\n")
    assert page.author.evidence == "front matter byline"
    assert [c.evidence for c in page.published.candidates] == ["front matter updated: 2024-03-04"]
    assert [c.confidence for c in page.published.candidates] == [MODIFIED]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---",
        "---\n---\n",
        "---\nVenn said no.\n---\n",
        "- - -\ntitle: x\n---\n",
        "title: x\n---\n",
        "---\n[]\n---\n",
    ],
)
def test_two_rules_are_no_front_matter(text: str) -> None:
    assert front_matter(text) is None


def test_front_matter_tells_markdown_whatever_the_name() -> None:
    (page,) = read(f"---\ntitle: Quay\n---\n\n{LINE} **Yes.**\n".encode(), name="note.txt")
    assert (page.media_type, page.title.value) == ("text/markdown", "Quay")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "[a](b" * 5_000,
        "![" * 10_000,
        "*a _b " * 4_000,
        ">" * 20_000,
        "<script>" * 3_000,
        "<div><!--" * 3_000,
        "".join("`" * length + " " for length in range(1, 200)),
        "---\na: " + "[" * 9_000 + "\n---\n",
        "---\na: &a [x,x]\nb: &b [*a,*a]\nauthor: [*b,*b]\n---\n",
    ],
)
def test_hostile_markdown_is_read_or_refused(text: str) -> None:
    try:
        assert document(text).text
    except SourceError:
        return


@given(st.text(alphabet=st.sampled_from("ab*_[]()!`>#-|\\&;<\n \t~^:1."), max_size=60))
def test_every_letter_of_the_words_stands_at_its_place(text: str) -> None:
    page = document(f"{LINE}\n\n{text}\n")
    decoded = page.original.decode()
    for at, letter in enumerate(page.text):
        place = page.source_span(at, at + 1)
        if letter.isalnum() and place is not None and place[1] - place[0] == 1:
            assert decoded[slice(*place)] == letter
    assert page.text.count("b") <= text.count("b") + LINE.count("b")


def test_long_comments_and_styles_are_no_words() -> None:
    style = "<style>\n" + "p { color: red; }\n" * 300 + "</style>"
    comment = "<!-- " + "hidden words " * 300 + "-->"
    assert document(f"{LINE}\n\n{style}\n\n{LINE}\n\n{comment}\n\n{LINE}").text == "\n\n".join([LINE] * 3)


def test_what_is_opened_and_never_closed_hides_nothing_and_takes_no_time() -> None:
    assert document("<div>\n<!-- " + LINE + "\n" + "<!--" * 200_000).text.startswith(f"<!-- {LINE}")


def test_every_line_of_a_block_quotation_is_set_off() -> None:
    page = document(f"{LINE}\n\n> The dues stay as they are.  \n> The queue will be gone.\n\n{LINE}")
    set_off = [page.text[b.start : b.end] for b in page.blocks if b.reason == BLOCK_QUOTATION]
    assert set_off == ["The dues stay as they are.", "The queue will be gone."]
