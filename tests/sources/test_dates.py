from datetime import date, timedelta

import pytest

from quotes.document import DateCandidate, Published
from quotes.sources.metadata.dates import find_date, labelled_date, published, url_date


def day(value: str, evidence: str = "somewhere") -> DateCandidate:
    return DateCandidate(value, "day" if len(value) == 10 else "month", evidence)


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
    ],
)
def test_an_address_dates_its_document_where_it_states_a_date(url: str, value: str | None) -> None:
    found = url_date(url)
    assert (found.value if found else None) == value


def test_a_flag_wins_over_everything_and_the_rest_stays_on_record() -> None:
    flag = DateCandidate("2021", "year", "flag --published")
    result = published([day("2024-03-01")], [day("2024-05-01")], flag=flag)
    assert (result.value, result.precision) == ("2021", "year")
    assert [candidate.value for candidate in result.candidates] == ["2021", "2024-03-01", "2024-05-01"]


def test_the_precisest_of_agreeing_dates_is_taken() -> None:
    assert published([day("2024-03"), day("2024-03-01")]).value == "2024-03-01"


def test_two_time_zones_are_no_contradiction() -> None:
    assert published([day("2024-03-01"), day("2024-02-29")]).value == "2024-03-01"


def test_a_contradiction_leaves_the_date_unknown() -> None:
    candidates = (day("2024-03-01"), day("2024-05-01"))
    assert published(candidates) == Published(None, None, candidates)
    assert published([day("2024-03"), day("2024-05-01")]).value is None


def test_a_doubtful_date_is_never_the_value() -> None:
    assert published([], [day("2024-03-01")]) == Published(None, None, (day("2024-03-01"),))
    assert published([day("2024-03-01")], [day("2024-05-01")]).value == "2024-03-01"


def test_a_date_in_the_future_is_no_candidate() -> None:
    later = (date.today() + timedelta(days=3)).isoformat()
    assert published([day(later)], [day(later)]) == Published()
