"""``python -m benchmarks.scan_reading``: what is read of scans and photos, and what it costs.

Each page is a made-up form of one page, printed as PDF, worn and pictured by a seed. The truth is
what is read from the PDF's own text. A number is silently wrong where it is not as printed, or
is lost, and no doubt names it. ``--cells true`` gives the ruling lines, so that letters alone are
judged. ``--peer`` lets rapidocr read the same pictures from end to end; of it can be asked only
which of the printed numbers stand among its texts.

What was measured is kept in a file, a line a picture, and is not measured again: a run that ended
when its minutes were up is gone on with by the next. Delete the file after a change of the reader.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from time import monotonic

import msgspec

from benchmarks.scan_reading.pages import DEGREES, KINDS, Printed, pages
from benchmarks.scan_reading.peer import rapidocr
from benchmarks.scan_reading.tables import calibration, misreadings, table
from benchmarks.scan_reading.trial import Shown, Trial, tried

_MINUTE = 60
_SEEDS = 10_000
"""The seed of a picture is that of the pages times this, and the number of its page."""


def main() -> None:
    """Measure what is not measured yet, and print what all trials of this kind say."""
    given = _given()
    path: Path = given.out
    known = {trial.shown: trial for trial in _kept(path)}
    peer = rapidocr() if given.peer else None
    end = monotonic() + given.minutes * _MINUTE
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as target:
        for shown, printed in _shown(given):
            if shown in known and not (peer and known[shown].asked is None):
                continue
            if monotonic() > end:
                print("time is up: call again to go on")
                break
            shot = KINDS[shown.kind](
                printed.sheet, shown.degree, shown.seed * _SEEDS + shown.number
            )
            known[shown] = tried(shown, shot, printed, peer)
            target.write(msgspec.json.encode(known[shown]) + b"\n")
    trials = [trial for trial in known.values() if trial.shown.cells == given.cells]
    seeds = sorted({trial.shown.seed for trial in trials})
    print(f"rapidocr {version('rapidocr')}, seeds {seeds}, cells {given.cells}")
    print(*table(trials), *calibration(trials), *misreadings(trials), sep="\n")


def _given() -> Namespace:
    parser = ArgumentParser()
    parser.add_argument("--pages", type=int, default=34)
    parser.add_argument("--start", type=int, default=0, help="number of the first page")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", default="scan,photo")
    parser.add_argument("--degrees", default="1,2,3")
    parser.add_argument("--cells", choices=("seen", "true"), default="seen")
    parser.add_argument("--peer", action="store_true")
    parser.add_argument("--minutes", type=float, default=1e9, help="of the clock, then it ends")
    parser.add_argument("--out", type=Path, default=Path("out/scan-reading.jsonl"))
    return parser.parse_args()


def _kept(path: Path) -> list[Trial]:
    lines = path.read_bytes().splitlines() if path.exists() else []
    return [msgspec.json.decode(line, type=Trial) for line in lines]


def _shown(given: Namespace) -> Iterator[tuple[Shown, Printed]]:
    """Yield which pictures are to be read, page by page, so that all kinds come along."""
    degrees = [each for each in DEGREES if str(each) in given.degrees.split(",")]
    printed = islice(pages(given.seed), given.start, given.start + given.pages)
    for number, page in enumerate(printed, given.start):
        for kind in given.kinds.split(","):
            for degree in degrees:
                yield (
                    Shown(
                        kind=kind, degree=degree, seed=given.seed, number=number, cells=given.cells
                    ),
                    page,
                )


if __name__ == "__main__":
    main()
