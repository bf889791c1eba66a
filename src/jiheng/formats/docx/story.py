"""The body of a Word document: its paragraphs and tables, each with the element it stands in."""

from collections.abc import Callable, Iterator

from jiheng.formats import limits
from jiheng.formats.docx.names import RELATION_IDS, Names, child, walk
from jiheng.formats.docx.numbering import Numbering
from jiheng.formats.docx.paragraphs import Inline, read_paragraph
from jiheng.formats.docx.rows import place_cells
from jiheng.formats.errors import FormatError
from jiheng.formats.limits import CellBudget
from jiheng.formats.package import Package
from jiheng.formats.relationships import relationships
from jiheng.formats.tables import Part, Table, TableCell, Words
from jiheng.formats.xml import Element, parse_xml
from jiheng.rulebook.phrases import phrase

Foreign = Callable[[bytes], Iterator[Part]]
"""Reads a web page that was put into a document whole."""


class Story:
    """One reading of one document: how far lists were counted, how many cells were met."""

    def __init__(self, package: Package, part: str, foreign: Foreign) -> None:
        """Take the document apart.

        Args:
            package: the file.
            part: name of the document's main part.
            foreign: reads the web pages inside.
        """
        self._package = package
        self._foreign = foreign
        self._targets = {each.id: each for each in relationships(package, part)}
        self.root = parse_xml(package.read(part), part)
        self.names = Names(self.root)
        self._budget = CellBudget()
        self._numbering: Numbering | None = None

    def parts(self) -> Iterator[Part]:
        """Yield paragraphs and tables in order; headers, footers and notes are not read."""
        body = child(self.root, self.names("body"))
        if body is None:
            raise FormatError(phrase("format.no-body"))
        yield from self._parts(body, 0)

    def _parts(self, parent: Element, depth: int) -> Iterator[Part]:
        """Yield paragraphs that are not empty, and tables."""
        if depth > limits.MAX_TABLE_DEPTH:
            raise FormatError(phrase("format.tables-nested", most=str(limits.MAX_TABLE_DEPTH)))
        begun = ""
        first: Element | None = None
        for kind, element in walk(parent, self.names):
            if kind != "p":
                yield from self._no_paragraph(kind, element, depth)
                continue
            inline = read_paragraph(element, self.names)
            begun += self._label(inline) + inline.text
            first = element if first is None else first
            if not inline.flows_on:
                yield from _inked(begun, first)
                begun, first = "", None
            for box in inline.boxes:
                yield from self._parts(box, depth + 1)
        yield from _inked(begun, first)

    def _no_paragraph(self, kind: str, element: Element, depth: int) -> Iterator[Part]:
        if kind == "tbl":
            yield self._table(element, depth)
        elif kind == "altChunk":
            yield from self._web_page(element)

    def _table(self, table: Element, depth: int) -> Table:
        placed = place_cells(table, self.names)
        self._budget.spend(len(placed))
        return Table(
            tuple(
                TableCell(
                    each.row,
                    each.column,
                    each.row_span,
                    each.column_span,
                    tuple(self._parts(each.element, depth + 1)),
                    each.element,
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

    def _web_page(self, chunk: Element) -> Iterator[Part]:
        """Yield what stands in a web page that was put into the document whole."""
        name = next((str(chunk.get(each)) for each in RELATION_IDS if chunk.get(each)), "")
        pointer = self._targets.get(name)
        if pointer is None or not self._package.has(pointer.target):
            return
        yield from self._foreign(self._package.read(pointer.target))


def _inked(text: str, element: Element | None) -> Iterator[Part]:
    """Yield the text unless it is blank."""
    bare = text.strip()
    if bare:
        yield Words(bare, element)
