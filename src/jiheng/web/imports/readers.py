"""The programs that read for the worker: begun, asked, and ended when they take too long."""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import LifoQueue
from threading import Timer
from types import TracebackType
from typing import Self, TypeVar

import msgspec

from jiheng.rulebook.phrases import phrase
from jiheng.web.imports.child import Job, Reading
from jiheng.web.imports.told import kept

_SECONDS = 120
"""By the clock; of the processor's time a child takes less, see there."""
_COMMAND = (sys.executable, "-m", "jiheng.web.imports.child")
_SECRETS = ("DATABASE_URL", "JIHENG_SECRET_KEY")
_AHEAD = 2

Kind = TypeVar("Kind")


class Child:
    """One program that reads, begun when it is needed; another takes its place when it dies."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, job: Job) -> Reading:
        """Return what came of a file, also where the program died of it."""
        process = self._process = self._process or _begun()
        clock = Timer(_SECONDS, process.kill)
        clock.start()
        try:
            answer = _asked(process, msgspec.json.encode(job) + b"\n")
        finally:
            clock.cancel()
        if answer:
            return msgspec.json.decode(answer, type=Reading)
        self.end()
        return Reading(refused=kept(phrase("imports.too-much")))

    def end(self) -> None:
        """End the program and wait for it."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


class Readers:
    """Several programs that read side by side; what they read comes back in order."""

    def __init__(self, count: int | None = None) -> None:
        self._count = count or min(os.cpu_count() or 1, 4)
        self._pool = ThreadPoolExecutor(self._count)
        # The one that was given back last is taken first: fewer are begun where one is enough.
        self._children: LifoQueue[Child] = LifoQueue()
        for _ in range(self._count):
            self._children.put(Child())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pool.shutdown(cancel_futures=True)
        while not self._children.empty():
            self._children.get().end()

    def read(self, jobs: Iterable[tuple[Kind, Job]]) -> Iterator[tuple[Kind, Reading]]:
        """Yield what came of each file, in the order of the files; a few are read ahead."""
        waiting: list[tuple[Kind, Future[Reading]]] = []
        for whose, job in jobs:
            waiting.append((whose, self._pool.submit(self._read, job)))
            if len(waiting) >= self._count * _AHEAD:
                first, reading = waiting.pop(0)
                yield first, reading.result()
        for first, reading in waiting:
            yield first, reading.result()

    def _read(self, job: Job) -> Reading:
        child = self._children.get()
        try:
            return child.read(job)
        finally:
            self._children.put(child)


def _begun() -> subprocess.Popen[bytes]:
    environment = {name: value for name, value in os.environ.items() if name not in _SECRETS}
    return subprocess.Popen(
        _COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        # A Ctrl+C on the terminal is the worker's to hear; it ends what it began.
        start_new_session=True,
    )


def _asked(process: subprocess.Popen[bytes], line: bytes) -> bytes:
    """Return the program's answer, nothing where it died."""
    given, taken = process.stdin, process.stdout
    if given is None or taken is None:
        return b""
    try:
        given.write(line)
        given.flush()
        return taken.readline()
    except OSError:
        return b""
