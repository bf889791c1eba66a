"""The worker as the server's child: begun with it, begun again when it dies, ended with it."""

import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

_PAUSE = 2.0
"""Before it is begun again, so that one that cannot begin does not keep the machine busy."""
_GRACE = 30.0


@contextmanager
def worker_beside(data: Path) -> Generator[None]:
    """Keep a worker of the data folder running for as long as the block runs."""
    watch = _Watch(data)
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
        self._command = (sys.executable, "-m", "jiheng.web", "worker", "--child")
        self._data = data
        self._ending = Event()
        self._process: subprocess.Popen[bytes] | None = None

    def keep(self) -> None:
        """Begin the worker, and again whenever it ends before its time."""
        while not self._ending.is_set():
            # It hears of the server's end, however that comes, by the end of this pipe.
            command = (*self._command, "--data", str(self._data))
            with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
                self._process = process
                process.wait()
            self._ending.wait(_PAUSE)

    def end(self) -> None:
        """Let the worker finish what it is at; one that does not is ended."""
        self._ending.set()
        process = self._process
        if process is None or process.poll() is not None:
            return
        process.terminate()
        try:
            process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            process.kill()
