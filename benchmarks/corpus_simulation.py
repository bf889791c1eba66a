"""A simulation of a million made-up forms, report included: ``python -m benchmarks.corpus_simulation``.

The clock starts when the corpus is open: the rules are read and changed, every form is decoded,
scored before and after and added up, and the page, the table and the file of all forms are written.
Then the same for a sweep of ten values. Processor time is of all threads.
"""

import argparse
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from jiheng.corpus.coded.compiling import compiling
from jiheng.corpus.simulation.preparing import Wish, prepare
from jiheng.corpus.simulation.running import simulated
from jiheng.corpus.simulation.supposing import setting_of
from jiheng.corpus.simulation.sweeping import sweep_of
from jiheng.corpus.store.making import make_corpus
from jiheng.corpus.store.opening import Corpus, open_corpus
from jiheng.writers.simulation import write_simulation, write_summary

FORMS = 1_000_000
HALF = (setting_of("over_completion.action={deduct: 50%}"),)
ONE = Wish(pack="cn-2020-10", settings=(*HALF, setting_of("over_completion.threshold=120%")))
SWEEP = Wish(
    pack="cn-2020-10", settings=HALF, sweep=sweep_of("over_completion.threshold=105%..150%:5%")
)


def main() -> None:
    """Print what each part takes."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--forms", type=int, default=FORMS)
    wanted = given.parse_args()
    with TemporaryDirectory(prefix="jiheng-") as folder:
        make_corpus(Path(folder) / "corpus", wanted.forms)
        corpus = open_corpus(Path(folder) / "corpus")
        with compiling() as compiled:
            _simulate(corpus, ONE, Path(folder))
        print(f"compiling: {compiled.seconds:.1f} s, kept for the next run")
        with _measured(f"simulation of {wanted.forms:,} forms"):
            _simulate(corpus, ONE, Path(folder))
        with _measured(f"sweep of {len(SWEEP.sweep)} values"):
            _simulate(corpus, SWEEP, Path(folder))


def _simulate(corpus: Corpus, wish: Wish, folder: Path) -> None:
    prepared = prepare(wish, corpus.manifest)
    found = simulated(corpus, wish, prepared, folder / "forms.parquet")
    (folder / "report.html").write_text(write_simulation(found, command=""), encoding="utf-8")
    (folder / "summary.csv").write_bytes(write_summary(found))


@contextmanager
def _measured(name: str) -> Generator[None]:
    wall, processor = perf_counter(), process_time()
    yield
    took = f"{process_time() - processor:.2f} CPU-s, {perf_counter() - wall:.2f} s"
    print(f"{name}, report included: {took}")


if __name__ == "__main__":
    main()
