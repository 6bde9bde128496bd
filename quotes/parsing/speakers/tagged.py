"""The tagger's entities made true to the document: whole names, one type a name, the same name everywhere.

A tagger reads sentence by sentence: it cuts a name, takes a word too many, or calls a company a person
in one sentence and not in the next. The document as a whole tells better.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quotes.lexicons import country_of
from quotes.parsing.annotated import Entity
from quotes.parsing.lexicon import office_words, people_words
from quotes.parsing.speakers.generations import with_generations, without_generation
from quotes.parsing.speakers.kinds import retyped
from quotes.parsing.speakers.names import fold, may_be_name
from quotes.parsing.speakers.recurring import introduced, recurring

_ADDRESS = re.compile(r"://|@|\.(?:com|org|net)\b")
_LINKED = re.compile(r"(?:\s+(?:in|at|of|from|for|and|or|who|with)\s|\s*[,;(]).*", re.DOTALL)
_OWNING = re.compile(r"['’]s$|(?<=s)['’]$")
_HONORED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx)\.? [A-Z][\w'’-]+(?: [A-Z][\w'’.-]+){0,3}$")
_DATELINE = re.compile(r",? (?=[^\n]{0,40}?(?:\d|\([A-Z]))[^\n]{1,60}?(?:[–—]|-{1,2}) ")
_LOOSE_END = re.compile(r"(?:\s+(?:of|the|and|for|in|at|to|a))+$")
_LOWER_TAIL = re.compile(r"(?:\s+[a-z]+)+$")
_NEXT_WORD = re.compile(r"(?: | ?\n)([A-Z][a-z'’-]+[a-zA-Z-]*)(?![\w])")
_WORD_BEFORE = re.compile(r"(?:^|[a-z,;)] )([A-Z][a-z]+(?:-[A-Z]?[a-z]+)*|[A-Z]{2}) $")
_RANKS = frozenset(
    "sp ssp dgp adgp igp dcp acp mp mla mlc cs cm pm dr prof gen col maj capt sen rep gov ceo".split()
)
"""Short ranks and offices, after which a name begins."""
NAME_WITH_BODY = 3
"""Words of a body's common word and a person's name side by side: "Federation Mara Venn"."""
_TOWN_HALL = re.compile(r" (municipality|council|university)(?![\w-])")


def consistent(text: str, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities of the document with names whole, retyped by majority, and found where they recur."""
    kept = [e for e in map(_trimmed, entities) if e is not None and not _ADDRESS.search(e.text)]
    kept = _with_persons_apart([_placed(text, entity) for entity in kept])
    whole = _widened(text, _merged(text, kept))
    typed = retyped(text, sorted([*whole, *introduced(text, whole)], key=lambda e: e.start))
    whole = sorted([*typed, *recurring(text, typed)], key=lambda e: e.start)
    return tuple(with_generations(text, whole))


def _trimmed(entity: Entity) -> Entity | None:
    """A person without what a name cannot hold: a place after it, common words, a nationality before."""
    kept = _OWNING.sub("", entity.text)
    if entity.type != "PERSON" and _HONORED.match(kept):
        return replace(entity, type="PERSON", end=entity.start + len(kept), text=kept)
    if entity.type != "PERSON":
        kept = _LOOSE_END.sub("", kept)
        return _span(entity, entity.start, entity.start + len(kept)) if kept else None
    kept = without_generation(_LOWER_TAIL.sub("", _LINKED.sub("", kept)))
    first, _, rest = kept.partition(" ")
    cut = len(first) + 1 if rest.count(" ") >= 1 and _is_people(first) else 0
    if not kept[cut:].strip():
        return None
    return _span(entity, entity.start + cut, entity.start + len(kept))


def _placed(text: str, entity: Entity) -> Entity:
    """The entity, a place where it opens a dateline: "WEIR, 3 May 2022 (NGW) — "."""
    opens = entity.start == 0 or text[entity.start - 1] == "\n"
    dateline = opens and entity.text.isupper() and _DATELINE.match(text, entity.end)
    return replace(entity, type="LOC") if entity.type == "PERSON" and dateline else entity


