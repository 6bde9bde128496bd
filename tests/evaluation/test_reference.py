"""The figures are those of the reference scorer, to the last digit."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from quotes.evaluation.answers import ROLES
from quotes.evaluation.gold import read_gold
from quotes.evaluation.measures import figure
from quotes.evaluation.polnear import read_attributed
from quotes.evaluation.report import Report, score, score_attributed
from tests.evaluation.test_polnear import quote, span, write

DETECTION = {
    "gold": "gold",
    "pred": "predicted",
    "ignored": "ignored",
    "outside_task": "unmarked",
    "gold_with_source": "speakers.credited",
    "det_P": "precision",
    "det_R": "recall",
    "det_F1": "f1",
    "det_R_iou50": "recall_half",
    "attr_acc_detected": "speakers.strict.accuracy",
    "attr_answered": "speakers.named_share",
    "attr_recall_all": "speakers.strict.recall",
    "joint_P": "speakers.strict.joint_precision",
    "joint_R": "speakers.strict.joint_recall",
    "joint_F1": "speakers.strict.joint_f1",
    "attr_acc_lenient": "speakers.lenient.accuracy",
    "joint_F1_lenient": "speakers.lenient.joint_f1",
    "mention_acc_detected": "speakers.mention.accuracy",
}
STATEMENTS = {
    "claims_gold": "claims.gold",
    "claims_pred": "claims.predicted",
    "claims_found": "claims.found",
    "claims_speaker": "claims.speaker_right",
    "claims_F1": "claims.f1",
    "dates_gold": "dates.gold",
    "dates_right": "dates.right",
    "dates_wrong": "dates.wrong",
    "dates_invented": "dates.invented",
    "undated": "dates.undated",
    "furniture": "furniture",
    "quotes_found": "any_length.found",
    "text_wrong": "text_wrong",
    "single_word_gold": "one_word.gold",
    "single_word_found": "one_word.found",
    "kind_acc": "kind_accuracy",
}


def reference(shared: Path, *arguments: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(shared / "tools" / "score.py"), *arguments, "--json"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def disturbed(folder: Path) -> list[dict[str, Any]]:
    """Answers made from the gold by a fixed pattern of mistakes: every rule of the scorer has its case."""
    records = []
    for document in read_gold(folder):
        answers: list[dict[str, Any]] = []
        for number, said in enumerate(document.quotes):
            start, end = said.span
            cut = (start, end - (end - start) // 4, start)[number % 3]
            last = said.speaker.split()[-1] if said.speaker else "Venn"
            speaker = (said.speaker, last, None, "Mara Venn", said.mention_text)[number % 5]
            mention = said.mention[0] if said.mention and number % 4 else (start, min(end, start + 4))
            answer: dict[str, Any] = {
                "start": start if number % 7 else max(0, start - 40),
                "end": cut if cut > start else end,
            }
            answer |= {"speaker": speaker, "mention_start": mention[0], "mention_end": mention[1]}
            answer |= {"kind": "direct", "said_on": said.said_on if number % 2 else "2020-01-01"}
            answers += [answer] * (2 if number % 9 == 0 else number % 8 > 0)
        for item in document.non_quotes[::2]:
            answers.append({"start": item.span[0], "end": item.span[1], "speaker": None})
        claims = [
            {
                "start": min(c.span[0] + 9 * (n % 2), c.span[1]),
                "end": c.span[1],
                "speaker": c.speaker if n % 3 else "Orr",
            }
            for n, c in enumerate(document.claims)
            if n % 5
        ]
        records.append({"id": document.name, "quotes": answers + claims[:1], "claims": claims})
    return records


@pytest.mark.parametrize("gold", ["gold/train", "seeds"])
def test_the_figures_agree(shared: Path, tmp_path: Path, gold: str) -> None:
    folder = shared / gold
    records = disturbed(folder)
    file = tmp_path / "answers.ndjson"
    file.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    report = score(read_gold(folder), {record["id"]: record for record in records})
    two = reference(shared, "entity", "--gold", str(folder), str(file))
    one = reference(shared, "entity", "--gold", str(folder), str(file), "--min-tokens", "1")
    agree(report, two, {name: f"quotes.{ours}" for name, ours in DETECTION.items()})
    agree(report, one, {name: f"quotes_any_length.{ours}" for name, ours in DETECTION.items()})
    agree(report, reference(shared, "statements", "--gold", str(folder), str(file)), STATEMENTS)
    implicit = {"acc_impl": "by_kind.implicit.strict.accuracy"}
    shapes = {f"acc_{shape}": f"by_mention.{shape}.accuracy" for shape in ("name", "nominal", "pronoun")}
    agree(report, two, implicit | shapes)


def agree(report: Report, reference: dict[str, Any], names: dict[str, str]) -> None:
    assert {name: figure(report.figures, ours) for name, ours in names.items()} == {
        name: reference[name] for name in names
    }


def test_quoted_speech_and_exact_spans_agree(shared: Path, tmp_path: Path) -> None:
    folder = write(tmp_path / "dev", "bbbb", "aaaa")
    answers = [
        quote("The pier will close,", "said", "Venn"),
        quote("a loss to us all", "it says", "she"),
        quote("loss to us", "She"),
        quote("it says", "She"),
        quote("Stop", None),
    ]
    spans = [[int(n) for n in span(words).split()] for words in ("Mara Venn", "said", "“The pier will close")]
    record = {
        "id": "pier",
        "quotes": answers,
        "attributions": [dict(zip(ROLES, [[s] for s in spans], strict=True))],
    }
    file = tmp_path / "answers.ndjson"
    file.write_text(json.dumps(record), encoding="utf-8")
    report = score_attributed(read_attributed(folder), {"pier": record})
    corpus = ("--polnear", str(tmp_path), str(file))
    by_name = {"attr_acc_lenient", "joint_F1_lenient", "mention_acc_detected"}
    names = {name: f"quotes.{ours}".replace("strict", "mention") for name, ours in DETECTION.items()}
    agree(report, reference(shared, "polnear", *corpus), {k: v for k, v in names.items() if k not in by_name})
    measures = {"P": "precision", "R": "recall", "F1": "f1"}
    roles = {f"{role}_{short}": f"spans.{role}.{long}" for role in ROLES for short, long in measures.items()}
    agree(report, reference(shared, "spans", *corpus), roles)
