"""A form in the shape of its official table."""

from msgspec import Struct

from jiheng.model.document import Grid, GridCell, Paragraph
from jiheng.writers.layout.formula import Formula, Place

_PRINTED = (".level1", ".level2", ".label", "funds.unit", "funds.heading_weight")

_NARROW = 12
"""A column is narrow that is less than one of so many parts of the table."""
_TALL, _SIGNS_A_ROW = 3, 2


class LaidOut(Struct, frozen=True, kw_only=True):
    """What stands above, in and below the table of one form.

    Attributes:
        before: title, year and the lines between title and table.
        grid: the table; merged cells stand once, empty ones are there too.
        paths: place of a cell that holds a value → path of the field, ``indicators[0].score``;
            empty fields are there too. A merged heading has the path of its first row.
        places: path → place, also for the lower rows of a merged heading.
        left: places of cells that hold sentences or names, which begin at the left.
        after: notes and contact.
        code: the check code for the foot of the page; None where none is printed.
        centred: how many of ``before`` are centred: the title and the year.
        widths: relative widths of the columns.
        is_wide: printed on A4 lying on its side.
        one_page: the printed original keeps to one page.
        headings: rows with the headings of the indicators' columns, repeated on every page.
        body: the first and the last row of the indicators.
        formulas: place → what its cell is worked out from.
        choices: place → what may be chosen there, in a form that is still to be filled in.
        limits: place → place of the number that it may not exceed, in such a form.
    """

    before: tuple[Paragraph, ...]
    grid: Grid
    paths: dict[Place, str]
    places: dict[str, Place]
    left: frozenset[Place]
    after: tuple[Paragraph, ...]
    code: str | None = None
    centred: int
    widths: tuple[int, ...]
    is_wide: bool = False
    one_page: bool = False
    headings: frozenset[int] = frozenset()
    body: tuple[int, int] | None = None
    formulas: dict[Place, Formula] = {}
    choices: dict[Place, tuple[str, ...]] = {}
    limits: dict[Place, Place] = {}

    @property
    def rows(self) -> int:
        """Number of rows of the table."""
        return max(cell.row + cell.row_span for cell in self.grid.cells)

    @property
    def columns(self) -> int:
        """Number of columns of the table."""
        return len(self.widths)

    def is_heading(self, cell: GridCell) -> bool:
        """Whether the form prints this cell's words itself."""
        path = self.paths.get((cell.row, cell.column))
        return path is None or path.endswith(_PRINTED)

    def is_upright(self, cell: GridCell) -> bool:
        """Whether the words stand one below the other: a label beside many rows, not too long."""
        is_narrow = self.widths[0] * _NARROW < sum(self.widths)
        is_label = cell.column == 0 and cell.column_span == 1 and self.is_heading(cell)
        is_tall = cell.row_span >= max(_TALL, len(cell.text) // _SIGNS_A_ROW)
        return is_label and is_narrow and is_tall

    def is_prose(self, cell: GridCell) -> bool:
        """Whether the cell holds sentences or names rather than a value."""
        return (cell.row, cell.column) in self.left
