"""``make accuracy``: made-up forms read back and compared; writes docs/accuracy.md."""

import argparse
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from time import perf_counter

from benchmarks.accuracy.page import page
from benchmarks.accuracy.tally import most_frequent
from benchmarks.accuracy.trial import Trial, try_one
from benchmarks.sections import DOCS, with_first

PAGE = DOCS / "accuracy.md"
FORMS, SEED = 2_000, 1
PROCESSES = 2
CHUNK = 20


def main() -> None:
    """Try all documents and print the page; write it when the usual ones were tried."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=FORMS, help="how many forms")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--worst", type=int, default=0, help="print so many misreadings")
    given = parser.parse_args()
    started = perf_counter()
    trials = tried(given.n, given.seed)
    text = page(trials, given.seed)
    if (given.n, given.seed) == (FORMS, SEED):
        with_first(text, PAGE)
    print(text)
    _print_worst(trials, given.worst)
    print(f"{perf_counter() - started:.0f} s")


def tried(forms: int, seed: int) -> list[Trial]:
    """Return what came of so many forms: documents are tried until they are reached."""
    trials: list[Trial] = []
    reached = 0
    with ProcessPoolExecutor(PROCESSES) as pool:
        for trial in pool.map(partial(try_one, seed=seed), range(forms), chunksize=CHUNK):
            if reached >= forms:
                break
            reached += trial.forms
            trials.append(trial)
        pool.shutdown(cancel_futures=True)
    return trials


def _print_worst(trials: list[Trial], count: int) -> None:
    found = [
        (f"{trial.damage or 'sound'}/{trial.kind}", wrong)
        for trial in trials
        for wrong in trial.silent
    ]
    for label, field, number, wrong in most_frequent(found, count):
        print(f"{number:6} {label:28} {field:32} {wrong.true!r} -> {wrong.read!r}")


if __name__ == "__main__":
    main()
