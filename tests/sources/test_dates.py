from datetime import date, timedelta

import pytest

from quotes import read
from quotes.document import DateCandidate, Precision, contradictory
from quotes.sources.metadata.dates import find_date, labelled_date, url_date
from quotes.sources.metadata.publication import ADDRESS, LINE, MENTIONED, MODIFIED, TAG, published
from tests.sources.pages import STORY


def day(value: str, evidence: str = "somewhere") -> DateCandidate:
    return DateCandidate(value, "day" if len(value) == 10 else "month", evidence)


def weighed(value: str, confidence: float) -> DateCandidate:
    precision: Precision = "day" if len(value) == 10 else "month" if len(value) == 7 else "year"
    return DateCandidate(value, precision, "somewhere", confidence)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("1 Mar 2024", "2024-03-01"),
        ("March 1, 2024", "2024-03-01"),
        ("Friday, 1st March 2024 10:22 EST", "2024-03-01"),
        ("the 25th of July 2022", "2022-07-25"),
        ("Sept. 5, 2021", "2021-09-05"),
        ("2024-03-01T09:00:00Z", "2024-03-01"),
        ("March 2023", "2023-03"),
        ("31 February 2020", None),
        ("March 14", None),
        ("in 2023", None),
        ("3/4/2024", None),
        ("On Monday", None),
    ],
)
def test_only_dates_with_their_year_are_dates(line: str, value: str | None) -> None:
    found = find_date(line)
    assert (found.value if found else None) == value


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Published: March 1, 2024", "2024-03-01"),
        ("Published on Friday, 1 March 2024", "2024-03-01"),
        ("Date: 2024-03-01", "2024-03-01"),
        ("Updated: March 1, 2024", None),
        ("Last modified 1 March 2024", None),
        ("Published by the guild, it was first read on 1 March 2024", None),
    ],
)
def test_a_label_says_what_a_date_is(line: str, value: str | None) -> None:
    found = labelled_date(line)
    assert (found.value if found else None) == value


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://post.example/2022/07/18/quay-closed/", "2022-07-18"),
        ("https://post.example/news/2022-07-18/quay", "2022-07-18"),
        ("https://post.example/stories/202207180441.html", "2022-07-18"),
        ("https://post.example/view.php?ud=20220718000793&np=1", "2022-07-18"),
        ("https://post.example/2022/7/quay", "2022-07"),
        ("https://post.example/2022/07/", "2022-07"),
        ("https://post.example/2022/quay", None),
        ("https://post.example/13/quay-2022-98-99", None),
        ("https://post.example/1658277070_41044.html", None),
        ("https://post.example/00000182-4379-d2c9-a597-db7d78170000", None),
        ("https://2022-07-18.example/quay", None),
        ("https://example.org/article/27/07/2022/new-weir", "2022-07-27"),
        ("https://example.org/27-7-2022-new-weir", "2022-07-27"),
        ("https://example.org/article/07/05/2022/new-weir", None),
        ("https://example.org/article/31/02/2022/new-weir", None),
        ("https://example.org/127/07/2022", None),
        ("https://example.org/2022/jul/18/new-weir", "2022-07-18"),
        ("https://example.org/18-july-2022-new-weir.html", "2022-07-18"),
        ("https://example.org/2022-July-18/weir", "2022-07-18"),
        ("https://example.org/a/202207/18/WS62d4.html", "2022-07-18"),
        ("https://example.org/2022-07/18/content_1.htm", "2022-07-18"),
        ("https://example.org/2022/0718/c90000.html", "2022-07-18"),
        ("https://example.org/2022/0799/c90000.html", None),
        ("https://example.org/weir?date=2022-07-18&page=2", "2022-07-18"),
        ("https://example.org/2022/mayor-18-votes", None),
        ("https://example.org/2022/marina-1", None),
    ],
)
def test_an_address_dates_its_document_where_it_states_a_date(url: str, value: str | None) -> None:
    found = url_date(url)
    assert (found.value if found else None) == value


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://example.org/vote-of-2024-11-05-results", None),
        ("https://example.org/what-happened-on-6-january-2021", None),
        ("https://example.org/2024/11/vote-of-2024-11-05", "2024-11"),
        ("https://example.org/vote-of-2024-11-05/2024-12-01", "2024-12-01"),
    ],
)
def test_the_date_in_the_words_of_an_address_is_that_of_its_matter(url: str, value: str | None) -> None:
    document = read(f"{url}\nQuay stays closed\n\n{STORY}".encode())[0]
    assert document.published.value == value
    evidence = [candidate.evidence for candidate in document.published.candidates]
    assert evidence
    assert not any(url in words for words in evidence)


