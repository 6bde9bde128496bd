"""PDF files: pages, paragraphs, running heads, and files that are traps. (Whole files: the corpus.)"""

import logging
import random
import zlib
from collections.abc import Sequence
from itertools import product
from pathlib import Path

import pytest

from quotes import read
from quotes.document import Document
from quotes.errors import SourceError
from quotes.sources.pdf import budget
from quotes.sources.pdf.layout import laid_out
from quotes.sources.pdf.pages import Line, Pages
from quotes.sources.pdf.running import running_lines
from tests.corpus.make_pdf import Sheet, pdf

CORPUS = Path(__file__).parent.parent / "corpus"
WORDS = map("".join, product("bdfgklmnprst", "aeiou", "bdfgklmnprst", "aeiou"))


def wide() -> str:
    """A line as wide as the others, unlike any other."""
    return f"The harbour board of Port Ellen has met and talked about the {next(WORDS)} and the dues again"


def the(document: list[Document]) -> Document:
    (only,) = document
    return only


def lines(*texts: str, page: int = 0, top: float = 700, step: float = 14, x: float = 72) -> list[Line]:
    """Lines of one size below each other."""
    return [Line(text, page, x, top - index * step, 11) for index, text in enumerate(texts)]


def paragraphs_of(*pages: Sequence[Line]) -> list[str]:
    """The paragraphs of the lines of several pages."""
    found = laid_out(Pages(tuple(line for page in pages for line in page), ("1", "2", "3", "4"), ()))
    return found.text[: found.end].split("\n\n")


def drawn(content: bytes, pages: int = 1, form: bytes = b"") -> bytes:
    """A PDF whose pages all draw `content`, which may use the font /F and the form /P."""
    from tests.corpus.make_pdf import _file

    data = zlib.compress(content)
    fonts = b"/Resources << /Font << /F 3 0 R >> /XObject << /P 4 0 R >> >>"
    return _file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [" + b"6 0 R " * pages + b"] /Count %d >>" % pages,
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] %s /Length %d >>\nstream\n"
            % (fonts, len(form))
            + form
            + b"\nendstream",
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(data) + data + b"\nendstream",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R %s >>" % fonts,
            b"<< >>",
        ]
    )


def test_lines_become_a_paragraph_and_a_wider_gap_begins_another() -> None:
    first, second = lines(line := wide(), "and nothing came of it."), lines("Mara Venn left early.", top=660)
    assert paragraphs_of([*first, *second]) == [f"{line} and nothing came of it.", "Mara Venn left early."]


def test_an_indented_line_begins_a_paragraph() -> None:
    page = [
        *lines(wide(), wide(), wide()),
        *lines(indented := wide(), top=658, x=90),
        *lines(wide(), wide(), top=644),
    ]
    assert [text.startswith(indented) for text in paragraphs_of(page)] == [False, True]


def test_a_line_that_had_room_for_the_next_word_was_ended_on_purpose() -> None:
    a, b, c, d = (wide() for _ in range(4))
    page = lines(a, b, "Mara Venn", "Minister of Ports", c, d)
    assert paragraphs_of(page) == [f"{a} {b} Mara Venn", "Minister of Ports", f"{c} {d}"]


@pytest.mark.parametrize(
    ("before", "end", "start", "joined"),
    [
        ("", ", and", "then the rain came over the sea and stayed for three days and nights.", True),
        ("", " and", "Mara Venn spoke about the rain, which had come over the sea that night.", True),
        ("", ".", "Mara Venn spoke about the rain, which had come over the sea that night.", False),
        ("“", ".", "We shall see what the rain brings, as we have seen before,” she said then.", True),
        ("“", ".”", "“We shall see what the rain brings, as we have seen before,” she said then.", False),
    ],
)
def test_a_paragraph_runs_on_over_the_end_of_a_page_or_does_not(
    before: str, end: str, start: str, joined: bool
) -> None:
    first = lines(before + wide(), wide(), wide(), wide() + end)
    found = paragraphs_of(first, lines(start, wide(), wide(), wide(), page=1))
    assert len(found) == (1 if joined else 2)


