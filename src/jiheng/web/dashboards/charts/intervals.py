"""Mean scores of the units against what the rules allow: a bar and a stroke."""

from collections.abc import Iterable

from msgspec import Struct

from jiheng.web.dashboards.charts.rows import LEFT, RIGHT, Line, Sheet, sheet_of
from jiheng.web.dashboards.counting import Sums
from jiheng.web.dashboards.rows import Row
from jiheng.writers.charts.scale import Scale, scale_for

FULL, NINETY, POINT = 100_00, 90_00, 1_00
_THIN = 3


class Interval(Struct, frozen=True, kw_only=True):
    """One organisation's mean interval from ``x`` on, and where its own mean score stands."""

    line: Line
    x: int
    width: int
    printed: int


class IntervalChart(Struct, frozen=True, kw_only=True):
    """The whole chart; from ``ninety`` to the right end is 90 points and more."""

    sheet: Sheet
    scale: Scale
    intervals: tuple[Interval, ...]
    ninety: int

    @property
    def over_ninety(self) -> int:
        """How wide the part from 90 points on is."""
        return self.scale.right - self.ninety


def interval_chart(rows: tuple[Row, ...], above: str) -> IntervalChart:
    """Return the chart of the organisations whose scores can be held against the rules."""
    known = tuple(row for row in rows if row.sums.scored)
    sheet = sheet_of(known, above)
    scale = score_scale((row.sums for row in known), LEFT, RIGHT)
    return IntervalChart(
        sheet=sheet,
        scale=scale,
        intervals=tuple(_interval(line, scale) for line in sheet.lines),
        ninety=scale.at(NINETY),
    )


def score_scale(sums: Iterable[Sums], left: int, right: int) -> Scale:
    """Return the scale on which mean scores are drawn."""
    means = [
        mean
        for each in sums
        for mean in (each.low_mean, each.high_mean, each.printed_mean)
        if mean is not None
    ]
    return scale_for(means, POINT, left, right, FULL)


def _interval(line: Line, scale: Scale) -> Interval:
    sums = line.row.sums
    x = scale.at(sums.low_mean or 0)
    return Interval(
        line=line,
        x=x,
        width=max(scale.at(sums.high_mean or 0) - x, _THIN),
        printed=scale.at(sums.printed_mean or 0),
    )
