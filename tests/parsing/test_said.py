"""When something was said: only as precisely as the document's own words tell."""

import pytest

from quotes import parse
from tests.parsing.reading import only_claim, only_quote

PUBLISHED = "2024-03-14"
"""A Thursday."""


@pytest.mark.parametrize(
    ("words", "said_on"),
    [
        pytest.param("on Thursday", "2024-03-14", id="the day of publication"),
        pytest.param("on Wednesday", "2024-03-13", id="the day before"),
        pytest.param("Friday", "2024-03-08", id="the latest such day, not one to come"),
        pytest.param("on Monday morning", "2024-03-11", id="part of a day"),
        pytest.param("last Thursday", "2024-03-07", id="last, on the same weekday"),
        pytest.param("last Saturday", "2024-03-09", id="last, of the week before"),
        pytest.param("yesterday evening", "2024-03-13", id="part of yesterday"),
        pytest.param("last night", "2024-03-13", id="last night"),
        pytest.param("this morning", "2024-03-14", id="this morning"),
        pytest.param("this Tuesday", "2024-03-12", id="this, on a weekday of the same week"),
        pytest.param("two days ago", "2024-03-12", id="days ago"),
        pytest.param("the day before yesterday", "2024-03-12", id="the day before yesterday"),
        pytest.param("on Monday this week", "2024-03-11", id="weekday of this week"),
        pytest.param("on Monday of last week", "2024-03-04", id="weekday of last week"),
        pytest.param("on the 3rd of March", "2024-03-03", id="ordinal day of a month"),
        pytest.param("on 2024-03-03", "2024-03-03", id="digits"),
        pytest.param("last March", "2023-03", id="last, of this month's name"),
        pytest.param("last August", "2023-08", id="last, of a month to come this year"),
        pytest.param("in mid-2019", "2019", id="part of a year"),
        pytest.param("earlier in the day", "2024-03-14", id="earlier in the day"),
        pytest.param("Monday (March 11)", "2024-03-11", id="weekday with its day"),
        pytest.param("on Monday, March 4", "2024-03-04", id="weekday of a week before, with its day"),
        pytest.param("on Sunday, 3rd March 2024", "2024-03-03", id="ordinal day with its weekday"),
        pytest.param("on April 22 last year", "2023-04-22", id="day of last year"),
        pytest.param("in June last year", "2023-06", id="month of last year"),
        pytest.param("in late February", "2024-02", id="part of a month"),
        pytest.param("yesterday", "2024-03-13", id="yesterday"),
        pytest.param("today", "2024-03-14", id="today"),
        pytest.param("last month", "2024-02", id="last month"),
        pytest.param("last year", "2023", id="last year"),
        pytest.param("earlier this year", "2024", id="earlier this year"),
        pytest.param("on March 3", "2024-03-03", id="day without a year"),
        pytest.param("on 24 December", "2023-12-24", id="day without a year, in the year before"),
        pytest.param("in January", "2024-01", id="month without a year"),
        pytest.param("in May", "2023-05", id="month without a year, in the year before"),
        pytest.param("on 3 February 2022", "2022-02-03", id="full date"),
        pytest.param("on February 3, 2022", "2022-02-03", id="full date, month first"),
        pytest.param("on Thursday, February 3, 2022", "2022-02-03", id="full date with its weekday"),
        pytest.param("on Feb. 3, 2022", "2022-02-03", id="month shortened"),
        pytest.param("in May 2021", "2021-05", id="month and year"),
        pytest.param("in 2019", "2019", id="year"),
    ],
)
def test_a_date_phrase_beside_the_verb(words: str, said_on: str) -> None:
    after = only_quote(f"“We will not sell,” Mara Venn said {words}.", PUBLISHED)
    assert after.said_on == said_on
    assert after.said_evidence is not None
    assert after.said_evidence.endswith(words.removeprefix("on ").removeprefix("in "))


