"""``make accuracy-pages``: files with pages, scans and photos, read by Jiheng and by others."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from time import monotonic

from benchmarks.accuracy.tally import most_frequent
from benchmarks.accuracy_pages.collection import Collection, Item
from benchmarks.accuracy_pages.kinds import PICTURED, TYPED
from benchmarks.accuracy_pages.readers import Ours, Peer, Reader
from benchmarks.accuracy_pages.results import Results
from benchmarks.accuracy_pages.section import TITLE, section
from benchmarks.accuracy_pages.trial import Trial, tried
from benchmarks.sections import DOCS, with_section

FOLDER = Path(__file__).parents[2] / "out" / "accuracy-pages"
FORMS, SHOTS, SEED = 26, 34, 1
ALL = ",".join(kind.name for kind in (*TYPED, *PICTURED))
READERS = "jiheng,pdfplumber,img2table,rapidocr"
MINUTE = 60


class Run:
    """One run over the files; it ends when they are done, or when its time is up.

    Attributes:
        items: the files that were come to.
        is_done: nothing is left to be read.
    """

    def __init__(self, readers: list[Reader], results: Results, minutes: float) -> None:
        self._readers, self._results = readers, results
        self._end = monotonic() + minutes * MINUTE
        self._warm: set[tuple[str, str]] = set()
        self.items: list[Item] = []
        self.is_done = False

    def over(self, items: Iterator[Item]) -> None:
        """Let each reader read what it has not read yet."""
        for item in items:
            if monotonic() > self._end:
                return
            self.items.append(item)
            for reader in self._readers:
                if reader.name in {Ours.name, *item.peers} and not self._results.has(item, reader):
                    self._measure(item, reader)
        self.is_done = True

    def _measure(self, item: Item, reader: Reader) -> None:
        kind = (reader.name, item.path.suffix)
        if kind not in self._warm:
            # What is loaded at the first file is not counted.
            self._warm.add(kind)
            reader.read(item.path)
        self._results.add(tried(item, reader))


def main() -> None:
    """Measure what is not measured yet; print the section, and write it when all is done."""
    given = _given()
    results = Results(FOLDER / f"seed-{given.seed}.jsonl")
    files = Collection(FOLDER, given.forms, given.shots, given.seed)
    with ExitStack() as stack:
        readers = [stack.enter_context(closing(each)) for each in _readers(given)]
        run = Run(readers, results, given.minutes)
        run.over(files.items(frozenset(given.only.split(","))))
    trials = results.of(run.items, Ours())
    text = section(trials, given.forms, given.shots, given.seed)
    print(text)
    _print_worst(trials, given.worst)
    if not run.is_done:
        print("The time is up: the same command goes on")
    elif given.peers and _usual(given):
        with_section(TITLE, text, DOCS / "accuracy.md")


def _given() -> Namespace:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--forms", type=int, default=FORMS, help="of each kind and length")
    parser.add_argument("--shots", type=int, default=SHOTS, help="of each way and degree")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--only", default=ALL, help="kinds of files")
    parser.add_argument("--peers", default="", help="a Python in which peers.txt is installed")
    parser.add_argument("--readers", default=READERS, help="who reads in this run")
    parser.add_argument("--minutes", type=float, default=24 * 60, help="end after so many")
    parser.add_argument("--worst", type=int, default=0, help="print so many misreadings")
    return parser.parse_args()


def _usual(given: Namespace) -> bool:
    asked = (given.forms, given.shots, given.seed, given.only, given.readers)
    return asked == (FORMS, SHOTS, SEED, ALL, READERS)


def _readers(given: Namespace) -> Iterator[Reader]:
    for name in given.readers.split(","):
        if name == Ours.name:
            yield Ours()
        elif given.peers:
            yield Peer(name, given.peers)


def _print_worst(trials: list[Trial], count: int) -> None:
    found = [(trial.kind, wrong) for trial in trials for wrong in trial.silent]
    for kind, field, number, wrong in most_frequent(found, count):
        print(f"{number:6} {kind:12} {field:32} {wrong.true!r} -> {wrong.read!r}")


if __name__ == "__main__":
    main()
