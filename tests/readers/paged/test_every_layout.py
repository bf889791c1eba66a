"""What we print as PDF is read back: every cell of every layout, and every field."""

from pathlib import Path

import pytest

from jiheng.model.document import Grid
from jiheng.model.form import Form
from jiheng.readers.opening import open_document
from jiheng.rulebook.layouts import Layout
from jiheng.writers.layout import lay_out
from jiheng.writers.pdf import write_pdf
from tests.writers.test_every_layout import EVERY_LAYOUT, FULL_OR_EMPTY

pytestmark = pytest.mark.no_cover


def seen(grid: Grid) -> set[tuple[int, int, int, int, str]]:
    """Return the cells at their places; where the lines of a text end is the printer's affair."""
    return {
        (cell.row, cell.column, cell.row_span, cell.column_span, "".join(cell.text.split()))
        for cell in grid.cells
    }


@EVERY_LAYOUT
@FULL_OR_EMPTY
def test_every_cell_comes_back_from_the_page(form: Form, layout: Layout):
    laid = lay_out(form, layout)

    (grid,) = open_document(Path("自评表"), write_pdf((laid,))).grids
    assert seen(grid) == seen(laid.grid)
