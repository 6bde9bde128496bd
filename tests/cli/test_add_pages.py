"""Pages from the web into a library: fetched, fetched again, changed, refused; the server is real."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.sources.web_server import PAGE, Reply, Site, page, redirect, serving

MORE = "<p>“It is only fair to the crews,” Tomas Reyk told the Harbour Board on Friday.</p></article>"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


def add(quotes: Command, *arguments: str) -> str:
    result = quotes("add", "--allow-private", *arguments)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def documents(quotes: Command) -> list[str]:
    """The ids of all documents, copies among them."""
    return [line.split()[0] for line in quotes("docs", "--copies").stdout.splitlines()]


@pytest.mark.slow
def test_a_page_is_added_and_says_where_it_is_from(quotes: Command, site: Site) -> None:
    site.pages |= {"/old": redirect("/2024/03/05/ferries"), "/2024/03/05/ferries": page()}

    identifier = add(quotes, site.url("/old#top")).split()[0]

    shown = quotes("show", identifier).stdout
    assert f"{site.url('/2024/03/05/ferries')} (from: address fetched)" in shown
    assert "(from: fetched; HTTP Date header" in shown
    assert "2024-03-05" in shown
    assert "Mara Venn: “We will not sign a paper that nobody has read”" in shown
    assert "Version" not in shown


@pytest.mark.slow
def test_an_unchanged_page_is_asked_for_with_its_tag_and_left_alone(quotes: Command, site: Site) -> None:
    def ferries(reply: Reply) -> None:
        if reply.headers.get("If-None-Match") == '"a1"':
            reply.head(304)
        else:
            page(PAGE, ("ETag", '"a1"'))(reply)

    site.pages["/"] = ferries
    first = add(quotes, site.url())
    exported = quotes("export", "--format", "ndjson").stdout

    again = add(quotes, site.url())

    assert again.split()[0] == first.split()[0]
    assert "already in the library, unchanged today" in again
    assert [asked.get("if-none-match") for asked in site.asked["/"]] == [None, '"a1"']
    assert quotes("export", "--format", "ndjson").stdout == exported
    assert add(quotes, site.url(), "--published", "2024-03-05").split()[0] == first.split()[0]
    assert "2024-03-05" in quotes("docs").stdout


@pytest.mark.slow
def test_a_page_with_other_markup_is_unchanged_and_one_with_other_words_a_version(
    quotes: Command, site: Site
) -> None:
    site.pages["/"] = page(PAGE)
    first = add(quotes, site.url()).split()[0]
    site.pages["/"] = page(PAGE.replace("<body>", "<body><!-- visitor 17 -->"))
    assert "unchanged today" in add(quotes, site.url())
    assert documents(quotes) == [first]

    site.pages["/"] = page(PAGE.replace("</article>", MORE))
    line = add(quotes, site.url())

    second = line.split()[0]
    assert f"(a new version of {first})" in line
    assert sorted(documents(quotes)) == sorted([first, second])
    assert f"1 of 2; later: {second}" in quotes("show", first).stdout
    assert f"2 of 2, of {first}; earlier: {first}" in quotes("show", second).stdout
    assert "+1 later version" in quotes("docs").stdout
    assert f"later version of {first}" in quotes("docs", "--copies").stdout
    assert quotes("search", "sign", "paper").stderr.count("1 of 1") == 1  # in both, counted once
    assert "Tomas Reyk" in quotes("search", "crews").stdout


@pytest.mark.slow
def test_one_page_that_cannot_be_had_does_not_stop_the_rest(
    quotes: Command, site: Site, tmp_path: Path
) -> None:
    file = tmp_path / "calm.txt"
    file.write_text(
        "Quiet week\n\n“It always does,” the keeper, Per Hallgrim, said of the lamp.\n", encoding="utf-8"
    )
    site.pages["/ferries"] = page()

    result = quotes(
        "add", "--allow-private", site.url("/none"), str(file), "ftp://a.example/b", site.url("/ferries")
    )

    assert result.exit_code == 4
    assert len(result.stdout.splitlines()) == 2
    assert f"error: {site.url('/none')}: there is no such page (404)" in result.stderr
    assert "error: ftp://a.example/b: only http:// and https:// are fetched" in result.stderr
    assert "Added 2 documents" in result.stderr


def test_a_page_inside_is_refused_unless_it_is_meant(quotes: Command, site: Site) -> None:
    site.pages["/"] = page()
    for command in ("add", "parse"):
        result = quotes(command, site.url())
        assert result.exit_code == 1
        assert "127.0.0.1 is not a public address: loopback; --allow-private fetches it" in result.stderr
    assert not site.asked


@pytest.mark.slow
def test_a_page_is_parsed_without_a_library(quotes: Command, site: Site) -> None:
    site.pages["/news/ferries.html"] = page()
    result = quotes("parse", "--allow-private", site.url("/news/ferries.html"))
    record = json.loads(result.stdout)
    assert record["id"] == "ferries"
    assert record["metadata"]["url"] == {
        "value": site.url("/news/ferries.html"),
        "evidence": "address fetched",
    }
    assert record["quotes"][0]["speaker"] == "Mara Venn"


@pytest.mark.slow
def test_a_list_may_name_pages(quotes: Command, site: Site, tmp_path: Path) -> None:
    site.pages["/ferries"] = page()
    table = tmp_path / "list.csv"
    table.write_text(
        f"url,publisher\n{site.url('/ferries')},The Harbour Post\n{site.url('/none')},x\n", encoding="utf-8"
    )
    result = quotes("add", "--allow-private", str(table))
    assert result.exit_code == 4
    assert "The Harbour Post" in result.stdout
    assert "there is no such page (404)" in result.stderr


@pytest.mark.slow
def test_a_slow_page_in_a_list_costs_itself_alone(quotes: Command, site: Site, tmp_path: Path) -> None:
    site.pages |= {"/ferries": page(), "/boats": page(PAGE.replace("nobody", "no one"))}
    site.pages["/slow"] = lambda _reply: time.sleep(20)
    names = (site.url(path) for path in ("/ferries", "/slow", "/boats"))
    table = tmp_path / "list.csv"
    table.write_text("\n".join(["url", *names]), encoding="utf-8")

    result = quotes("add", "--allow-private", "--time-limit", "8", str(table))

    assert result.exit_code == 4
    assert "row 3: " in result.stderr
    assert "took more than 4 for the page" in result.stderr
    assert "Added 2 documents" in result.stderr


def test_a_hostile_address_cannot_command_the_terminal(quotes: Command, site: Site) -> None:
    result = quotes("add", "--allow-private", site.url("/\x1b[31m"), "http://\x1b[2J.example/")
    assert result.exit_code == 1
    assert "\x1b" not in result.output


def test_a_list_that_lies_in_a_folder_makes_nobody_connect(
    quotes: Command, site: Site, tmp_path: Path
) -> None:
    site.pages["/"] = page()
    folder = tmp_path / "theirs"
    folder.mkdir()
    listed = folder / "list.ndjson"
    listed.write_text(json.dumps({"url": site.url(), "title": "Ferries"}) + "\n")

    for command in ("add", "parse"):
        found = quotes(command, "--allow-private", str(folder))
        assert found.exit_code == 1
        assert "name the list itself to have its pages fetched" in found.stderr
    assert not site.asked

    assert "Ferries" in add(quotes, str(listed))
