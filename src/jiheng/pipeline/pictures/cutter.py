"""Cells cut out of files with pages by one program of its own, until there is no more room."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from jiheng.formats.apart.child import Child, Program
from jiheng.model.document import PAGED
from jiheng.model.form import Form
from jiheng.pipeline.pictures.cutting_apart import CUTTING, CutJob, Cuttings, Spot
from jiheng.writers.report.cutting import Cutting

MOST_BYTES = 15 << 20
"""Of all pieces together, which grow by a third when they stand in a report: 20 MB."""


class _Cell(NamedTuple):
    """A cell of a form, and where it stands."""

    form: str
    path: str
    spot: Spot


class Cutter:
    """Cuts cells out of file after file; a context, at whose end its program is gone.

    Attributes:
        left_out: how many cells have no piece: there were too many, or their file was not there.
    """

    def __init__(self, most: int = MOST_BYTES, program: Program[Cuttings] = CUTTING) -> None:
        """Make room for so many bytes, cut out by this program."""
        self.left_out = 0
        self._room = most
        self._child = Child(program)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._child.end()

    def cut(
        self, file: Path, wanted: Iterable[tuple[Form, Iterable[str]]]
    ) -> dict[str, dict[str, Cutting]]:
        """Return the pieces of one file: id of a form → path of a cell → its piece.

        Args:
            file: where it lies.
            wanted: its forms, each with the paths of cells; what has no place is passed over.
        """
        made: dict[str, dict[str, Cutting]] = {}
        asked = [(form, tuple(_placed(form, paths))) for form, paths in wanted]
        for cell, piece in self._made(file, [each for each in asked if each[1]]):
            self._room -= len(piece.data) if piece is not None else 0
            if piece is None or self._room < 0:
                self.left_out += 1
            else:
                made.setdefault(cell.form, {})[cell.path] = piece
        return made

    def _made(
        self, file: Path, asked: list[tuple[Form, tuple[_Cell, ...]]]
    ) -> Iterator[tuple[_Cell, Cutting | None]]:
        if not asked:
            return
        source = asked[0][0].source
        cells = [cell for _, cells in asked for cell in cells]
        spots = tuple(dict.fromkeys(cell.spot for cell in cells))
        path = os.fsencode(file)
        job = CutJob(path=path, sha256=source.sha256, kind=source.format, spots=spots)
        answer = self._child.ask(job)
        pieces = answer.pieces if isinstance(answer, Cuttings) else ()
        found = dict(zip(spots, pieces, strict=False))
        for cell in cells:
            yield cell, found.get(cell.spot)


def spots_of(form: Form) -> dict[str, Spot]:
    """Return where the cells of a form stand on its pages; {} where its file has none."""
    if form.source.format not in PAGED:
        return {}
    return {
        path: Spot(page=cell.page, box=cell.box)
        for path, cell in form.cells.items()
        if cell.page is not None and cell.box is not None
    }


def _placed(form: Form, paths: Iterable[str]) -> Iterator[_Cell]:
    """Yield the cells that stand somewhere on a page, each once."""
    spots = spots_of(form)
    for path in dict.fromkeys(paths):
        if path in spots:
            yield _Cell(form.id, path, spots[path])
