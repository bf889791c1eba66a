"""A document as one sequence of lines: paragraphs and table rows alike."""

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.check_code import code_in
from jiheng.model.document import Document, Grid, GridCell, Paragraph, Stamp
from jiheng.model.form import Cell
from jiheng.readers.recognise.texts import is_page_mark


class Table:
    """A grid with its rows looked up by number and its covered places by position."""

    def __init__(self, grid: Grid, index: int) -> None:
        self.grid = grid
        self.index = index

    @cached_property
    def rows(self) -> dict[int, list[GridCell]]:
        """Anchors by row, left to right."""
        rows: dict[int, list[GridCell]] = {}
        for cell in self.grid.cells:
            rows.setdefault(cell.row, []).append(cell)
        return rows

    @cached_property
    def _tall(self) -> list[GridCell]:
        return [cell for cell in self.grid.cells if cell.row_span > 1]

    def covering(self, row: int, column: int) -> GridCell | None:
        """Return the cell that covers a place from a row above, if one does."""
        for cell in self._tall:
            if (
                cell.row < row < cell.row + cell.row_span
                and cell.column <= column < cell.column + cell.column_span
            ):
                return cell
        return None

    def place(self, cell: GridCell) -> Cell:
        """Return where a cell stands."""
        return Cell(
            table=self.index,
            page=cell.page or self.grid.page,
            sheet=self.grid.sheet,
            line=cell.line,
            row=cell.row,
            column=cell.column,
            box=cell.box,
            text=cell.text,
            confidence=cell.confidence,
            settled=cell.settled,
        )

    def blank(self, row: int, column: int) -> Cell:
        """Return the place of an empty field: its cell in the row, or where it would be."""
        anchors = self.rows.get(row, [])
        ends = ((cell, cell.column + cell.column_span) for cell in anchors)
        here = next((cell for cell, end in ends if cell.column <= column < end), None)
        if here is not None and not here.text:
            return self.place(here)
        above = self.covering(row, column)
        if above is not None:
            return self.place(above)
        if here is not None:
            # What stands there was read as something else, and is no surer here.
            return self.place(replace(here, column=column, text="", settled=False))
        line = anchors[0].line if anchors else None
        return self.place(GridCell(row=row, column=column, line=line))


class Line(Struct, frozen=True, kw_only=True, gc=False):
    """A paragraph or a row.

    Attributes:
        text: the paragraph, or the row's texts joined by blanks.
        cells: the row's cells that hold text; empty for a paragraph.
        table: the row's table; None for a paragraph.
        row: the row in that table.
        place: of a paragraph.
    """

    text: str
    cells: tuple[GridCell, ...] = ()
    table: Table | None = None
    row: int = 0
    place: Cell | None = None

    def where(self, cell: GridCell | None = None) -> Cell:
        """Return the place of one of its cells, or its own."""
        if self.table is not None and (cell or self.cells):
            return self.table.place(cell or self.cells[0])
        return self.place or Cell(text=self.text)


def lines_of(document: Document) -> Iterator[Line]:
    """Yield paragraphs and rows in order, without empty rows, page numbers and check codes."""
    index = 0
    for block in document.blocks:
        if isinstance(block, Paragraph):
            if _is_of_the_page(block.text):
                continue
            place = Cell(
                page=block.page,
                sheet=block.sheet,
                line=block.line,
                text=block.text,
                confidence=block.confidence,
            )
            yield Line(text=block.text, place=place)
            continue
        if isinstance(block, Stamp):
            continue
        table = Table(block, index)
        index += 1
        for row, cells in table.rows.items():
            filled = tuple(cell for cell in cells if cell.text)
            if filled and not (len(filled) == 1 and _is_of_the_page(filled[0].text)):
                text = " ".join(cell.text for cell in filled)
                yield Line(text=text, cells=filled, table=table, row=row)


def _is_of_the_page(text: str) -> bool:
    """Whether a text belongs to the printed page and says nothing of the form."""
    return is_page_mark(text) or code_in(text) is not None


def no_surer(cell: Cell, most: float) -> Cell:
    """Return a place of which a text is no surer than that."""
    return cell if cell.confidence <= most else replace(cell, confidence=most)
