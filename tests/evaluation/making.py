"""Gold and answers about invented people, small enough to reckon by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

TEXT = (
    "Home | Win a boat: “Row for free today” says the bank.\n\n"
    "“The ferry sank on Monday,” Mara Venn said. “Nobody was told.”\n\n"
    "The mayor, Ilse Orr, called it “a quiet disaster” and warned that the pier would close.\n\n"
    "“Maybe,” Tomas Rydel said in March. He denied that anybody was late.\n\n"
    "The film “Cold Harbour” opens soon; they call it “the slow one”.\n\n"
    "“No comment at all,” read a note. “It was, ‘Go home at once,’ and we went,” Rydel added."
)


def span_of(words: str, text: str = TEXT) -> dict[str, int]:
    """Where `words` stand; they stand once."""
    assert text.count(words) == 1, words
    start = text.index(words)
    return {"start": start, "end": start + len(words)}


def item(words: str, speaker: str | None, mention: str | None = None, **more: Any) -> dict[str, Any]:
    """A quote or claim, of gold or of an answer."""
    place = span_of(mention) if mention else {"start": None, "end": None}
    return {
        **span_of(words),
        "text": words,
        "kind": "direct",
        "speaker": speaker,
        "speaker_type": "person",
        "mention": mention,
        "mention_start": place["start"],
        "mention_end": place["end"],
        "implicit": False,
        "said_on": None,
        "nested_in": None,
        **more,
    }


def gold() -> dict[str, Any]:
    """What stands in `TEXT`: seven quotations (one inside another, one of one word), two claims."""
    return {
        "id": "ferry",
        "quotes": [
            item("The ferry sank on Monday,", "Mara Venn", "Mara Venn"),
            item("Nobody was told.", "Mara Venn", "Mara Venn", implicit=True),
            item("a quiet disaster", "Ilse Orr", "Ilse Orr", kind="partial"),
            item("Maybe,", "Tomas Rydel", "Tomas Rydel", said_on="2021-03"),
            item("No comment at all,", None),
            item("It was, ‘Go home at once,’ and we went,", "Tomas Rydel"),
            item("Go home at once,", None, nested_in=5),
        ],
        "not_quotes": [
            {**span_of("Cold Harbour"), "text": "Cold Harbour", "why": "title"},
            {**span_of("the slow one"), "text": "the slow one", "why": "nickname"},
        ],
        "claims": [
            item("the pier would close", "Ilse Orr"),
            item("anybody was late", "Tomas Rydel"),
        ],
        "chrome": [[0, TEXT.index("\n")]],
    }


def write(folder: Path, gold: dict[str, Any], text: str = TEXT) -> Path:
    """A folder of gold with one document."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{gold['id']}.txt").write_text(text, encoding="utf-8", newline="")
    (folder / f"{gold['id']}.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder


def perfect() -> dict[str, Any]:
    """A record that answers the gold without a mistake, sure of all of it."""
    there = gold()
    quotes = [{**quote, "confidence": 1.0} for quote in there["quotes"]]
    return {"id": "ferry", "quotes": quotes, "claims": [{**c, "confidence": 1.0} for c in there["claims"]]}
