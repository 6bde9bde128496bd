"""Runs `quotes` in terminals just as `python -m quotes` does, but in copies of a process that has loaded it.

Over the socket that is named come what to run (JSON) and the terminal to run it in.
"""

import fcntl
import json
import os
import runpy
import signal
import socket
import sys
import termios
from typing import Any

import quotes.cli.app
import quotes.cli.review.documents
import quotes.query.language
import quotes.store.desk
import quotes.store.draws
import quotes.store.people.members  # noqa: F401 - loaded once, for all that is run

AFTERWARDS = "echo exit code {}; stty -a"


def serve(asked: socket.socket) -> None:
    """Run what is asked for, each in a session of its own, until the other side hangs up."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them
    while True:
        message, terminals, _, _ = socket.recv_fds(asked, 1 << 20, 1)
        if not message:
            return
        if os.fork() == 0:
            asked.close()
            begin(json.loads(message), terminals[0])
            return
        os.close(terminals[0])


def begin(wanted: dict[str, Any], terminal: int) -> None:
    """Run the command in the terminal; then tell, in the parent, its exit code and how that is set."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.setsid()
    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    for standard in (0, 1, 2):
        os.dup2(terminal, standard)
    os.close(terminal)
    child = os.fork()
    if child:
        for meant_for_the_command in (signal.SIGTERM, signal.SIGINT):
            signal.signal(meant_for_the_command, signal.SIG_IGN)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        os.execv("/bin/sh", ["sh", "-c", AFTERWARDS.format(code)])  # noqa: S606
    os.chdir(wanted["folder"])
    os.environ.clear()
    os.environ.update(wanted["environment"])
    sys.argv = ["quotes", *wanted["arguments"]]
    sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")  # noqa: SIM115
    try:
        runpy.run_module("quotes", run_name="__main__", alter_sys=True)
    except SystemExit as ended:
        sys.stdout.flush()
        os._exit(int(ended.code or 0))  # taking down what is loaded lasts longer


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
