"""The cell that a question is about, as it stands on the page of the file that was handed in."""

from functools import lru_cache
from pathlib import Path
from threading import Lock

import msgspec
from msgspec.structs import replace

from jiheng.formats.apart.limits import Limits
from jiheng.model.form import Form
from jiheng.pipeline.pictures.cutter import Cutter
from jiheng.pipeline.pictures.cutting_apart import CUTTING
from jiheng.web.files.storing import path_of
from jiheng.web.imports.models import BatchForm
from jiheng.writers.report.cutting import Cutting

_PROGRAM = replace(CUTTING, limits=Limits(memory=1 << 30, cpu_seconds=15, seconds=30.0))
"""Somebody waits for it, and others behind them."""

_ONE_AT_A_TIME = Lock()
_MOST_KEPT = 4
"""So many forms' pictures are kept: a browser asks for those of one page one by one."""


def piece_of(row: BatchForm, path: str) -> Cutting | None:
    """Return the picture of a cell that is asked about; None where it cannot be shown."""
    if row.file.stored is None:
        return None
    with _ONE_AT_A_TIME:
        return _pieces(path_of(row.file.stored), row.document).get(path)


@lru_cache(_MOST_KEPT)
def _pieces(file: Path, document: str) -> dict[str, Cutting]:
    """Return the pictures of all cells of a form that may be asked about."""
    form = msgspec.json.decode(document, type=Form)
    paths = (*(doubt.at for doubt in form.doubts), "project.name")
    with Cutter(program=_PROGRAM) as cutter:
        return cutter.cut(file, ((form, paths),)).get(form.id, {})
