"""`quotes tag`: puts tags on statements and documents, and takes tags off."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from typer import Context

from quotes.cli import options
from quotes.cli.lines import counted
from quotes.cli.querying import no_match
from quotes.cli.session import session_of
from quotes.errors import UsageError
from quotes.settings import user

if TYPE_CHECKING:
    from quotes.query.plan import Plan
    from quotes.store import Library

EXAMPLES = (
    "quotes tag q4tz2kd6vwa +ch2",
    'quotes tag speaker:venn "ferry strike" +ch2 -draft',
    "quotes tag d3 +private",
)
_TAG = re.compile(r"[+-](?P<name>\w[\w./-]*)")
_DOCUMENT = re.compile(r"d[a-z2-7]+")


def tag(
    context: Context,
    words: options.Words = None,
    speaker: options.Speaker = None,
    speaks_for: options.SpeaksFor = None,
    publisher: options.Publisher = None,
    earliest: options.Earliest = None,
    latest: options.Latest = None,
    kind: options.OfKind = None,
    tagged: options.Tagged = None,
    database: options.Database = None,
) -> None:
    """Tag what a query finds: +TAG puts a tag on, -TAG takes it off. A document is named by its id.

    What is tagged private (off the record, embargoed) is left out of exports and citations.
    """
    query, added, removed = read_tags(words or ())
    asked = (speaker, publisher, earliest, latest, kind)
    if not query and all(option is None for option in (*asked, speaks_for, tagged)):
        raise UsageError("nothing to tag: name an id or a query before the tags")
    session = session_of(context)
    with session.library(database) as library:
        if query and all(_DOCUMENT.fullmatch(word.lower()) for word in query):
            targets, what = [library.whole_id(word) for word in query], "document"
        else:
            plan = options.plan(query, *asked, None, speaks_for=speaks_for, tag=tagged)
            targets, what = _statements(library, plan), "statement"
        decision = library.desk(user()).tag(targets, added, removed)
    changed = len({change.target for change in decision.changes}) if decision else 0
    session.consoles.say(f"{counted(changed, what)} of {len(targets):,} changed")


def read_tags(words: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
    """The words of the query, the tags to put on and those to take off.

    The tags stand last: a -word before them is part of the query. Raises UsageError where there are none.
    """
    last = len(words)
    while last and _TAG.fullmatch(words[last - 1]):
        last -= 1
    query, tags = list(words[:last]), list(words[last:])
    if not tags:
        raise UsageError("no tags: write them last, as in quotes tag speaker:venn +ch2 -draft")
    both = {word[1:] for word in tags if word[0] == "+"} & {word[1:] for word in tags if word[0] == "-"}
    if both:
        raise UsageError(f"+{min(both)} and -{min(both)}: a tag is put on or taken off, not both")
    added, removed = ([word[1:].lower() for word in tags if word[0] == sign] for sign in "+-")
    return query, added, removed


def _statements(library: "Library", plan: "Plan") -> list[str]:
    found = library.ids(plan)
    if not found:
        raise no_match(library, plan, "nothing is tagged")
    return found
