"""The whole plan of a form: columns, cells, size of type and rows."""

from msgspec import Struct

from jiheng.writers.layout import LaidOut
from jiheng.writers.layout.fitting import fitted as measures_in_word
from jiheng.writers.pdf.box import Box, boxes
from jiheng.writers.pdf.fitting import OVER_PAGES, SIZES, Fitted, fitted
from jiheng.writers.pdf.paper import Around
from jiheng.writers.pdf.printed import Rows

_ENOUGH = 8.0
"""The columns keep their printed widths where the form fits in this size."""


class Plan(Struct, frozen=True, kw_only=True):
    """Where everything stands.

    Attributes:
        widths: of the columns, in points.
        heads: the rows that are repeated where the form takes several pages.
    """

    widths: tuple[float, ...]
    heads: tuple[Rows, ...]
    cells: tuple[Box, ...]
    fit: Fitted


def plan(laid: LaidOut, around: Around) -> Plan:
    """Return the plan with the printed widths; with the Word form's if only so it can be read."""
    first = _plan(laid, around, laid.widths)
    if not laid.one_page or (first.fit.is_whole and first.fit.size >= _ENOUGH):
        return first
    moved = _plan(laid, around, measures_in_word(laid).widths)
    return max(first, moved, key=lambda plan: _worth(plan.fit))


def _worth(fit: Fitted) -> tuple[bool, float]:
    return fit.is_whole, fit.size


def _plan(laid: LaidOut, around: Around, columns: tuple[int, ...]) -> Plan:
    heads = _runs(sorted(laid.headings))
    scale = around.text_width / sum(columns)
    widths = tuple(column * scale for column in columns)
    cells = boxes(laid, widths, heads)
    least = SIZES[-1] if laid.one_page else OVER_PAGES
    fit = fitted(cells, laid.rows, around, least=least)
    return Plan(widths=widths, heads=() if fit.is_whole else heads, cells=cells, fit=fit)


def _runs(rows: list[int]) -> tuple[Rows, ...]:
    """Return neighbouring rows as one."""
    starts = [row for row in rows if row - 1 not in rows]
    ends = [row + 1 for row in rows if row + 1 not in rows]
    return tuple(zip(starts, ends, strict=True))
