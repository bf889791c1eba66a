"""The table while it is being filled."""

from jiheng.model.document import Grid, GridCell
from jiheng.writers.layout.laid_out import Place


class Sheet:
    """Collects the cells of a table of ``columns`` columns and the fields that they hold.

    Attributes:
        row: the next free row.
    """

    def __init__(self, columns: int) -> None:
        self.columns = columns
        self.row = 0
        self._cells: list[GridCell] = []
        self.paths: dict[Place, str] = {}
        self.places: dict[str, Place] = {}
        self.left: set[Place] = set()
        self.headings: set[int] = set()
        self.body: tuple[int, int] | None = None

    def put(
        self,
        column: int,
        text: str | None,
        *,
        span: int = 1,
        rows: int = 1,
        path: str | None = None,
        left: bool = False,
    ) -> None:
        """Put a cell into the current row; ``path`` is the field that it holds."""
        self._cells.append(
            GridCell(row=self.row, column=column, row_span=rows, column_span=span, text=text or "")
        )
        if left:
            self.left.add((self.row, column))
        if path is not None:
            self.paths[self.row, column] = path
            self.point(path, self.row, column)

    def put_rest(
        self, column: int, text: str | None, *, path: str | None = None, left: bool = False
    ) -> None:
        """Put a cell that reaches to the right edge."""
        self.put(column, text, span=self.columns - column, path=path, left=left)

    def point(self, path: str, row: int, column: int) -> None:
        """Say that the field stands in the cell that begins there."""
        self.places[path] = (row, column)

    def next_row(self) -> None:
        """Go on to the row below."""
        self.row += 1

    def grid(self) -> Grid:
        """Return the table."""
        return Grid(cells=tuple(sorted(self._cells, key=lambda cell: (cell.row, cell.column))))
