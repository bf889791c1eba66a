"""Execution rates by money beside their plain mean: two marks and a line between them."""

from collections.abc import Iterable

from msgspec import Struct

from jiheng.web.dashboards.charts.rows import LEFT, RIGHT, Line, Sheet, sheet_of
from jiheng.web.dashboards.counting import Sums
from jiheng.web.dashboards.rows import Row
from jiheng.web.lists.figures import WHOLE
from jiheng.writers.charts.scale import Scale, scale_for

_UNIT, _TENTH = 500, 1_000
_BESIDE = 9


class Marks(Struct, frozen=True, kw_only=True):
    """One organisation's two rates.

    Attributes:
        money, mean: where the marks stand.
        is_told: both numbers stand beside the marks.
        left, right: where the words beside the marks end and begin.
        left_rate, right_rate: what they say, in 1/10,000.
    """

    line: Line
    money: int
    mean: int
    is_told: bool
    left: int
    right: int
    left_rate: int
    right_rate: int


class ExecutionChart(Struct, frozen=True, kw_only=True):
    """The whole chart."""

    sheet: Sheet
    scale: Scale
    marks: tuple[Marks, ...]


def execution_chart(rows: tuple[Row, ...], above: str) -> ExecutionChart:
    """Return the chart of the organisations of which rates are known."""
    known = tuple(row for row in rows if row.sums.by_money is not None)
    sheet = sheet_of(known, above)
    scale = rate_scale((row.sums for row in known), LEFT, RIGHT)
    return ExecutionChart(
        sheet=sheet, scale=scale, marks=tuple(_marks(line, scale) for line in sheet.lines)
    )


def rate_scale(sums: Iterable[Sums], left: int, right: int) -> Scale:
    """Return the scale on which rates by money and by mean are drawn."""
    rates = [rate for each in sums for rate in (each.by_money, each.by_mean) if rate is not None]
    # What is far above the whole is a slip of somebody's unit, and would press all others together.
    most = WHOLE if all(rate <= WHOLE for rate in rates) else WHOLE + _TENTH
    return scale_for(rates, _UNIT, left, right, most)


def _marks(line: Line, scale: Scale) -> Marks:
    by_money, by_mean = line.row.sums.by_money or 0, line.row.sums.by_mean or 0
    low, high = sorted((by_money, by_mean))
    return Marks(
        line=line,
        money=scale.at(by_money),
        mean=scale.at(by_mean),
        is_told=line.row.sums.is_low or not scale.holds(high),
        left=scale.at(low) - _BESIDE,
        right=scale.at(high) + _BESIDE,
        left_rate=low,
        right_rate=high,
    )
