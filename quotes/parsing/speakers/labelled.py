"""What the label of a turn says by itself: a name, an office, or only a part in the talk."""

import re

from quotes.parsing.annotated import Annotated
from quotes.statement import Span

_PARTS = re.compile(
    r"(?:q|a|question|questioner|answer|reporter|journalist|moderator|mod|host|presenter|anchor|interviewer|interviewee"
    r"|facilitator|operator|translator|interpreter|speaker|participant|panell?ist|caller|voice|voices|audience"
    r"|audience member|member of the audience|press|media|staff|unknown|inaudible|crosstalk|transcript"
    r"|(?:an |several |some )?hon\.? members?|unidentified(?: \w+)?|(?:fe)?male(?: \w+)?|man|woman"
    r"|all|others?|group)\W{0,3}\d{0,3}",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"(?:a|answer|interviewee)\W{0,2}\d{0,3}", re.IGNORECASE)


def names_nobody(label: str) -> bool:
    """Whether a label only tells a part in the talk: "QUESTION", "Q2", "UNIDENTIFIED MALE"."""
    return _PARTS.fullmatch(label) is not None


def is_answer(label: str) -> bool:
    """Whether a label is that of whoever is interviewed."""
    return _ANSWERS.fullmatch(label) is not None


class Labels:
    """The labels of a document's turns."""

    def __init__(self, annotated: Annotated) -> None:
        self._named = {turn.label: turn.named for turn in annotated.turns}
        self.begin = min((turn.label[0] for turn in annotated.turns), default=0)
        """Where the first turn begins; what stands before it is the writer's."""

    def named(self, label: Span) -> Span:
        """Where the text names the speaker in full: elsewhere, or in the label itself."""
        return self._named.get(label) or label
