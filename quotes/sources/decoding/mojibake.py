"""Text that was decoded by the wrong encoding somewhere on its way, put right with every repair on record."""

from collections.abc import Iterable, Iterator

from quotes.document import Repair
from quotes.sources.decoding.gbk import Fix, gbk_fixes
from quotes.sources.decoding.lostmarks import settled
from quotes.sources.decoding.mapped import Edit, MappedText
from quotes.sources.decoding.singlebyte import single_byte_fixes


def repaired(decoded: str) -> tuple[MappedText, tuple[Repair, ...]]:
    """The text that the decoded file was meant to hold, mapped to it, and what was repaired."""
    fixes = _merged(gbk_fixes(decoded), single_byte_fixes(decoded))
    edits = _settled(decoded, fixes)
    return MappedText.of(decoded).edited(edits), tuple(_repairs(decoded, edits, fixes))


def _merged(fixes: list[Fix], others: list[Fix]) -> list[Fix]:
    """Both, in order; where two overlap, the one of `fixes`."""
    taken = {index for fix in fixes for index in range(fix.start, fix.end)}
    free = [other for other in others if taken.isdisjoint(range(other.start, other.end))]
    return sorted(fixes + free, key=lambda fix: fix.start)


def _settled(decoded: str, fixes: list[Fix]) -> list[Edit]:
    """The fixes as edits, each lost mark settled in the light of the repaired text around it."""
    pieces: list[str] = []
    lost: list[int] = []
    position = length = 0
    for fix in fixes:
        replacement = "\ufffd" if fix.replacement is None else fix.replacement
        pieces += [decoded[position : fix.start], replacement]
        length += fix.start - position
        if fix.replacement is None:
            lost.append(length)
        length += len(replacement)
        position = fix.end
    pieces.append(decoded[position:])
    marks = iter(settled("".join(pieces), lost))
    return [Edit(fix.start, fix.end, _worded(decoded, fix, marks)) for fix in fixes]


def _worded(decoded: str, fix: Fix, marks: Iterator[str]) -> str:
    if fix.replacement is not None:
        return fix.replacement
    mark = next(marks)
    # A decoder that writes "?" for an invalid pair has eaten the space after the mark with it.
    eaten = decoded[fix.end - 1] == "?" and decoded[fix.end : fix.end + 1].isalnum() and mark not in "“‘"
    return mark + " " if eaten else mark


def _repairs(decoded: str, edits: list[Edit], fixes: Iterable[Fix]) -> Iterator[Repair]:
    """One repair for neighbours that are alike in being guessed or certain."""
    run: list[tuple[Edit, bool]] = []
    for edit, fix in zip(edits, fixes, strict=True):
        if run and (run[-1][0].end != edit.start or run[-1][1] != fix.guessed):
            yield _repair(decoded, run)
            run = []
        run.append((edit, fix.guessed))
    if run:
        yield _repair(decoded, run)


def _repair(decoded: str, run: list[tuple[Edit, bool]]) -> Repair:
    start, end = run[0][0].start, run[-1][0].end
    return Repair(start, end, decoded[start:end], "".join(edit.replacement for edit, _ in run), run[0][1])
