"""Names where the tagger passed over them: those it saw elsewhere, and those that an office introduces."""

import re
from collections.abc import Iterable, Iterator, Sequence

from quotes.parsing.annotated import Entity
from quotes.parsing.lexicon import office_words
from quotes.parsing.speakers.names import may_be_name, words

_WORD = re.compile(r"(?<![\w.@/-])[^\W_][\w.-]*(?:’(?!s\b)\w+|'(?!s\b)\w+)*(?<![.-])(?![\w@/])")
_OFFICE_AND_NAME = re.compile(
    r"\b(?P<office>[A-Za-z][a-z-]*[a-z]|CEO|MP)\.? "
    r"(?P<name>[A-Z][a-z’'-]+(?: (?:[A-Z]\.|[A-Z][A-Za-z’'-]+)){1,2})(?![\w-])"
)
_SURNAMED = re.compile(r"\b(?:surnamed|nicknamed) ([A-Z][a-z]+)(?![\w-])")
MAX_NAME = 6
"""Words of a name that is looked for."""
MAX_LETTERS = 120
"""Letters of such a name, with what may stand between its words."""
MIN_SURNAME = 3
"""A shorter family name is too often another word to be looked for."""


def recurring(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """Names in full, and family names of persons, where the tagger passed over them."""
    full = (e for e in entities if e.type in ("PERSON", "ORG") and _is_full(e.text))
    wanted = {" ".join(e.text.split()): e.type for e in full}
    surnames = {words(name)[-1] for name, kind in wanted.items() if kind == "PERSON"}
    wanted |= {n: "PERSON" for n in surnames if len(n) >= MIN_SURNAME and n[0].isupper() and may_be_name(n)}
    spans = _outside(_places_of(wanted, text), text, entities) if wanted else []
    return [
        Entity(start, end, wanted[" ".join(text[start:end].split())], text[start:end])
        for start, end in spans
        if not _in_longer_name(text, start, end)
    ]


def _places_of(names: Iterable[str], text: str) -> Iterator[tuple[int, int]]:
    """Where the names stand in the text, each place once with the longest of them."""
    known = {tuple(name.split()) for name in names}
    longest = max(map(len, known))
    found = [m.span() for m in _WORD.finditer(text)]
    for at in range(len(found)):
        for length in range(longest, 0, -1):
            start, end = found[at][0], found[min(at + length, len(found)) - 1][1]
            if end - start <= MAX_LETTERS and tuple(text[start:end].split()) in known:
                yield start, end
                break


def _is_full(name: str) -> bool:
    return 1 < len(name.split()) <= MAX_NAME and name[0].isupper()


def introduced(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """Names that an office or honorific introduces, where the tagger saw nothing: "President Mara Venn"."""
    surnamed = (m.span(1) for m in _SURNAMED.finditer(text) if may_be_name(m[1]))
    titled = (
        m.span("name")
        for m in _OFFICE_AND_NAME.finditer(text)
        if _titles(m["office"]) and all(may_be_name(word) for word in words(m["name"]))
    )
    spans = sorted({*surnamed, *titled})
    return [Entity(s, e, "PERSON", text[s:e]) for s, e in _outside(spans, text, entities)]


def _titles(word: str) -> bool:
    return word.lower() in office_words()


def _outside(
    spans: Iterable[tuple[int, int]], text: str, entities: Sequence[Entity]
) -> list[tuple[int, int]]:
    """The spans that touch no entity."""
    covered = bytearray(len(text))
    for entity in entities:
        covered[entity.start : entity.end] = b"\1" * (entity.end - entity.start)
    return [span for span in spans if not any(covered[slice(*span)])]


def _in_longer_name(text: str, start: int, end: int) -> bool:
    """Beside another capitalised word the name may be part of a name not known: "the Venn Bridge"."""
    after = re.match(r" ([A-Z]\w*)", text[end : end + 20])
    before = re.search(r"([A-Z][\w-]*) $", text[max(0, start - 20) : start])
    return (after is not None and may_be_name(after[1])) or (before is not None and may_be_name(before[1]))
