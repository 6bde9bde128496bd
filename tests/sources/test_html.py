import pytest

from quotes import read
from quotes.document import BLOCK_QUOTATION, Document
from quotes.errors import SourceError

STORY = """
<p>The harbour of Ostrava will stay closed until spring, minister Mara Venn told the guild on Monday.</p>
<p>“We won’t open it a day too early,” Venn said — and «not for money», ‘as some ask’, "ever".</p>
<blockquote><p>The guild has waited for nine years, and it can wait for nine months, says its letter.</p>
</blockquote>
<p>The pilots called the answer <q>a slap in the face</q> of everybody who goes to sea from Ostrava.</p>
"""


def document(head: str = "", body: str = STORY, attributes: str = "") -> Document:
    page = (
        f"<!DOCTYPE html><html{attributes}><head><meta charset=utf-8>{head}</head><body>"
        f"<nav><a href=/>Home</a><a href=/news>News</a></nav><article>{body}</article>"
        "<footer>Copyright 2031 The Harbour Post</footer></body></html>"
    )
    return read(page.encode())[0]


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def test_main_text_is_kept_with_its_marks_and_the_page_around_it_is_not() -> None:
    page = document()
    paragraphs = page.text.split("\n\n")
    assert len(paragraphs) == 4
    assert (
        paragraphs[1]
        == '“We won’t open it a day too early,” Venn said — and «not for money», ‘as some ask’, "ever".'
    )
    assert paragraphs[2].startswith("The guild has waited for nine years")
    assert "“a slap in the face”" in paragraphs[3]
    assert "Home" not in page.text
    assert "Copyright" not in page.text


def test_a_page_has_no_map_but_its_blocks_are_the_text() -> None:
    page = document()
    assert page.offsets is None
    assert page.media_type == "text/html"
    assert page.source_span(0, 5) is None
    kept = [block for block in page.blocks if block.start is not None]
    assert [page.text[block.start : block.end] for block in kept] == page.text.split("\n\n")
    assert {(block.source_start, block.source_end) for block in page.blocks} == {(None, None)}


def test_tags_say_who_when_and_where() -> None:
    page = document(
        "<title>Quay closed | The Harbour Post</title>"
        '<meta property="og:site_name" content="The Harbour Post">'
        '<link rel="canonical" href="https://harbourpost.example/quay">'
        + json_ld(
            '{"@context": "x", "@graph": [{"@type": "WebSite", "name": "Post"}, {"@type": ["NewsArticle"],'
            '"headline": "Quay stays closed", "author": [{"name": "Ilse Brandt"}, {"name": "Tomas Fen"}],'
            '"datePublished": "2024-03-01T09:00:00Z", "dateModified": "2024-05-05"}]}'
        ),
        attributes=' lang="en-GB"',
    )
    assert (page.title.value, page.title.evidence) == ("Quay stays closed", "JSON-LD headline")
    assert (page.author.value, page.author.evidence) == ("Ilse Brandt, Tomas Fen", "JSON-LD author")
    assert (page.publisher.value, page.publisher.evidence) == ("The Harbour Post", "meta og:site_name")
    assert (page.url.value, page.url.evidence) == ("https://harbourpost.example/quay", "link canonical")
    assert (page.published.value, page.lang) == ("2024-03-01", "en")
    assert page.published.candidates[0].evidence == "JSON-LD datePublished: 2024-03-01T09:00:00Z"


def test_the_title_element_loses_the_name_of_its_site() -> None:
    site = '<meta property="og:site_name" content="The Harbour Post">'
    head = f"<title>Quay closed - The Harbour Post</title>{site}"
    assert document(head).title.value == "Quay closed"
    assert document("<title>Quay closed - again</title>").title.value == "Quay closed - again"


def test_a_date_of_modification_is_no_date_of_publication() -> None:
    page = document('<meta property="article:modified_time" content="2024-03-01">')
    assert page.published.value is None
    assert [candidate.evidence for candidate in page.published.candidates] == [
        "meta article:modified_time: 2024-03-01"
    ]


def test_tags_that_contradict_each_other_leave_the_date_unknown() -> None:
    page = document(
        '<meta property="article:published_time" content="2024-03-01">'
        '<link rel="canonical" href="https://harbourpost.example/2022/07/18/quay">'
    )
    assert page.published.value is None
    assert len(page.published.candidates) == 2


def test_without_tags_the_lines_of_the_page_speak() -> None:
    page = document(body=f"<h1>Quay stays closed</h1><p>By Ilse Brandt</p><p>1 March 2024</p>{STORY}")
    assert page.title.value == "Quay stays closed"
    assert page.blocks[0].kind == "title"
    assert (page.author.value, page.published.value) == ("Ilse Brandt", "2024-03-01")


@pytest.mark.parametrize(
    "text", ["{", "[]", "null", '{"@type": 3}', '{"@graph": {"@type": "Article"}}', "[" * 9000]
)
def test_broken_json_ld_costs_nothing_but_itself(text: str) -> None:
    page = document(json_ld(text) + "<title>Quay closed</title>")
    assert page.title.value == "Quay closed"


