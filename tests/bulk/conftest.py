"""The command as for the tests of the command line, and documents to add."""

from pathlib import Path

import pytest

from tests.cli.conftest import database, quotes

__all__ = ["articles", "database", "quotes"]

STORY = """{title}

March {day}, 2024

PORT LINDOW - The harbour board met again on Monday, and {name} was there.

“We have counted {number} ships since the winter,” {name} said. “Nobody expected that.”

{name} told reporters that the quay would be closed for {number} days.
"""
NAMES = ("Odile Marrant", "Per Hallgrim", "Mara Venn", "Tomas Reyk")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with stories, a table with three more, a copy, and files that cannot be read."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(9):
        (folder / f"story-{number}.txt").write_text(story(number), encoding="utf-8")
    (folder / "copy-of-3.txt").write_text(story(3), encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 40)
    rows = "".join(f'"Row {number}","{story(20 + number)}"\n' for number in range(3))
    (folder / "middle.csv").write_text(f"title,text\n{rows}", encoding="utf-8")
    return folder


def story(number: int) -> str:
    """An invented story with two quotes and a claim."""
    name = NAMES[number % len(NAMES)]
    return STORY.format(title=f"Board meets for time {number}", day=number + 1, name=name, number=number + 30)
