"""A worker process: takes jobs from its end of a pipe and answers over it, until the other end is closed."""

import os
import signal
import sys
import warnings
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import parent_process
from multiprocessing.reduction import ForkingPickler

from quotes.bulk.jobs import Answer, Failed, Opened
from quotes.bulk.performing import fault, perform
from quotes.errors import SourceError
from quotes.settings import MODELS_VARIABLE


def serve(connection: Connection, models: str) -> None:
    """Answer each job that comes in, with how many of its documents to skip; `models` is the models' folder.

    A number that goes out before the answer is how many characters are being parsed. After an `Opened` there
    is more to come when anything comes in.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with_parent()
    _be_quiet()
    os.environ[MODELS_VARIABLE] = models
    with suppress(EOFError):  # the main process closed its end
        while True:
            job, skipped = connection.recv()
            for answer in perform(job, skipped, connection.send):
                _send(connection, answer)
                if isinstance(answer, Opened) and answer.source is not None:
                    connection.recv()


def _send(connection: Connection, answer: Answer) -> None:
    try:
        message = bytes(ForkingPickler.dumps(answer))
    except Exception as error:  # the library of a format may have left something of its own in the document
        message = bytes(ForkingPickler.dumps(Failed(SourceError(fault(error)))))
    connection.send_bytes(message)


def _end_with_parent() -> None:
    """Have the system end this process when the main one is gone, whatever is running here at that moment.

    Closing the other end of the pipe that ties them raises SIGIO, whose default is to end the process.
    """
    parent = parent_process()
    if parent is None or sys.platform == "win32":
        return
    import fcntl

    signal.signal(signal.SIGIO, signal.SIG_DFL)
    tie = parent.sentinel
    fcntl.fcntl(tie, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(tie, fcntl.F_SETFL, fcntl.fcntl(tie, fcntl.F_GETFL) | os.O_ASYNC)
    if wait([tie], 0):  # it was gone before
        os._exit(1)


def _be_quiet() -> None:
    """Leave the terminal to the main process: libraries write warnings to it, and libraries of C anything."""
    warnings.simplefilter("ignore")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
