"""The outer side of a program that works apart: begun, asked, and replaced when it dies."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from threading import Event, Lock, Timer
from typing import Generic, Literal, TypeAlias, TypeVar

import msgspec
from msgspec import Struct

from jiheng.formats.apart.limits import Limits
from jiheng.formats.apart.serving import (
    ANSWER_TOO_LONG,
    GOES_ON,
    MEMORY_SPENT,
    MOST_ANSWER,
)
from jiheng.rulebook.phrases import Phrase, phrase

Death: TypeAlias = Literal["memory", "cpu", "clock", "answer", "killed", "crash"]
"""Why a program gave no answer; ``killed``: from outside, by the system or by somebody."""

_SIGNALS: dict[int, Death] = {
    getattr(signal, "SIGXCPU", 24): "cpu",
    getattr(signal, "SIGKILL", 9): "killed",
    signal.SIGTERM: "killed",
    signal.SIGINT: "killed",
}
_DEATHS: dict[int, Death] = {MEMORY_SPENT: "memory", ANSWER_TOO_LONG: "answer"}
_BY_CHANCE = frozenset[Death]({"killed", "crash"})
"""What a file dies of that may have nothing to do with it: it is tried once more."""
_TRIALS = 2
_LAST_BREATH = 5.0

_KNOWN = frozenset(
    {"PATH", "HOME", "LANG", "TMPDIR", "TEMP", "TMP", "TZ", "PYTHONPATH", "PYTHONHOME"}
    | {"SYSTEMROOT", "WINDIR", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "PROGRAMFILES"}
    | {"VIRTUAL_ENV", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "COMSPEC", "PATHEXT"}
)
"""All that a program is told of the environment; keys and passwords stand elsewhere in it."""
_ALONE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""Programs that work side by side do not divide their work once more."""

Answer = TypeVar("Answer", bound=Struct)


class Program(Struct, Generic[Answer], frozen=True, kw_only=True):
    """A module to be run, what it answers, and its limits."""

    module: str
    answer: type[Answer]
    limits: Limits


class Child(Generic[Answer]):
    """One program, begun when it is needed; another takes its place when it dies."""

    def __init__(self, program: Program[Answer]) -> None:
        self._program = program
        self._process: subprocess.Popen[bytes] | None = None
        self._is_ended = False
        self._lock = Lock()

    def ask(self, job: Struct) -> Answer | Death:
        """Return the answer to a job, or what the program died of."""
        death: Death = "killed"
        for _ in range(_TRIALS):
            said = self._tried(msgspec.json.encode(job) + b"\n")
            if isinstance(said, bytes):
                return msgspec.json.decode(said, type=self._program.answer)
            death = said
            if death not in _BY_CHANCE or self._is_ended:
                break
        return death

    def end(self) -> None:
        """End the program for good, and wait for it."""
        self.stop()
        self._clear()

    def stop(self) -> None:
        """End the program for good: whoever waits for its answer gets none."""
        with self._lock:
            self._is_ended = True
            if self._process is not None:
                _kill(self._process)

    def _tried(self, line: bytes) -> bytes | Death:
        process = self._begun()
        if process is None:
            return "killed"
        rung = Event()
        clock = Timer(self._program.limits.seconds, _late, (process, rung))
        clock.start()
        try:
            answer = _asked(process, line)
        finally:
            clock.cancel()
        if answer is None:
            death = _death(process)
            self._clear()
            return "clock" if rung.is_set() else death
        if not answer.startswith(GOES_ON):
            self._clear()
        return answer[1:]

    def _begun(self) -> subprocess.Popen[bytes] | None:
        with self._lock:
            if self._process is None and not self._is_ended:
                self._process = _begun(self._program)
            return self._process

    def _clear(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            _kill(process)
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with suppress(OSError):
                        pipe.close()


def sentence(death: Death, limits: Limits) -> Phrase:
    """Return why a file was given up, as a clause without its name."""
    most = {
        "memory": str(limits.memory >> 20),
        "crash": str(limits.memory >> 20),
        "cpu": str(limits.cpu_seconds),
        "clock": f"{limits.seconds:.0f}",
        "answer": str(MOST_ANSWER >> 20),
    }
    return phrase(f"apart.{death}", most=most.get(death, ""))


def _begun(program: Program[Answer]) -> subprocess.Popen[bytes]:
    limits = msgspec.json.encode(program.limits).decode()
    told = {name: os.environ[name] for name in os.environ if _is_known(name)}
    return subprocess.Popen(
        (sys.executable, "-m", program.module, limits),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=told | _ALONE,
        # A Ctrl+C on the terminal is the asker's to hear; it ends what it began.
        start_new_session=True,
    )


def _is_known(name: str) -> bool:
    return name.upper() in _KNOWN or name.startswith("LC_")


def _asked(process: subprocess.Popen[bytes], line: bytes) -> bytes | None:
    """Return the program's answer with its mark, None where it died."""
    given, taken = process.stdin, process.stdout
    if given is None or taken is None:
        return None
    try:
        given.write(line)
        given.flush()
        answer = taken.readline(MOST_ANSWER + 2)
    except (OSError, ValueError):
        return None
    return answer if answer.endswith(b"\n") else None


def _death(process: subprocess.Popen[bytes]) -> Death:
    try:
        code = process.wait(_LAST_BREATH)
    except subprocess.TimeoutExpired:
        return "crash"
    return _SIGNALS.get(-code, "crash") if code < 0 else _DEATHS.get(code, "crash")


def _late(process: subprocess.Popen[bytes], rung: Event) -> None:
    rung.set()
    _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a program with all that it began."""
    if sys.platform != "win32":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