def _with_persons_apart(entities: Sequence[Entity]) -> list[Entity]:
    """The entities, but the name alone where a place or body before it was taken with it.

    So "Weirtown SP R Orr Tollan" is R Orr Tollan, and "Federation Mara Venn" Mara Venn where the document
    elsewhere speaks of Venn.
    """
    surnames = {e.text.split()[-1] for e in entities if e.type == "PERSON" and e.text.strip()}
    alone = {e.text for e in entities if e.type == "PERSON"}
    entities = [replace(e, type="PERSON") if _is_in_full(e, alone) else e for e in entities]
    return [_person_apart(e, surnames) if e.type in ("ORG", "LOC", "FAC") else e for e in entities]


def _is_in_full(entity: Entity, alone: set[str]) -> bool:
    """Whether a body is the full name of somebody whom the document calls by the last word alone."""
    first, _, last = entity.text.partition(" ")
    bodies = people_words("body")
    named = last in alone and may_be_name(first) and first[:1].isupper()
    return entity.type == "ORG" and named and fold(first) not in bodies and fold(last) not in bodies


def _person_apart(entity: Entity, surnames: set[str]) -> Entity:
    pieces = entity.text.split(" ")
    ranks = [n for n, piece in enumerate(pieces) if fold(piece) in _RANKS]
    known = (
        pieces[-1] in surnames and len(pieces) == NAME_WITH_BODY and fold(pieces[0]) in people_words("body")
    )
    first = ranks[-1] + 1 if ranks and ranks[-1] > 0 else 1 if known else _after_office(pieces, surnames)
    name = pieces[first:]
    if len(name) < 2 or not all(piece[:1].isupper() and may_be_name(piece) for piece in name):
        return entity
    start = entity.end - len(" ".join(name))
    return Entity(start, entity.end, "PERSON", " ".join(name))


def _after_office(pieces: Sequence[str], surnames: set[str]) -> int:
    """Where a name that the document also has alone begins after an office: "UN Envoy Mara Venn"."""
    first = 1 + max(
        (n for n, piece in enumerate(pieces[:-2]) if fold(piece) in office_words()), default=len(pieces)
    )
    return first if surnames & set(pieces[first:]) else len(pieces)


def _is_people(word: str) -> bool:
    country = country_of().get(word.lower())
    return country is not None and word not in (country.name, *country.seats)


def _span(entity: Entity, start: int, end: int) -> Entity:
    return replace(entity, start=start, end=end, text=entity.text[start - entity.start : end - entity.start])


def _merged(text: str, entities: Iterable[Entity]) -> list[Entity]:
    """Two persons side by side are one: "Mara" and "Venn" in "Mara Venn"."""
    merged: list[Entity] = []
    for entity in entities:
        last = merged[-1] if merged else None
        beside = last is not None and text[last.end : entity.start] == " "
        if last is not None and beside and last.type == entity.type == "PERSON" and _plain(last.text):
            merged[-1] = replace(last, end=entity.end, text=text[last.start : entity.end])
        else:
            merged.append(entity)
    return merged


def _plain(name: str) -> bool:
    return not name.endswith((",", "."))


def _widened(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """Persons with the capitalised word that the tagger left out before or after a lone name."""
    taken = {entity.start for entity in entities}
    ends = {entity.end for entity in entities}
    whole: list[Entity] = []
    for entity in entities:
        whole.append(
            _wide(text, entity, taken, ends) if entity.type == "PERSON" else _whole_body(text, entity)
        )
        taken.add(whole[-1].start)
        ends.add(whole[-1].end)
    return whole


def _whole_body(text: str, entity: Entity) -> Entity:
    """A body with the capitalised word for its kind that the tagger left out: "Harbour University"."""
    after = _NEXT_WORD.match(text, entity.end) or _TOWN_HALL.match(text, entity.end)
    if entity.type not in ("ORG", "LOC") or after is None or fold(after[1]) not in people_words("body"):
        return entity
    return Entity(entity.start, after.end(1), "ORG", text[entity.start : after.end(1)])


def _wide(text: str, entity: Entity, starts: set[int], ends: set[int]) -> Entity:
    start, end = entity.start, entity.end
    after = _NEXT_WORD.match(text, end)
    if after and after.start(1) not in starts and _plain(entity.text) and may_be_name(after[1]):
        end = after.end(1)
    before = _WORD_BEFORE.search(text[max(0, start - 30) : start])
    if before and start - 1 not in ends and " " not in entity.text and may_be_name(before[1]):
        start -= len(before[1]) + 1
    return replace(entity, start=start, end=end, text=text[start:end])
