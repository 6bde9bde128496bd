"""Who is one speaker across documents, on gold small enough to reckon by hand."""

from __future__ import annotations

import json
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from quotes import paths
from quotes.errors import UsageError
from quotes.evaluation.crediting import Credited, Voice, credited, links
from quotes.evaluation.identity import IdentityReport, judge
from quotes.evaluation.identity_gold import IdentityGold, Unit, is_identity, read_identity
from quotes.evaluation.intervals import wilson
from quotes.evaluation.measures import figure

OURS = paths.data() / "identity"
TEXTS = {
    "ferry": "“Quay one is wet,” said Mara Venn. “Quay two is dry,” said her brother, Otto Venn.",
    "tax": "“Nobody pays twice,” Minister Venn said. She said that the till was locked.",
    "boat": "“We sail at nine,” Otto Venn said. “We sail at ten,” said Lena Brisk.",
}
WHO = {
    "mara": ("Mara Venn", "person"),
    "otto": ("Otto Venn", "person"),
    "lena": ("Lena Brisk", "person"),
    "ostrava": ("Ostrava", "country"),
}


def write(folder: Path, documents: dict[str, Any], hard: list[Any] | None = None) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    gold = {
        "format_version": 1,
        "identities": {key: {"name": name, "type": kind} for key, (name, kind) in WHO.items()},
        "documents": documents,
        "hard": [{"pair": ["mara", "otto"], "why": "siblings"}] if hard is None else hard,
    }
    (folder / "identity.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder


def speakers(**names: Any) -> dict[str, Any]:
    return {
        key: {"names": [value] if isinstance(value, str) else list(value)} for key, value in names.items()
    }


def said(words: str, *who: str) -> dict[str, Any]:
    return {"who": list(who), "words": words}


DOCUMENTS: dict[str, Any] = {
    "ferry": {
        "speakers": speakers(mara="Mara Venn", otto="Otto Venn"),
        "statements": [said("Quay one is wet,", "mara"), said("Quay two is dry,", "otto")],
    },
    "tax": {
        "speakers": {"mara": {"names": ["Venn"], "labels": ["title"]}},
        "statements": [said("Nobody pays twice,", "mara"), said("the till was locked", "mara")],
    },
    "boat": {
        "speakers": speakers(otto="Otto Venn", lena="Lena Brisk"),
        "statements": [said("We sail at nine,", "otto"), said("We sail at ten,", "lena")],
    },
}


@pytest.fixture
def gold(tmp_path: Path) -> IdentityGold:
    return read_identity(write(tmp_path / "gold", DOCUMENTS))


def at(document: str, words: str, *voices: tuple[str | None, str | None]) -> Credited:
    start = TEXTS[document].index(words)
    return Credited((start, start + len(words)), tuple(Voice(*voice) for voice in voices))


def right() -> dict[str, list[Credited]]:
    """Everything as it should be."""
    return {
        "ferry": [
            at("ferry", "Quay one is wet,", ("Mara Venn", "s1")),
            at("ferry", "Quay two is dry,", ("Otto Venn", "s2")),
        ],
        "tax": [
            at("tax", "Nobody pays twice,", ("Minister Venn", "s1")),
            at("tax", "that the till was locked", ("Venn", "s1")),
        ],
        "boat": [
            at("boat", "We sail at nine,", ("Otto Venn", "s2")),
            at("boat", "We sail at ten,", ("Lena Brisk", "s3")),
        ],
    }


def number(report: IdentityReport, name: str) -> float:
    found = figure(report.figures, name)
    assert found is not None, name
    return found


def test_all_right(gold: IdentityGold) -> None:
    report = judge(gold, right())
    assert [number(report, name) for name in ("documents", "identities", "units", "positives")] == [
        3,
        3,
        5,
        2,
    ]
    assert (number(report, "hard.pairs"), number(report, "hard.linked")) == (3, 0)
    for kind in ("links", "all"):
        assert number(report, f"{kind}.linked") == number(report, f"{kind}.right") == 2
        assert number(report, f"{kind}.precision") == number(report, f"{kind}.recall") == 1.0
    assert (report.lost, report.wrong, report.missed) == ([], [], [])
    assert number(report, "ceiling") == 1.0


def test_siblings_in_one_are_wrong_pairs_within_a_document_too(gold: IdentityGold) -> None:
    found = right()
    found["ferry"][1] = at("ferry", "Quay two is dry,", ("Otto Venn", "s1"))
    found["boat"][0] = at("boat", "We sail at nine,", ("Otto Venn", "s1"))
    report = judge(gold, found)
    # Otto's two units with each other (right) and with each of Mara's two (wrong), once in one document.
    assert (number(report, "links.linked"), number(report, "links.right")) == (6, 2)
    assert number(report, "links.precision") == pytest.approx(1 / 3)
    assert number(report, "links.recall") == 1.0
    assert number(report, "hard.linked") == 4
    assert {pair.why for pair in report.wrong} == {"siblings"}


def test_a_missed_link_costs_recall_under_its_label(gold: IdentityGold) -> None:
    found = right()
    found["tax"] = [at("tax", "Nobody pays twice,", ("Minister Venn", "s9"))]
    report = judge(gold, found)
    assert (number(report, "links.precision"), number(report, "links.recall")) == (1.0, 0.5)
    assert [str(pair.other.unit) for pair in report.missed] == ["tax: Venn"]
    assert report.by_label() == {"plain": (1, 1, 1), "title": (1, 1, 0)}


def test_what_parsing_lost_is_told_apart(gold: IdentityGold) -> None:
    found = right()
    found["tax"] = []
    found["boat"] = [at("boat", "We sail at nine,", ("Lena Brisk", "s3")), found["boat"][1]]
    report = judge(gold, found)
    assert (number(report, "lost.not_found"), number(report, "lost.speaker")) == (1, 1)
    assert number(report, "links.positives") == 0
    assert number(report, "ceiling") == 0
    assert report.missed == []
    # Otto's unit is Lena's by the records: a wrong speaker within the document links nothing to Otto's other.
    assert (number(report, "all.linked"), number(report, "all.recall")) == (0, 0)


def test_a_wrong_speaker_in_the_document_makes_wrong_links_of_all_and_none_of_kept(
    gold: IdentityGold,
) -> None:
    found = right()
    found["tax"] = [at("tax", "Nobody pays twice,", ("Otto Brisk", "s2"))]
    report = judge(gold, found)
    assert (number(report, "links.linked"), number(report, "links.right")) == (1, 1)
    assert (number(report, "all.linked"), number(report, "all.right")) == (3, 1)
    assert not any(pair.kept for pair in report.wrong)


def test_a_statement_of_nobody_links_nothing(gold: IdentityGold) -> None:
    found = right()
    found["ferry"] = [at("ferry", "Quay one is wet,", (None, None))]
    found["tax"] = [at("tax", "Nobody pays twice,", (None, None))]
    report = judge(gold, found)
    assert number(report, "lost.speaker") == 2
    assert number(report, "all.linked") == 0


def test_most_of_a_units_statements_decide(tmp_path: Path) -> None:
    documents = {**DOCUMENTS, "tax": {**DOCUMENTS["tax"], "statements": []}}
    statements = [said(words, "mara") for words in ("Nobody pays", "twice", "the till was locked")]
    documents["tax"] = {"speakers": speakers(mara="Venn"), "statements": statements}
    gold = read_identity(write(tmp_path / "gold", documents))
    found = right()
    found["tax"] = [
        at("tax", "Nobody pays", ("Otto", "s2")),
        at("tax", "twice", ("Venn", "s1")),
        at("tax", "the till was locked", ("Venn", "s1")),
    ]
    assert number(judge(gold, found), "links.recall") == 1.0
    found["tax"][1] = at("tax", "twice", ("Otto", "s2"))
    assert number(judge(gold, found), "lost.speaker") == 1


def test_a_statement_is_found_by_half_of_the_letters_of_the_shorter(gold: IdentityGold) -> None:
    found = right()
    for words in ("locked", "She said that the till was locked", "the till was"):
        found["tax"] = [at("tax", words, ("Venn", "s1"))]
        assert number(judge(gold, found), "links.recall") == 1.0, words
    for words in ("that the", "Minister Venn said. She said that the"):
        found["tax"] = [at("tax", words, ("Venn", "s1"))]
        assert number(judge(gold, found), "lost.not_found") == 1, words


def test_of_several_statements_at_a_place_the_nearest_counts(gold: IdentityGold) -> None:
    found = right()
    sentence = "“Quay one is wet,” said Mara Venn. “Quay two is dry,” said her brother, Otto Venn."
    found["ferry"] = [at("ferry", sentence, ("Lena Brisk", "s3")), *found["ferry"]]
    assert judge(gold, found).lost == []


def test_swapped_names_are_two(tmp_path: Path) -> None:
    documents = {
        "ferry": {
            "speakers": speakers(mara="George Thomas", otto="Thomas George"),
            "statements": DOCUMENTS["ferry"]["statements"],
        }
    }
    gold = read_identity(write(tmp_path / "gold", documents))
    both = [at("ferry", words, ("Thomas George", "s1")) for words in ("Quay one is wet,", "Quay two is dry,")]
    assert [placed.kept for placed in judge(gold, {"ferry": both}).placed] == [False, True]


def test_a_name_that_is_another_speakers_to_the_word_is_not_ones_own(tmp_path: Path) -> None:
    documents = {
        "ferry": {
            "speakers": speakers(mara=["Mara Venn", "Venn the elder"], otto="Otto Venn"),
            "statements": DOCUMENTS["ferry"]["statements"],
        },
        "boat": {"speakers": speakers(otto="Venn"), "statements": [said("We sail at nine,", "otto")]},
    }
    gold = read_identity(write(tmp_path / "gold", documents))
    found = right()
    found["ferry"][0] = at("ferry", "Quay one is wet,", ("Otto Venn", "s2"))
    report = judge(gold, found)
    assert [placed.unit.identity for placed in report.lost] == ["mara"]


def test_a_father_who_is_taken_for_his_son_is_lost_by_parsing(tmp_path: Path) -> None:
    documents = {
        "ferry": {
            "speakers": speakers(mara="Otto Venn Sr.", otto="Otto J. Venn Jr."),
            "statements": DOCUMENTS["ferry"]["statements"],
        }
    }
    gold = read_identity(write(tmp_path / "gold", documents))
    both = [at("ferry", words, ("Otto J. Venn", "s1")) for words in ("Quay one is wet,", "Quay two is dry,")]
    assert [placed.kept for placed in judge(gold, {"ferry": both}).placed] == [False, True]


def test_a_country_is_kept_under_its_own_name_too(tmp_path: Path) -> None:
    statements = [said("Nobody pays twice,", "ostrava")]
    documents = {"tax": {"speakers": speakers(ostrava="the till"), "statements": statements}}
    gold = read_identity(write(tmp_path / "gold", documents))
    report = judge(gold, {"tax": [at("tax", "Nobody pays twice,", ("Ostrava", "s1"))]})
    assert [placed.kept for placed in report.placed] == [True]


def test_who_speak_together_are_units_each(tmp_path: Path) -> None:
    documents = {
        "ferry": {
            "speakers": speakers(mara="Mara Venn", otto="Otto Venn"),
            "statements": [said("Quay one is wet,", "mara", "otto")],
        },
        "boat": DOCUMENTS["boat"],
    }
    gold = read_identity(write(tmp_path / "gold", documents))
    found = {
        "ferry": [at("ferry", "Quay one is wet,", ("Mara Venn", "s1"), ("Otto Venn", "s2"))],
        "boat": right()["boat"],
    }
    report = judge(gold, found)
    assert (number(report, "links.positives"), number(report, "links.right")) == (1, 1)
    found["ferry"] = [at("ferry", "Quay one is wet,", ("Mara Venn", None), ("Otto Venn", None))]
    report = judge(gold, found)
    assert (number(report, "links.linked"), len(report.missed), report.lost) == (0, 1, [])


def test_a_document_without_records_is_lost(gold: IdentityGold) -> None:
    report = judge(gold, {})
    assert number(report, "lost.not_found") == 5
    assert (number(report, "all.precision"), number(report, "all.recall")) == (0, 0)


# Reading records


def statement(identifier: str, start: int, speaker: str | None, *joint: str) -> dict[str, Any]:
    place = {"source_start": start, "source_end": start + 5}
    return {"id": identifier, "speaker": speaker, "joint": list(joint), **place}


def test_statements_of_records_in_the_order_of_the_text() -> None:
    parsed = {
        "quotes": [statement("q2", 20, "Venn"), {**statement("q3", 0, "Venn"), "source_start": None}],
        "claims": [statement("q1", 5, None), statement("q4", 40, "Brisk")],
    }
    exported: dict[str, dict[str, Any]] = {
        "q1": {"speaker_id": None},
        "q2": {"speaker_id": "s1"},
        "q3": {"speaker_id": "s1"},
    }
    assert credited(parsed, exported, {}) == [
        Credited((5, 10), (Voice(None, None),)),
        Credited((20, 25), (Voice("Venn", "s1"),)),
    ]


def test_a_part_of_a_joint_source_has_its_own_id_where_the_library_lists_it() -> None:
    item = statement("q1", 0, "Mara Venn and Lena Brisk", "Mara Venn", "Lena Brisk")
    listed = {"q1": [Voice("Mara Venn and Lena Brisk", "s0"), Voice("Lena Brisk", "s2")]}
    (found,) = credited({"quotes": [item], "claims": []}, {"q1": {"speaker_id": "s0"}}, listed)
    assert found.voices == (Voice("Mara Venn", None), Voice("Lena Brisk", "s2"))


def test_links_are_speakers_of_several_documents_the_most_first() -> None:
    found = links(right() | {"note": right()["boat"][:1]}, {"s1": "Mara Venn", "s2": "Otto Venn"})
    assert [(link.name, [name for name, _ in link.places]) for link in found] == [
        ("Otto Venn", ["ferry", "boat", "note"]),
        ("Mara Venn", ["ferry", "tax"]),
    ]
    assert found[1].places[1] == ("tax", ("Minister Venn", "Venn"))


# Reading gold


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"statements": [said("Quay", "mara")]}, "stand 2 times"),
        ({"statements": [said("nowhere", "mara")]}, "stand 0 times"),
        ({"statements": [said("Quay one is wet,", "lena")]}, "KeyError"),
        ({"speakers": speakers(mara=[], otto="Otto")}, "mara needs a name"),
        ({"speakers": speakers(mara="Venn", otto="Otto", lena="Lena")}, "lena needs a name and a statement"),
        ({"speakers": speakers(mara="Venn", otto="Otto", nemo="Nemo")}, "nemo"),
    ],
)
def test_gold_that_is_wrong_is_told(tmp_path: Path, change: dict[str, Any], told: str) -> None:
    folder = write(tmp_path / "gold", {"ferry": {**DOCUMENTS["ferry"], **change}})
    with pytest.raises(UsageError, match=told):
        read_identity(folder)


