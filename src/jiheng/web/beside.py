"""The worker as the server's child: begun with it, begun again when it dies, ended with it."""

import os
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from jiheng.web.stopping import SERVER

_PAUSE = 2.0
"""Before it is begun again, so that one that cannot begin does not keep the machine busy."""
_GRACE = 30.0


@contextmanager
def worker_beside(data: Path) -> Generator[None]:
    """Keep a worker of the data folder running for as long as the block runs."""
    os.environ[SERVER] = str(os.getpid())
    watch = _Watch(data)
    # The first one before anything else: a process that is forked while another begins would keep
    # the latter's beginning from being told.
    watch.begin()
    thread = Thread(target=watch.keep, name="worker", daemon=True)
    thread.start()
    try:
        yield
    finally:
        watch.end()
        thread.join(_GRACE)


class _Watch:
    """One worker at a time."""

    def __init__(self, data: Path) -> None:
        self._command = (sys.executable, "-m", "jiheng.web", "worker", "--data", str(data))
        self._ending = Event()
        self._process: subprocess.Popen[bytes] | None = None

    def begin(self) -> None:
        """Begin a worker; a Ctrl+C on the terminal is the server's to hear."""
        self._process = subprocess.Popen(
            self._command, stdin=subprocess.DEVNULL, start_new_session=True
        )

    def keep(self) -> None:
        """Begin the worker again whenever it ends before its time."""
        while self._process is not None:
            self._process.wait()
            self._ending.wait(_PAUSE)
            if self._ending.is_set():
                return
            self.begin()

    def end(self) -> None:
        """Let the worker finish what it is at; one that does not is ended."""
        self._ending.set()
        process = self._process
        if process is None:
            return
        process.terminate()
        try:
            process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
