"""Ruling lines drawn with signs: ``-`` and ``|`` are strokes, ``+`` is where they meet."""

from textwrap import dedent

from jiheng.formats.pages.page import Ruling
from jiheng.formats.pages.spans import RuledTable

WIDE, HIGH = 10.0, 12.0
"""From one sign to the next, in points."""

Place = tuple[int, int, int, int]
"""Row, column, rows and columns that a cell covers."""


def drawn(drawing: str) -> tuple[Ruling, ...]:
    """Return a ruling for each stroke, from the sign before it to the sign after it."""
    return tuple(
        _stroke(sign, column * WIDE, row * HIGH)
        for row, line in enumerate(dedent(drawing).strip().splitlines())
        for column, sign in enumerate(line)
        if sign in "-|"
    )


def _stroke(sign: str, x: float, y: float) -> Ruling:
    if sign == "-":
        return Ruling(left=x - WIDE, top=y, right=x + WIDE, bottom=y)
    return Ruling(left=x, top=y - HIGH, right=x, bottom=y + HIGH)


def places(table: RuledTable) -> list[Place]:
    """Return where the cells of a table are."""
    return [(cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells]
