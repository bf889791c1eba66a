"""A run of ``jiheng read`` over the folder, watched from outside, and held against the truth."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

from msgspec import Struct

from benchmarks.hostile_folder.subject import Subject

_COMMAND = (sys.executable, "-c", "from jiheng.cli import main; main()")
_LOOK = 0.05


class Outcome(Struct, frozen=True, kw_only=True):
    """What came of a run.

    Attributes:
        code: its exit code.
        states: state and reason of each file, by its name.
        projects: the projects of the forms of each file.
        parent: the most memory of the command itself, in MB.
        child: the most memory of one of the programs that read, in MB.
        cpu: seconds of the processor, of all of them.
        killed: how many programs were ended from outside.
    """

    code: int
    states: dict[str, tuple[str, str]]
    projects: dict[str, tuple[str, ...]]
    parent: int
    child: int
    cpu: float
    killed: int


class _Watch:
    """Looks at the command and at what it began until it ends; ends one of these once."""

    def __init__(self, process: int, *, kills_after: int | None) -> None:
        self.parent = self.child = self.killed = 0
        self._process = process
        self._kills_after = kills_after
        self._looks = 0
        self._is_over = Event()
        self._thread = Thread(target=self._look, daemon=True)
        self._thread.start()

    def end(self) -> None:
        self._is_over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._is_over.wait(_LOOK):
            self.parent = max(self.parent, _peak(self._process))
            children = _children(self._process)
            self.child = max([self.child, *map(_peak, children)])
            self._looks += bool(children)
            if self._kills_after is not None and children and self._looks > self._kills_after:
                os.kill(children[0], signal.SIGKILL)
                self.killed, self._kills_after = self.killed + 1, None


def read_folder(
    folder: Path, report: Path, jobs: int = 2, kills_after: int | None = None
) -> Outcome:
    """Return what came of reading a folder.

    Args:
        folder: what to read.
        report: where the run leaves its report; its forms go beside it.
        jobs: so many programs read side by side.
        kills_after: ends one of them from outside after so many looks; None leaves them alone.
    """
    forms = report.with_suffix(".jsonl")
    words = ("read", ".", "--jobs", str(jobs), "--report", str(report))
    with forms.open("wb") as out:
        process = subprocess.Popen(
            (*_COMMAND, *words), cwd=folder, stdout=out, stderr=subprocess.DEVNULL
        )
        watch = _Watch(process.pid, kills_after=kills_after)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.end()
    written = json.loads(report.read_bytes())["files"]
    return Outcome(
        code=process.returncode,
        states={line["path"]: (line["state"], line["reason"]) for line in written},
        projects=_projects(forms),
        parent=watch.parent,
        child=watch.child,
        cpu=usage.ru_utime + usage.ru_stime,
        killed=watch.killed,
    )


def wrong(subjects: tuple[Subject, ...], outcome: Outcome) -> Iterator[str]:
    """Yield where the report and the truth differ, a sentence each."""
    for each in subjects:
        found = _of(each, outcome.states)
        if not found:
            yield f"{each.name}: not in the report"
        elif each.is_good:
            yield from _unread(each, found, outcome)
        else:
            yield from _unrefused(each, found)


def _unread(each: Subject, found: dict[str, tuple[str, str]], outcome: Outcome) -> Iterator[str]:
    read = tuple(name for path in found for name in outcome.projects.get(path, ()))
    if read != each.projects:
        yield f"{each.name}: {read} {list(found.values())}"


def _unrefused(each: Subject, found: dict[str, tuple[str, str]]) -> Iterator[str]:
    # Without the name, which may say what the reason ought to.
    reasons = [
        reason.removeprefix(path) for path, (state, reason) in found.items() if state == "refused"
    ]
    if not any(each.why in reason for reason in reasons):
        yield f"{each.name}: {list(found.values())}, not {each.why}"


def _of(each: Subject, states: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """Return what came of a file, or of the files in it."""
    return {
        path: state
        for path, state in states.items()
        if path == each.name or path.startswith(f"{each.name}/")
    }


def _projects(forms: Path) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    with forms.open(encoding="utf-8") as lines:
        for line in lines:
            form = json.loads(line)
            path = form["source"]["path"]
            found[path] = (*found.get(path, ()), form["project"]["name"])
    return found


def _peak(process: int) -> int:
    """Return the most memory that a process ever had, in MB."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    return next(
        (int(line.split()[1]) >> 10 for line in status.splitlines() if line.startswith("VmHWM")), 0
    )


def _children(process: int) -> list[int]:
    """Return the processes that one began, and those that they began."""
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        found = [int(each) for task in tasks for each in (task / "children").read_text().split()]
    except OSError:
        return []
    return [*found, *(below for each in found for below in _children(each))]
