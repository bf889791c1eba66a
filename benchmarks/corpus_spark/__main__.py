"""The digest of all totals by every engine, and by a Spark cluster that loses a worker meanwhile."""

import argparse
import os
import signal
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial, reduce
from operator import add
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from time import perf_counter, sleep

from benchmarks.corpus_spark.cluster import cluster
from benchmarks.corpus_spark.marks import PACK, marked
from benchmarks.sections import with_section
from jiheng.corpus.engines.running import Engine, run
from jiheng.corpus.engines.totals import Totals
from jiheng.corpus.store.making import make_corpus
from jiheng.corpus.store.opening import Corpus, open_corpus

TITLE = "One digest from every engine"
_STEP = 0.002

Row = tuple[str, str, str, str]


def scored(name: str, corpus: Corpus, marks: Path, engine: Engine) -> Row:
    """Score a corpus; return engine, digest, row groups begun, seconds."""
    folder = marks / name.replace(" ", "-")
    folder.mkdir(exist_ok=True)
    began = perf_counter()
    totals = reduce(add, run(corpus, partial(marked, folder=folder), engine=engine), Totals())
    seconds = perf_counter() - began
    row = name, str(totals.digest), str(len(list(folder.iterdir()))), f"{seconds:.1f}"
    print(*row, flush=True)
    return row


def all_engines(corpus: Corpus, marks: Path) -> Iterator[Row]:
    """Score a corpus by each engine in turn, the last time with a worker killed."""
    score = partial(scored, corpus=corpus, marks=marks)
    yield score("two threads", engine=Engine(name="local", jobs=2))
    yield score("two programs", engine=Engine(name="processes", jobs=2))
    yield score("Spark within this machine", engine=Engine(name="spark"))
    with cluster() as running:
        engine = Engine(name="spark", master=running.master)
        yield score("Spark, two workers", engine=engine)
        name = "Spark, one of two workers killed"
        folder = marks / name.replace(" ", "-")
        folder.mkdir()
        Thread(target=kill_after, args=(folder, running.workers[0]), daemon=True).start()
        yield score(name, engine=engine)


def kill_after(marks: Path, worker: int) -> None:
    """Kill a worker as soon as the first row groups were begun."""
    while len(list(marks.iterdir())) < 3:  # noqa: PLR2004  both workers are at it
        sleep(_STEP)
    os.kill(worker, signal.SIGKILL)
    print("killed", worker, flush=True)


def section(rows: list[Row], corpus: Corpus) -> str:
    """Return the section of the page."""
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"""`make bench-spark` writes this section: {corpus.manifest.forms:,} made-up forms in {len(corpus.addresses())} row groups,
scored under `{PACK.id}`. The cluster is a master and two workers of a core each on this machine, begun from
PySpark's own classes; one worker is killed (`kill -9`) after the third row group. The seconds of Spark are
mostly those in which Java and Python begin.

| engine | digest of all totals | row groups begun | seconds |
|---|---|---|---|
{table}

Measured {datetime.now(UTC):%Y-%m-%d} on {os.cpu_count()} cores.
"""


def main() -> int:
    """Score by every engine; leave with 1 where digests differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--forms", type=int, default=2_000_000)
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md")
    wish = parser.parse_args()
    with TemporaryDirectory(prefix="jiheng-bench-") as name:
        folder = Path(name)
        make_corpus(folder / "corpus", wish.forms)
        corpus, marks = open_corpus(folder / "corpus"), folder / "marks"
        marks.mkdir()
        rows = list(all_engines(corpus, marks))
    if wish.write:
        with_section(TITLE, section(rows, corpus))
    return int(len({digest for _, digest, _, _ in rows}) > 1)


if __name__ == "__main__":
    raise SystemExit(main())
