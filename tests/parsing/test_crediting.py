"""Which mention a quotation is credited to, and which marks set off no words of anybody."""

import pytest

from quotes import parse
from tests.parsing.reading import only_quote


def mentions_of(text: str) -> list[tuple[str, str | None]]:
    """The outermost quotations of `text`, each with the mention it is credited to."""
    return [(quote.text, quote.mention) for quote in parse(text).quotes if quote.nested_in is None]


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        pytest.param(
            "Mara Venn, who has in the past described Oren Tollan as “a small tyrant,” left.",
            "Mara Venn",
            id="phrase between auxiliary and verb",
        ),
        pytest.param(
            "OSTRAVA (HP) – Mara Venn has taken a swipe at Oren Tollan, saying that “hasty words” do harm.",
            "Mara Venn",
            id="dateline",
        ),
        pytest.param(
            "Speaking in his own voice again, he turned to the crowd, saying: “The tide will not wait.”",
            "he",
            id="opening participle",
        ),
        pytest.param(
            "Hours later, Mara Venn returned the compliment, telling reporters, “We are old friends.”",
            "Mara Venn",
            id="opening words that say when",
        ),
        pytest.param(
            "At the time, she released a statement saying, “The mill has been a good neighbour.”",
            "she",
            id="who issues a statement",
        ),
        pytest.param(
            "The mill closed, with Senator Mara Venn telling reporters it was “a dark day” for the town.",
            "Mara Venn",
            id="with somebody telling",
        ),
        pytest.param(
            "Oren Tollan, who used to work at the mill, said it was “a dark day” for the town.",
            "Oren Tollan",
            id="relative clause",
        ),
        pytest.param(
            "An official who asked not to be named to discuss strategy said “the door is open” to talks.",
            "An official",
            id="relative clause without commas",
        ),
        pytest.param(
            "Oren Tollan, an aide said, “is very sure of himself and of the mill.”",
            "an aide",
            id="a name that the words are about",
        ),
        pytest.param(
            "As Oren Tollan praised the mayor, the crowd shouted, “We will not sell!”",
            "the crowd",
            id="subject after a clause",
        ),
        pytest.param(
            "Mara Venn (HP-Ostrava) refused to say, responding that she is “not going to discuss the mill.”",
            "Mara Venn",
            id="brackets after the name",
        ),
        pytest.param(
            "One engineer inside the mill tried to calm them, saying it was “not a big deal around here.”",
            "One engineer",
            id="a noun of no list",
        ),
        pytest.param(
            "Mara Venn noted that she had run the mill, and added: “I know a little about this.”",
            "Mara Venn",
            id="verb joined to the main one",
        ),
        pytest.param("Stated Oren Tollan: “We will not sell the mill.”", "Oren Tollan", id="verb first"),
        pytest.param(
            "The council filed a complaint, according to which the mill is “a danger to the river.”",
            "a complaint",
            id="according to which",
        ),
        pytest.param(
            "The mill was never “more than a shed with a wheel,” as Mara Venn put it.",
            "Mara Venn",
            id="as somebody puts it",
        ),
        pytest.param("Some chanted “Sell the mill!” outside.", "Some", id="some as a pronoun"),
    ],
)  # fmt: skip
def test_the_subject_of_the_verb_is_credited(text: str, mention: str) -> None:
    assert only_quote(text).mention == mention


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        pytest.param("“We love this mill!” beamed Oren Tollan.", "Oren Tollan", id="unlisted, inverted"),
        pytest.param("“The river was ours first,” the suit says.", "the suit", id="unlisted noun"),
        pytest.param(
            "Oren Tollan’s remark that “there is a special place for millers” angered many.",
            "Oren Tollan",
            id="whose remark",
        ),
        pytest.param("Oren Tollan’s “dirty river” remark angered many.", "Oren Tollan", id="remark after"),
        pytest.param(
            "Mara Venn issued a statement, “Last night the river rose again over the weir.”",
            "Mara Venn",
            id="issued a statement",
        ),
        pytest.param("Mara Venn was blunt: “We will not sell.”", "Mara Venn", id="colon"),
        pytest.param(
            "“We will not sell,” Mara Venn, an analyst at the Harbour Bank based in Ostrava.",
            "Mara Venn",
            id="name and office without a verb",
        ),
        pytest.param(
            "The plan was described by Oren Tollan as “a joke on us all”.",
            "Oren Tollan",
            id="agent of a passive",
        ),
        pytest.param(
            "“We respect the court’s finding “ Mara Venn said.", "Mara Venn", id="opening mark that closes"
        ),
    ],
)
def test_a_source_is_known_by_its_place_beside_the_words(text: str, mention: str) -> None:
    assert only_quote(text).mention == mention


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("She opened a small shop called “Riverlight” last year.", id="called, for a name"),
        pytest.param("“We are tired.”\n\nThe mayor told “Harbour Talk” the mill is safe.", id="addressee"),
        pytest.param("She sang works such as “The Long Weir” and left.", id="such as"),
        pytest.param("The council met on Monday.\n\n“SMOOTH WATERS”\n\nIt rained.", id="heading"),
        pytest.param("The director, Oren “Tolly” Tollan, spoke of the mill.", id="nickname"),
        pytest.param("He said nothing and made an “L” with his hand.", id="letter"),
        pytest.param("The law does not define what “danger” means.", id="word explained"),
        pytest.param("She says the board hopes for a ‘yes’ vote in May.", id="vote"),
        pytest.param(
            "It was the one scene of the play that I could term “dull” at all.", id="writer's own word"
        ),
        pytest.param("Slang terms such as “the wet hour” fill the book.", id="examples of a noun"),
    ],
)
def test_names_terms_addressees_and_headings_are_nobodys_words(text: str) -> None:
    nobodys = {"Riverlight", "Harbour Talk", "The Long Weir", "SMOOTH WATERS", "Tolly", "L", "danger", "yes"}
    assert not (nobodys | {"dull", "the wet hour"}) & {words for words, _ in mentions_of(text)}


