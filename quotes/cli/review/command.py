"""`quotes review`: a person looks at statements one by one, and accepts, corrects or rejects them."""

import os
import secrets
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from typer import Context, Exit, Option

from quotes.cli import options
from quotes.cli.lines import counted
from quotes.cli.querying import unknown_speaker
from quotes.cli.session import session_of
from quotes.errors import ExitCode, UsageError
from quotes.settings import user

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.cli.review.documents import DocumentsReview
    from quotes.cli.review.walk import Review
    from quotes.people.review_draws import Draw, Drawn
    from quotes.query.plan import Plan
    from quotes.store import Library

SAMPLING = "Measuring"
SEEDS = 1_000_000
EXAMPLES = (
    "quotes review",
    "quotes review speaker:halik kind:direct",
    "quotes review --sample 100",
    "quotes review --sample-docs 10 --seed 7",
    "quotes review --resume",
)


def review(
    context: Context,
    words: options.Words = None,
    speaker: options.Speaker = None,
    speaks_for: options.SpeaksFor = None,
    publisher: options.Publisher = None,
    earliest: options.Earliest = None,
    latest: options.Latest = None,
    kind: options.OfKind = None,
    tagged: options.Tagged = None,
    limit: options.Limit = None,
    again: Annotated[
        bool,
        Option("--again", help="Walk through what was reviewed before, too.", rich_help_panel=options.QUERY),
    ] = False,
    sample: Annotated[
        int | None,
        Option("--sample", metavar="N", min=1, help="Draw N statements at random.", rich_help_panel=SAMPLING),
    ] = None,
    sample_docs: Annotated[
        int | None,
        Option(
            "--sample-docs",
            metavar="N",
            min=1,
            help="Draw N documents at random, to be read for what was missed.",
            rich_help_panel=SAMPLING,
        ),
    ] = None,
    seed: Annotated[
        int | None,
        Option("--seed", metavar="N", min=0, help="Draw what this seed draws.", rich_help_panel=SAMPLING),
    ] = None,
    resume: Annotated[
        bool, Option("--resume", help="Go on with the draw begun last.", rich_help_panel=SAMPLING)
    ] = False,
    database: options.Database = None,
) -> None:
    """Accept, correct or reject statements in the terminal, the least sure first. Keys: h shows them."""
    session = session_of(context)
    _check(sample, sample_docs, seed, resume=resume, limit=limit)
    plan = options.plan(
        words, speaker, publisher, earliest, latest, kind, limit, speaks_for=speaks_for, tag=tagged
    )
    typed = _typed(
        words,
        {
            "speaker": speaker,
            "for": speaks_for,
            "publisher": publisher,
            "from": earliest,
            "to": latest,
            "kind": kind,
            "tag": tagged,
        },
    )
    with session.library(database) as library:
        if resume:
            if typed:
                raise UsageError("--resume goes on with a draw as it was drawn: leave the query out")
            _go_through(session.consoles, library, _unfinished(library))
        elif sample or sample_docs:
            what: Drawn = "documents" if sample_docs else "statements"
            drawn = _drawn(session.consoles, library, plan, typed, what, sample_docs or sample or 0, seed)
            _go_through(session.consoles, library, drawn)
        else:
            _walk(session.consoles, library, plan, again=again)


def _check(
    sample: int | None, sample_docs: int | None, seed: int | None, *, resume: bool, limit: int | None
) -> None:
    if sample and sample_docs:
        raise UsageError("--sample draws statements and --sample-docs documents: one draw at a time")
    if resume and (sample or sample_docs or seed is not None):
        raise UsageError("--resume goes on with a draw as it was drawn: leave the rest out")
    if limit and (sample or sample_docs):
        raise UsageError("--limit would draw from the newest alone: leave it out")
    if seed is not None and not (sample or sample_docs):
        raise UsageError("--seed goes with --sample or --sample-docs")
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") == "dumb":
        raise UsageError(
            "review needs a terminal: quotes accept, quotes reject and quotes set decide without one"
        )


