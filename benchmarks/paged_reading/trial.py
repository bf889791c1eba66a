"""One printed form read back and compared, cell by cell and field by field."""

from msgspec import Struct

from benchmarks.accuracy.fields import matched
from benchmarks.accuracy.tally import Misreading, Tally, compare
from benchmarks.paged_reading.printing import Subject
from jiheng.formats.errors import FormatError
from jiheng.formats.pdf.opening import count_pages, opened
from jiheng.model.document import SURE, Block, Document, Grid
from jiheng.model.form import Form
from jiheng.readers.pdf import read_pdf
from jiheng.readers.recognise import recognise

Cell = tuple[int, int, int, int, str]
"""Row, column, rows, columns, and the text without blanks: where lines end is the printer's."""


class Trial(Struct, frozen=True, kw_only=True):
    """What came of one PDF.

    Attributes:
        cells: how many the form has.
        lost: cells of the form that were not read so, in the grid that is the most like it.
        made: cells that were read of it and are not in the form.
        silent_cells: of those made, the ones that were taken for sure.
        fields: counts of fields.
        silent: the fields that are wrong without a word.
    """

    number: int
    layout: str
    pages: int
    cells: int
    lost: tuple[Cell, ...]
    made: tuple[Cell, ...]
    silent_cells: int
    fields: Tally
    silent: tuple[Misreading, ...]


def tried(subject: Subject, pdf: bytes) -> Trial:
    """Return what came of the PDF of one form."""
    try:
        blocks = tuple(read_pdf(pdf))
    except FormatError:
        blocks = ()
    truth = subject.piece.form
    if truth is None:
        raise ValueError("a scrap has no truth")
    cells = frozenset(cells_of(subject.piece.laid.grid))
    grids = [cells_of(block) for block in blocks if isinstance(block, Grid)]
    read = max(grids, key=lambda each: len(cells & each.keys())) if grids else {}
    made = read.keys() - cells
    form = matched((truth,), _forms(blocks))[0][1]
    fields, silent = compare(truth, form, refused=not blocks)
    return Trial(
        number=subject.number,
        layout=subject.layout,
        pages=_pages(pdf),
        cells=len(cells),
        lost=tuple(sorted(cells - read.keys())),
        made=tuple(sorted(made)),
        silent_cells=sum(read[cell] >= SURE for cell in made),
        fields=fields,
        silent=tuple(silent),
    )


def cells_of(grid: Grid) -> dict[Cell, float]:
    """Return the cells of a table with how sure each is."""
    return {
        (cell.row, cell.column, cell.row_span, cell.column_span, "".join(cell.text.split())):
        cell.confidence
        for cell in grid.cells
    }  # fmt: skip


def _forms(blocks: tuple[Block, ...]) -> tuple[Form, ...]:
    return recognise(Document(path="page", format="pdf", sha256="0" * 64, blocks=blocks))


def _pages(pdf: bytes) -> int:
    with opened(pdf) as document:
        return count_pages(document)