def test_a_title_that_somebody_is_called_by_is_a_quotation() -> None:
    assert mentions_of("Mara Venn called Oren Tollan “The Miller of the Free World.”") == [
        ("The Miller of the Free World.", "Mara Venn")
    ]


def test_every_part_of_a_quoted_list_is_credited() -> None:
    text = (
        "Here are the reasons in Anna Tollan’s own words:\n\n"
        "1.“The mill has never paid for the water it takes.\n\n"
        "2.It has never paid for the road it uses.”\n\n"
    )
    assert [mention for _, mention in mentions_of(text)] == ["Anna Tollan", "Anna Tollan"]


def test_a_line_below_a_quotation_signs_it() -> None:
    text = "The letters came in for weeks.\n\n“The river belongs to all of us.”\n\n- Mara Venn, Ostrava\n\n"
    assert mentions_of(text) == [("The river belongs to all of us.", "Mara Venn")]


def test_a_quotation_on_its_own_goes_on_from_the_last_one() -> None:
    text = (
        "“It is a nice mill,” said Mara Venn.\n\nThe wheel turns all day.\n\n"
        "“I guess I come because I like the sound of the water.”\n\nIt rained."
    )
    assert [mention for _, mention in mentions_of(text)] == ["Mara Venn", "Mara Venn"]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        pytest.param(
            "“Then he said to me, ‘Go home at once,’” Venn said.", ["Go home at once,"], id="retold"
        ),
        pytest.param("“A man came. He asked, ‘Is it safe?’” Venn said.", ["Is it safe?"], id="asked"),
        pytest.param("“A man came. He said, ‘Yes.’” Venn said.", [], id="a word"),
        pytest.param("“People will say, ‘They did not care,’ again,” Venn said.", [], id="may be said"),
        pytest.param("“He was like, ‘We do not want this.’” Venn said.", [], id="like"),
        pytest.param("“You cannot say, ‘Let the people speak,’ and go,” Venn said.", [], id="not to be said"),
    ],
)
def test_only_words_that_are_told_as_said_are_nested_quotations(text: str, inner: list[str]) -> None:
    assert [q.text for q in parse(text).quotes if q.nested_in is not None] == inner


def test_words_of_nobody_stay_nobodys_however_many() -> None:
    assert mentions_of("“We go home.” " * 50) == []


@pytest.mark.parametrize(
    "text",
    [
        "The report, titled “Why the river is dying and what to do”, was published by the Lake Authority.",
        "Speaking at a forum entitled “Rivers are life: save them”, Mara Venn said the plan was ready.",
        "Mara Venn wrote a book titled “We Shall Not Sell the Mill Today”.",
    ],
)
def test_a_title_is_nobodys_words_even_as_a_sentence(text: str) -> None:
    assert parse(text).quotes == ()
