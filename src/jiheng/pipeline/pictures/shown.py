"""The cells of a run's findings, cut from the pages that they were read from."""

import os
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct

from jiheng.formats.apart.child import Child
from jiheng.model.document import PAGED
from jiheng.pipeline.pictures.cutting_apart import CUTTING, CutJob, Cuttings, Spot
from jiheng.pipeline.run import AuditedFile, Entry, RunResult
from jiheng.writers.report.cutting import Cutting, cell_shown

MOST_BYTES = 15 << 20
"""Of all pieces of a report, which grow by a third when they stand in it: 20 MB."""


class Shown(Struct, frozen=True, kw_only=True):
    """The pieces of a run.

    Attributes:
        pieces: id of a form → path of a cell → its piece.
        left_out: how many cells have none: there were too many, or their file was not there.
    """

    pieces: dict[str, dict[str, Cutting]]
    left_out: int = 0


class _Cell(NamedTuple):
    """A cell of a form, and where it stands."""

    form: str
    path: str
    kind: str
    spot: Spot


def shown(result: RunResult, most: int = MOST_BYTES) -> Shown:
    """Return the pieces of all forms that were read from pages, in the order of their files.

    Args:
        result: the run; its files are still there.
        most: bytes of all pieces together.
    """
    pieces: dict[str, dict[str, Cutting]] = {}
    left_out = 0
    for cell, piece in _made(result):
        most -= len(piece.data) if piece is not None else 0
        if piece is None or most < 0:
            left_out += 1
        else:
            pieces.setdefault(cell.form, {})[cell.path] = piece
    return Shown(pieces=pieces, left_out=left_out)


def _made(result: RunResult) -> Iterator[tuple[_Cell, Cutting | None]]:
    """Yield the cells of all forms, each with its piece where one could be cut."""
    files = {file.sha256: file for file in result.files}
    child = Child(CUTTING)
    try:
        for digest, entries in groupby(result.entries, lambda each: each.form.source.sha256):
            cells = [cell for entry in entries for cell in _cells(entry)]
            if cells:
                yield from _cut(child, files[digest], cells)
    finally:
        child.end()


def _cells(entry: Entry) -> Iterator[_Cell]:
    """Yield the cells that the findings of a form are shown by, each once."""
    form = entry.form
    if form.source.format not in PAGED:
        return
    placed = {
        path: Spot(page=cell.page, box=cell.box)
        for path, cell in form.cells.items()
        if cell.page is not None and cell.box is not None
    }
    paths = (cell_shown(finding, placed) for finding in entry.audit.findings)
    for path in dict.fromkeys(path for path in paths if path is not None):
        yield _Cell(form.id, path, form.source.format, placed[path])


def _cut(
    child: Child[Cuttings], file: AuditedFile, cells: list[_Cell]
) -> Iterator[tuple[_Cell, Cutting | None]]:
    spots = tuple(dict.fromkeys(cell.spot for cell in cells))
    path = os.fsencode(file.file.path)
    job = CutJob(path=path, sha256=file.sha256, kind=cells[0].kind, spots=spots)
    answer = child.ask(job)
    pieces = answer.pieces if isinstance(answer, Cuttings) else ()
    found = dict(zip(spots, pieces, strict=False))
    for cell in cells:
        yield cell, found.get(cell.spot)
