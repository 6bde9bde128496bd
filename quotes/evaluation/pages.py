"""Gold of pages: it names words, and they are looked for in the text that is read from the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any


def placed(path: Path, gold: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The text that is read from a page, and its gold with offsets of it.

    Gold words that reading lost are put below the text: they count, and nothing can be found there.
    Furniture that reading dropped is gone, as it should be.
    """
    from quotes.sources import read

    text = read(path)[0].text
    lists = {"quotes": gold["quotes"], **{name: gold.get(name, []) for name in ("claims", "not_quotes")}}
    for name, items in lists.items():
        found = list(_in_order(text, [item["text"] for item in items]))
        for index, (item, start) in enumerate(zip(items, found, strict=True)):
            if start is None:
                found[index], text = len(text) + 2, f"{text}\n\n{item['text']}"
        lists[name] = [
            {**item, "start": start, "end": (start or 0) + len(item["text"]), "mention_start": None}
            for item, start in zip(items, found, strict=True)
        ]
    chrome = [(text.find(words), text.find(words) + len(words)) for words in gold.get("chrome_texts", ())]
    return text, {**gold, **lists, "chrome": [span for span in chrome if span[0] >= 0]}


def _in_order(text: str, pieces: Iterable[str]) -> Iterator[int | None]:
    """Where each piece begins, after the one before it where it can be."""
    after = 0
    for piece in pieces:
        start = text.find(piece, after)
        start = text.find(piece) if start < 0 else start
        yield None if start < 0 else start
        after = start + 1 if start >= 0 else after
