"""Main text: letters of story, page and captions, counted in the blocks of a record."""

from pathlib import Path
from typing import Any

import pytest

from quotes.errors import UsageError
from quotes.evaluation.body import BodyCounts, body_counts, body_figures, body_of_each
from quotes.evaluation.gold import GoldDocument

TEXT = (
    "Share\n\nVenn left Lunne.\n\nThe quay. Photo: Post\n\nAdvertisement\n\nBrandt stayed.\n\nTop Stories\n"
)
WHOLE = (0, len(TEXT))


def span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def gold(**more: Any) -> GoldDocument:
    page = tuple(map(span, ("Share", "Advertisement", "Top Stories")))
    body = (span("Venn")[0], span("stayed.")[1])
    known = {"furniture": page, "captions": (span("The quay. Photo: Post"),), "body": body, **more}
    return GoldDocument("ferry", Path("ferry.txt"), TEXT, **known)


def record(*kept: str, kind: str = "body") -> dict[str, Any]:
    blocks = [{"kind": kind, "source_start": span(w)[0], "source_end": span(w)[1]} for w in kept]
    return {"id": "ferry", "blocks": blocks}


def counted(answer: dict[str, Any], **more: Any) -> BodyCounts:
    counts = body_counts(gold(**more), answer)
    assert counts is not None
    return counts


def test_furniture_and_captions_inside_the_body_are_not_the_story() -> None:
    counts = counted(record("Venn left Lunne.", "Brandt stayed."))
    assert counts == BodyCounts(body=25, body_kept=25, chrome=28, captions=16)
    assert counts.holds


def test_what_is_lost_and_what_is_kept_of_the_page_is_counted() -> None:
    counts = counted(record("Venn left Lunne.", "The quay. Photo: Post", "Top Stories"))
    assert counts == BodyCounts(25, 13, 28, 10, 16, 16)
    assert not counts.holds


@pytest.mark.parametrize("kind", ["title", "caption", "furniture"])
def test_only_body_blocks_count(kind: str) -> None:
    assert counted(record("Venn left Lunne.", "Brandt stayed.", kind=kind)).body_kept == 0


def test_a_block_over_the_whole_file_keeps_the_story_and_misses_the_bar_of_the_page() -> None:
    counts = counted({"blocks": [{"kind": "body", "source_start": 0, "source_end": len(TEXT)}]})
    assert (counts.body_kept, counts.chrome_kept) == (counts.body, counts.chrome)
    assert not counts.holds


def test_gold_that_overlaps_is_counted_once() -> None:
    overlapping = (span("Share"), span("Advertisement"), span("Advertise"), span("Top Stories"))
    assert counted(record("Advertisement"), furniture=overlapping).chrome == 28
    assert counted(record("Advertisement"), furniture=overlapping).chrome_kept == 13


def test_gold_without_a_body_and_pages_have_no_counts() -> None:
    assert body_counts(gold(body=None), record("Share")) is None
    assert body_counts(gold(in_file=False), record("Share")) is None
    assert body_counts(gold(), {"id": "ferry"}) is None


@pytest.mark.parametrize(
    "blocks", [[{}], [{"kind": "body"}], [{"kind": "body", "source_start": 0, "source_end": 10**6}], 7]
)
def test_blocks_that_are_none_are_refused(blocks: Any) -> None:
    with pytest.raises(UsageError):
        body_counts(gold(), {"id": "ferry", "blocks": blocks})


def test_letters_of_all_documents_are_counted_together() -> None:
    figures = body_figures([BodyCounts(10, 10, 5, 0, 0, 0), BodyCounts(30, 27, 5, 1, 4, 2)])
    assert figures == {
        "documents": 2,
        "letters": 40,
        "kept": 37 / 40,
        "chrome_letters": 10,
        "chrome_kept": 0.1,
        "caption_letters": 4,
        "captions_kept": 0.5,
        "bars_missed": 1,
    }


def test_documents_without_a_record_are_left_out() -> None:
    assert body_of_each([gold()], {}) == {}
    assert list(body_of_each([gold()], {"ferry": record("Share")})) == ["ferry"]