@pytest.mark.parametrize("pair", [["mara"], ["mara", "mara"], ["mara", "nemo"]])
def test_a_hard_pair_is_of_two_known_speakers(tmp_path: Path, pair: list[str]) -> None:
    folder = write(tmp_path / "gold", DOCUMENTS, [{"pair": pair, "why": "siblings"}])
    with pytest.raises(UsageError, match=r"identity\.json"):
        read_identity(folder)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"identities": 1}', "\ud800"])
def test_what_is_no_gold_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "identity.json").write_text(text, encoding="utf-8", errors="surrogatepass")
    assert is_identity(tmp_path)
    with pytest.raises(UsageError, match="no gold of identity"):
        read_identity(tmp_path)


def test_a_document_that_is_not_there_is_told(tmp_path: Path) -> None:
    folder = write(tmp_path / "gold", DOCUMENTS)
    (folder / "tax.txt").unlink()
    with pytest.raises(UsageError, match=r"tax\.txt"):
        read_identity(folder)


# The interval


def test_the_interval_of_a_share() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    assert wilson(9, 10) == pytest.approx((0.5958, 0.9821), abs=1e-4)
    assert wilson(10, 10) == pytest.approx((0.7225, 1.0), abs=1e-4)
    assert wilson(0, 10) == pytest.approx((0.0, 0.2775), abs=1e-4)
    narrow, wide = wilson(90, 100), wilson(90, 100, 0.99)
    assert wide[0] < narrow[0] < 0.9 < narrow[1] < wide[1]


