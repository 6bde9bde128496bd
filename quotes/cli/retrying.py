"""What failed in an earlier run, to be taken again as it was asked for then."""

from dataclasses import asdict, replace

from quotes.overrides import Overrides
from quotes.sources import ReadOptions
from quotes.store import Library


def failed_in(library: Library, run: int | None, given: ReadOptions) -> tuple[list[str], ReadOptions]:
    """The files that failed in a run (the last without one), and what was said of them then and now.

    Raises UsageError where there is no such run.
    """
    before, items = library.run(run)
    names = dict.fromkeys(item.place for item in items if item.outcome == "failed" and item.place)
    now = {name: value for name, value in asdict(given.overrides).items() if value is not None}
    overrides = Overrides(**{**before.options["overrides"], **now})
    columns = given.columns or before.options["columns"]
    return list(names), replace(given, overrides=overrides, columns=columns)
