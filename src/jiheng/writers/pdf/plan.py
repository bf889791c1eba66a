"""The whole plan of a form: columns, cells, size of type and rows."""

from msgspec import Struct

from jiheng.writers.layout import LaidOut
from jiheng.writers.layout.type_area import TypeArea
from jiheng.writers.pdf.box import Box, boxes, in_columns
from jiheng.writers.pdf.fitting import OVER_PAGES, SIZES, Fitted, fitted
from jiheng.writers.pdf.paper import Around
from jiheng.writers.pdf.printed import Rows

_ENOUGH = 8.0
"""The columns keep their printed widths where the form fits in this size."""


_TRIED = 16
"""The size for which room is moved between the columns, in half points."""

_POINT = 20
"""In parts of a point so small the columns are measured."""


class Plan(Struct, frozen=True, kw_only=True):
    """Where everything stands.

    Attributes:
        widths: of the columns, in points.
        heads: the rows that are repeated where the form takes several pages.
        tables: the rows of each table; the headings repeat until the end of theirs.
    """

    widths: tuple[float, ...]
    heads: tuple[Rows, ...]
    tables: tuple[Rows, ...]
    cells: tuple[Box, ...]
    fit: Fitted


def plan(laid: LaidOut, around: Around) -> Plan:
    """Return the plan with the printed widths; with others where the type would be small."""
    heads = _runs(sorted(laid.headings))
    cells = boxes(laid, heads)
    first = _plan(laid, around, heads, cells, laid.widths)
    if not laid.one_page or (first.fit.is_whole and first.fit.size >= _ENOUGH):
        return first
    area = TypeArea(laid, int(around.text_width * _POINT))
    moved = _plan(laid, around, heads, cells, area.shortest_widths(_TRIED))
    return max(first, moved, key=lambda plan: _worth(plan.fit))


def _worth(fit: Fitted) -> tuple[bool, float]:
    return fit.is_whole, fit.size


def _plan(
    laid: LaidOut,
    around: Around,
    heads: tuple[Rows, ...],
    cells: tuple[Box, ...],
    columns: tuple[int, ...],
) -> Plan:
    scale = around.text_width / sum(columns)
    widths = tuple(column * scale for column in columns)
    placed = in_columns(cells, widths)
    least = SIZES[-1] if laid.one_page else OVER_PAGES
    fit = fitted(placed, laid.rows, around, least=least)
    return Plan(
        widths=widths,
        heads=() if fit.is_whole else heads,
        tables=((0, laid.rows),) if fit.is_whole else _tables(laid),
        cells=placed,
        fit=fit,
    )


def _tables(laid: LaidOut) -> tuple[Rows, ...]:
    """Return the rows down to the last indicator, and those that follow."""
    end = laid.rows if laid.body is None else laid.body[1] + 1
    return tuple(rows for rows in ((0, end), (end, laid.rows)) if rows[0] < rows[1])


def _runs(rows: list[int]) -> tuple[Rows, ...]:
    """Return neighbouring rows as one."""
    starts = [row for row in rows if row - 1 not in rows]
    ends = [row + 1 for row in rows if row + 1 not in rows]
    return tuple(zip(starts, ends, strict=True))
