"""``python -m benchmarks.scan_grids``: how many pages of scans and photos give exactly their grid.

Each page is a made-up form, printed, worn and pictured by a seed; its grid is exact when every
row, column and span is that of the form. A page that is not is refused, or says that some of its
borders are in doubt, or is silently wrong. ``--failures DIR`` leaves these pages as pictures.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import cv2
from msgspec import Struct

from jiheng.corpus.by_rules import scored_by_rules
from jiheng.corpus.generator import sample
from jiheng.corpus.scanning import photographed, scanned, sheets
from jiheng.formats.pages.spans import tables_of
from jiheng.readers.scan.leaf import Leaf, leaves_of
from jiheng.readers.scan.reading import MOST_WRONG
from jiheng.rulebook.layouts import load_layout
from jiheng.writers.official import official
from jiheng.writers.pdf import write_pdf

KINDS = {"scan": scanned, "photo": photographed}
DEGREES = (1, 2, 3)

Spans = frozenset[tuple[int, int, int, int]]
"""Row, column, rows and columns of each cell."""


class Trial(Struct, frozen=True, kw_only=True):
    """One page as it was read; time in CPU seconds.

    Attributes:
        refused: it is not read, since its lines are too broken.
        doubtful: how many of its borders are in doubt.
    """

    kind: str
    degree: int
    layout: str
    exact: bool
    refused: bool
    doubtful: int
    cells: tuple[int, int, int]
    seals: tuple[int, int]
    seconds: float


def trials(
    pages: int, seed: int, kinds: tuple[str, ...], degrees: tuple[int, ...], failures: Path | None
) -> Iterator[Trial]:
    """Read each page in each degree of each kind; cells are true, seen, and both."""
    for number, form in enumerate(sample(pages, seed, rules=scored_by_rules)):
        layout = load_layout(form.layout or "")
        sheet = sheets(write_pdf((official(form, layout),)))[0]
        for kind in kinds:
            for degree in degrees:
                shot = KINDS[kind](sheet, degree, seed * 10_000 + number)
                started = process_time()
                leaf = next(leaves_of(shot.data))
                tables = grid_of(leaf)
                seconds = process_time() - started
                true = frozenset((c.row, c.column, c.row_span, c.column_span) for c in shot.cells)
                # Which end is up is told by its letters, which are not read here.
                exact = true in {tables, grid_of(leaf.upside_down())}
                if failures is not None and not exact:
                    draw(leaf, failures / f"{kind}{degree}-{number}.png")
                yield Trial(
                    kind=kind, degree=degree, layout=layout.id, exact=exact,
                    refused=leaf.wrong > MOST_WRONG, doubtful=len(leaf.doubtful),
                    cells=(len(true), len(tables), len(true & tables)),
                    seals=(len(shot.stamps), len(leaf.seals)), seconds=seconds,
                )  # fmt: skip


def grid_of(leaf: Leaf) -> Spans:
    """Return the largest table of a page."""
    tables = tables_of(leaf.rulings, max(leaf.gray.shape) / 842 * 2.2)
    largest = max(tables, key=lambda table: len(table.cells), default=None)
    cells = () if largest is None else largest.cells
    return frozenset((c.row, c.column, c.row_span, c.column_span) for c in cells)


def draw(leaf: Leaf, path: Path) -> None:
    """Leave a picture of the page with the lines that were seen."""
    picture = cv2.cvtColor(leaf.gray, cv2.COLOR_GRAY2BGR)
    for line in leaf.rulings:
        start, end = (round(line.left), round(line.top)), (round(line.right), round(line.bottom))
        cv2.line(picture, start, end, (0, 0, 255), 3)
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), picture)


def main() -> None:
    """Print a line for each kind and degree."""
    parser = ArgumentParser()
    parser.add_argument("--pages", type=int, default=26)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", default="scan,photo")
    parser.add_argument("--degrees", default="1,2,3")
    parser.add_argument("--failures", type=Path)
    given = parser.parse_args()
    degrees = tuple(map(int, given.degrees.split(",")))
    kinds = tuple(given.kinds.split(","))
    found: list[Trial] = []
    for each in trials(given.pages, given.seed, kinds, degrees, given.failures):
        found.append(each)
        if not each.exact:
            print(f"  {each.kind} {each.degree} {each.layout}: cells true, seen, both {each.cells}, "
                  f"{each.doubtful} in doubt{', refused' * each.refused}",
                  file=sys.stderr, flush=True)  # fmt: skip
    for kind in kinds:
        for degree in degrees:
            those = [each for each in found if (each.kind, each.degree) == (kind, degree)]
            print(line(kind, degree, those))


def line(kind: str, degree: int, those: list[Trial]) -> str:
    """Return what is said of one kind and degree."""
    exact = sum(each.exact for each in those)
    read = [each for each in those if not each.refused]
    wrong = [each for each in read if not each.exact]
    silent = sum(not each.doubtful for each in wrong)
    seals = sum(each.seals[0] == each.seals[1] for each in those)
    true, both = sum(each.cells[0] for each in those), sum(each.cells[2] for each in those)
    seconds = sum(each.seconds for each in those) / len(those)
    return (
        f"{kind} {degree}: grid exact {exact} of {len(those)} ({exact / len(those):.1%}), "
        f"of these {sum(each.exact and not each.doubtful for each in read)} without a doubt, "
        f"wrong in doubt {len(wrong) - silent}, silently wrong {silent}, "
        f"refused {len(those) - len(read)}, "
        f"cells {both / true:.1%}, number of seals right {seals}, {seconds:.2f} CPU-s a page"
    )


if __name__ == "__main__":
    main()
