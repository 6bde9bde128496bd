"""Standoff annotation: which annotator, quoted speech at mention level, exact spans."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from quotes.errors import UsageError
from quotes.evaluation.measures import figure
from quotes.evaluation.polnear import is_attributed, read_attributed
from quotes.evaluation.report import Report, score_attributed

TEXT = "“The pier will close,” Mara Venn said. She called it “a loss to us all” and left. “Stop” it says."


def span(words: str) -> str:
    start = TEXT.index(words)
    return f"{start} {start + len(words)}"


NOTES = "\n".join(
    [
        "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3",
        f"T1\tSource {span('Mara Venn')}\tMara Venn",
        f"T2\tCue {span('said')}\tsaid",
        f"T3\tContent {span('“The pier will close,”')}\t“The pier will close,”",
        f"T4\tSource {span('She')}\tShe",
        f"T5\tCue {span('called')}\tcalled",
        f"T6\tContent {span('it “a loss')};{span('to us all”')}\tit “a loss to us all”",
        "E2\tAttribution:T5 Source:T4 Cue:T5 Content:T6 Content:T99",
        "A1\tLiteral T5",
        "",
    ]
)


def write(folder: Path, *annotators: str, notes: str = NOTES) -> Path:
    for name in ("text", "attributions"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "text" / "pier.txt").write_text(TEXT, encoding="utf-8")
    for annotator in annotators or ("aaaa",):
        (folder / "attributions" / f"pier_{annotator}.ann").write_text(notes, encoding="utf-8")
    return folder


def quote(words: str, mention: str | None, speaker: str | None = None) -> dict[str, Any]:
    start, end = map(int, span(words).split())
    first, last = map(int, span(mention).split()) if mention else (None, None)
    return {"start": start, "end": end, "mention_start": first, "mention_end": last, "speaker": speaker}


def scored(folder: Path, **record: Any) -> Report:
    return score_attributed(read_attributed(write(folder)), {"pier": {"id": "pier", **record}})


def test_right_mentions_of_quoted_speech(tmp_path: Path) -> None:
    both = [quote("The pier will close,", "Venn"), quote("a loss to us all", "She")]
    report = scored(tmp_path, quotes=both)
    assert figure(report.figures, "quotes.speakers.mention.joint_f1") == 1
    assert figure(report.figures, "quotes.gold") == 2
    assert report.misses == ()


def test_another_pronoun_is_not_the_one_that_was_meant(tmp_path: Path) -> None:
    report = scored(tmp_path, quotes=[quote("a loss to us all", "it says", "she")])
    assert figure(report.figures, "quotes.speakers.mention.right") == 0
    assert [miss.what for miss in report.misses] == ["quote missed", "mention"]


def test_claims_and_single_words_count_neither_way(tmp_path: Path) -> None:
    report = scored(tmp_path, quotes=[quote("it says", "She"), quote("Stop", "it says")])
    assert figure(report.figures, "quotes.predicted") == 0


def test_exact_spans_by_role(tmp_path: Path) -> None:
    def spans(*words: str) -> list[list[int]]:
        return [[int(n) for n in span(piece).split()] for piece in words]

    first = {"source": spans("Mara Venn"), "cue": spans("said"), "content": spans("The pier will close")}
    second = {"source": spans("She called"), "cue": [], "content": spans("it “a loss")}
    report = scored(tmp_path, attributions=[first, second])
    names = ("source.precision", "source.recall", "cue.precision", "cue.recall")
    assert [figure(report.figures, f"spans.{name}") for name in names] == [0.5, 0.5, 1, 0.5]
    # Marks at the edges don't count, and each piece of a content is a span.
    assert figure(report.figures, "spans.content.recall") == pytest.approx(2 / 3)
    assert figure(report.figures, "spans.content.precision") == 1


def test_the_first_annotator_that_the_table_lists_is_taken(tmp_path: Path) -> None:
    folder = write(tmp_path / "dev", "cccc", "bbbb")
    write(folder, "aaaa", notes="")
    assert read_attributed(folder)[0].events == ()
    table = "compartment\tfilename\tannotators\ndev\tpier\tcccc|bbbb\ntrain\tpier\taaaa\n"
    (tmp_path / "metadata.tsv").write_text(table, encoding="utf-8")
    assert len(read_attributed(folder)[0].events) == 2


def test_other_folders_are_none_of_this_kind(tmp_path: Path) -> None:
    assert not is_attributed(tmp_path)
    (write(tmp_path) / "text" / "pier.txt").unlink()
    assert is_attributed(tmp_path)
    with pytest.raises(UsageError, match="no annotated text"):
        read_attributed(tmp_path)


@pytest.mark.parametrize("notes", ["T1\tSource x y\tMara", "T1\tSource 3\tMara", "T1"])
def test_broken_notes_are_refused(tmp_path: Path, notes: str) -> None:
    with pytest.raises(UsageError, match="no brat annotation"):
        read_attributed(write(tmp_path, notes=notes))
