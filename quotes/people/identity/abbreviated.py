"""Abbreviations of bodies that a document explains, or uses beside the full name."""

from quotes.people.identity.agreeing import agreed
from quotes.people.identity.state import State

STRENGTH = 0.3
"""Of the suggestion that an abbreviation of several bodies is one of them."""


def join_abbreviated(state: State) -> None:
    """Join an abbreviation to the one body that some document calls so."""
    roots = [root for root in state.compared() if state.groups[root].kind == "body"]
    called: dict[str, list[str]] = {}
    for root in roots:
        if state.groups[root].bodies:
            for short in state.groups[root].short:
                called.setdefault(short, []).append(root)
    links = {
        (root, body): short
        for root in roots
        if not state.groups[root].bodies
        for short in state.groups[root].short
        for body in called.get(short, ())
        if not state.apart(root, body)
    }
    sure, torn = agreed(links, state.apart)
    for pair in sure:
        state.join([pair], "the abbreviation, as a document explains it")
    for a, b in torn:
        state.doubt(a, b, ["a document abbreviates the name so"], ["others are abbreviated so too"], STRENGTH)
