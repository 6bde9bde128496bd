"""The ledger of floors may be added to and nothing else."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from quotes import paths
from quotes.evaluation.floors import Floor, FloorsError, check_seals, read_floors, seal, value_of
from tests.conftest import ROOT

LEDGER = paths.data() / "floors.json"
LAST_SEAL = "61d3905c780639f3"
"""Of the ledger's last entry: who adds one changes it here too, so that no change goes unseen."""


def entry(figure: str = "quotes.f1", at_least: float = 0.9, **more: Any) -> dict[str, Any]:
    made = {
        "on": "2024-03-05",
        "set": "data/samples",
        "figure": figure,
        "measured": 0.95,
        "why": "as measured",
    }
    return {**made, "at_least": at_least, **more}


def write(path: Path, *entries: dict[str, Any], version: int = 1) -> Path:
    """A ledger with the right seals, where an entry brings none."""
    before, sealed = "", []
    for made in entries:
        sealed.append({"seal": seal(made, before), **made})
        before = sealed[-1]["seal"]
    path.write_text(json.dumps({"format_version": version, "floors": sealed}), encoding="utf-8")
    return path


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "floors.json"


def entries_of(text: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads(text)["floors"]
    return entries


def test_our_ledger_is_whole() -> None:
    assert read_floors(LEDGER)
    assert entries_of(LEDGER.read_text(encoding="utf-8"))[-1]["seal"] == LAST_SEAL


def test_our_ledger_begins_as_the_last_commit_has_it() -> None:
    found = subprocess.run(
        ["git", "show", "HEAD:data/floors.json"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8"
    )
    if found.returncode:
        pytest.skip("needs git and a commit that has data/floors.json, to compare with it")
    committed = entries_of(found.stdout)
    assert entries_of(LEDGER.read_text(encoding="utf-8"))[: len(committed)] == committed


def test_the_last_entry_of_a_figure_holds(ledger: Path) -> None:
    floors = read_floors(write(ledger, entry(), entry("claims.f1", 0.5), entry(at_least=0.95)))
    assert [str(floor) for floor in floors] == [
        "data/samples quotes.f1 at least 0.95",
        "data/samples claims.f1 at least 0.5",
    ]


def test_a_floor_is_not_lowered_without_a_reason_and_with_one_it_says_so(ledger: Path) -> None:
    with pytest.raises(FloorsError, match="lowered_because"):
        read_floors(write(ledger, entry(), entry(at_least=0.8)))
    with pytest.raises(FloorsError, match="lowered_because"):
        read_floors(write(ledger, entry(), entry(at_least=0.8, lowered_because="  ")))
    (floor,) = read_floors(
        write(ledger, entry(), entry(at_least=0.8, lowered_because="new samples are harder"))
    )
    assert floor.lowered_because == "new samples are harder"


def test_a_ceiling_is_not_raised_without_a_reason(ledger: Path) -> None:
    low = {
        "measured": 1,
        "at_most": 1,
        "on": "2024",
        "set": "seeds",
        "figure": "furniture",
        "why": "none wanted",
    }
    assert read_floors(write(ledger, low, {**low, "measured": 0, "at_most": 0}))[0].bound == 0
    with pytest.raises(FloorsError, match="lowered_because"):
        read_floors(write(ledger, low, {**low, "at_most": 2}))
    with pytest.raises(FloorsError, match="lowered_because"):
        read_floors(write(ledger, low, entry("furniture", 1, set="seeds", measured=1)))


@pytest.mark.parametrize("change", [{"at_least": 0.1}, {"why": "another"}, {"figure": "claims.f1"}])
def test_an_entry_that_was_changed_breaks_its_seal(ledger: Path, change: dict[str, Any]) -> None:
    entries = entries_of(write(ledger, entry(), entry("claims.f1", 0.5)).read_text(encoding="utf-8"))
    entries[0] |= change
    with pytest.raises(FloorsError, match="was changed"):
        check_seals(ledger, entries)


def test_an_entry_that_was_taken_out_or_moved_breaks_the_seals(ledger: Path) -> None:
    text = write(ledger, entry(), entry("claims.f1", 0.5), entry(at_least=0.92)).read_text(encoding="utf-8")
    first, second, third = entries_of(text)
    for left in ([second, third], [first, third], [second, first, third]):
        with pytest.raises(FloorsError, match="was changed"):
            check_seals(ledger, left)


def test_a_new_entry_is_told_its_seal(ledger: Path) -> None:
    (first,) = entries_of(write(ledger, entry()).read_text(encoding="utf-8"))
    new = entry("claims.f1", 0.5)
    with pytest.raises(FloorsError, match="has no seal: it is " + seal(new, first["seal"])):
        check_seals(ledger, [first, new])


@pytest.mark.parametrize(
    "broken",
    [
        {"on": "2024"},
        {**entry(), "at_most": 1},
        {k: v for k, v in entry().items() if k != "at_least"},
        entry(why=" "),
        entry(surprise=1),
    ],
)
def test_an_entry_has_its_keys_and_one_bound(ledger: Path, broken: dict[str, Any]) -> None:
    with pytest.raises(FloorsError, match="needs"):
        read_floors(write(ledger, broken))


def test_a_floor_asks_for_no_more_than_was_measured(ledger: Path) -> None:
    with pytest.raises(FloorsError, match="more than was measured"):
        read_floors(write(ledger, entry(at_least=0.96)))


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"format_version": 1}', '{"format_version": 9, "floors": []}']
)
def test_what_is_no_ledger_is_said(ledger: Path, text: str) -> None:
    ledger.write_text(text, encoding="utf-8")
    with pytest.raises(FloorsError):
        read_floors(ledger)
    with pytest.raises(FloorsError):
        read_floors(ledger.with_name("nowhere.json"))


def test_a_value_on_the_floor_holds_and_an_unknown_figure_is_said() -> None:
    floor = Floor("seeds", "quotes.f1", 0.9, False, "why")
    assert floor.holds(0.9)
    assert floor.holds(0.9 - 1e-12)
    assert not floor.holds(0.89)
    assert value_of(floor, {"quotes": {"f1": 0.5}}) == 0.5
    with pytest.raises(FloorsError, match="no figure"):
        value_of(floor, {"quotes": {"f2": 0.5}})
