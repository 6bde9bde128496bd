"""The labelled turns of a transcript: "JUDGE LYLE: Good morning." """

import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence

from quotes.parsing.annotated import Turn
from quotes.parsing.participants import Participants, is_listing
from quotes.parsing.turn_labels import Label, labels_in
from quotes.statement import Span

MIN_TURNS = 4
"""Fewer labelled paragraphs than this make no transcript: a news story may open with "KUALA LUMPUR:"."""
MIN_CAPITALS = 3
"""The same for labels in capitals, which nothing else has."""
MIN_SHARE = 0.4
"""The share of body paragraphs that are labelled in a transcript,"""
MIN_SHARE_SPOKEN = 0.05
"""or where labels come back and whole sentences follow them: speeches run over many paragraphs."""
MIN_SENTENCES = 0.8
"""The share of labelled paragraphs that end as a sentence does, in such a transcript."""
HEADING_MAX = 70
"""A line without a full stop of so few characters between turns is a heading."""

_DIRECTION = re.compile(r"\s*(?:[(\[][^)\]]*[)\]][\s.]*)+")
_QUOTED = re.compile(r"\s*[\"“‘«]")
_SENTENCE_END = re.compile(r"[.?!…—–-][\"”’'»)\]*_]*\s*\Z")
_END = re.compile(
    r"(?:\(?\[?(?:END|End|Ends|ENDS)\)?\]?|#{2,}|[*-](?:[ ]?[*-]){2,}|(?:END|End) (?:OF|of) .*|\(?END \d.*)\Z"
    r"|(?:The|This) (?:briefing|hearing|session|meeting|interview|conversation|press conference|House|sitting"
    r"|committee)"
    r" (?:was |has |then |stands )*(?:edited|ended|concluded|adjourned|suspended|rose|closed|condensed)\b"
    r"|(?i:notes? to editors?|media contacts?|contacts?|background|about the (?:author|speaker|interview)\w*)"
    r"\s*(?::.{0,80})?\Z"
)
_PROCEDURE = re.compile(
    r"(?:Question (?:put|agreed|again)|Motion (?:made|agreed)|The House (?:divided|proceeded)|Ayes \d|Noes \d"
    r"|Bill (?:read|accordingly)|Amendment (?:put|agreed|proposed)|Resolved[,:.]|Ordered[,:.])"
)


def find_turns(text: str, body: Sequence[Span]) -> list[Turn]:
    """The turns of a transcript, paragraph by paragraph of its `body`; none in other texts."""
    found = list(labels_in(text, body))
    counts = Counter(label.key for label in found)
    spoken = [
        label for label in found if _names_a_speaker(label, counts) and not is_listing(text, label, body)
    ]
    if not _is_transcript(text, body, spoken):
        return []
    return list(_turns(text, body, spoken, Participants(text, body, spoken)))


def _turns(
    text: str, body: Sequence[Span], labels: Sequence[Label], participants: Participants
) -> Iterator[Turn]:
    """The words under each label, as far as the next or the end of the paragraph, and further paragraphs."""
    speaking: Label | None = None
    rest = deque(labels)
    for start, end in body:
        while rest and rest[0].start < end:
            label = rest.popleft()
            if speaking is not None and start < label.start:
                yield from _said(
                    text, speaking, start, label.start, participants, continued=start != speaking.end
                )
            speaking, start = label, label.end
        continued = speaking is None or start != speaking.end
        if continued and _END.match(text, start, end):
            speaking = None
        if speaking is not None and not (continued and _is_between(text, start, end)):
            yield from _said(text, speaking, start, end, participants, continued=continued)


def _said(
    text: str, label: Label, start: int, end: int, participants: Participants, *, continued: bool
) -> Iterator[Turn]:
    """The turn that these words are; none where they are only what was done, or nothing."""
    end = start + len(text[start:end].rstrip())
    if start < end and not _DIRECTION.fullmatch(text, start, end):
        yield Turn(label.name, (start, end), continued=continued, named=participants.named(label))


def _is_between(text: str, start: int, end: int) -> bool:
    """Whether a paragraph under no label is a heading or a record of what was done, and nobody's words."""
    heading = end - start <= HEADING_MAX and not re.search(r"[.?!…,;:—–\"”’)\]-]\Z", text[start:end])
    capitals = heading and sum(word[0].isupper() for word in text[start:end].split()) > 1
    return capitals or _PROCEDURE.match(text, start, end) is not None


def _names_a_speaker(label: Label, counts: Counter[str]) -> bool:
    """A lone word that labels one paragraph is a heading ("Before: ...", "Location: ...")."""
    return counts[label.key] > 1 or label.words.isupper() or " " in label.words or label.aside


def _is_transcript(text: str, body: Sequence[Span], labels: Sequence[Label]) -> bool:
    """At least two speak, one of them twice or all under labels in capitals, in a good part of the text."""
    counts = Counter(label.key for label in labels)
    quoted = sum(_QUOTED.match(text, label.end) is not None for label in labels)
    if len(counts) < 2 or 2 * quoted > len(labels):  # writers put what they lead in between marks
        return False
    if len(labels) < MIN_SHARE * len(body):
        return _is_spoken(text, body, labels, counts)
    capitals = all(label.words.isupper() for label in labels)
    return len(labels) >= (MIN_CAPITALS if capitals else MIN_TURNS) and (capitals or max(counts.values()) > 1)


def _is_spoken(text: str, body: Sequence[Span], labels: Sequence[Label], counts: Counter[str]) -> bool:
    """Whether labels that nothing else has come back often enough, with sentences under them."""
    sure = [label for label in labels if label.words.isupper() or label.aside or " " in label.words]
    again = sum(count > 1 for count in counts.values())
    if len(sure) < max(MIN_TURNS, MIN_SHARE_SPOKEN * len(body)) or again < 2:
        return False
    ends = dict(body)
    whole = sum(
        bool(_SENTENCE_END.search(text[label.end : ends.get(label.start, label.end)])) for label in sure
    )
    return whole >= MIN_SENTENCES * len(sure)