def test_a_clock_that_was_never_set_dates_nothing() -> None:
    assert published([day("1970-01-01")]).value is None
    assert published([day("1970-01-02")]).value == "1970-01-02"


def test_a_flag_wins_over_everything_and_the_rest_stays_on_record() -> None:
    flag = DateCandidate("2021", "year", "flag --published")
    result = published([day("2024-03-01")], [day("2024-05-01")], flag=flag)
    assert (result.value, result.precision) == ("2021", "year")
    assert [candidate.value for candidate in result.candidates] == ["2021", "2024-03-01", "2024-05-01"]


def test_the_precisest_of_agreeing_dates_is_taken() -> None:
    assert published([day("2024-03"), day("2024-03-01")]).value == "2024-03-01"


def test_two_time_zones_are_no_contradiction() -> None:
    assert published([day("2024-03-01"), day("2024-02-29")]).value == "2024-03-01"


def test_a_contradiction_leaves_the_date_unknown_and_costs_confidence() -> None:
    told = published([day("2024-03-01"), day("2024-05-01")])
    assert told.value is None
    assert [candidate.value for candidate in told.candidates] == ["2024-03-01", "2024-05-01"]
    assert contradictory(told.candidates)
    assert told.confidence is not None
    assert told.confidence < LINE / 2
    assert published([day("2024-03"), day("2024-05-01")]).value is None


def test_a_doubtful_date_is_never_the_value() -> None:
    alone = published([], [day("2024-03-01")])
    assert (alone.value, alone.confidence) == (None, MENTIONED)
    assert not contradictory(alone.candidates)
    beside = published([day("2024-03-01")], [day("2024-05-01")])
    assert beside.value == "2024-03-01"
    assert beside.confidence is not None
    assert beside.confidence < (published([day("2024-03-01")]).confidence or 0)


def test_agreeing_sources_are_surer_than_each() -> None:
    together = published([weighed("2024-03-01", ADDRESS), weighed("2024-03-01", LINE)])
    assert ADDRESS < (together.confidence or 0) < 1


def test_a_later_change_of_the_page_is_no_contradiction() -> None:
    told = published([weighed("2024-03-01", TAG)], [weighed("2024-05-01", MODIFIED)])
    assert (told.value, told.confidence) == ("2024-03-01", TAG)
    assert not contradictory(told.candidates)


def test_a_flag_is_certain_whatever_else_is_said() -> None:
    flag = DateCandidate("2024-03", "month", "flag --published")
    assert published([day("2021-01-01")], flag=flag).confidence == 1.0


@pytest.mark.parametrize("value", [(date.today() + timedelta(days=3)).isoformat(), "1492-10-12"])
def test_an_impossible_date_is_refused_but_not_lost(value: str) -> None:
    told = published([day(value)], [day(value)])
    assert told.value is None
    assert [candidate.confidence for candidate in told.candidates] == [0.0, 0.0]
    assert all("refused" in candidate.evidence for candidate in told.candidates)
    beside = published([day(value), day("2024-03-01")])
    assert beside.value == "2024-03-01"
    assert beside.confidence == LINE


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2024-03-01", "2024-03-02", True),
        ("2024-03-01", "2024-03-03", False),
        ("2024-02-29", "2024-03-01", True),
        ("2024", "2024-03-01", True),
        ("2024-04", "2024-03-31", False),
    ],
)
def test_dates_agree_as_far_as_both_are_precise(one: str, other: str, agree: bool) -> None:
    assert weighed(one, LINE).agrees(weighed(other, LINE)) is agree
    assert weighed(other, LINE).agrees(weighed(one, LINE)) is agree