def test_in_a_text_with_indents_a_page_that_begins_without_one_goes_on() -> None:
    first = [
        *lines(wide(), wide()),
        *lines(wide(), top=672, x=90),
        *lines(f"{wide()}", wide(), f"{wide()}.", top=658),
    ]
    assert len(paragraphs_of(first, lines(wide(), wide(), page=1))) == 2
    indented = [*lines(wide(), page=1, x=90), *lines(wide(), wide(), page=1, top=686)]
    assert len(paragraphs_of(first, indented)) == 3


def test_a_footnote_does_not_break_the_paragraph_that_runs_on_below_it() -> None:
    a, b, c = (wide() for _ in range(3))
    note = Line("1 Minutes of the board.", 0, 72, 60, 8)
    body = lines(a, b, f"{c} and"), lines("then rain came.", page=1)
    found = laid_out(Pages((*body[0], note, *body[1]), ("4", "5"), ()))
    assert found.text == f"{a} {b} {c} and then rain came.\n\n1 Minutes of the board."
    assert [(page.label, found.text[page.start :][:4]) for page in found.pages] == [
        ("4", "The "),
        ("5", "then"),
        ("4", "1 Mi"),
    ]


def test_each_line_of_a_table_of_contents_stays_a_line() -> None:
    page = lines(
        "Dues . . . . . . . . . . . . 4", "Boats . . . . . . . . . . . . 12", "Cranes ......... iv", wide()
    )
    assert len(paragraphs_of(page)) == 4


def test_heads_of_chapters_are_running_heads_where_most_pages_have_one_there() -> None:
    heads = ["Ports 2", "Ports 3", "Boats 4", "Boats 5", "Boats 6"]
    pages = [[Line(head, n, 72, 800, 9), *lines(wide(), wide(), page=n)] for n, head in enumerate(heads)]
    dropped = running_lines([line for page in pages for line in page], len(pages))
    assert sorted(line.text for line in dropped) == sorted(heads)


def test_a_line_that_comes_back_at_another_height_is_text() -> None:
    pages = [[Line("So it was.", n, 72, 800 - 30 * n, 11), *lines(wide(), page=n)] for n in range(4)]
    assert running_lines([line for page in pages for line in page], 4) == frozenset()


def test_the_bytes_are_kept_and_dropped_lines_have_their_words() -> None:
    path = CORPUS / "pdf" / "report.pdf"
    document = the(read(path))
    assert document.original == path.read_bytes()
    assert document.offsets is None
    dropped = [block for block in document.blocks if block.reason == "running head, foot or page number"]
    assert [block.words for block in dropped[:2]] == [
        "Quayside Institute | Harbour Dues and the Small Boat",
        "Page 1 of 3",
    ]
    for block in document.blocks:
        assert (block.words is None) == (block.start is not None)


def test_the_day_the_file_was_made_is_only_a_hint() -> None:
    document = the(read(CORPUS / "pdf" / "report.pdf"))
    assert document.published.value is None
    assert [candidate.value for candidate in document.published.candidates] == ["2024-03-18"]


@pytest.mark.parametrize(
    "title", ["untitled", "Microsoft Word - x.doc", "report_final_v2", "x.indd", "Slide 1", "12"]
)
def test_a_title_that_a_program_made_up_is_none(title: str) -> None:
    assert the(read(pdf([short()], {"Title": title, "Author": "jdoe"}))).title.value is None


def test_a_title_and_an_author_are_taken_from_the_properties() -> None:
    document = the(read(pdf([short()], {"Title": "Dues: A Report", "Author": "Mara Venn"})))
    assert (document.title.value, document.title.evidence) == ("Dues: A Report", "PDF Title")
    assert (document.author.value, document.author.evidence) == ("Mara Venn", "PDF Author")


def short() -> Sheet:
    sheet = Sheet()
    sheet.flow(
        "“The board has met and talked about the boats again,” said Mara Venn, who was there and has told "
        "it often since. It rained all day.",
        760,
    )
    return sheet


@pytest.mark.parametrize(
    "labels", ["0 << /S /r /St 9999 >>", "0 << /P (" + "x" * 400 + ") >>", "oops", "0 7"]
)
def test_labels_that_are_none_give_the_number_of_the_page(labels: str) -> None:
    assert [page.label for page in the(read(pdf([short()], labels=labels))).pages] == ["1"]


