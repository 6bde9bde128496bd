"""Corrections of documents from the command line."""

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, get_args

from quotes.cli.deciding import ask, say_decided
from quotes.cli.lines import counted
from quotes.cli.querying import no_match
from quotes.cli.redating import Redating
from quotes.errors import UsageError
from quotes.overrides import Overrides
from quotes.settings import user

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.people.decisions import DocumentField
    from quotes.query.plan import Plan
    from quotes.store import Library

UNKNOWN = "none"
"""What is typed where a value is wrong and the right one is not known."""
ONE_DOCUMENTS = ("title", "url")
"""What no two documents share."""


@dataclass(frozen=True, slots=True)
class DocumentCorrection:
    """The options as typed, None where they were not. Raises UsageError for a value that is none."""

    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    author: str | None = None
    agency: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        for name, value in asdict(self).items():
            if value is not None and not value.strip():
                raise UsageError(f"--{name} is empty: {UNKNOWN} takes a value away")
        self.told()

    @property
    def is_empty(self) -> bool:
        """Whether no option was given."""
        return self == DocumentCorrection()

    def told(self) -> Overrides:
        """The values. Raises UsageError for a date that is none."""
        given = {name: value.strip() for name, value in asdict(self).items() if value is not None}
        return Overrides(**{name: value for name, value in given.items() if value != UNKNOWN})

    def cleared(self) -> "list[DocumentField]":
        """The fields whose value is taken away."""
        from quotes.people.decisions import DocumentField

        fields: tuple[DocumentField, ...] = get_args(DocumentField)
        return [field for field in fields if (getattr(self, field) or "").strip() == UNKNOWN]

    def doing(self) -> str:
        """What is done, in words."""
        return "set " + ", ".join(
            f"{name}: {value}" for name, value in asdict(self).items() if value is not None
        )


def correct_documents(
    consoles: "Consoles",
    library: "Library",
    plan: "Plan",
    asked: DocumentCorrection,
    *,
    yes: bool,
    dry_run: bool,
) -> None:
    """Correct what a query over documents finds. Raises UsageError for what cannot be so, ModelError."""
    found = library.document_ids(plan, copies=True)
    if not found:
        raise no_match(library, plan, "nothing is changed", "document")
    for name in ONE_DOCUMENTS:
        value = getattr(asked, name)
        if len(found) > 1 and value not in (None, UNKNOWN):
            raise UsageError(f"--{name} is for one document, and the query finds {len(found):,}")
    if dry_run:
        for identifier in found:
            consoles.show_to_copy(identifier)
        consoles.say(f"{counted(len(found), 'document')} would be changed: {asked.doing()}")
        return
    ask(consoles, f"{counted(len(found), 'document')}: {asked.doing()}?", len(found), yes=yes)
    told, cleared = asked.told(), asked.cleared()
    redating = Redating(library, found, told.published) if asked.published is not None else None
    parses = redating.parses(consoles) if redating else []
    decision = library.desk(user()).set_documents(found, told, parses, cleared=cleared)
    if decision is None:
        consoles.say(f"Nothing to change: {'it is' if len(found) == 1 else 'all are'} so already.")
        return
    changed = {change.target for change in decision.changes if change.field != "dated"}
    say_decided(consoles, counted(len(changed), "document"), decision)
    if redating:
        consoles.say(redating.outcome(decision))
