"""Several programs that read side by side; what they read comes back in the order of the files."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import LifoQueue
from types import TracebackType
from typing import Self, TypeVar

from jiheng.formats.apart.child import Child, Program, sentence
from jiheng.formats.apart.told import kept
from jiheng.pipeline.apart.reading import READING, Job, Reading
from jiheng.rulebook.phrases import phrase

_AHEAD = 4
"""So many files a program are read before their turn: one slow file does not hold up the others."""

Kind = TypeVar("Kind")
Done = TypeVar("Done")


class Readers:
    """Programs that read, begun as they are needed and ended with the block."""

    def __init__(self, count: int, program: Program[Reading] = READING) -> None:
        self.ahead = count * _AHEAD
        self._program = program
        self._pool = ThreadPoolExecutor(count, thread_name_prefix="reader")
        self._all = tuple(Child(program) for _ in range(count))
        # The one that was given back last is taken first: fewer are begun where one is enough.
        self._free: LifoQueue[Child[Reading]] = LifoQueue()
        for child in self._all:
            self._free.put(child)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # First the programs: whoever pressed Ctrl+C does not wait for what they are at.
        for child in self._all:
            child.stop()
        self._pool.shutdown(cancel_futures=True)
        for child in self._all:
            child.end()

    def begin(self, job: Job) -> Future[Reading]:
        """Return what will come of a file."""
        return self._pool.submit(self._read, job)

    def read(self, jobs: Iterable[tuple[Kind, Job]]) -> Iterator[tuple[Kind, Reading]]:
        """Yield what came of each file, in the order of the files; a few are read ahead."""
        for (whose, _), reading in in_order(jobs, lambda each: self.begin(each[1]), self.ahead):
            yield whose, reading

    def _read(self, job: Job) -> Reading:
        child = self._free.get()
        try:
            return asked(child, job, self._program)
        finally:
            self._free.put(child)


def read_apart(job: Job, program: Program[Reading] = READING) -> Reading:
    """Return what a program of its own reads from one file."""
    child = Child(program)
    try:
        return asked(child, job, program)
    finally:
        child.end()


def asked(child: Child[Reading], job: Job, program: Program[Reading] = READING) -> Reading:
    """Return what a program reads from one file, or what it died of."""
    answer = child.ask(job)
    if isinstance(answer, Reading):
        return answer
    cause = sentence(answer, program.limits)
    refused = kept(phrase("format.refused", path=job.name, cause=cause))
    return Reading(refused=refused, is_final=answer != "killed")


def in_order(
    items: Iterable[Kind], begin: Callable[[Kind], Future[Done]], ahead: int
) -> Iterator[tuple[Kind, Done]]:
    """Yield each item with what came of it, in their order.

    Args:
        items: taken one by one, as they are begun.
        begin: begins one.
        ahead: so many at most are begun and not yet yielded.
    """
    waiting: deque[tuple[Kind, Future[Done]]] = deque()
    for item in items:
        waiting.append((item, begin(item)))
        if len(waiting) >= ahead:
            first, done = waiting.popleft()
            yield first, done.result()
    while waiting:
        first, done = waiting.popleft()
        yield first, done.result()