@pytest.mark.parametrize(
    ("text", "said_on"),
    [
        pytest.param("This morning Mara Venn said: “We will not sell.”", "2024-03-14", id="this, first"),
        pytest.param("On Monday, Ostrava’s mayor Mara Venn said: “We will not sell.”", "2024-03-11",
                     id="a possessive before the source"),
        pytest.param("In an interview aired Sunday by Ostrava’s Post, Mara Venn said: “We will not sell.”",
                     "2024-03-10", id="a possessive in the scene"),
        pytest.param("While addressing the people of Ostrava on Monday, Mara Venn said: “We will not sell.”",
                     "2024-03-11", id="while addressing"),
        pytest.param("Mara Venn told a March 3 news conference: “We will not sell.”", "2024-03-03",
                     id="the day of the conference told"),
        pytest.param("Mara Venn released a statement Saturday saying “we will not sell it”.",
                     "2024-03-09", id="the day of issuing the words"),
        pytest.param("“We will not sell,” said Mara Venn, the mayor, in an interview with the Post Monday.",
                     "2024-03-11", id="in an interview after the office"),
        pytest.param("On Monday, Mara Venn said: “We will not sell.”", "2024-03-11", id="first"),
        pytest.param("In May 2021, Mara Venn said: “We will not sell.”", "2021-05", id="month first"),
        pytest.param("In a speech on Monday, Mara Venn said: “We will not sell.”", "2024-03-11",
                     id="scene first"),
        pytest.param("At a rally in Ostrava on Monday, Mara Venn said: “We will not sell.”", "2024-03-11",
                     id="longer scene first"),
        pytest.param("Mara Venn on Monday said: “We will not sell.”", "2024-03-11", id="between"),
        pytest.param("“We will not sell,” said Mara Venn on Monday.", "2024-03-11", id="after the name"),
        pytest.param("“We will not sell,” Mara Venn told The Harbour Post on Monday.", "2024-03-11",
                     id="after the hearer"),
        pytest.param("“We will not sell,” Mara Venn said in an interview on Monday.", "2024-03-11",
                     id="after the occasion"),
        pytest.param("“We will,” Mara Venn said on Monday, after the fire of March 3.", "2024-03-11",
                     id="before another date"),
        pytest.param("Mara Venn, in a talk broadcast on Monday, said: “We will not sell.”", "2024-03-11",
                     id="in what stands between name and verb"),
        pytest.param("Mara Venn wrote in a letter dated 3 February 2022: “We will not sell.”", "2022-02-03",
                     id="of a document"),
        pytest.param("Mara Venn said in a statement released on Monday: “We will not sell.”", "2024-03-11",
                     id="of what was released"),
        pytest.param("“We will not sell,” Mara Venn said, speaking to reporters on Monday.", "2024-03-11",
                     id="with a participle"),
        pytest.param("Mara Venn praised the mill on Monday, saying “it is ours as long as the weir stands”.",
                     "2024-03-11", id="of the verb that the cue goes with"),
        pytest.param("“We will not sell,” Mara Venn said at Monday’s meeting.", "2024-03-11",
                     id="of the occasion's name"),
        pytest.param("In a 2019 interview, Mara Venn said: “We will not sell.”", "2019",
                     id="year of the occasion"),
        pytest.param("Mara Venn tweeted on Monday: “We will not sell.”", "2024-03-11", id="a tweet"),
    ],
)  # fmt: skip
def test_where_the_date_may_stand(text: str, said_on: str) -> None:
    assert only_quote(text, PUBLISHED).said_on == said_on


@pytest.mark.parametrize(
    "words",
    ["on Thursday", "yesterday", "today", "last month", "on March 3", "in May", "last Thursday", "this year"],
)
def test_without_a_publication_date_the_words_stay_words(words: str) -> None:
    quote = only_quote(f"“We will not sell,” Mara Venn said {words}.")

    assert quote.said_on is None
    assert quote.said_evidence is not None
    assert words.split()[-1] in quote.said_evidence