def _walk(consoles: "Consoles", library: "Library", plan: "Plan", *, again: bool) -> None:
    """Walk through what a query finds, the least sure first unless it says otherwise."""
    from quotes.cli.review.screen import Screen
    from quotes.cli.review.walk import Review
    from quotes.people.review import Walk
    from quotes.query.plan import KNOWN_SPEAKER, Not, Order, Term, all_of

    order = plan.order or (Order("confidence"), Order(KNOWN_SPEAKER))
    looked_at = Not(Term("is", "reviewed"))
    where = plan.where if again else all_of((plan.where, looked_at))
    walk = Walk.through(library.ids(replace(plan, where=where, order=order)))
    if not walk.order:
        found = library.count(plan)
        nothing = unknown_speaker(library, plan) or "Nothing found."
        consoles.say(f"All {found:,} are reviewed: --again walks through them again." if found else nothing)
        return
    unfinished = next((draw for draw in library.draws() if draw.unfinished), None)
    if unfinished is not None:
        consoles.say(f"{_named(unfinished)} is not finished: quotes review --resume goes on with it.")
    screen = Screen(colour=consoles.data.color_system is not None)
    _run(consoles, Review(screen, library, library.desk(user()), walk))


def _drawn(
    consoles: "Consoles",
    library: "Library",
    plan: "Plan",
    typed: str,
    kind: "Drawn",
    size: int,
    seed: int | None,
) -> "Draw":
    """What is drawn; the same as before, where that is asked for again."""
    from quotes.people.review_draws import same_draw
    from quotes.people.review_draws import sample as sampled

    known = next((draw for draw in library.draws() if same_draw(draw, kind, typed, size, seed)), None)
    if known is not None:
        consoles.say(f"Going on with {_named(known)}: {known.judged:,} of {len(known.items):,} judged.")
        return known
    ids = library.document_ids(plan) if kind == "documents" else library.ids(plan)
    seed = secrets.randbelow(SEEDS) if seed is None else seed
    desk = library.desk(user())
    drawn = desk.draw(kind, sampled(ids, size, seed), seed=seed, query=typed, population=len(ids))
    consoles.say(f"Drawn: {len(drawn.items):,} of {len(ids):,} {kind}, seed {seed} (draw {drawn.number}).")
    return drawn


def _unfinished(library: "Library") -> "Draw":
    found = next((draw for draw in library.draws() if draw.unfinished), None)
    if found is None:
        raise UsageError("no draw is unfinished: quotes review --sample 100 draws statements")
    return found


def _go_through(consoles: "Consoles", library: "Library", draw: "Draw") -> None:
    """Walk through a draw, from where it was left."""
    from quotes.cli.review.documents import DocumentsReview
    from quotes.cli.review.screen import Screen
    from quotes.cli.review.walk import Review
    from quotes.people.review import Outcome, Walk

    screen, desk = Screen(colour=consoles.data.color_system is not None), library.desk(user())
    judged = next(one for one in library.judged_draws() if one.draw.number == draw.number)
    targets = [item.target for item in draw.items]
    if draw.kind == "documents":
        read: dict[str, Outcome] = {document.id: "accepted" for document in judged.documents}
        marked = sum(len(document.missed) for document in judged.documents)
        _run(consoles, DocumentsReview(screen, library, desk, Walk.through(targets, read), draw, marked))
        return
    outcomes = {one.id: one.verdict for one in judged.statements if one.verdict}
    _run(consoles, Review(screen, library, desk, Walk.through(targets, outcomes), draw))


def _run(consoles: "Consoles", review: "Review | DocumentsReview") -> None:
    """Show the review until the user leaves it, and tell what came of it."""
    from quotes.cli.review.screen import LeftError

    review.library.prepare()  # or the first key would wait for it
    interrupted = False
    try:
        review.screen.run(review.run)
    except LeftError:
        interrupted = True
    consoles.say(review.progress())
    left = review.walk.left
    resume = "quotes review --resume" if review.draw else "the same command"
    consoles.say(f"{left:,} left: {resume} goes on." if left else "All done.")
    if review.draw and not left:
        consoles.say("quotes eval --reviewed tells what that says of all.")
    if interrupted:
        raise Exit(ExitCode.INTERRUPTED)


def _named(draw: "Draw") -> str:
    return f"draw {draw.number} ({counted(len(draw.items), draw.kind[:-1])}, seed {draw.seed})"


def _typed(words: list[str] | None, named: "dict[str, str | None]") -> str:
    """The query as it was typed, on a line: by it a draw is known again."""
    import shlex

    given = [f"--{name}={value}" for name, value in named.items() if value is not None]
    return shlex.join([*(words or ()), *given])
