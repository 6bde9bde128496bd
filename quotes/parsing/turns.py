"""The labelled turns of a transcript: "JUDGE LYLE: Good morning." """

import re
from collections import Counter
from collections.abc import Sequence

from quotes.parsing.annotated import Turn

MIN_TURNS = 4
"""Fewer labelled paragraphs than this make no transcript: a news story may open with "KUALA LUMPUR:"."""
MIN_CAPITALS = 3
"""The same for labels in capitals, which nothing else has."""
MIN_SHARE = 0.4
"""The share of body paragraphs that are labelled in a transcript."""
_NAME = r"[A-Z][\w.'’-]*(?:[ ]+(?:[A-Z(][\w.'’)-]*|of|de|van|von|bin|al|the)){0,6}"
_LABEL = re.compile(rf"(?P<label>Q|A|Question|Answer|{_NAME})[ ]?:[ ]+(?=[\w\"“‘'(\[])")
_STAGE_DIRECTION = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*")


def find_turns(text: str, body: Sequence[tuple[int, int]]) -> list[Turn]:
    """The turns of a transcript, paragraph by paragraph of its `body`; none in other texts."""
    matches = [_LABEL.match(text, start, end) for start, end in body]
    counts = Counter(match["label"] for match in matches if match is not None)
    labels = [match if match and _names_a_speaker(match["label"], counts) else None for match in matches]
    if not _is_transcript(labels):
        return []
    turns: list[Turn] = []
    for (start, end), match in zip(body, labels, strict=True):
        if match is not None:
            turns.append(Turn(match.span("label"), (match.end(), end)))
        elif turns and not _STAGE_DIRECTION.fullmatch(text, start, end):
            turns.append(Turn(turns[-1].label, (start, end), continued=True))
    return turns


def _names_a_speaker(label: str, counts: Counter[str]) -> bool:
    """A lone word that labels one paragraph is a heading ("Before: ...", "Location: ...")."""
    return counts[label] > 1 or label.isupper() or " " in label


def _is_transcript(labels: Sequence[re.Match[str] | None]) -> bool:
    """At least two speak, one of them twice or all under labels in capitals, in a good part of the text."""
    counts = Counter(match["label"] for match in labels if match is not None)
    labelled = sum(counts.values())
    if len(counts) < 2 or labelled < MIN_SHARE * len(labels):
        return False
    capitals = all(label.isupper() for label in counts)
    return labelled >= (MIN_CAPITALS if capitals else MIN_TURNS) and (capitals or max(counts.values()) > 1)
