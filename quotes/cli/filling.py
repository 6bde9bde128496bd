"""The work of one run of `quotes add`, from what was named to the account of what became of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotes.bulk.jobs import Job, job_of
from quotes.bulk.limits import TIME_LIMIT, Limits, workers_for
from quotes.bulk.pages import Pages
from quotes.bulk.recording import recorded
from quotes.bulk.storing import Writer
from quotes.bulk.workers import Workers
from quotes.cli.adding import Account
from quotes.cli.addresses import Address
from quotes.cli.inputs import Found
from quotes.cli.lines import counted
from quotes.cli.progress import progress
from quotes.errors import ModelError
from quotes.sources import ReadOptions
from quotes.sources.web.fetcher import Fetcher

if TYPE_CHECKING:
    from quotes.cli.consoles import Consoles
    from quotes.store import Library


@dataclass(frozen=True, slots=True)
class Filling:
    """What was named (`names`), what it led to (`found`), what is said about all of it (`given`), and with
    how many processes (`count`) and how much time for each document (`seconds`) it is to be read."""

    consoles: "Consoles"
    library: "Library"
    fetcher: Fetcher
    names: Sequence[str]
    found: Sequence[Found]
    given: ReadOptions
    count: int | None
    seconds: float | None

    def done(self) -> Account:
        """Have everything read and stored; an account is given however it ends.

        Raises LibraryError, ModelError, OutputError.
        """
        account = Account(self.consoles, self.given.overrides)
        try:
            self._go_through(account)
        except ModelError:
            if account.figures["added"]:
                account.report()
            raise
        except KeyboardInterrupt:
            account.report()
            done = counted(account.figures["documents"], "document")
            self.consoles.say(f"Stopped after {done}: the same command goes on from there")
            raise
        except BaseException:
            account.report()
            raise
        account.report()
        return account

    def _go_through(self, account: Account) -> None:
        total = len(self.found)
        limits = Limits(seconds=self.seconds or TIME_LIMIT)
        with (
            recorded(self.library, self.names, self.given, total) as run,
            Workers(self.count or workers_for(total), limits) as workers,
            progress(self.consoles, total) as meter,
        ):
            account.run = run
            writer = Writer(self.library, run, self.given.overrides)
            for stored in writer.all_of(self._jobs(), workers, lambda names: meter.begin(*names)):
                meter.expect(int(stored.job.record > 1))
                account.take(stored, meter)
                meter.advance()

    def _jobs(self) -> Iterator[Job]:
        pages = Pages(self.library, self.fetcher)
        for one in self.found:
            yield pages.job(one.url, self.given) if isinstance(one, Address) else job_of(one, self.given)