@pytest.mark.parametrize("published", ["2024-03", "2024"])
def test_a_month_of_publication_is_too_coarse_to_reckon_from(published: str) -> None:
    quote = only_quote("“We will not sell,” Mara Venn said on Thursday.", published)

    assert (quote.said_on, quote.said_evidence) == (None, "on Thursday")


def test_a_date_that_is_stated_in_full_needs_no_publication_date() -> None:
    assert only_quote("“We will not sell,” Mara Venn said on 3 February 2022.").said_on == "2022-02-03"


@pytest.mark.parametrize(
    "words",
    [
        "last week",
        "earlier this week",
        "over the weekend",
        "three years ago",
        pytest.param("last Monday", id="last, of the same week, may be the Monday before"),
        pytest.param("on Sunday last week", id="a weekday of another week"),
        pytest.param("on Tuesday, March 11", id="a day that was another weekday"),
    ],
)
def test_words_too_loose_for_a_date_are_kept_as_words(words: str) -> None:
    quote = only_quote(f"“We will not sell,” Mara Venn said {words}.", PUBLISHED)

    assert (quote.said_on, quote.said_evidence) == (None, words)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“The mill closed on Monday,” Mara Venn said.", id="in the quotation"),
        pytest.param(
            "“We will not sell,” Mara Venn said. The mill burned on Monday.", id="in the next sentence"
        ),
        pytest.param("The mill burned on Monday. “It was old,” Mara Venn said.", id="in the sentence before"),
        pytest.param("Mara Venn, who was elected in 2018, said: “It is ours.”", id="in a relative clause"),
        pytest.param(
            "Oren Tollan was elected on Monday, and Mara Venn said: “It is ours.”", id="in another clause"
        ),
        pytest.param(
            "“It is ours,” Mara Venn said. “It burned in May 2001.”", id="in the quotation's second part"
        ),
        pytest.param("“We will not sell,” Mara Venn said.", id="none"),
        pytest.param("“It is ours,” Mara Venn said of the fire on Monday.", id="what it is said of"),
        pytest.param(
            "“It is ours,” Mara Venn said ahead of the vote on Monday.", id="what it is said before"
        ),
        pytest.param("“It is ours,” Mara Venn has said since Monday.", id="the time since"),
        pytest.param(
            "Mara Venn praised the March 3 ruling as “a gift to the valley”.", id="the name of something"
        ),
        pytest.param("Mara Venn called Monday’s vote “a gift to the valley”.", id="whose vote"),
        pytest.param("OSTRAVA, 3 March - Mara Venn said: “It is ours.”", id="the dateline"),
        pytest.param("OSTRAVA, March 3: Mara Venn said: “It is ours.”", id="the dateline with a colon"),
        pytest.param("On Monday they met, and Mara Venn said: “It is ours.”", id="another verb's"),
        pytest.param(
            "Mara Venn ended her speech on Monday with Ada Brisk's words: “It is ours.”",
            id="words of another",
        ),
    ],
)
def test_a_date_of_something_else_does_not_date_the_words(text: str) -> None:
    for quote in parse(text, published=PUBLISHED).quotes:
        assert (quote.said_on, quote.said_evidence) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Mara Venn said that the mill closed on Monday.", id="with that"),
        pytest.param("Mara Venn said the mill had burned in May 2001.", id="without that"),
        pytest.param("The mill closed on Monday, Mara Venn said.", id="content first"),
    ],
)
def test_a_date_inside_a_claim_is_the_claims(text: str) -> None:
    claim = only_claim(text, PUBLISHED)

    assert (claim.said_on, claim.said_evidence) == (None, None)


def test_a_claim_has_the_date_of_its_verb() -> None:
    claim = only_claim("Mara Venn said on Monday that the mill would close on Friday.", PUBLISHED)

    assert (claim.text, claim.said_on, claim.said_evidence) == (
        "the mill would close on Friday",
        "2024-03-11",
        "on Monday",
    )


