"""The body of a Word document as blocks, its tables as grids."""

from collections.abc import Iterator

from jiheng.formats import limits
from jiheng.formats.errors import FormatError
from jiheng.formats.kinds import kind_of
from jiheng.formats.limits import CellBudget
from jiheng.formats.package import Package
from jiheng.formats.relationships import relationships
from jiheng.formats.tables import Part, Table, TableCell, unfold_all
from jiheng.formats.xml import Element, parse_xml
from jiheng.model.document import Block
from jiheng.readers.docx.names import RELATION_IDS, Names, child, walk
from jiheng.readers.docx.numbering import Numbering
from jiheng.readers.docx.paragraphs import Inline, read_paragraph
from jiheng.readers.docx.rows import place_cells
from jiheng.readers.html.mail import page_in_mail
from jiheng.readers.html.page import page_parts
from jiheng.rulebook.phrases import phrase


def read_docx(package: Package, part: str) -> tuple[Block, ...]:
    """Return paragraphs and tables in order; headers, footers and notes are not read.

    Args:
        package: the file.
        part: name of the document's main part.
    """
    return _Story(package, part).blocks()


def _inked(text: str) -> Iterator[str]:
    """Yield the text unless it is blank."""
    bare = text.strip()
    if bare:
        yield bare


class _Story:
    """One reading of one document: how far lists were counted, how many cells were met."""

    def __init__(self, package: Package, part: str) -> None:
        self._package = package
        self._targets = {each.id: each for each in relationships(package, part)}
        self._root = parse_xml(package.read(part), part)
        self._names = Names(self._root)
        self._budget = CellBudget()
        self._numbering: Numbering | None = None

    def blocks(self) -> tuple[Block, ...]:
        """Return the blocks of the body."""
        body = child(self._root, self._names("body"))
        if body is None:
            raise FormatError(phrase("format.no-body"))
        return tuple(unfold_all(self._parts(body, 0)))

    def _parts(self, parent: Element, depth: int) -> Iterator[Part]:
        """Yield paragraphs that are not empty, and tables."""
        if depth > limits.MAX_TABLE_DEPTH:
            raise FormatError(phrase("format.tables-nested", most=str(limits.MAX_TABLE_DEPTH)))
        begun = ""
        for kind, element in walk(parent, self._names):
            if kind != "p":
                yield from self._no_paragraph(kind, element, depth)
                continue
            inline = read_paragraph(element, self._names)
            begun += self._label(inline) + inline.text
            if not inline.flows_on:
                yield from _inked(begun)
                begun = ""
            for box in inline.boxes:
                yield from self._parts(box, depth + 1)
        yield from _inked(begun)

    def _no_paragraph(self, kind: str, element: Element, depth: int) -> Iterator[Part]:
        if kind == "tbl":
            yield self._table(element, depth)
        elif kind == "altChunk":
            yield from self._foreign(element)

    def _table(self, table: Element, depth: int) -> Table:
        placed = place_cells(table, self._names)
        self._budget.spend(len(placed))
        return Table(
            tuple(
                TableCell(
                    each.row,
                    each.column,
                    each.row_span,
                    each.column_span,
                    tuple(self._parts(each.element, depth + 1)),
                )
                for each in placed
            )
        )

    def _label(self, inline: Inline) -> str:
        if inline.list_id is None:
            return ""
        if self._numbering is None:
            self._numbering = self._load_numbering()
        return self._numbering.next_label(inline.list_id, inline.list_depth)

    def _load_numbering(self) -> Numbering:
        for each in self._targets.values():
            if each.kind == "numbering" and self._package.has(each.target):
                return Numbering(parse_xml(self._package.read(each.target), each.target))
        return Numbering(None)

    def _foreign(self, chunk: Element) -> Iterator[Part]:
        """Yield what stands in a web page that was put into the document whole."""
        name = next((str(chunk.get(each)) for each in RELATION_IDS if chunk.get(each)), "")
        pointer = self._targets.get(name)
        if pointer is None or not self._package.has(pointer.target):
            return
        data = self._package.read(pointer.target)
        kind = kind_of(data)
        if kind == "html":
            yield from page_parts(data)
        elif kind == "mhtml":
            yield from page_in_mail(data)