def test_mojibake_is_repaired_and_the_pages_still_begin_at_their_first_letters() -> None:
    one, two = Sheet(), Sheet()
    one.flow("The cafÃ© by the quay closed on Monday, Mara Venn said, and the dÃ©jeuner with it.", 760)
    two.flow("â€œNobody cameâ€ to the cafÃ©, she said, and it stayed closed for the whole winter.", 760)
    document = the(read(pdf([one, two])))
    assert document.text.startswith("The café by the quay")
    assert document.text[document.pages[1].start :].startswith("“Nobody came")


def test_nothing_of_what_the_library_logs_reaches_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    handlers = list(logging.getLogger("pypdf").handlers)
    read(CORPUS / "pdf" / "broken-table.pdf")
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("pypdf").handlers == handlers
    assert logging.getLogger("pypdf").propagate


@pytest.mark.parametrize(
    ("content", "pages", "form"),
    [
        (b"BT /F 1 Tf 10 10 Td (abc) Tj ET\n" * 3_000, 1, b""),
        (b"BT /F 1 Tf 10 10 Td (abc) Tj ET\n" * 30, 100, b""),
        (b"/P Do\n" * 100, 1, b"BT /F 1 Tf 10 10 Td (abc) Tj ET\n" * 30),
        (b"BT /F 1 Tf [" + b"(a) 1 " * 10_000 + b"] TJ ET", 1, b""),
    ],
    ids=["page", "pages", "form", "letters"],
)
def test_what_never_ends_is_given_up(
    monkeypatch: pytest.MonkeyPatch, content: bytes, pages: int, form: bytes
) -> None:
    monkeypatch.setattr(budget, "MAX_PDF_OPERATIONS", 10_000)
    with pytest.raises(SourceError, match=r"^trap\.pdf: this PDF draws more than [^\n]+$"):
        read(drawn(content, pages, form), name="trap.pdf")


@pytest.mark.parametrize("content", [b" " * 40_000_000, b"[" * 100_000], ids=["bomb", "nested"])
def test_a_page_that_is_a_trap_is_one_clear_line(content: bytes) -> None:
    with pytest.raises(SourceError, match=r"^trap\.pdf: [^\n]+$"):
        read(drawn(content), name="trap.pdf")


def test_damaged_files_are_read_or_refused_and_never_crash() -> None:
    chance = random.Random(4)  # noqa: S311
    whole = [(CORPUS / "pdf" / name).read_bytes() for name in ("report.pdf", "locked-for-changes.pdf")]
    for _ in range(60):
        content = bytearray(chance.choice(whole))
        for _ in range(chance.choice((1, 5, 30))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        try:
            document = the(read(bytes(content), name="damaged.pdf"))
        except SourceError:
            continue
        else:
            assert all(0 <= page.start <= len(document.text) for page in document.pages)


def test_lines_of_the_text_that_are_alike_on_two_pages_are_no_running_heads() -> None:
    first, second = (
        lines("The board met for the 9th time in", *(wide() for _ in range(9)), page=n) for n in (0, 1)
    )
    assert not running_lines([*first, *second], 2)
    heads = [Line("The Harbour Report 9", n, 72, 740, 11) for n in (0, 1)]
    assert running_lines([heads[0], *first, heads[1], *second], 2) == frozenset(heads)


def test_one_word_without_end_takes_no_time() -> None:
    (document,) = read(drawn(b"BT /F 11 Tf\n" + b"(abcdefghij) Tj\n" * 15_000), name="trap.pdf")
    assert document.text == "abcdefghij" * 15_000


def test_a_paragraph_over_thousands_of_lines_is_whole() -> None:
    page = [
        Line(f"the {word} of the harbour is open, as the board has said", 0, 72, -n * 12, 11)
        for n, word in zip(range(5_000), WORDS, strict=False)
    ]
    assert paragraphs_of(page) == [" ".join(line.text for line in page)]


def test_a_page_that_shows_more_than_any_page_is_a_trap() -> None:
    with pytest.raises(SourceError, match=r"^trap\.pdf: this PDF draws more than [^\n]+$"):
        read(drawn(b"BT /F 11 Tf (" + b"a" * 600_000 + b") Tj"), name="trap.pdf")