def test_each_verb_has_its_own_date() -> None:
    text = "“It is safe,” Mara Venn said on Monday. “It is not,” Mara Venn said on Tuesday."

    assert [quote.said_on for quote in parse(text, published=PUBLISHED).quotes] == [
        "2024-03-11",
        "2024-03-12",
    ]


def test_what_a_speaker_goes_on_to_say_belongs_to_the_same_occasion() -> None:
    text = (
        "“We will not sell,” Mara Venn said on Monday. “It is ours.”\n\n"
        "“It will stay ours,” she said.\n\nOren Tollan said nothing. “It will fall,” Ada Brisk said."
    )
    quotes = parse(text, published=PUBLISHED).quotes

    assert [(quote.speaker, quote.said_on) for quote in quotes] == [
        ("Mara Venn", "2024-03-11"),
        ("Mara Venn", "2024-03-11"),
        ("Mara Venn", "2024-03-11"),
        ("Ada Brisk", None),
    ]


def test_another_time_between_ends_the_occasion() -> None:
    text = "“We will not sell,” Mara Venn said on Monday.\n\nIt burned on Tuesday. “It is gone,” Venn said."

    assert [quote.said_on for quote in parse(text, published=PUBLISHED).quotes] == ["2024-03-11", None]


@pytest.mark.parametrize(("between", "said_on"), [(4, "2024-03-11"), (12, None)])
def test_a_far_paragraph_is_another_occasion(between: int, said_on: str | None) -> None:
    filler = "The weir is made of oak.\n\n" * between
    text = f"“We will not sell,” Mara Venn said on Monday.\n\n{filler}“It is ours,” Mara Venn said."

    assert [quote.said_on for quote in parse(text, published=PUBLISHED).quotes] == ["2024-03-11", said_on]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“It is ours,” Mara Venn told The Harbour Post.", id="told to somebody else"),
        pytest.param("“It is ours,” Mara Venn wrote on Facebook.", id="on another medium"),
        pytest.param("In an interview, Mara Venn said: “It is ours.”", id="in an interview"),
        pytest.param("Mara Venn has previously said: “It is ours.”", id="previously"),
        pytest.param("“It is ours,” Mara Venn had said.", id="before that"),
        pytest.param("“It is ours,” Mara Venn says.", id="in the present"),
        pytest.param("“It is ours,” Mara Venn said last year.", id="at another time"),
        pytest.param("When she was mayor, Mara Venn said: “It is ours.”", id="when she was something else"),
        pytest.param("“It is ours,” Oren Tollan said.", id="by somebody else"),
    ],
)
def test_what_is_told_of_another_occasion_keeps_out_of_the_date(text: str) -> None:
    before = "“We will not sell,” Mara Venn said on Monday.\n\n"
    first, second = parse(before + text, published=PUBLISHED).quotes

    assert first.said_on == "2024-03-11"
    assert second.said_on != "2024-03-11"


def test_the_dates_of_a_leap_year_and_a_new_year() -> None:
    said = "“We will not sell,” Mara Venn said {}."

    assert only_quote(said.format("yesterday"), "2024-03-01").said_on == "2024-02-29"
    assert only_quote(said.format("on Sunday"), "2024-01-01").said_on == "2023-12-31"
    assert only_quote(said.format("last month"), "2024-01-31").said_on == "2023-12"
    assert only_quote(said.format("in December"), "2024-01-31").said_on == "2023-12"


@pytest.mark.parametrize("published", ["yesterday", "14 March 2024 or so", "2024-13-45"])
def test_a_publication_date_that_is_none_is_refused(published: str) -> None:
    with pytest.raises(ValueError, match=r"(?i)iso|date|month"):
        parse("“We will not sell,” Mara Venn said.", published=published)


