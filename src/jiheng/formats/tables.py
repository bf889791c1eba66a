"""Tables that may hold tables, unfolded into paragraphs and grids.

A nested table that only arranges text (one row or one column is filled) is text of its cell. A
nested real grid (2 × 2 or more filled) is text of its cell too, and also a Grid of its own after
the outer one. When the outer table only arranges text round real grids, as frames of pages do,
it dissolves: what it holds stands one after another.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jiheng.formats.xml import Element
from jiheng.model.document import Block, Grid, GridCell, Paragraph


class Words(NamedTuple):
    """A paragraph that is not empty.

    Attributes:
        element: what holds it in an Office document; None where no one will write into it.
    """

    text: str
    element: Element | None = None


class TableCell(NamedTuple):
    """A cell with its contents: paragraphs and nested tables in order, no empty paragraphs.

    Attributes:
        element: what holds it in an Office document; None where no one will write into it.
    """

    row: int
    column: int
    row_span: int
    column_span: int
    parts: "tuple[Part, ...]"
    element: Element | None = None


class Table(NamedTuple):
    """A table as a document holds it; cells in reading order."""

    cells: tuple[TableCell, ...]


Part = Words | Table
"""A paragraph or a table."""


class Unfolded(NamedTuple):
    """A block with the elements it was read from.

    Attributes:
        elements: one for each cell of a grid, in the grid's order; a paragraph has one.
    """

    block: Block
    elements: tuple[Element | None, ...]


def blocks_of(parts: Iterable[Part]) -> tuple[Block, ...]:
    """Return the blocks of paragraphs and tables in order."""
    return tuple(each.block for each in unfold_all(parts))


def unfold_all(parts: Iterable[Part]) -> Iterator[Unfolded]:
    """Yield the blocks of paragraphs and tables in order, with their elements."""
    for part in parts:
        if isinstance(part, Words):
            yield Unfolded(Paragraph(text=part.text), (part.element,))
        else:
            yield from unfold(part)


def unfold(table: Table) -> Iterator[Unfolded]:
    """Yield the table's grid and those nested in it; nothing for a table without text."""
    nested = tuple(_real_grids(table))
    if nested and _is_layout(table):
        yield from _dissolve(table)
        return
    grid = _grid(table)
    if any(cell.text for cell in grid.cells):
        yield Unfolded(grid, tuple(cell.element for cell in table.cells))
    for inner in nested:
        yield from unfold(inner)


def _grid(table: Table) -> Grid:
    return Grid(
        cells=tuple(
            GridCell(
                row=row,
                column=column,
                row_span=row_span,
                column_span=column_span,
                text=_text(parts),
            )
            for row, column, row_span, column_span, parts, _ in table.cells
        )
    )


def _dissolve(table: Table) -> Iterator[Unfolded]:
    for cell in table.cells:
        yield from unfold_all(cell.parts)


def _text(parts: tuple[Part, ...]) -> str:
    pieces = [part.text if isinstance(part, Words) else _table_text(part) for part in parts]
    return "\n".join(piece for piece in pieces if piece).strip()


def _table_text(table: Table) -> str:
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        if text := _text(cell.parts):
            rows.setdefault(cell.row, []).append(text)
    return "\n".join(" ".join(texts) for texts in rows.values())


def _is_layout(table: Table) -> bool:
    filled = [cell for cell in table.cells if _text(cell.parts)]
    rows, columns = {cell.row for cell in filled}, {cell.column for cell in filled}
    return len(rows) <= 1 or len(columns) <= 1


def _real_grids(table: Table) -> Iterator[Table]:
    """Yield the outermost nested tables that are real grids or hold one."""
    for cell in table.cells:
        for part in cell.parts:
            if isinstance(part, Words):
                continue
            if not _is_layout(part):
                yield part
            else:
                yield from _real_grids(part)
