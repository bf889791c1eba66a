"""A Word document whose cells and paragraphs are found again in its XML."""

from collections.abc import Iterator

from jiheng.formats.docx.names import Names, walk
from jiheng.formats.docx.story import Story
from jiheng.formats.tables import Part, unfold_all
from jiheng.formats.xml import Element
from jiheng.model.document import Grid, GridCell, Paragraph
from jiheng.model.form import Cell
from jiheng.writers.inplace.errors import Unwritable
from jiheng.writers.inplace.office_file import OfficeFile
from jiheng.writers.inplace.revision import Revision


class Document:
    """Looks up the places that readers gave to fields.

    Attributes:
        names: the names of its namespace.
        revision: its main part, to be changed.
    """

    def __init__(self, file: OfficeFile) -> None:
        """Take a file's main part apart, as readers do."""
        part = file.main.name
        story = Story(file.package, part, _refuse_web_page)
        self.names: Names = story.names
        self._unfolded = tuple(unfold_all(story.parts()))
        self.revision = Revision(file.package.read(part), part, story.root)
        self._grids = tuple(each for each in self._unfolded if isinstance(each.block, Grid))

    def cell_at(self, place: Cell) -> tuple[GridCell, Element] | None:
        """Return the cell at or over a place of a table, as it was read, and its element."""
        row, column = place.row or 0, place.column or 0
        covering = (
            (cell, element)
            for cell, element in self._cells(place.table)
            if cell.row <= row < cell.row + cell.row_span
            and cell.column <= column < cell.column + cell.column_span
        )
        return next(covering, None)

    def cell_before(self, place: Cell) -> tuple[GridCell, Element] | None:
        """Return the last cell of a place's row, for a place where the row has no cell."""
        in_row = [
            (cell, element)
            for cell, element in self._cells(place.table)
            if cell.row == place.row and cell.column < (place.column or 0)
        ]
        return in_row[-1] if in_row else None

    def _cells(self, table: int | None) -> Iterator[tuple[GridCell, Element]]:
        """Yield the cells of a table, as they were read, and their elements."""
        if table is None or not 0 <= table < len(self._grids):
            return
        block, elements = self._grids[table]
        if isinstance(block, Grid):
            for cell, element in zip(block.cells, elements, strict=True):
                if element is not None:
                    yield cell, element

    def paragraphs_with(self, text: str) -> tuple[tuple[int, Element], ...]:
        """Return the paragraphs outside of tables that say exactly this, by their block."""
        return tuple(
            (number, each.elements[0])
            for number, each in enumerate(self._unfolded)
            if isinstance(each.block, Paragraph)
            and each.block.text == text
            and each.elements[0] is not None
        )

    def block_of_table(self, table: int) -> int:
        """Return which block of the document a table is."""
        return self._unfolded.index(self._grids[table])

    def first_paragraph(self) -> Element | None:
        """Return the document's first paragraph, inside of a table or not."""
        return next(self.revision.root.iter(self.names("p")), None)

    def paragraphs_in(self, cell: Element) -> tuple[Element, ...]:
        """Return the paragraphs of a cell, without those of tables in it."""
        shown = tuple(element for kind, element in walk(cell, self.names) if kind == "p")
        return shown or tuple(cell.iter(self.names("p")))[:1]


def _refuse_web_page(data: bytes) -> Iterator[Part]:
    raise Unwritable("web-page")