def test_by_a_month_at_the_start_of_a_sentence_tells_when() -> None:
    text = "In 2021 Mara Venn spoke of “a ship of fools.” By March 2023, Venn said that “all is full.”"
    dates = [quote.said_on for quote in parse(text, published="2024-05-14").quotes]
    assert dates == ["2021", "2023-03"]


@pytest.mark.parametrize(
    "words",
    ["on Monday and Tuesday", "last January", "on Sunday last week", "later that day", "on 2024-02-31"],
)
def test_words_that_fit_two_days_or_none_tell_neither(words: str) -> None:
    text = f"The mill is old.\n\nMara Venn, the minister, said {words} that the mill would close."
    claim = only_claim(text, PUBLISHED)
    assert claim.said_on is None


@pytest.mark.parametrize(
    ("opening", "said_on"),
    [
        ("The guild met in Ostrava on Tuesday.", "2024-03-12"),
        ("The guild met in Ostrava on March 4.", "2024-03-04"),
        ("The guild met in Ostrava.", "2024-03-14"),
        ("The guild met in Ostrava on Monday and Tuesday.", None),
    ],
)
def test_earlier_in_the_day_is_of_the_day_told_before(opening: str, said_on: str | None) -> None:
    text = f"{opening}\n\nMara Venn, the minister, said earlier in the day that the mill would close."
    claim = only_claim(text, PUBLISHED)
    assert claim.said_on == said_on
    assert (claim.said_evidence or "").startswith("earlier in the day")


FAR = "\n\n".join(["The mill stands by the river.", "It has two wheels.", "Both are old."])


@pytest.mark.parametrize(
    ("between", "said_on"),
    [
        (FAR, "2024-03-12"),
        (f"{FAR}\n\nThe wheels stopped on Tuesday.\n\n{FAR}", "2024-03-12"),
        (f"The wheels stopped on Monday.\n\n{FAR}", None),
    ],
)
def test_earlier_in_the_day_is_of_the_only_day_told_so_far(between: str, said_on: str | None) -> None:
    text = (
        f"The guild met in Ostrava on Tuesday.\n\n{between}\n\n"
        "Speaking during a meeting with Oren Tollan earlier in the day, Mara Venn said that the mill would "
        "close.\n\nTollan said that it would not."
    )
    assert [claim.said_on for claim in parse(text, published=PUBLISHED).claims] == [said_on, said_on]


@pytest.mark.parametrize(
    ("answer", "said_on"),
    [
        ("Tollan said that it would not.", "2024-03-12"),
        ("Tollan has said that it would not.", None),
        ("Tollan said on Wednesday that it would not.", "2024-03-13"),
        ("Edda Marsh said that it would not.", None),
    ],
)
def test_who_is_told_something_answers_at_the_same_occasion(answer: str, said_on: str | None) -> None:
    text = f"Mara Venn told Oren Tollan on Tuesday that the mill would close.\n\n{answer}"
    assert [claim.said_on for claim in parse(text, published=PUBLISHED).claims] == ["2024-03-12", said_on]


def test_who_is_spoken_to_is_the_addressee() -> None:
    text = "Speaking to Oren Tollan, Mara Venn said that the mill would close."
    assert only_claim(text, PUBLISHED).addressee == "Oren Tollan"


def test_a_deadline_dates_nothing() -> None:
    (quote,) = parse("“It will be done by March 2023,” Mara Venn said.", published="2024-05-14").quotes
    assert quote.said_on is None


@pytest.mark.parametrize("words", ["on 3 April 2025", "in May 2024", "in 2025", "on 16 March 2024"])
def test_nothing_is_reported_before_it_was_said(words: str) -> None:
    quote = only_quote(f"“We will not sell,” Mara Venn said {words}.", PUBLISHED)
    assert (quote.said_on, quote.said_evidence) == (None, words)


def test_where_it_is_tomorrow_already_words_are_reported_today() -> None:
    assert (
        only_quote("“We will not sell,” Mara Venn said on 15 March 2024.", PUBLISHED).said_on == "2024-03-15"
    )
