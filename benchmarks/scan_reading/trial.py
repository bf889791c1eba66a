"""One picture, read and set against what was printed."""

import re
from collections.abc import Callable
from time import process_time

from msgspec import Struct

from benchmarks.accuracy.fields import Alignment, fields_of, matched
from benchmarks.scan_reading.pages import Printed, forms_of, largest, true_leaf
from benchmarks.scan_reading.peer import found_by
from jiheng.corpus.scanning import Shot
from jiheng.formats.errors import FormatError
from jiheng.model.document import Block, Grid
from jiheng.model.form import Form
from jiheng.model.paths import WHOLE_FORM
from jiheng.readers.scan import read_scan
from jiheng.readers.scan.reading import read_leaves
from jiheng.readers.scan.text.numerals import is_number

_NUMBER = re.compile(
    r"^(funds\.lines\[\+?\d+\]\.(initial_budget|adjusted_budget|executed|weight|rate|score)"
    r"|indicators\[\+?\d+\]\.(target|actual|weight|score)|total\.(weight|score))$"
)

Counts = tuple[int, int, int]
"""Right; not right, and in doubt; silently wrong."""

Chance = tuple[float, bool]
"""How sure a number was, and whether it is as printed."""


class Shown(Struct, frozen=True, kw_only=True):
    """Which picture it is: of which page of which seed, taken how."""

    kind: str
    degree: int
    seed: int
    number: int
    cells: str


class Table(Struct, frozen=True, kw_only=True):
    """What came of the cells.

    Attributes:
        is_exact: every row, column and span is as printed.
        cells: how many are printed, and how many read exactly, blanks aside.
        chances: of those that hold numbers.
    """

    is_exact: bool
    cells: tuple[int, int]
    chances: tuple[Chance, ...]


class Fields(Struct, frozen=True, kw_only=True):
    """What came of the fields of the form.

    Attributes:
        numbers: the counts of those that hold numbers.
        doubted: numbers that are right, though named in a doubt.
        silent: path, printed and read of each that is silently wrong.
    """

    fields: Counts
    numbers: Counts
    doubted: int = 0
    silent: tuple[tuple[str, str, str], ...] = ()


class Trial(Struct, frozen=True, kw_only=True):
    """What came of one picture; times in CPU seconds.

    Attributes:
        asked: numbers printed, and found by the peer; None when it was not asked.
    """

    shown: Shown
    table: Table
    form: Fields
    refused: bool
    seconds: float
    asked: tuple[int, int] | None = None
    peer_seconds: float = 0.0


def tried(
    shown: Shown, shot: Shot, printed: Printed, peer: Callable[[bytes], list[str]] | None
) -> Trial:
    """Return what came of a picture."""
    started = process_time()
    blocks = _read(shot, printed, shown.cells)
    read = matched((printed.form,), forms_of(blocks))[0][1]
    seconds = process_time() - started
    asked, peer_seconds = (None, 0.0) if peer is None else found_by(peer, shot)
    return Trial(
        shown=shown,
        table=_table(printed.grid, largest(blocks)),
        form=_fields(printed.form, read),
        refused=read is None,
        seconds=seconds,
        asked=asked,
        peer_seconds=peer_seconds,
    )


def _read(shot: Shot, printed: Printed, cells: str) -> tuple[Block, ...]:
    """Return what stands on a picture; nothing where it is refused, which counts as told."""
    try:
        if cells == "true":
            return read_leaves((true_leaf(shot, printed.sheet),))
        return read_scan(shot.data)
    except FormatError:
        return ()


def _table(true: Grid, read: Grid) -> Table:
    """Return what is said of the cells."""
    got = {(cell.row, cell.column): cell for cell in read.cells}
    pairs = [(cell, got.get((cell.row, cell.column))) for cell in true.cells]
    spans = [
        {(cell.row, cell.column, cell.row_span, cell.column_span) for cell in grid.cells}
        for grid in (true, read)
    ]
    right = [other is not None and _plain(cell.text) == _plain(other.text) for cell, other in pairs]
    return Table(
        is_exact=spans[0] == spans[1],
        cells=(len(pairs), sum(right)),
        chances=tuple(
            (other.confidence, is_right)
            for (cell, other), is_right in zip(pairs, right, strict=True)
            if other is not None and is_number(cell.text)
        ),
    )


def _plain(text: str) -> str:
    return "".join(text.split())


def _fields(truth: Form, read: Form | None) -> Fields:
    """Return what is said of the fields."""
    true = fields_of(truth)
    if read is None:
        lost = sum(_NUMBER.match(path) is not None for path in true)
        return Fields(fields=(0, len(true), 0), numbers=(0, lost, 0))
    alignment = Alignment(truth, read)
    got = {alignment.path(path): value for path, value in fields_of(read).items()}
    doubts = {alignment.path(doubt.at) for doubt in read.doubts}
    paths = (set(true) | set(got)) - {doubt.at for doubt in truth.doubts}
    numbers = {path for path in paths if _NUMBER.match(path)}
    wrong = {path for path in paths if true.get(path) != got.get(path)}
    if WHOLE_FORM in doubts:
        # That rows may be missing is said of all that was not seen.
        doubts |= {path for path in wrong if path not in got}
    return Fields(
        fields=_counts(paths, wrong, doubts),
        numbers=_counts(numbers, wrong & numbers, doubts),
        doubted=len((numbers & doubts) - wrong),
        silent=tuple((p, true.get(p, ""), got.get(p, "")) for p in sorted(wrong - doubts)),
    )


def _counts(paths: set[str], wrong: set[str], doubts: set[str]) -> Counts:
    return len(paths - wrong), len(wrong & doubts), len(wrong - doubts)


def is_number_field(path: str) -> bool:
    """Whether a field of the form holds a number."""
    return _NUMBER.match(path) is not None
