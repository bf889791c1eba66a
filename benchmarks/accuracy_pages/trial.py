"""One file read by one reader, set against its truth."""

import hashlib

import cv2
from msgspec import Struct
from numpy import asarray, float32

from benchmarks.accuracy.fields import is_number, matched
from benchmarks.accuracy.tally import Misreading, Tally, compare
from benchmarks.accuracy_pages.cells import Boxed, right_ones, same_grid
from benchmarks.accuracy_pages.collection import Item, Numbered
from benchmarks.accuracy_pages.readers import Reader, Reading

Count = tuple[int, int]
"""How many there are, and how many of them are right."""


class Trial(Struct, frozen=True, kw_only=True):
    """What came of one file.

    Attributes:
        file: its kind and name.
        sha256: of its bytes.
        reader: who read it, and which ``version``.
        grid: every row, column and span is right.
        placed: numbers, and those that were seen in their cell.
        fields: None of a reader that knows of no fields; so are ``numbers``.
        seconds: of the processor.
    """

    kind: str
    file: str
    sha256: str
    pages: int
    reader: str
    version: str
    grid: bool
    cells: Count
    placed: Count
    fields: Tally | None = None
    numbers: Tally | None = None
    silent: tuple[Misreading, ...] = ()
    refused: bool
    seconds: float


def tried(item: Item, reader: Reader) -> Trial:
    """Return what came of a file."""
    reading, truth = reader.read(item.path), item.truth
    right = right_ones(truth.cells, reading.cells)
    fields, numbers, silent = _fields(item, reading)
    return Trial(
        kind=item.kind.name,
        file=item.path.name,
        sha256=digest(item),
        pages=item.pages,
        reader=reader.name,
        version=reader.version,
        grid=same_grid(truth.cells, reading.cells),
        cells=(len(truth.cells), len(right)),
        placed=_placed(item, reading),
        fields=fields,
        numbers=numbers,
        silent=silent,
        refused=reading.refused,
        seconds=reading.seconds,
    )


def digest(item: Item) -> str:
    """Return the hash of a file's bytes."""
    return hashlib.sha256(item.path.read_bytes()).hexdigest()


def _fields(
    item: Item, reading: Reading
) -> tuple[Tally | None, Tally | None, tuple[Misreading, ...]]:
    if reading.forms is None:
        return None, None, ()
    truth = item.truth.form
    read = matched((truth,), reading.forms)[0][1]
    fields, silent = compare(truth, read, refused=reading.refused)
    numbers, _ = compare(truth, read, refused=reading.refused, counts=is_number)
    return fields, numbers, tuple(silent)


def _placed(item: Item, reading: Reading) -> Count:
    numbers = item.truth.numbers
    if not reading.texts:
        return len(numbers), len(right_ones(item.truth.cells, reading.cells) & numbers)
    found = (said_in(number, reading.texts) == number.text for number in item.placed)
    return len(numbers), sum(found)


def said_in(number: Numbered, texts: tuple[Boxed, ...]) -> str:
    """Return the texts whose middle lies in the cell of a number, from above to below."""
    corners = asarray(number.corners, dtype=float32)
    inside = [
        text
        for text in texts
        if cv2.pointPolygonTest(
            corners, ((text.left + text.right) / 2, (text.top + text.bottom) / 2), False
        )
        >= 0
    ]
    ordered = sorted(inside, key=lambda text: (text.top, text.left))
    return "".join("".join(text.text.split()) for text in ordered)
