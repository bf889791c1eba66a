"""The questions of one form beside what the reader saw of its file."""

from msgspec import Struct

from jiheng.model.document import Grid, GridCell
from jiheng.model.form import Form
from jiheng.pipeline.apart.reading import seen_tables
from jiheng.pipeline.pictures.cutter import spots_of
from jiheng.web.imports.asking import OVER, Question
from jiheng.web.imports.models import BatchFile, BatchForm
from jiheng.web.imports.standing import importer_of, standing_of

_AROUND = 1
_MOST_ROWS = 400


class ShownCell(Struct, frozen=True, kw_only=True):
    """A cell of a table; ``mark`` is the number of the question that it is about, or 0."""

    text: str
    row_span: int
    column_span: int
    mark: int = 0


class ShownTable(Struct, frozen=True, kw_only=True):
    """A table, or some rows of it.

    Attributes:
        is_cut: it has more rows than are shown.
    """

    sheet: str
    rows: tuple[tuple[ShownCell, ...], ...]
    is_cut: bool = False


class Asked(Struct, frozen=True, kw_only=True):
    """A question with its number and the rows that it is about.

    Attributes:
        is_on_page: its cell has a place on a page of the file, and can be shown as it stands there.
    """

    number: int
    question: Question
    excerpt: ShownTable | None
    is_on_page: bool = False


class Panel(Struct, frozen=True, kw_only=True):
    """All that is asked of a form."""

    file: BatchFile
    row: BatchForm
    form: Form
    asked: tuple[Asked, ...]
    tables: tuple[ShownTable, ...]

    @property
    def name(self) -> str:
        """The file's name without its folders."""
        return self.file.path.rpartition("/")[2]

    @property
    def asks_over(self) -> bool:
        """Whether one of the questions is already whether to import it."""
        return any(each.question.key == OVER for each in self.asked)


def panel_of(row: BatchForm, language: str) -> Panel:
    """Return the questions of a form with the tables of its file."""
    batch = row.file.batch
    standing = standing_of(row, importer_of(batch), language)
    form, grids = standing.form, seen_tables(row.file.tables)
    marks = {each.path: at for at, each in enumerate(standing.questions, 1) if each.path}
    spots = spots_of(form)
    asked = tuple(
        Asked(
            number=at,
            question=each,
            excerpt=_excerpt(form, grids, each.path, at),
            is_on_page=each.path in spots,
        )
        for at, each in enumerate(standing.questions, 1)
    )
    used = sorted({cell.table for cell in form.cells.values() if cell.table is not None})
    tables = tuple(_shown(grids[at], _places(form, at, marks)) for at in used if at < len(grids))
    return Panel(file=row.file, row=row, form=form, asked=asked, tables=tables)


def _places(form: Form, table: int, marks: dict[str, int]) -> dict[tuple[int, int], int]:
    """Return which cells of a table are asked about."""
    places: dict[tuple[int, int], int] = {}
    for path, number in marks.items():
        cell = form.cells.get(path)
        if cell and cell.table == table and cell.row is not None and cell.column is not None:
            places.setdefault((cell.row, cell.column), number)
    return places


def _excerpt(form: Form, grids: tuple[Grid, ...], path: str, number: int) -> ShownTable | None:
    """Return the rows around a cell in doubt."""
    cell = form.cells.get(path)
    if cell is None or cell.table is None or cell.row is None or cell.table >= len(grids):
        return None
    around = range(cell.row - _AROUND, cell.row + _AROUND + 1)
    places = {} if cell.column is None else {(cell.row, cell.column): number}
    return _shown(grids[cell.table], places, around)


def _shown(
    grid: Grid, places: dict[tuple[int, int], int], wanted: range | None = None
) -> ShownTable:
    """Return a table, or only some rows of it: then without the columns that are empty there."""
    last = max((cell.row for cell in grid.cells), default=-1)
    chosen = range(min(last + 1, _MOST_ROWS)) if wanted is None else wanted
    cells = [cell for cell in grid.cells if cell.row in chosen]
    idle = frozenset[int]() if wanted is None else _idle(cells, places)
    rows: dict[int, list[ShownCell]] = {at: [] for at in chosen if 0 <= at <= last}
    for cell in cells:
        covered = range(cell.column, cell.column + cell.column_span)
        width = cell.column_span - len(idle.intersection(covered))
        if width:
            shown = ShownCell(
                text=cell.text.replace("\v", "\n"),
                # A cell that reaches out of the excerpt is cut where that ends.
                row_span=min(cell.row_span, chosen.stop - cell.row),
                column_span=width,
                mark=places.get((cell.row, cell.column), 0),
            )
            rows[cell.row].append(shown)
    is_cut = wanted is None and last >= _MOST_ROWS
    return ShownTable(
        sheet=grid.sheet or "", rows=tuple(tuple(row) for row in rows.values()), is_cut=is_cut
    )


def _idle(cells: list[GridCell], places: dict[tuple[int, int], int]) -> frozenset[int]:
    """Return the columns in which none of these cells begins that says or is asked anything."""
    busy = {cell.column for cell in cells if cell.text.strip() or (cell.row, cell.column) in places}
    ends = {cell.column + cell.column_span for cell in cells}
    return frozenset(range(max(ends, default=0))) - busy
