"""The cells of a run's findings, cut from the pages that they were read from."""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from jiheng.pipeline.pictures.cutter import MOST_BYTES, Cutter, spots_of
from jiheng.pipeline.run import Entry, RunResult
from jiheng.writers.report.cutting import Cutting, cell_shown


class Shown(Struct, frozen=True, kw_only=True):
    """The pieces of a run.

    Attributes:
        pieces: id of a form → path of a cell → its piece.
        left_out: how many cells have none: there were too many, or their file was not there.
    """

    pieces: dict[str, dict[str, Cutting]]
    left_out: int = 0


def shown(result: RunResult, most: int = MOST_BYTES) -> Shown:
    """Return the pieces of all forms that were read from pages, in the order of their files.

    Args:
        result: the run; its files are still there.
        most: bytes of all pieces together.
    """
    files = {file.sha256: file.file.path for file in result.files}
    pieces: dict[str, dict[str, Cutting]] = {}
    with Cutter(most) as cutter:
        for digest, entries in groupby(result.entries, lambda each: each.form.source.sha256):
            wanted = ((entry.form, _cells(entry)) for entry in entries)
            pieces |= cutter.cut(files[digest], wanted)
    return Shown(pieces=pieces, left_out=cutter.left_out)


def _cells(entry: Entry) -> Iterator[str]:
    """Yield the cells that the findings of a form are shown by."""
    placed = spots_of(entry.form)
    for finding in entry.audit.findings:
        path = cell_shown(finding, placed)
        if path is not None:
            yield path
