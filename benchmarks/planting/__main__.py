"""``make planting``: plants defects, audits the documents; writes docs/planting.md."""

import argparse
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from time import perf_counter

from benchmarks.planting.page import page, worst
from benchmarks.planting.trial import try_clean, try_decoy, try_planting
from jiheng.corpus.planting.decoys import DECOYS

PAGE = Path(__file__).parents[2] / "docs" / "planting.md"
FORMS, SEED = 1_000, 1
DECOYS_OF_EACH = 20
PROCESSES = 2
CHUNK = 10


def main() -> None:
    """Try all and print the page; write it when the usual ones were tried."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=FORMS, help="how many forms")
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    started = perf_counter()
    numbers = range(DECOYS_OF_EACH * len(DECOYS))
    with ProcessPoolExecutor(PROCESSES) as pool:
        clean = list(pool.map(partial(try_clean, seed=given.seed), range(given.n), chunksize=CHUNK))
        trials = list(
            pool.map(partial(try_planting, seed=given.seed), range(given.n), chunksize=CHUNK)
        )
        said = pool.map(partial(try_decoy, seed=given.seed), numbers, chunksize=CHUNK)
        decoys = [(number % len(DECOYS), each) for number, each in zip(numbers, said, strict=True)]
    text = page(given.seed, clean, trials, decoys)
    if (given.n, given.seed) == (FORMS, SEED):
        PAGE.write_text(text, encoding="utf-8")
    print(text)
    print(worst(trials))
    for number, each in decoys:
        for one in each:
            print(DECOYS[number].about, one.code, one.document, one.cell, one.message)
    for each in clean:
        for one in each:
            print("clean", one.code, one.document, one.cell, one.message)
    print(f"{perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main()
