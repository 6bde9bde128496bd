"""The words of a statement or a title as they stand in a citation: marks, full stops, short titles."""

import re

TERMINAL = ".?!…"
_NEVER_LAST = """
    a an and as at but by for from in into is its of on or over per s than that the their to under
    up via with
"""
FUNCTION_WORDS = frozenset(_NEVER_LAST.split())
"""Words that a short title does not end with (lower case)."""
SHORT_TITLE_WORDS = 4
"""Chicago and MLA shorten a title of more than about four words."""

_STRAIGHT_PAIR = re.compile(r'(?<!\w)"(?=\S)([^"]*?)(?<=\S)"')
_DOUBLE = re.compile(r"“([^“”]*)”|«\s*([^«»]*?)\s*»|„([^„“”]*)[“”]|[“”]")
_LONE = {"“": "‘", "”": "’"}
_SINGLE_PAIR = re.compile(r"(?<!\w)‘([^‘’]+(?:’\w[^‘’]*)*)’(?!\w)")
_REOPENED = re.compile(r"(\n\s*)[“\"«„](?=\w)")
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:[^\W\d_]\.){2,}$")


def curled(text: str) -> str:
    """`text` with pairs of straight double marks as curly ones."""
    return _STRAIGHT_PAIR.sub(r"“\1”", text)


def in_marks(text: str) -> str:
    """`text` between curly double marks, the marks inside it as single ones."""
    return f"“{_singled(text)}”"


def quotation(text: str) -> str:
    """The words of a quotation in marks, without the comma of the sentence that reports it.

    A mark that opens again at the start of a paragraph is left out, as the paragraphs run on here.
    """
    words = curled(text)
    if words.count("“") > words.count("”") or '"' in words:
        words = _REOPENED.sub(r"\1", words)
    words = " ".join(words.split())
    return in_marks(words.rstrip(",").rstrip() if words.endswith(",") else words)


def stopped(text: str, stop: str = ".") -> str:
    """`text` with `stop` at its end, inside closing marks; a full stop is not put after another end."""
    body, closing = _split_closing(text)
    if stop == "." and body.endswith(tuple(TERMINAL)):
        return text
    return f"{body}{stop}{closing}"


def without_stop(text: str) -> str:
    """`text` without its full stop, as where a parenthesis follows; "?", "!" and abbreviations stay."""
    body, closing = _split_closing(text)
    if body.endswith(".") and not body.endswith("..") and not _ABBREVIATION.search(body):
        body = body[:-1]
    return body + closing


def capitalized(text: str) -> str:
    """`text` with a capital first letter, the others as they are."""
    return text[:1].upper() + text[1:]


def short_title(title: str) -> str:
    """The title before its colon, without a first article, cut to about four words at no function word."""
    main = re.split(r":\s|\s[–—|]\s", title)[0] or title
    words = main.split()
    if len(words) > 1 and words[0].casefold() in ("a", "an", "the"):
        words = words[1:]
    kept = SHORT_TITLE_WORDS
    while kept < len(words) and not _balanced(words[:kept]):
        kept += 1
    cut = words[:kept]
    while len(words) > kept and len(cut) > 1 and cut[-1].casefold() in FUNCTION_WORDS:
        cut = cut[:-1]
    return " ".join(cut).rstrip(",;:")


def _balanced(words: list[str]) -> bool:
    text = curled(" ".join(words))
    return text.count("“") == text.count("”") and '"' not in text


def _singled(text: str) -> str:
    return _DOUBLE.sub(_single, curled(text))


def _single(match: re.Match[str]) -> str:
    if match[0] in _LONE:
        return _LONE[match[0]]
    words = next(group for group in match.groups() if group is not None)
    return "‘" + _SINGLE_PAIR.sub(r"“\1”", words) + "’"


def _split_closing(text: str) -> tuple[str, str]:
    marks = "”’" if "‘" in text else "”"
    body = text.rstrip(marks)
    return body, text[len(body) :]
