"""Many files read one after another or side by side; a bad one never stops the rest."""

from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from msgspec import Struct

from jiheng.formats.apart.told import kept
from jiheng.model.audit import Refusal
from jiheng.pipeline.apart.readers import Readers, in_order
from jiheng.pipeline.apart.reading import Job, Reading, job_for, read
from jiheng.pipeline.files import Files
from jiheng.pipeline.journal import Journal, digest_of
from jiheng.pipeline.opening import is_for_home
from jiheng.pipeline.taking import Found
from jiheng.readers.office import MOST_TOGETHER, convert_ahead
from jiheng.rulebook.phrases import phrase


class Manner(Struct, frozen=True, kw_only=True):
    """How a run reads its files.

    Attributes:
        jobs: so many programs read side by side; None: this one reads what it may read itself,
            and one other the rest.
        journal: where to note what was read; None notes nothing.
        keep: a folder where what was unpacked stays; None: it is gone once it was read.
    """

    jobs: int | None = None
    journal: Path | None = None
    keep: Path | None = None


class Outcome(Struct, frozen=True, kw_only=True):
    """What came of one file; where there is none to read, the reading says why."""

    file: Found | Refusal
    reading: Reading

    @property
    def name(self) -> str:
        """What the file is called."""
        return self.file.name if isinstance(self.file, Found) else self.file.path


class _Task(Struct, frozen=True, kw_only=True):
    """A file whose turn has come.

    Attributes:
        digest: of its bytes, where the run keeps a journal.
        known: what an earlier run read.
    """

    file: Found | Refusal
    digest: str = ""
    known: Reading | None = None


class Batch:
    """The files of some paths as they are read; a context, at whose end nothing is left running.

    Raises:
        BadJournal: the journal is something else, or cannot be written.
    """

    def __init__(self, paths: tuple[Path, ...], manner: Manner, language: str = "zh") -> None:
        self._stack = ExitStack()
        enter = self._stack.enter_context
        self._journal = None if manner.journal is None else enter(Journal(manner.journal))
        self.files = enter(Files(paths, language, manner.keep))
        self._readers = enter(Readers(manner.jobs or 1))
        self._shelf = Path(enter(TemporaryDirectory(prefix="jiheng-")))
        self._manner = manner

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    def __iter__(self) -> Iterator[Outcome]:
        """Yield what came of each file, in their order."""
        ahead = 1 if self._manner.jobs is None else self._readers.ahead
        for task, reading in in_order(self._tasks(), self._begun, ahead):
            self._note(task, reading)
            yield Outcome(file=task.file, reading=reading)
            if isinstance(task.file, Found) and self._manner.keep is None:
                task.file.forget()

    def _tasks(self) -> Iterator[_Task]:
        """Yield the tasks; those of the next few that LibreOffice must convert, it does at once."""
        tasks = map(self._task, self.files)
        while group := tuple(islice(tasks, MOST_TOGETHER)):
            new = (task.file for task in group if task.known is None)
            convert_ahead((each.path for each in new if isinstance(each, Found)), self._shelf)
            yield from group

    def _task(self, file: Found | Refusal) -> _Task:
        if self._journal is None or isinstance(file, Refusal):
            return _Task(file=file)
        digest = digest_of(file.path)
        return _Task(file=file, digest=digest, known=self._journal.get(file.name, digest))

    def _begun(self, task: _Task) -> Future[Reading]:
        if isinstance(task.file, Refusal):
            return _done(Reading(refused=kept(task.file.reason)))
        if task.known is not None:
            return _done(task.known)
        job = job_for(task.file.path, task.file.name, converted=self._shelf)
        if self._manner.jobs is None and is_for_home(task.file.path):
            return _done(_read_here(job))
        return self._readers.begin(job)

    def _note(self, task: _Task, reading: Reading) -> None:
        if self._journal is not None and isinstance(task.file, Found) and task.known is None:
            self._journal.put(task.file.name, task.digest, reading)


def _read_here(job: Job) -> Reading:
    try:
        return read(job)
    except MemoryError:
        # No limit of ours, but the machine's: the next file may be smaller.
        fault = phrase("read.fault", path=job.name, fault="MemoryError")
        return Reading(refused=kept(fault), is_final=False)


def _done(reading: Reading) -> Future[Reading]:
    future: Future[Reading] = Future()
    future.set_result(reading)
    return future
