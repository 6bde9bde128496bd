"""Documents into the library, through the real readers and the real parser."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from quotes.settings import library_url
from quotes.store import open_library
from tests.cli.conftest import Command

STRIKE = """Crane drivers walk out in Port Lindow

March 5, 2024

PORT LINDOW - Crane drivers in Port Lindow walked out on Tuesday over night work.

“Nobody asked us before the rota was changed,” union chair Odile Marrant said.
“We will come back when somebody does.”

The port authority said that two ships had been sent to other harbours.
"""
CALM = """Quiet week at the lighthouse

The keeper, Per Hallgrim, said the lamp had burned every night. “It always does,” he added.
"""


@pytest.fixture
def strike(tmp_path: Path) -> Path:
    path = tmp_path / "strike.txt"
    path.write_text(STRIKE, encoding="utf-8")
    return path


@pytest.fixture
def calm(tmp_path: Path) -> Path:
    path = tmp_path / "calm.txt"
    path.write_text(CALM, encoding="utf-8")
    return path


def test_a_document_gets_a_line_then_totals_and_the_next_step(quotes: Command, strike: Path) -> None:
    result = quotes("add", str(strike))

    assert result.exit_code == 0
    (line,) = result.stdout.splitlines()
    assert line.startswith("d")
    assert "2 quotes" in line
    assert "Crane drivers walk out in Port Lindow" in line
    assert "Added 1 document: 2 quotes" in result.stderr
    assert "Next: quotes search --speaker 'Odile Marrant'" in result.stderr


def test_what_was_added_can_be_searched_shown_exported_and_cited(quotes: Command, strike: Path) -> None:
    quotes("add", str(strike))

    found = quotes("search", "--speaker", "marrant", "rota").stdout
    identifier = found.split()[0]

    assert "“Nobody asked us before the rota was changed”" in found
    assert ">>Nobody asked us before the rota was changed,<<" in quotes("show", identifier).stdout
    assert "Nobody asked us before the rota was changed" in quotes("export", "rota").stdout
    assert "Odile Marrant" in quotes("cite", identifier).stdout


def test_adding_again_changes_nothing_and_says_so(quotes: Command, strike: Path) -> None:
    quotes("add", str(strike))
    before = quotes("export", "--format", "ndjson").stdout

    result = quotes("add", str(strike))

    assert result.exit_code == 0
    assert "(already in the library)" in result.stdout
    assert "Added 0 documents; 1 already in the library" in result.stderr
    assert quotes("export", "--format", "ndjson").stdout == before


def test_adding_again_loads_no_model(quotes: Command, strike: Path, database: str) -> None:
    quotes("add", str(strike))
    code = """
import sys
sys.argv = ["quotes", *sys.argv[1:]]
from quotes.cli import main
try:
    main()
finally:
    assert not {"stanza", "torch", "trafilatura"} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", code, "add", str(strike)], check=True, capture_output=True)


def test_flags_win_over_what_was_found(quotes: Command, strike: Path) -> None:
    flags = ["--title", "Walk-out", "--author", "Ila Brandt", "--publisher", "The Lindow Echo"]
    result = quotes("add", str(strike), *flags, "--published", "2024-03", "--url", "https://echo.example/1")

    shown = quotes("show", result.stdout.split()[0]).stdout

    for value in ["Walk-out", "Ila Brandt", "The Lindow Echo", "2024-03", "https://echo.example/1"]:
        assert f"{value} (from: flag --" in shown


def test_flags_win_on_a_document_that_is_in_the_library(quotes: Command, calm: Path) -> None:
    quotes("add", str(calm))

    result = quotes("add", str(calm), "--publisher", "The Harbour Post", "--published", "2024-03-05")

    assert "(already in the library; publisher and published set)" in result.stdout
    shown = quotes("show", result.stdout.split()[0]).stdout
    assert "The Harbour Post (from: flag --publisher)" in shown
    assert "2024-03-05 (from: flag --published)" in shown


def test_a_folder_and_standard_input_are_read(quotes: Command, strike: Path, calm: Path) -> None:
    folder = quotes("add", str(strike.parent))
    piped = quotes("add", "-", input=b"\xe2\x80\x9cCome in,\xe2\x80\x9d Per Hallgrim said.\n")

    assert len(folder.stdout.splitlines()) == 2
    assert "Added 1 document: 1 quote" in piped.stderr


