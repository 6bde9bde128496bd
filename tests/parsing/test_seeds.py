"""The five reference articles, through reading and parsing, against their gold annotations."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from quotes import parse, read
from quotes.document import Document
from quotes.reports.records import parse_record
from quotes.statement import Parse, Statement

GOLD_QUOTES = 39
MIN_FOUND, MAX_FALSE, MIN_SPEAKER = 37, 2, 35

Seed = tuple[Path, Document, Parse]


@pytest.fixture(scope="module")
def seeds(shared: Path) -> dict[str, Seed]:
    """The articles by the number their file name begins with."""
    found: dict[str, Seed] = {}
    for path in sorted((shared / "seeds").glob("*.txt")):
        (document,) = read(path)
        found[path.name[:3]] = (path, document, parse(document))
    assert len(found) == 5
    return found


@pytest.fixture(scope="module")
def records(seeds: dict[str, Seed], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `quotes parse --format ndjson` writes for them."""
    path = tmp_path_factory.mktemp("seeds") / "records.ndjson"
    lines = [
        json.dumps(parse_record(parsed, file.stem), ensure_ascii=False) for file, _, parsed in seeds.values()
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def score(shared: Path, records: Path, task: str, *options: str) -> dict[str, Any]:
    tool, gold = shared / "tools" / "score.py", shared / "seeds"
    command = [sys.executable, str(tool), task, "--json", *options, "--gold", str(gold), str(records)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def gold_quotes(path: Path) -> list[dict[str, Any]]:
    gold = json.loads(path.with_suffix("").with_suffix(".gold.json").read_text(encoding="utf-8"))
    quotes: list[dict[str, Any]] = gold["quotes"]
    return quotes


def found_for(seed: Seed, words: str) -> Statement:
    """The statement at the place where the gold has the quotation that holds these words."""
    path, _, parsed = seed
    (gold,) = [quote for quote in gold_quotes(path) if words in quote["text"]]
    (found,) = [
        quote
        for quote in parsed.quotes
        if quote.source_span is not None
        and quote.source_span[0] < gold["end"]
        and gold["start"] < quote.source_span[1]
    ]
    return found


def test_quotations_and_their_speakers(shared: Path, records: Path) -> None:
    result = score(shared, records, "entity", "--min-tokens", "1")

    assert result["gold"] == GOLD_QUOTES
    assert round(result["det_R"] * GOLD_QUOTES) >= MIN_FOUND
    assert round(result["pred"] * (1 - result["det_P"])) <= MAX_FALSE
    assert round(result["joint_F1_lenient"] * (GOLD_QUOTES + result["pred"]) / 2) >= MIN_SPEAKER


def test_nothing_comes_from_page_furniture_and_no_date_is_invented(shared: Path, records: Path) -> None:
    result = score(shared, records, "statements")

    assert result["furniture"] == 0
    assert result["dates_wrong"] == 0
    assert result["dates_invented"] == 0
    assert result["text_wrong"] == 0
    assert result["unplaced"] == 0
    assert result["documents_missing"] == 0


def test_every_gold_speaker_is_named_as_in_the_gold(seeds: dict[str, Seed]) -> None:
    wrong = 0
    for path, _, parsed in seeds.values():
        found = {quote.source_span: quote.speaker for quote in parsed.quotes}
        gold = [quote for quote in gold_quotes(path) if quote.get("nested_in") is None]
        wrong += sum(
            not any(
                span is not None and span[0] < g["end"] and g["start"] < span[1] and speaker == g["speaker"]
                for span, speaker in found.items()
            )
            for g in gold
        )

    assert wrong <= GOLD_QUOTES - MIN_SPEAKER


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        pytest.param("respect for you", "Zhang Youxia", id="the visitor, not his host"),
        pytest.param("not creating a military bloc", "Sergei Shoigu", id="the minister, not the president"),
    ],
)
def test_words_of_one_of_several_men_in_a_room(seeds: dict[str, Seed], words: str, speaker: str) -> None:
    holding = [
        seed for seed in seeds.values() if any(words in quote["text"] for quote in gold_quotes(seed[0]))
    ]

    assert len(holding) == 1
    assert found_for(holding[0], words).speaker == speaker


def test_a_fragment_said_by_a_country(seeds: dict[str, Seed]) -> None:
    holding = [
        seed for seed in seeds.values() if any(quote["text"] == "no-limits" for quote in gold_quotes(seed[0]))
    ]

    assert {found_for(seed, "no-limits").speaker for seed in holding} == {"China"}


def test_people_of_one_family_name_in_two_articles_stay_apart(seeds: dict[str, Seed]) -> None:
    first = {quote.speaker for quote in seeds["001"][2].quotes if "Wang" in (quote.speaker or "")}
    second = {quote.speaker for quote in seeds["004"][2].quotes if "Wang" in (quote.speaker or "")}

    assert "Wang Wenbin" in first
    assert second
    assert not first & second


def test_a_date_that_the_story_contradicts_is_not_taken(seeds: dict[str, Seed]) -> None:
    assert seeds["004"][1].published.value != "2024-11-01"
    assert all(s.said_on != "2024-11-01" for s in (*seeds["004"][2].quotes, *seeds["004"][2].claims))


def test_a_weekday_without_a_publication_date_stays_words(seeds: dict[str, Seed]) -> None:
    _, document, parsed = seeds["000"]
    statements = (*parsed.quotes, *parsed.claims)

    assert document.published.value is None
    assert all(s.said_on not in ("2023-10-30", "2023-11-01") for s in statements)
    assert any("Wednesday" in (s.said_evidence or "") and s.said_on is None for s in statements)


def test_every_statement_stands_where_it_says(seeds: dict[str, Seed]) -> None:
    for path, document, parsed in seeds.values():
        source = repaired(path.read_bytes().decode(document.encoding, errors="replace"), document)
        for statement in (*parsed.quotes, *parsed.claims):
            assert document.text[statement.start : statement.end] == statement.text
            assert statement.source_span is not None
            assert letters("".join(source[slice(*statement.source_span)])) == letters(statement.text)


def repaired(decoded: str, document: Document) -> list[str]:
    """The characters of the decoded file with the document's repairs made in their places."""
    characters = list(decoded)
    for repair in document.repairs:
        length = repair.source_end - repair.source_start
        alike = len(repair.repaired) == length
        replacement = list(repair.repaired) if alike else [repair.repaired] + [""] * (length - 1)
        characters[repair.source_start : repair.source_end] = replacement
    return characters


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def test_no_damaged_character_is_left(seeds: dict[str, Seed], records: Path) -> None:
    for _, document, parsed in seeds.values():
        shown = [s.text + (s.speaker or "") + (s.mention or "") for s in (*parsed.quotes, *parsed.claims)]
        assert not any(mark in text for text in [document.text, *shown] for mark in "鈥淒")
    for line in records.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        assert not any(
            mark in json.dumps([record["quotes"], record["claims"]], ensure_ascii=False) for mark in "鈥淒"
        )
