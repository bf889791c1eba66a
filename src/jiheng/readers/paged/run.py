"""The parts of a table that goes on overleaf, put together."""

from msgspec.structs import replace

from jiheng.model.document import Grid, GridCell
from jiheng.readers.paged.belonging import (
    in_doubt,
    is_of_columns,
    is_of_one_row,
    is_sliced,
    is_surely_one_cell,
    is_surely_one_row,
    with_doubts,
)
from jiheng.readers.paged.columns import edges_of, is_among, nearest, with_edges
from jiheng.readers.paged.overleaf import (
    is_one_cell,
    is_one_row,
    joined_cells,
    moved,
    pairs_over,
    without_cut,
)
from jiheng.readers.paged.repeated import band, begins_form, headings, texts_of, without_top
from jiheng.readers.paged.sheet import Sheet, SheetCell

_SAME_WIDTH = 6.0
"""Parts of one table are equally wide, but for so many points."""

_UNSURE = 0.5
"""Of a cell whose parts may be two."""


class TableRun:
    """A table that grows page by page."""

    def __init__(self, sheet: Sheet) -> None:
        self._first = sheet
        self._last_page = sheet.page
        self._last_height = sheet.box[3] - sheet.box[1]
        self._done: list[SheetCell] = []
        self._open: list[SheetCell] = []
        self._rows = 0
        self._edges: list[float] = []
        self._headings: set[tuple[str, ...]] = set()
        self._add(list(sheet.cells), sheet.rows)

    @property
    def last_page(self) -> int:
        """The page of its last part."""
        return self._last_page

    def took(self, sheet: Sheet) -> bool:
        """Add the part on the next page; False where that is another table."""
        cells = moved(sheet.cells, self._first.box[0] - sheet.box[0])
        if begins_form(cells) or not self._is_alike(sheet, cells):
            return False
        rows = sheet.rows
        if not (self._repeated(cells, rows) or is_of_columns(cells, self._edges)):
            cells = in_doubt(cells)
        while rows and (repeated := self._repeated(cells, rows)):
            cells, rows = without_top(cells, repeated), rows - repeated
        if rows:
            self._append(without_cut(self._open, cells))
        self._last_page = sheet.page
        self._last_height = sheet.box[3] - sheet.box[1]
        return True

    def may_go_on_in(self, sheet: Sheet) -> bool:
        """Whether a table may be the next part of this one, though lines stand between."""
        cells = moved(sheet.cells, self._first.box[0] - sheet.box[0])
        return (
            sheet.page > self._last_page and not begins_form(cells) and self._is_alike(sheet, cells)
        )

    def grid(self) -> Grid:
        """Return the whole table."""
        own = (*self._done, *self._open)
        edges = {edge for cell in own for edge in (cell.left, cell.right)}
        column_of = {edge: nearest(self._edges, edge) for edge in edges}
        cells = sorted((self._cell(cell, column_of) for cell in own), key=_place)
        return Grid(cells=tuple(cells), page=self._first.page, guessed=self._first.is_guessed)

    def _cell(self, cell: SheetCell, column_of: dict[float, int]) -> GridCell:
        column = column_of[cell.left]
        sure = min((line.confidence for line in cell.lines), default=1.0)
        return GridCell(
            row=cell.row,
            column=column,
            row_span=cell.row_span,
            column_span=column_of[cell.right] - column,
            text=cell.text,
            confidence=min(sure, _UNSURE) if self._is_in_doubt(cell) else sure,
            box=cell.box,
            candidates=cell.lines[0].candidates if len(cell.lines) == 1 else (),
            page=None if cell.page == self._first.page else cell.page,
        )

    def _is_in_doubt(self, cell: SheetCell) -> bool:
        """Whether a cell may not be whole: a label over rows may be lost where a page ends."""
        is_over_pages = self._last_page != self._first.page
        return not cell.is_certain or (is_over_pages and cell.row_span > 1 and not cell.text)

    def _is_alike(self, sheet: Sheet, cells: list[SheetCell]) -> bool:
        """Whether a table has the same width, and most of its columns begin where ours do."""
        ours, box = self._first.box, sheet.box
        if abs((ours[2] - ours[0]) - (box[2] - box[0])) > _SAME_WIDTH:
            return False
        edges = edges_of(cells)
        shared = sum(is_among(self._edges, edge) for edge in edges)
        return 2 * shared > min(len(edges), len(self._edges))

    def _repeated(self, cells: list[SheetCell], rows: int) -> int:
        """Return how many rows at the top are headings that stood before."""
        height = band(cells, 0, rows)
        words = texts_of(cells, 0, height)
        # The label at the side is cut off below the heading where the heading is repeated.
        return height if {words, words[1:]} & self._headings else 0

    def _append(self, cells: list[SheetCell]) -> None:
        """Add rows, joined with those above where the page ended inside them."""
        self._open, cells = with_doubts(self._open, cells, self._last_page, self._last_height)
        pairs = pairs_over(self._open, cells)
        shared = is_one_row(pairs, cells)
        going_on = [pair for pair in pairs if shared or is_one_cell(*pair)]
        lower = {id(below) for _, below in going_on}
        upper = {id(above) for above, _ in going_on}
        start = self._rows - shared
        self._open = [cell for cell in self._open if id(cell) not in upper]
        added = [replace(cell, row=cell.row + start) for cell in cells if id(cell) not in lower]
        is_sure, sliced = is_surely_one_row(pairs), is_sliced(pairs)
        for pair in going_on:
            is_certain = (
                is_sure if is_of_one_row(pair) else is_surely_one_cell(*pair, sliced=sliced)
            )
            added.append(joined_cells(*pair, shared=shared, is_certain=is_certain))
        self._add(added, start + max(cell.row + cell.row_span for cell in cells))

    def _add(self, cells: list[SheetCell], end: int) -> None:
        """Take cells that are in their rows already; ``end`` is the row after the last."""
        first = min((cell.row for cell in cells), default=0)
        self._headings |= headings(cells, first, end)
        self._edges = with_edges(self._edges, cells)
        every = [*self._open, *cells]
        self._done += [cell for cell in every if cell.row + cell.row_span < end]
        self._open = [cell for cell in every if cell.row + cell.row_span >= end]
        self._rows = end


def _place(cell: GridCell) -> tuple[int, int]:
    return cell.row, cell.column
