"""Failures of one kind are told together."""

from quotes.cli.failures import KINDS_SHOWN, grouped, kind_of, kinds


def test_the_kind_of_a_failure_does_not_name_the_file() -> None:
    empty = "the file is empty; save the text into it and try again"

    assert kind_of(f"a.txt: {empty}", "a.txt") == empty
    assert kind_of(f"far/away/a.txt: {empty}", "a.txt") == empty
    assert kind_of("row 3: no text: nothing", "b.csv") == "row 3: no text: nothing"
    assert kind_of(f"odd: name.txt: {empty}", "odd: name.txt") == empty
    assert kind_of("no colon at all", "a.txt") == "no colon at all"
    assert kind_of("a.txt: gone", "") == "a.txt: gone"
    gone = "there is no such page (404)"
    assert kind_of(f"list.csv row 7: https://harbourpost.example/7: {gone}", "list.csv row 7") == gone
    assert kind_of(f"https://harbourpost.example/7: {gone}", "https://harbourpost.example/7") == gone


def test_the_most_frequent_kind_comes_first_and_rare_ones_are_counted() -> None:
    lines = kinds({f"kind {number:02}": number for number in range(1, KINDS_SHOWN + 4)})

    assert lines[0] == f"{KINDS_SHOWN + 3} files: kind {KINDS_SHOWN + 3}"
    assert len(lines) == KINDS_SHOWN + 1
    assert lines[-1] == "6 files: for other reasons"


def test_places_are_listed_under_their_kind() -> None:
    failures = [
        ("a.txt: empty", "a.txt", "/x/a.txt"),
        ("b.txt: odd", "b.txt", "/x/b.txt"),
        ("c.txt: empty", "c.txt", "c"),
    ]

    assert grouped(failures) == [("empty", ["/x/a.txt", "c"]), ("odd", ["/x/b.txt"])]