# Our own set


@pytest.fixture(scope="module")
def ours() -> IdentityGold:
    return read_identity(OURS)


def pairs_of(units: tuple[Unit, ...]) -> list[tuple[Unit, Unit]]:
    return [(one, other) for one, other in combinations(units, 2) if one.document != other.document]


def test_ours_is_large_enough(ours: IdentityGold) -> None:
    assert len(ours.texts) >= 44
    pairs = pairs_of(ours.units)
    assert sum(one.identity == other.identity for one, other in pairs) >= 320
    hard = {pair.identities for pair in ours.hard}
    assert len(hard) == len(ours.hard)
    assert sum(frozenset((one.identity, other.identity)) in hard for one, other in pairs) >= 70


def test_ours_rests_on_no_single_speaker(ours: IdentityGold) -> None:
    counts = Counter(unit.identity for unit in ours.units)
    assert max(counts.values()) <= 8
    assert sum(number > 1 for number in counts.values()) >= 40


def test_ours_holds_every_kind_of_difficulty(ours: IdentityGold) -> None:
    labels = Counter(label for unit in ours.units for label in unit.labels)
    assert labels.keys() == {
        *("abbreviation", "described", "diacritics", "hyphen", "initials", "joint", "metonym"),
        *("middle name", "order", "particle", "role change", "suffix", "title", "transliteration"),
    }
    whys = {pair.why for pair in ours.hard}
    assert whys >= {
        *("siblings", "spouses", "same surname", "father and son", "name order", "title changed hands"),
        *("similar surname", "namesakes", "same generic name", "body and its country", "city and country"),
        *("party and union", "shared abbreviation"),
    }


def test_ours_has_short_documents_and_every_text_its_gold(ours: IdentityGold) -> None:
    assert {path.stem for path in OURS.glob("*.txt")} == ours.texts.keys()
    for name, text in ours.texts.items():
        assert 80 <= len(text.split()) <= 220, name
    assert sum(path.stat().st_size for path in OURS.iterdir()) < 150_000


def test_every_speaker_of_ours_is_named_in_its_document(ours: IdentityGold) -> None:
    for unit in ours.units:
        text = ours.texts[unit.document].casefold()
        assert unit.names[0].casefold() in text, str(unit)
