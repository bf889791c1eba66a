"""A Word document whose cells and paragraphs are found again in its XML."""

from collections.abc import Iterator

from jiheng.formats.docx.names import Names, walk
from jiheng.formats.docx.story import Story
from jiheng.formats.errors import FormatError
from jiheng.formats.tables import Part, unfold_all
from jiheng.formats.xml import Element
from jiheng.model.document import Grid, GridCell, Paragraph
from jiheng.model.form import Cell
from jiheng.rulebook.phrases import phrase
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
        if place.table is None or not 0 <= place.table < len(self._grids):
            return None
        block, elements = self._grids[place.table]
        if not isinstance(block, Grid):
            return None
        row, column = place.row or 0, place.column or 0
        covering = (
            (cell, element)
            for cell, element in zip(block.cells, elements, strict=True)
            if cell.row <= row < cell.row + cell.row_span
            and cell.column <= column < cell.column + cell.column_span
            and element is not None
        )
        return next(covering, None)

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
    raise FormatError(phrase("inplace.embedded-page"))
