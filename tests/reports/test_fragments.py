"""Links that open a page at the words: what stands in them, and that a browser finds the words by it."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.reports.fragments import Links, link
from quotes.reports.passages import EXACT_MAX
from tests.reports.build import document, statement

PAGE = "https://harbourpost.example/dues"
TEXT = (
    "Ostrava has a “no-limits” friendship.\n"
    "It has no-limits, she said.\n\n"
    "“We don’t pay twice,” she said, “and the cafés won’t either.”\n"
    "We don’t pay twice, ever, she said.\n"
    "The first long statement of the day, which was made before lunch by the minister herself and nobody "
    "else, went on and\nover the line, said she."
)


def linked(words: str, text: str = TEXT, which: int = 0, url: str = PAGE) -> str:
    """What follows the address in the link to `words`, where they stand in the text for the nth time."""
    start = [match.start() for match in re.finditer(re.escape(words), text)][which]
    made = link(url, text, start, start + len(words))
    assert made is not None
    assert made.startswith(f"{url}#")
    return made.removeprefix(f"{url}#")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # The examples of the specification, made the other way round: from the words to the link.
        ("Here is an example text fragment.", "an example text fragment", "an%20example%20text%20fragment"),
        ("this is an example text fragment", "an example", "this%20is-,an%20example,-text%20fragment"),
        (
            "a b, c & d - e f g h i j k l m n",
            "b, c & d - e f g h i j",
            "b%2C%20c%20%26%20d%20%2D%20e%20f%20g%20h%20i%20j",
        ),
    ],
)
def test_links_are_as_the_specification_has_them(text: str, words: str, expected: str) -> None:
    assert linked(words, text) == f":~:text={expected}"


def test_the_marks_around_a_passage_and_its_last_comma_are_not_looked_for() -> None:
    assert linked("and the cafés won’t either.") == ":~:text=and%20the%20caf%C3%A9s%20won%E2%80%99t%20either"


def test_words_that_stand_there_twice_are_told_apart_by_what_is_around_them() -> None:
    first, second = linked("We don’t pay twice,"), linked("We don’t pay twice,", which=1)
    assert unquote(first) == ":~:text=We don’t pay twice,-,” she said,"
    assert unquote(second).endswith("-,We don’t pay twice,-, ever, she")


def test_a_short_phrase_has_its_context_even_where_it_stands_alone() -> None:
    assert unquote(linked("floating", "They call the plan floating in the end of the day.")) == (
        ":~:text=call the plan-,floating,-in the end"
    )


def test_a_long_passage_is_named_by_its_first_and_last_words() -> None:
    start, end = TEXT.index("The first"), TEXT.index(", went on")
    assert end - start > EXACT_MAX
    made = link(PAGE, TEXT, start, end)
    assert (
        made == f"{PAGE}#:~:text=The%20first%20long%20statement%20of,minister%20herself%20and%20nobody%20else"
    )


def test_a_passage_over_two_lines_is_named_by_its_edges_since_browsers_look_within_paragraphs() -> None:
    assert linked("nobody else, went on and\nover the line") == (
        ":~:text=nobody%20else%2C%20went%20on%20and,over%20the%20line"
    )


@pytest.mark.parametrize(
    ("url", "made"),
    [
        ("https://a.example/x?y=1&z=a-b", "https://a.example/x?y=1&z=a-b#:~:text="),
        ("http://a.example/#part", "http://a.example/#part:~:text="),
        ("https://a.example/#part:~:text=other&selector(x)", "https://a.example/#part:~:text="),
        ("HTTPS://A.example/ostrava", "HTTPS://A.example/ostrava#:~:text="),
        (" https://a.example/ \n", "https://a.example/#:~:text="),
        ('https://a.example/#"><script>', "https://a.example/#%22%3E%3Cscript%3E:~:text="),
    ],
)
def test_the_address_stays_and_so_does_the_part_of_the_page_it_names(url: str, made: str) -> None:
    assert link(url, TEXT, 0, 36) == f"{made}Ostrava%20has%20a%20%E2%80%9Cno%2Dlimits%E2%80%9D%20friendship"


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "ftp://a.example/x",
        "file:///etc/hosts",
        "javascript:alert(1)//https://a.example",
        "a.example/x",
        "https://",
        "https://a.example/x y",
        'https://a.example/"onmouseover=',
        "https://a.example/\x1b[2J",
        "doi:10.1000/1",
    ],
)
def test_what_is_no_page_on_the_web_has_no_link(url: str | None) -> None:
    assert link(url, TEXT, 0, 37) is None


def test_without_a_letter_there_is_nothing_to_look_for() -> None:
    assert link(PAGE, "He said: “…!”", 9, 12) is None


def test_a_place_inside_a_word_is_widened_to_the_word() -> None:
    text = "They are uncooperative about the harbour dues today."
    assert unquote(linked("cooperative about the harbour du", text)) == (
        ":~:text=uncooperative about the harbour dues"
    )


def test_a_word_inside_another_is_not_taken_for_it() -> None:
    text = "The harbour masters of Ostrava met. The harbour master of Ostrava met the others twice."
    assert unquote(linked("The harbour master of Ostrava", text)) == ":~:text=The harbour master of Ostrava"


def test_capitals_accents_and_blanks_tell_no_words_apart_as_in_browsers() -> None:
    text = "THE CAFES  WON'T PAY TWICE, they say.\nThe cafés won't pay twice, they write."
    assert "-,The cafés won't pay twice,-" in unquote(linked("The cafés won't pay twice", text))


def test_scripts_without_blanks_can_be_named_too() -> None:
    text = "部长说我们不会付两次港口费因为这不公平而且没有人问过我们的意见。"
    assert unquote(linked("我们不会付两次港口费", text)).startswith(":~:text=")


def test_a_word_without_end_is_no_link() -> None:
    assert link(PAGE, "x" * 5000, 0, 5000) is None


def test_a_large_text_of_one_word_over_and_over_takes_no_time() -> None:
    text = "the dues " * 100_000
    made = link(PAGE, text, 450_000, 450_008)
    assert made is not None
    assert len(made) < 400


def test_links_are_made_of_statements_with_the_text_of_their_document() -> None:
    made = Links({"daaaaaaaaaa": TEXT}.__getitem__)
    words = "the cafés won’t either"
    stored = statement(words, start=TEXT.index(words), document=document())
    assert made.of(stored) == f"{PAGE}#:~:text=the%20caf%C3%A9s%20won%E2%80%99t%20either"
    assert made.of(statement(document=document(url=None, id="dbbbbbbbbbb"))) is None


WORDS = st.lists(
    st.sampled_from(["the", "dues", "rise", "again", "“no", "way,”", "Venn", "said.", "-"]),
    min_size=1,
    max_size=60,
)


@given(st.lists(WORDS, min_size=1, max_size=4), st.data())
def test_a_browser_finds_the_words_first_unless_nothing_tells_them_apart(
    lines: list[list[str]], data: st.DataObject
) -> None:
    text = "\n".join(" ".join(line) for line in lines)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    made = link(PAGE, text, start, end)
    if made is None:
        assert not any(map(str.isalnum, text[start:end]))
        return
    prefix, first, last, suffix = parsed(made)
    found = found_by(text, prefix, first, last, suffix)
    assert found is not None
    words = text[start:end]
    if len(words) <= EXACT_MAX and "\n" not in words:
        letters = re.sub(r"\W", "", words)
        assert letters in re.sub(r"\W", "", text[slice(*found)])
    if not prefix and not suffix and any(map(str.isalnum, beside(text, start, end))):
        assert found[0] <= end
        assert found[1] > start


def beside(text: str, start: int, end: int) -> str:
    """What else stands in the lines of a passage: a browser looks for context in its own paragraph."""
    start += len(text[start:end]) - len(text[start:end].lstrip(" \n-“”.,"))
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return text[first:start] + text[end : len(text) if last < 0 else last]


def parsed(made: str) -> tuple[str, str, str, str]:
    """The parts of a directive, read as the specification says."""
    terms = made.partition(":~:text=")[2].split(",")
    prefix = terms.pop(0)[:-1] if terms[0].endswith("-") else ""
    suffix = terms.pop()[1:] if terms[-1].startswith("-") else ""
    first, last = (*terms, "")[:2]
    return unquote(prefix), unquote(first), unquote(last), unquote(suffix)


def found_by(text: str, prefix: str, first: str, last: str, suffix: str) -> tuple[int, int] | None:
    """What a browser would show first."""

    def term(words: str) -> str:
        return (
            r"(?<!\w)" * words[:1].isalnum()
            + r"\s+".join(map(re.escape, words.split()))
            + r"(?!\w)" * words[-1:].isalnum()
        )

    before = term(prefix) + r"\s*" if prefix else ""
    after = r"(?=\s*" + term(suffix) + ")" if suffix else ""
    between = r"[\s\S]*?" + term(last) if last else ""
    match = re.search(before + "(" + term(first) + between + ")" + after, text, re.IGNORECASE)
    return match.span(1) if match else None
