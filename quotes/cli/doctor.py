"""`quotes doctor`: is all well with the library, the models and the machine? What can be mended is mended."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, NamedTuple

from rich.text import Text
from typer import Argument, Context, Exit, Option

from quotes.cli import options
from quotes.cli.consoles import write_line
from quotes.cli.lines import GAP, MISSING, NAME, QUIET, counted
from quotes.cli.session import session_of
from quotes.display import one_line
from quotes.errors import ExitCode, QuotesError, UsageError

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.store.health import Check, Finding, Scene

EXAMPLES = ("quotes doctor", "quotes doctor --fix", "quotes doctor database originals --full")
MODELS = "models"
_MODELS_PURPOSE = "Damaged models find other statements, or none: each file is compared with its checksum."
_STYLES = {"ok": "green", "note": MISSING, "wrong": "bold red", "fixed": "green", "skipped": QUIET}
_STATE_WIDTH, _NAME_WIDTH = 9, 12


class Result(NamedTuple):
    """What became of a check: "ok", "note", "wrong", "fixed" or "skipped", and lines that tell more."""

    name: str
    purpose: str
    state: str
    messages: tuple[str, ...] = ()
    is_fixable: bool = False


def doctor(
    context: Context,
    names: Annotated[
        list[str] | None, Argument(metavar="[CHECK]...", help="Only these (--list names them).")
    ] = None,
    fix: Annotated[bool, Option("--fix", help="Mend what can be mended.")] = False,
    full: Annotated[
        bool, Option("--full", help="Look at every page and kept file, and at more of the rest.")
    ] = False,
    list_them: Annotated[bool, Option("--list", help="List the checks, and why each is made.")] = False,
    as_json: Annotated[bool, Option("--json", help="A record instead of lines.")] = False,
    database: options.Database = None,
) -> None:
    """Check the library, the models and the machine; exit code 1 where something is wrong."""
    from quotes.store.health import CHECKS, looking

    session = session_of(context)
    consoles = session.consoles
    known = [MODELS, *(check.name for check in CHECKS)]
    chosen = names or known
    if unknown := [name for name in chosen if name not in known]:
        raise UsageError(f"there is no check {unknown[0]!r}: {', '.join(known)}")
    checks = [check for check in CHECKS if check.name in chosen]
    if list_them:
        _list(consoles, checks, models=MODELS in chosen)
        return
    results = [_models()] if MODELS in chosen else []
    if checks:
        with looking(session.location(database), whole=full) as scene:
            for check in checks:
                results.append(_result(check, scene, results, fix=fix))
    if as_json:
        _write(results)
    else:
        _show(consoles, results)
    if any(result.state == "wrong" for result in results):
        raise Exit(ExitCode.FAILED)


def _result(check: "Check", scene: "Scene", before: Sequence[Result], *, fix: bool) -> Result:
    from quotes.store.health import DATABASE, look

    is_damaged = any(one.name == DATABASE and one.state == "wrong" for one in before)
    found = None if is_damaged and check.needs != "file" else look(check, scene)
    if found is None:
        what = "file" if is_damaged else "tables"
        return Result(check.name, check.purpose, "skipped", (f"its {what} must be in order first",))
    state = _worst(found)
    messages = tuple(finding.message for finding in found)
    mendable = any(each.state == "wrong" and each.is_mendable for each in found)
    if not (fix and mendable and check.mend):
        return Result(check.name, check.purpose, state, messages, mendable and check.mend is not None)
    try:
        check.mend(scene)
    except QuotesError as error:
        return Result(check.name, check.purpose, state, (*messages, str(error)))
    left = look(check, scene) or []
    now = _worst(left)
    if now == "wrong":
        return Result(check.name, check.purpose, now, tuple(finding.message for finding in left))
    return Result(check.name, check.purpose, "fixed", messages)


def _worst(found: "Sequence[Finding]") -> str:
    states = {finding.state for finding in found}
    return "wrong" if "wrong" in states else "note" if states else "ok"


def _models() -> Result:
    """Whether the models in use are as they were written."""
    from quotes.models.manifest import files_of
    from quotes.settings import models_folder

    try:
        folder = models_folder()
        states = ((file.path, file.state(folder)) for file in files_of(folder))
        bad = [f"{path} is {state}" for path, state in states if state != "ok"]
    except QuotesError as error:
        bad = [str(error)]
    told = (*bad, "reinstall quotes, or choose others: quotes models use") if bad else ()
    return Result(MODELS, _MODELS_PURPOSE, "wrong" if bad else "ok", told)


def _show(consoles: "Consoles", results: Sequence[Result]) -> None:
    for result in results:
        state = Text(f"{result.state:<{_STATE_WIDTH}}", _STYLES[result.state])
        head = Text.assemble(state, (f"{result.name:<{_NAME_WIDTH}}", NAME))
        told = Text(one_line("; ".join(result.messages)))
        why = Text(result.purpose, QUIET)
        if result.state == "ok":
            consoles.show(why, head=head)
        else:
            consoles.show(told, head=head, detail=why)
    wrong = [result for result in results if result.state == "wrong"]
    noted = sum(result.state == "note" for result in results)
    consoles.say(f"{counted(len(results), 'check')}: {len(wrong)} wrong, {noted} to keep an eye on")
    if any(result.is_fixable for result in wrong):
        consoles.say("quotes doctor --fix mends " + ", ".join(one.name for one in wrong if one.is_fixable))


def _list(consoles: "Consoles", checks: "Sequence[Check]", *, models: bool) -> None:
    rows = [(MODELS, _MODELS_PURPOSE, False)] if models else []
    rows += [(check.name, check.purpose, check.mend is not None) for check in checks]
    for name, purpose, is_fixable in rows:
        more = f"{GAP}(--fix)" if is_fixable else ""
        consoles.show(Text.assemble(purpose, (more, QUIET)), head=Text(f"{name:<{_NAME_WIDTH}}", NAME))


def _write(results: Sequence[Result]) -> None:
    import json

    records = [
        {
            "name": result.name,
            "state": result.state,
            "messages": result.messages,
            "fixable": result.is_fixable,
        }
        for result in results
    ]
    write_line(json.dumps({"checks": records}, ensure_ascii=False))
