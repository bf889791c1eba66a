"""The text of a web page as it flows: paragraphs and tables in order."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from jiheng.formats import limits
from jiheng.formats.errors import FormatError
from jiheng.formats.limits import CellBudget
from jiheng.formats.tables import Part, Table, TableCell, Words
from jiheng.model.document import LINE_BREAK
from jiheng.readers.html.controls import CONTROLS, shown_value
from jiheng.readers.html.spacing import lay_out
from jiheng.readers.html.spans import place_cells
from jiheng.readers.html.visibility import is_shown
from jiheng.rulebook.phrases import phrase

_TEXT = "-text"
_MAX_NESTING = 200
_INLINE = frozenset({"span", "b", "font", "strong"})
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
        "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "nav", "ol", "p",
        "pre", "section", "summary", "td", "th", "tr", "ul",
    }
)  # fmt: skip


class Flow:
    """Gathers one stretch of a page: the body, or one cell."""

    def __init__(self, budget: CellBudget, depth: int = 0, tables: int = 0) -> None:
        self._budget = budget
        self._depth = depth
        self._tables = tables
        self._line: list[str] = []
        self._parts: list[Part] = []

    def parts(self) -> tuple[Part, ...]:
        """Return what was gathered."""
        self._end_paragraph()
        return tuple(self._parts)

    def read(self, parent: LexborNode, *, line_end: str = "\n") -> None:
        """Gather what stands in an element; ``line_end`` is what a line end of the source means."""
        self._depth += 1
        if self._depth > _MAX_NESTING:
            raise FormatError(phrase("format.page-nested", most=str(_MAX_NESTING)))
        node = parent.child
        while node is not None:
            tag = node.tag or ""
            if tag == _TEXT:
                text = node.text_content or ""
                self._line.append(text.replace("\n", line_end))
            elif is_shown(node, tag):
                self._read_element(node, tag, line_end=line_end)
            node = node.next
        self._depth -= 1

    def _read_element(self, node: LexborNode, tag: str, *, line_end: str) -> None:
        if tag == "br":
            self._line.append(LINE_BREAK)
        elif tag in _INLINE:
            self.read(node, line_end=line_end)
        elif tag == "table":
            self._end_paragraph()
            self._parts.append(self._table(node))
        elif tag in CONTROLS:
            self._line.append(shown_value(node, tag))
        elif tag in _BLOCKS:
            self._end_paragraph()
            self.read(node, line_end=LINE_BREAK if tag == "pre" else line_end)
            self._end_paragraph()
        else:
            self.read(node, line_end=line_end)

    def _end_paragraph(self) -> None:
        if self._line:
            self._parts += map(Words, lay_out("".join(self._line)))
            self._line = []

    def _table(self, table: LexborNode) -> Table:
        if self._tables >= limits.MAX_TABLE_DEPTH:
            raise FormatError(phrase("format.page-tables-nested", most=str(limits.MAX_TABLE_DEPTH)))
        for caption in children(table):
            if caption.tag == "caption" and is_shown(caption, "caption"):
                self.read(caption)
                self._end_paragraph()
        return Table(
            tuple(
                TableCell(
                    cell.row, cell.column, cell.row_span, cell.column_span, self._cell(cell.node)
                )
                for cell in place_cells(table, self._budget)
            )
        )

    def _cell(self, node: LexborNode) -> tuple[Part, ...]:
        only = node.child
        if only is None:
            return ()
        # Most cells hold one text and nothing else.
        if only.tag == _TEXT and only.next is None:
            return tuple(map(Words, lay_out(only.text_content or "")))
        inner = Flow(self._budget, self._depth, self._tables + 1)
        inner.read(node)
        return inner.parts()


def children(parent: LexborNode) -> Iterator[LexborNode]:
    """Yield the children of a node in order."""
    node = parent.child
    while node is not None:
        yield node
        node = node.next
