"""The work of one run of `quotes add`, from what was named to the account of what became of it."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quotes.bulk.jobs import Job, job_of
from quotes.bulk.limits import Limits, workers_for
from quotes.bulk.pages import Pages
from quotes.bulk.recording import recorded
from quotes.bulk.storing import Writer
from quotes.bulk.workers import Workers
from quotes.cli.adding import Account
from quotes.cli.addresses import Address
from quotes.cli.inputs import Found, is_named
from quotes.cli.lines import counted
from quotes.cli.progress import progress
from quotes.errors import LibraryError, ModelError, SourceError
from quotes.sources import ReadOptions
from quotes.sources.web.fetcher import Fetcher

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.store import Library


@dataclass(frozen=True, slots=True)
class Filling:
    """What was named (`names`), what it led to (`found`), what is said about all of it (`given`), and with
    how many processes (`count`) and how much time for each document (`seconds`) it is to be read; whether
    what was `purged` is taken in again."""

    consoles: "Consoles"
    library: "Library"
    fetcher: Fetcher
    names: Sequence[str]
    found: Sequence[Found]
    given: ReadOptions
    count: int | None
    seconds: float
    purged: bool

    def done(self) -> Account:
        """Have everything read and stored; an account is given however it ends.

        Raises LibraryError, ModelError, OutputError.
        """
        account = Account(self.consoles, self.given.overrides)
        try:
            self._go_through(account)
        except ModelError:
            if account.figures["added"]:
                self._report(account)
            raise
        except KeyboardInterrupt:
            self._report(account)
            done = counted(account.figures["documents"], "document")
            self.consoles.say(f"Stopped after {done}: the same command goes on from there")
            raise
        except BaseException:
            self._report(account)
            raise
        self._report(account)
        return account

    def _report(self, account: Account) -> None:
        """Say what became of all; what copies repeat is known only now, whichever of them came first."""
        with suppress(LibraryError):  # a library in trouble: then as it was when each was added
            account.figures["quotes"], account.figures["claims"] = self.library.added_in_run(account.run)
        account.report()

    def _go_through(self, account: Account) -> None:
        total = len(self.found)
        with (
            recorded(self.library, self.names, self.given, total) as run,
            Workers(self._count(), Limits(seconds=self.seconds)) as workers,
            progress(self.consoles, total) as meter,
        ):
            account.run = run
            meter.begin("starting")  # loading the models takes some seconds
            writer = Writer(self.library, run, self.given.overrides, self.purged)
            for stored in writer.all_of(self._jobs(), workers, lambda names: meter.begin(*names)):
                meter.expect(int(stored.job.record > 1))
                account.take(stored, meter)
                meter.advance()

    def _count(self) -> int:
        """How many processes are used; a word where they are fewer than was asked for."""
        count = workers_for(self.count)
        if self.count is not None and count < self.count:
            room = counted(count, "process", "processes")
            self.consoles.say(f"There is memory for {room}, not for {self.count:,}")
        return count

    def _jobs(self) -> Iterator[Job]:
        pages = Pages(self.library, self.fetcher)
        offline = replace(self.given, fetch=None)  # a list that merely lies in a folder makes nobody connect
        for one in self.found:
            if isinstance(one, Address):
                yield pages.job(one.url, self.given)
            else:
                named = isinstance(one, SourceError) or is_named(one, self.names)
                yield job_of(one, self.given if named else offline)
