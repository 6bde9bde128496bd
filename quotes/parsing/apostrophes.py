"""Signs that look like quotation marks and are none: inches and feet, and the apostrophes of plurals."""

from quotes.parsing.marks import CLOSING_PUNCTUATION, Mark

_INCHES = frozenset({'"', "″", "''"})


def without_measures(text: str, marks: list[Mark]) -> list[Mark]:
    """Drop inches: straight marks after a digit where nothing is open, or a better closer is to come."""
    kept: list[Mark] = []
    depth = 0
    for index, mark in enumerate(marks):
        if mark.shape in _INCHES and text[mark.start - 1 : mark.start].isdigit():
            following = next((other for other in marks[index + 1 :] if other.family == "double"), None)
            closed_later = following is not None and following.role == "close"
            if depth == 0 or (depth == 1 and closed_later):
                continue
        if mark.family == "double":
            depth = depth + 1 if mark.role == "open" else max(0, depth - 1)
        kept.append(mark)
    return kept


def without_possessives(text: str, marks: list[Mark], kept_open: int | None) -> list[Mark]:
    """Drop single closing marks that are a plural's apostrophe: after "s", with a better closer to come.

    `kept_open` is the place of an opening mark that the next paragraph takes up: it needs no closer.
    """
    kept: list[Mark] = []
    closers = [i for i, mark in enumerate(marks) if mark.family == "single" and mark.role == "close"]
    last_closer = closers[-1] if closers else -1
    open_single = False
    for index, mark in enumerate(marks):
        if mark.family == "single":
            if mark.role == "open":
                open_single = index < last_closer
                if not open_single and mark.start != kept_open:
                    continue
            elif not open_single or (_possessive(text, mark) and _better_closer(text, marks, index + 1)):
                if open_single or text[mark.start - 1] not in CLOSING_PUNCTUATION:
                    continue
            else:
                open_single = False
        kept.append(mark)
    return kept


def _possessive(text: str, mark: Mark) -> bool:
    following = text[mark.end : mark.end + 2]
    return text[mark.start - 1] in "sS" and following[:1].isspace() and not following[1:].isspace()


def _better_closer(text: str, marks: list[Mark], first: int) -> bool:
    for index in range(first, len(marks)):
        mark = marks[index]
        if mark.family == "single" and mark.role == "open":
            return False
        if mark.family == "single" and not _possessive(text, mark):
            return True
    return False
