"""Every field of every layout can be corrected in place, and nothing else changes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jiheng.model.edit import FieldEdit
from jiheng.model.form import Cell, Form
from jiheng.model.paths import value_at
from jiheng.readers.opening import open_document
from jiheng.readers.recognise import recognise
from jiheng.rulebook.layouts import Layout, all_layouts
from jiheng.writers.docx import write_docx
from jiheng.writers.layout import lay_out
from jiheng.writers.patched import patch
from jiheng.writers.xlsx import write_xlsx
from tests.writers.full_form import FULL

pytestmark = pytest.mark.no_cover

Place = tuple[int | None, int | None, int | None]


def corrections(form: Form) -> tuple[FieldEdit, ...]:
    """Return a correction for each cell of a table: another number, or a word more."""
    edits: dict[Place, FieldEdit] = {}
    for path, cell in form.cells.items():
        old = value_at(form, path)
        if cell.table is not None and isinstance(old, str) and cell.text == old:
            edits.setdefault(
                place(cell), FieldEdit(path=path, cell=cell, old=old, new=changed(old))
            )
    return tuple(edits.values())


def changed(old: str) -> str:
    """Return another number of the same kind, or the words with one more."""
    is_number = old.replace(".", "", 1).removesuffix("%").isdigit()
    return ("7%" if old.endswith("%") else "7") if is_number else f"{old}甲"


def place(cell: Cell) -> Place:
    return cell.table, cell.row, cell.column


def texts(data: bytes) -> dict[Place, str]:
    """Return what each cell says."""
    return {
        (table, cell.row, cell.column): cell.text
        for table, grid in enumerate(open_document(Path("来件"), data).grids)
        for cell in grid.cells
    }


def same(shown: str, wanted: str) -> bool:
    """Whether a cell says what was wanted; a number may have zeros behind its point."""
    return shown == wanted or shown.rstrip("%0").rstrip(".") == wanted.rstrip("%")


@pytest.mark.parametrize("write", [write_docx, write_xlsx])
@pytest.mark.parametrize("layout", all_layouts(), ids=lambda layout: layout.id)
def test_every_cell_takes_its_correction(layout: Layout, write: Callable[..., bytes]):
    before = write(lay_out(FULL, layout))
    (form,) = recognise(open_document(Path("来件"), before))
    edits = corrections(form)

    made = patch(before, edits)

    wanted = texts(before) | {place(each.cell): each.new for each in edits}
    now = texts(made.data)
    assert (len(edits) > 5, made.refused) == (True, ())
    assert {at: (now[at], text) for at, text in wanted.items() if not same(now[at], text)} == {}
    assert now.keys() == wanted.keys()
