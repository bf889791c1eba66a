"""The files of a benchmark, made once and kept, so that runs in pieces read the same ones."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import msgspec
from msgspec import Struct

from benchmarks.accuracy.fields import is_number
from benchmarks.accuracy_pages.cells import Cells, cells_of
from benchmarks.accuracy_pages.kinds import PICTURED, TYPED, Pictured, Typed
from benchmarks.accuracy_pages.state import MAKERS, digest_of
from benchmarks.paged_reading.printing import Subject, subjects
from jiheng.corpus.scanning import Shot, photographed, scanned, sheets
from jiheng.formats.pdf.opening import count_pages, opened
from jiheng.model.form import Form
from jiheng.writers.pdf import write_pdf

LENGTHS = (1, 4)
"""Forms as they come, and with four times their rows, which go on over pages."""

PEERS_TURN = 3
"""Of pictures, so many times slower for them, the libraries get one of three."""

_WAYS = {"scan": scanned, "photo": photographed}

Corners = tuple[tuple[float, float], ...]


class Numbered(Struct, frozen=True, array_like=True):
    """A number on a picture: the corners of its cell, and what stands there."""

    corners: Corners
    text: str


class Truth(Struct, frozen=True, kw_only=True):
    """What a file says.

    Attributes:
        cells: of its table.
        numbers: those of them that hold amounts, rates, points, targets and actual values.
    """

    form: Form
    cells: Cells
    numbers: Cells


class Item(Struct, frozen=True, kw_only=True):
    """A file with its truth.

    Attributes:
        pages: of a PDF; 1 for what has none.
        peers: the libraries that are asked of it, too.
        placed: where the numbers of a picture stand.
    """

    kind: Typed | Pictured
    path: Path
    truth: Truth
    peers: tuple[str, ...]
    pages: int = 1
    placed: tuple[Numbered, ...] = ()


class Collection:
    """Made-up forms in all kinds of files below one folder; ``seed`` decides all of them.

    Files made before what makes them was changed lie in a folder of their own.
    """

    def __init__(self, folder: Path, forms: int, shots: int, seed: int) -> None:
        self._folder = folder / f"seed-{seed}-{digest_of(*MAKERS)}"
        self._forms, self._shots, self._seed = forms, shots, seed

    def items(self, wanted: frozenset[str]) -> Iterator[Item]:
        """Yield the files of the kinds that are wanted; those that are missing are made first."""
        for kind in TYPED:
            if kind.name in wanted:
                for length in LENGTHS:
                    yield from self._typed(kind, length)
        for picture in PICTURED:
            if picture.name in wanted:
                yield from self._pictured(picture)

    @cached_property
    def _subjects(self) -> dict[int, tuple[Subject, ...]]:
        return {length: tuple(subjects(self._forms, self._seed, length)) for length in LENGTHS}

    @cached_property
    def _single(self) -> tuple[Subject, ...]:
        """The forms of one page."""
        found: list[Subject] = []
        for subject in subjects(self._shots * 2, self._seed):
            if len(found) < self._shots and _pages(write_pdf((subject.piece.laid,))) == 1:
                found.append(subject)
        return tuple(found)

    def _typed(self, kind: Typed, length: int) -> Iterator[Item]:
        subjects = self._subjects[length]
        paths = [self._path(kind, each, length, kind.suffix) for each in subjects]
        missing = [at for at, path in enumerate(paths) if not path.exists()]
        if missing:
            paths[0].parent.mkdir(parents=True, exist_ok=True)
            laid = [subjects[at].piece.laid for at in missing]
            for at, data in zip(missing, kind.make(laid), strict=True):
                paths[at].write_bytes(data)
        for subject, path in zip(subjects, paths, strict=True):
            pages = _pages(path.read_bytes()) if kind.suffix == ".pdf" else 1
            yield Item(kind=kind, path=path, truth=_truth(subject), peers=kind.peers, pages=pages)

    def _pictured(self, kind: Pictured) -> Iterator[Item]:
        for turn, subject in enumerate(self._single):
            about = self._path(kind, subject, 1, ".json")
            if not about.exists():
                self._shoot(kind, subject, about)
            name, placed = msgspec.json.decode(
                about.read_bytes(), type=tuple[str, tuple[Numbered, ...]]
            )
            yield Item(
                kind=kind,
                path=about.with_name(name),
                truth=_truth(subject),
                peers=kind.peers if turn % PEERS_TURN == 0 else (),
                placed=placed,
            )

    def _shoot(self, kind: Pictured, subject: Subject, about: Path) -> None:
        """Leave a picture of a form, and beside it where its numbers stand."""
        (sheet,) = sheets(write_pdf((subject.piece.laid,)))
        shot = _WAYS[kind.way](sheet, kind.degree, self._seed * 10_000 + subject.number)
        picture = about.with_suffix(shot.suffix)
        about.parent.mkdir(parents=True, exist_ok=True)
        picture.write_bytes(shot.data)
        placed = _placed(shot, _truth(subject).numbers)
        about.write_bytes(msgspec.json.encode((picture.name, placed)))

    def _path(self, kind: Typed | Pictured, subject: Subject, length: int, suffix: str) -> Path:
        name = f"{subject.number:04d}-{length}-{subject.layout}{suffix}"
        return self._folder / kind.name / name


def _truth(subject: Subject) -> Truth:
    laid, form = subject.piece.laid, subject.piece.form
    if form is None:
        raise ValueError("a scrap has no truth")
    held = {place for path, place in laid.places.items() if is_number(path)}
    cells = cells_of((laid.grid,))
    # Both in reading order: where a row or column does not show, the numbers have other places.
    whole = sorted(laid.grid.cells, key=lambda cell: (cell.row, cell.column))
    numbers = frozenset(
        cell
        for own, cell in zip(whole, sorted(cells), strict=True)
        if (own.row, own.column) in held and cell[4]
    )
    return Truth(form=form, cells=cells, numbers=numbers)


def _placed(shot: Shot, numbers: Cells) -> tuple[Numbered, ...]:
    places = {cell[:4]: cell[4] for cell in numbers}
    seen = (((c.row, c.column, c.row_span, c.column_span), c) for c in shot.cells)
    return tuple(
        Numbered(corners=tuple(cell.quad), text=places[place])
        for place, cell in seen
        if place in places
    )


def _pages(pdf: bytes) -> int:
    with opened(pdf) as document:
        return count_pages(document)