def test_mojibake_in_a_page_is_repaired() -> None:
    wrong = STORY.encode().decode("gbk", errors="ignore")
    assert "鈥" in wrong
    page = document(body=wrong)
    assert "“We won’t open it a day too early,” Venn said" in page.text
    assert "鈥" not in page.text
    assert any(repair.guessed for repair in page.repairs)


def test_scripts_are_never_text() -> None:
    page = document(body=STORY + "<script>document.write('<p>The quay is open, said nobody.</p>')</script>")
    assert "nobody" not in page.text


def test_html_is_told_by_its_content(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("pages")
    (folder / "page.txt").write_text(f"\n<!-- saved --><html><body><article>{STORY}</article></body></html>")
    (folder / "plain.html").write_text("The quay of Ostrava is closed, Mara Venn said. a < b and c > d.\n")
    assert [document.media_type for document in read(folder)] == ["text/html", "text/plain"]


def test_a_page_without_text_is_refused_with_advice() -> None:
    with pytest.raises(SourceError, match=r"no main text found; save its text alone to a \.txt"):
        read(b"<html><body><nav><a href=/>Home</a></nav></body></html>")


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 50_000 + "<p>The quay is closed.</p>",
        "<html>" + "<b>" * 20_000 + "quay",
        "<html><body>" + "<p>The quay of Ostrava is closed until spring.</p>" * 5_000,
        "<html" + " a" * 20_000 + ">",
        "<!DOCTYPE html>" + "<!-- - -->" * 2_000,
        "<html><body><p>&#0;&#x110000;&bogus;" + "\x01" * 5 + "quay " * 50,
    ],
)
def test_a_hostile_page_is_read_or_refused(page: str) -> None:
    try:
        text = read(page.encode())[0].text
    except SourceError:
        return
    assert text


def test_a_page_without_tags_names_its_publisher_in_its_rights_or_its_title() -> None:
    page = document("<title>Quay closed | The Harbour Post</title>")
    assert (page.publisher.value, page.publisher.evidence) == (
        "The Harbour Post",
        "“Copyright 2031 The Harbour Post”",
    )
    assert page.title.value == "Quay closed"
    bare = read(
        f"<html><head><title>Quay closed - Fen Gazette</title></head><body>{STORY}</body></html>".encode()
    )[0]
    assert (bare.title.value, bare.publisher.value) == ("Quay closed", "Fen Gazette")


def test_a_title_with_a_dash_names_no_publisher() -> None:
    page = read(
        f"<html><head><title>The quay - and after</title></head><body>{STORY}</body></html>".encode()
    )[0]
    assert (page.title.value, page.publisher.value) == ("The quay - and after", None)


def test_a_tag_wins_over_the_lines_of_the_page() -> None:
    page = document('<meta property="og:site_name" content="Fen Gazette">')
    assert page.publisher.value == "Fen Gazette"


def test_the_dates_of_many_other_stories_are_not_all_read() -> None:
    times = "".join(f"<time pubdate>{day} May 2022</time>" for day in range(1, 29))
    assert len(document(body=times + STORY).published.candidates) <= 20


@pytest.mark.parametrize(
    "block",
    [
        pytest.param(
            "<blockquote><p>A ship has no heart, some say. It beats.</p></blockquote>", id="paragraph"
        ),
        pytest.param("<blockquote>A ship has no heart, some say. It beats.</blockquote>", id="loose"),
    ],
)
def test_a_block_quotation_says_that_it_is_one(block: str) -> None:
    story = "<p>Mara Venn told the crowd at the harbour what she had come to say on Monday:</p>"
    rest = "<p>She used <q>plain</q> words, and the crowd of four hundred went home before the rain.</p>"
    (document,) = read(f"<html><body><article>{story}{block}{rest}</article></body></html>".encode())
    reasons = {document.text[b.start : b.end]: b.reason for b in document.blocks if b.start is not None}

    assert reasons["A ship has no heart, some say. It beats."] == BLOCK_QUOTATION
    assert [reason for reason in reasons.values() if reason] == [BLOCK_QUOTATION]


@pytest.mark.parametrize(
    "script",
    [
        '<!-- {"@type": "NewsArticle", "headline": "Quay &amp; pier"} -->',
        '/*<![CDATA[*/ {"@type": "NewsArticle", "headline": "Quay & pier"} /*]]>*/',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Quay & pier"}\n//]]>',
        ' {"@type": "NewsArticle", "headline": "Quay & pier"};\n',
        '{"@type": "WebPage", "mainEntity": {"@type": "Report", "headline": "Quay & pier"}}',
    ],
)
def test_json_ld_is_read_as_pages_wrap_it(script: str) -> None:
    assert document(json_ld(script)).title.value == "Quay & pier"


def test_a_reference_to_nobody_names_nobody() -> None:
    author = (
        '{"@type": "NewsArticle", "headline": "Quay", "author": [{"@id": "#x"}, {"name": "Ilse Brandt"}]}'
    )
    assert document(json_ld(author)).author.value == "Ilse Brandt"


def test_authors_of_several_tags_are_named_together() -> None:
    metas = ["By Ilse Brandt", "Tomas Fen", "Ilse Brandt", "https://harbourpost.example/authors/7"]
    head = "".join(f'<meta name="author" content="{content}">' for content in metas)
    assert document(head).author.value == "Ilse Brandt, Tomas Fen"
