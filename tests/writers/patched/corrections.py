"""Corrections of documents, and what the documents say afterwards."""

from pathlib import Path

from jiheng.model.edit import FieldEdit
from jiheng.model.form import Cell
from jiheng.readers.opening import open_document
from jiheng.writers.patched import Patched, patch


def cell_saying(data: bytes, text: str) -> Cell:
    """Return the place of the first cell that says this; a paragraph outside of tables has none."""
    document = open_document(Path("来件"), data)
    places = (
        Cell(table=table, sheet=grid.sheet, row=cell.row, column=cell.column, text=text)
        for table, grid in enumerate(document.grids)
        for cell in grid.cells
        if cell.text == text
    )
    return next(places, Cell(text=text))


def edit(cell: Cell, old: str, new: str) -> FieldEdit:
    """Return a correction of one cell."""
    return FieldEdit(path="total.score", cell=cell, old=old, new=new)


def corrected(data: bytes, text: str, new: str, old: str | None = None) -> Patched:
    """Return the document with other words in the cell that says this."""
    cell = cell_saying(data, text)
    return patch(data, (edit(cell, text if old is None else old, new),))


def said(data: bytes) -> list[str]:
    """Return all that a document says, cell by cell and paragraph by paragraph."""
    blocks = open_document(Path("来件"), data).blocks
    return [
        text
        for block in blocks
        for text in ([block.text] if hasattr(block, "text") else [c.text for c in block.cells])
    ]


def reasons(made: Patched) -> list[str]:
    """Return why corrections were refused."""
    return [each.reason for each in made.refused]