@pytest.mark.parametrize("flag", ["--title", "--url"])
def test_a_title_or_address_is_for_one_document(quotes: Command, strike: Path, calm: Path, flag: str) -> None:
    result = quotes("add", str(strike), str(calm), flag, "x")

    assert (result.exit_code, result.stdout) == (2, "")
    assert quotes("docs").stdout == ""


def test_a_publisher_is_for_all(quotes: Command, strike: Path, calm: Path) -> None:
    quotes("add", str(strike), str(calm), "--publisher", "The Lindow Echo")

    assert quotes("docs").stdout.count("The Lindow Echo") == 2


def test_bad_files_cost_a_line_each_and_the_rest_is_added(
    quotes: Command, tmp_path: Path, calm: Path
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    paths = [str(tmp_path / name) for name in ("empty.txt", "missing.txt", "binary.txt", "a" * 300)]

    result = quotes("add", *paths, str(calm))

    assert result.exit_code == 4
    assert len(result.stdout.splitlines()) == 1
    errors = [line for line in result.stderr.splitlines() if line.startswith("error: ")]
    assert len(errors) == 4
    assert "Added 1 document" in result.stderr
    assert "4 could not be added" in result.stderr


def test_nothing_but_bad_files_is_a_failure(quotes: Command, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "folder").mkdir()

    assert quotes("add", str(tmp_path / "empty.txt"), str(tmp_path / "folder")).exit_code == 1


UNPRIVILEGED = """
import os, sys
import quotes.sources
from quotes.cli.inputs import sources
if os.geteuid() == 0:
    os.setegid(65534)
    os.seteuid(65534)
for found in sources(sys.argv[1:]):
    print(type(found).__name__)
"""


@pytest.mark.skipif(os.name == "nt", reason="needs a folder that its user may not read")
def test_a_folder_that_may_not_be_read_is_said_and_the_rest_goes_on(tmp_path: Path, calm: Path) -> None:
    tmp_path.chmod(0o755)
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)

    run = subprocess.run(
        [sys.executable, "-c", UNPRIVILEGED, "closed", "closed/secret.txt", "calm.txt"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )

    assert run.stdout.split() == ["SourceError", "SourceError", "PosixPath"]


def test_only_twenty_documents_get_a_line(quotes: Command, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(23):
        (folder / f"{number}.txt").write_text(
            f"“Number {number} is here,” Per Hallgrim said.\n", encoding="utf-8"
        )

    result = quotes("add", str(folder))

    assert len(result.stdout.splitlines()) == 20
    assert "... and 3 more" in result.stderr
    assert "Added 23 documents: 23 quotes" in result.stderr


def test_repairs_are_counted(quotes: Command, tmp_path: Path) -> None:
    damaged = "“Do not close the bridge,” Odile Marrant said. It’s old.\n".encode().decode(
        "gb18030", errors="replace"
    )
    path = tmp_path / "damaged.txt"
    path.write_text(damaged, encoding="utf-8")

    result = quotes("add", str(path))

    assert "Repaired " in result.stderr
    assert "in 1 document" in result.stderr
    assert "鈥" not in quotes("search").stdout


def test_a_file_whose_name_is_hostile_commands_nothing(quotes: Command, tmp_path: Path) -> None:
    path = tmp_path / "\x1b]0;owned\x07[bold].txt"
    path.write_bytes(b"")

    result = quotes("add", str(path))

    assert "\x1b" not in result.stderr
    assert "[bold].txt" in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_under_the_output_is_not_blamed_on_a_document(database: str, calm: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [sys.executable, "-m", "quotes", "add", str(calm)], stdout=full, stderr=subprocess.PIPE, text=True
        )

    assert run.returncode == 1
    assert "error: standard output cannot be written" in run.stderr
    assert "Added 1 document" in run.stderr
    assert "could not be added" not in run.stderr


def test_an_interrupted_run_keeps_what_it_had_added(database: str, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(2000):
        (folder / f"{number:04}.txt").write_text(f"“Number {number},” Per Hallgrim said.\n", encoding="utf-8")
    talk = tmp_path / "talk"
    with (
        talk.open("wb") as stderr,
        subprocess.Popen(
            [sys.executable, "-m", "quotes", "add", str(folder)], stdout=subprocess.PIPE, stderr=stderr
        ) as process,
    ):
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        process.communicate()

    assert process.returncode == 130
    said = talk.read_text(encoding="utf-8")
    assert "Traceback" not in said
    with open_library(library_url(database)) as library:
        added = library.documents()
    assert f"Added {len(added)} document" in said
    assert 0 < len(added) < 2000
    assert {document.quotes for document in added} == {1}
