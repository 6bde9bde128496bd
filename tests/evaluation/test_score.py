"""The scores of one small document, reckoned by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from quotes.errors import UsageError
from quotes.evaluation.gold import read_gold
from quotes.evaluation.measures import figure
from quotes.evaluation.report import Report, score
from tests.evaluation.making import TEXT, gold, item, perfect, span_of, write


def scored(folder: Path, record: dict[str, Any] | None, **more: Any) -> Report:
    documents = read_gold(write(folder, gold()))
    return score(documents, {} if record is None else {"ferry": record}, **more)


def answering(*quotes: dict[str, Any], claims: tuple[dict[str, Any], ...] = ()) -> dict[str, Any]:
    return {"id": "ferry", "quotes": list(quotes), "claims": list(claims)}


def numbers(report: Report, *names: str) -> list[float | None]:
    return [figure(report.figures, name) for name in names]


def whats(report: Report) -> list[str]:
    return [miss.what for miss in report.misses]


def test_answers_without_a_mistake_score_one_and_miss_nothing(tmp_path: Path) -> None:
    report = scored(tmp_path, perfect())
    ones = [
        "quotes.f1",
        "quotes_any_length.f1",
        "quotes.speakers.strict.joint_f1",
        "claims.f1",
        "dates.recall",
    ]
    assert numbers(report, *ones) == [1] * len(ones)
    assert numbers(report, "quotes.gold", "quotes_any_length.gold", "one_word.found") == [5, 6, 1]
    assert numbers(report, "calibration.quotes.brier", "calibration.quotes.errors") == [0, 0]
    assert report.misses == ()


def test_nothing_found_scores_nothing_and_lists_everything(tmp_path: Path) -> None:
    report = scored(tmp_path, None)
    assert numbers(report, "quotes.precision", "quotes.recall", "quotes.f1", "claims.f1") == [0] * 4
    assert whats(report).count("quote missed") == 5
    assert whats(report).count("claim missed") == 2
    assert report.without_answers == ("ferry",)


def test_detection_counts_missed_and_false_quotations(tmp_path: Path) -> None:
    found = item("The ferry sank on Monday,", "Mara Venn", "Mara Venn")
    title = item("Cold Harbour", "Mara Venn", "Mara Venn")
    report = scored(tmp_path, answering(found, title))
    assert numbers(report, "quotes.found", "quotes.predicted", "quotes.gold") == [1, 2, 5]
    assert numbers(report, "quotes.precision", "quotes.recall") == [1 / 2, 1 / 5]
    assert figure(report.figures, "quotes.f1") == pytest.approx(2 / 7)
    assert numbers(report, "non_quotes.taken", "non_quotes.gold") == [1, 2]
    assert {"quote false", "no speech"} <= set(whats(report))


def test_marks_and_blanks_at_the_edges_decide_nothing(tmp_path: Path) -> None:
    place = span_of("“The ferry sank on Monday,” ")
    report = scored(tmp_path, answering({**item("Nobody was told.", "Mara Venn"), **place}))
    assert numbers(report, "quotes.found", "quotes.predicted") == [1, 1]


@pytest.mark.parametrize(
    ("words", "found"),
    [("ferry sank on Monday", 1), ("sank on Monday", 0), ("on Monday", 0)],
    ids=["17 of 20 letters", "12 of 20", "8 of 20"],
)
def test_four_fifths_of_the_letters_make_the_same_quotation(tmp_path: Path, words: str, found: int) -> None:
    report = scored(tmp_path, answering(item(words, "Mara Venn")))
    assert numbers(report, "quotes.found", "quotes.predicted") == [found, 1]


def test_a_quotation_inside_another_and_one_of_one_word_count_neither_way(tmp_path: Path) -> None:
    inside, one = item("Go home at once,", "Tomas Rydel"), item("Maybe,", "Tomas Rydel")
    report = scored(tmp_path, answering(inside, one))
    assert numbers(report, "quotes.predicted", "quotes_any_length.predicted") == [0, 1]
    assert numbers(report, "one_word.gold", "one_word.found") == [1, 1]
    assert figure(scored(tmp_path, answering(one), min_words=1).figures, "quotes.found") == 1


def test_what_touches_no_marks_or_is_given_twice_is_false(tmp_path: Path) -> None:
    found = item("Nobody was told.", "Mara Venn")
    report = scored(tmp_path, answering(found, found, item("the pier would close", "Ilse Orr")))
    assert numbers(report, "quotes.found", "quotes.predicted", "quotes.unmarked") == [1, 3, 1]


def test_of_two_answers_for_one_place_the_one_with_a_speaker_is_judged(tmp_path: Path) -> None:
    report = scored(
        tmp_path, answering(item("Nobody was told.", None), item("Nobody was told.", "Mara Venn"))
    )
    assert numbers(report, "quotes.speakers.strict.right", "quotes.predicted") == [1, 2]


def test_speakers_are_judged_before_and_after_they_are_resolved(tmp_path: Path) -> None:
    report = scored(
        tmp_path,
        answering(
            item("The ferry sank on Monday,", "Ilse Orr", "Mara Venn"),  # right words, wrong name
            item("Nobody was told.", "Mara Venn", "Ilse Orr"),  # wrong words, right name
            item("a quiet disaster", "Orr", "Ilse Orr"),  # the family name is enough
            item("No comment at all,", None),  # rightly nobody
            item("It was, ‘Go home at once,’ and we went,", None),  # abstains
        ),
    )
    speakers = "quotes.speakers"
    assert numbers(report, f"{speakers}.credited", f"{speakers}.found", f"{speakers}.named") == [4, 4, 3]
    # The wrong words of the second are of no matter where its answer names the gold's own head word.
    assert numbers(report, f"{speakers}.mention.right", f"{speakers}.mention.of") == [3, 3]
    assert numbers(report, f"{speakers}.strict.right", f"{speakers}.strict.of") == [2, 4]
    assert numbers(report, f"{speakers}.strict.right_where_named", f"{speakers}.strict.joint_f1") == [
        2 / 3,
        3 / 5,
    ]
    assert whats(report).count("speaker") == 2


def test_somebody_named_where_nobody_is_credited_is_wrong(tmp_path: Path) -> None:
    report = scored(tmp_path, answering(item("No comment at all,", "Mara Venn")))
    assert numbers(report, "quotes.found", "quotes.speakers.strict.joint_f1") == [1, 0]
    assert "speaker" in whats(report)


def test_kinds_are_counted_apart(tmp_path: Path) -> None:
    report = scored(
        tmp_path,
        answering(
            item("The ferry sank on Monday,", "Mara Venn"),
            item("a quiet disaster", "Ilse Orr"),  # called direct
            item("the slow one", "Ilse Orr", kind="partial"),
            item("Nobody was told.", "Mara Venn", implicit=True),
        ),
    )
    assert numbers(report, "by_kind.direct.gold", "by_kind.direct.found") == [4, 2]
    assert numbers(report, "by_kind.direct.predicted", "by_kind.direct.precision") == [3, 1]
    assert numbers(report, "by_kind.partial.recall", "by_kind.partial.precision") == [1, 0]
    assert numbers(report, "by_kind.partial.right_kind", "by_kind.implicit.f1") == [0, 1]
    assert figure(report.figures, "kind_accuracy") == 2 / 3


def test_claims_need_half_the_letters_and_their_speaker(tmp_path: Path) -> None:
    wrong = item("warned that the pier would close", "Mara Venn")
    false = item("opens soon", "Mara Venn")
    report = scored(tmp_path, answering(claims=(wrong, false)))
    assert numbers(report, "claims.gold", "claims.predicted", "claims.found") == [2, 2, 1]
    assert numbers(report, "claims.f1", "claims.speaker_accuracy") == [1 / 2, 0]
    assert {"claim's speaker", "claim false", "claim missed"} <= set(whats(report))


def test_a_borderline_claim_counts_neither_way(tmp_path: Path) -> None:
    there = gold()
    there["claims"][0]["borderline"] = True
    documents = read_gold(write(tmp_path, there))
    report = score(documents, {"ferry": answering(claims=(item("the pier would close", "Mara Venn"),))})
    assert numbers(report, "claims.gold", "claims.predicted") == [1, 0]


@pytest.mark.parametrize(
    ("said_on", "right", "wrong"), [("2021-03", 1, 0), ("2021-03-01", 0, 1), ("2020-03", 0, 1), (None, 0, 0)]
)
def test_a_date_is_right_in_the_precision_of_the_gold(
    tmp_path: Path, said_on: str | None, right: int, wrong: int
) -> None:
    report = scored(tmp_path, answering(item("Maybe,", "Tomas Rydel", said_on=said_on)))
    assert numbers(report, "dates.gold", "dates.right", "dates.wrong", "dates.invented") == [
        1,
        right,
        wrong,
        0,
    ]


def test_a_date_where_there_is_none_is_invented(tmp_path: Path) -> None:
    report = scored(tmp_path, answering(item("Nobody was told.", "Mara Venn", said_on="2021")))
    assert numbers(report, "dates.undated", "dates.invented") == [1, 1]
    assert "date" in whats(report)


def test_words_from_furniture_and_words_that_differ_are_counted(tmp_path: Path) -> None:
    row = item("Row for free today", "Mara Venn")
    other = {**item("Nobody was told.", "Mara Venn"), "text": "Nobody was asked."}
    report = scored(tmp_path, answering(row, other))
    assert numbers(report, "furniture", "text_wrong") == [1, 1]
    assert "furniture" in whats(report)


def test_confidence_is_judged_by_quotation_and_speaker_together(tmp_path: Path) -> None:
    report = scored(
        tmp_path,
        answering(
            item("The ferry sank on Monday,", "Venn", confidence=0.9),
            item("Nobody was told.", "Ilse Orr", confidence=0.9),
            item("Cold Harbour", "Mara Venn", confidence=0.4),
            item("a quiet disaster", "Ilse Orr"),
        ),
    )
    name = "calibration.quotes"
    assert numbers(report, f"{name}.n", f"{name}.without_confidence", f"{name}.errors") == [3, 1, 2]
    assert numbers(report, f"{name}.wrong_at_0_9") == [1]
    assert figure(report.figures, f"{name}.brier") == pytest.approx((0.01 + 0.81 + 0.16) / 3)
    assert [(row.n, row.right) for row in report.reliability["quotes"]] == [(1, 0.0), (2, 0.5)]


def test_records_of_quotes_parse_count_in_offsets_of_the_file(tmp_path: Path) -> None:
    place = span_of("Nobody was told.")
    placed = {
        **item("Maybe,", "Mara Venn"),
        "source_start": place["start"],
        "source_end": place["end"],
        "mention_source_start": None,
        "mention_source_end": None,
    }
    report = scored(tmp_path, answering(placed, {**placed, "source_start": None, "source_end": None}))
    assert numbers(report, "quotes.found", "quotes.predicted", "unplaced") == [1, 1, 1]


@pytest.mark.parametrize(
    "quote",
    [{"start": 0, "end": len(TEXT) + 1}, {"start": -1, "end": 4}, {"start": 9, "end": 4}, {"text": "a"}, 5],
)
def test_what_is_no_record_of_this_text_is_refused(tmp_path: Path, quote: Any) -> None:
    with pytest.raises(UsageError):
        scored(tmp_path, {"id": "ferry", "quotes": [quote]})


@pytest.mark.parametrize("damage", ["[]", "{", '{"id": "ferry"}', '{"quotes": [{}]}', '{"quotes": 5}'])
def test_what_is_no_gold_is_refused(tmp_path: Path, damage: str) -> None:
    folder = write(tmp_path, gold())
    (folder / "ferry.gold.json").write_text(damage, encoding="utf-8")
    with pytest.raises(UsageError, match="is no gold"):
        read_gold(folder)


def test_a_folder_without_gold_and_gold_without_a_text_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no gold"):
        read_gold(tmp_path)
    (write(tmp_path, gold()) / "ferry.txt").unlink()
    with pytest.raises(UsageError, match="no document"):
        read_gold(tmp_path)


def test_a_page_is_scored_on_the_text_that_is_read_from_it(tmp_path: Path) -> None:
    there = gold()
    quotes = [
        {**q, "start": None, "end": None, "mention_start": None, "mention_end": None}
        for q in there["quotes"][:2]
    ]
    lost = {**quotes[1], "text": "These words stand nowhere."}
    page: dict[str, Any] = {
        "id": "ferry",
        "quotes": [*quotes, lost],
        "claims": [],
        "chrome": [],
        "chrome_texts": ["Never read"],
    }
    folder = write(tmp_path, page)
    paragraphs = "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n")[1:])
    body = f"<html><body><article><h1>A ferry</h1>{paragraphs}</article></body></html>"
    (folder / "ferry.txt").unlink()
    (folder / "ferry.html").write_text(body, encoding="utf-8")
    (document,) = read_gold(folder)
    answers = [{"start": q.span[0], "end": q.span[1], "speaker": "Mara Venn"} for q in document.quotes[:2]]
    report = score([document], {"ferry": {"id": "ferry", "quotes": answers}})
    assert [document.text[slice(*q.span)] for q in document.quotes] == [q["text"] for q in page["quotes"]]
    assert numbers(report, "quotes.gold", "quotes.found", "furniture") == [3, 2, 0]
