"""Findings for each hundred forms, by kind, this year and those before: bars under one another."""

from collections.abc import Iterator

from msgspec import Struct

from jiheng.web.dashboards.overview import YearSums
from jiheng.web.lists.tally import KINDS
from jiheng.writers.charts.scale import Scale

WIDTH, LEFT, RIGHT = 600, 112, 548
THICK, BETWEEN = 11, 9
_AROUND = 6


class Bar(Struct, frozen=True, kw_only=True):
    """One kind in one year; ``age`` counts the years back from the chosen one."""

    year: int
    age: int
    value: int
    y: int
    text_y: int
    width: int
    end: int


class KindOverYears(Struct, frozen=True, kw_only=True):
    """One kind with a bar for each year."""

    kind: str
    text_y: int
    bars: tuple[Bar, ...]


class YearChart(Struct, frozen=True, kw_only=True):
    """The whole chart."""

    kinds: tuple[KindOverYears, ...]
    height: int
    width: int = WIDTH
    names: int = LEFT - 8
    left: int = LEFT
    thick: int = THICK


def year_chart(years: tuple[YearSums, ...]) -> YearChart:
    """Return the chart of years that have forms."""
    known = tuple(each for each in years if each.sums.forms)
    values = [value or 0 for each in known for value in each.a_hundred]
    most = max(values, default=0) or 1
    scale = Scale(low=0, high=most, left=LEFT, right=RIGHT, step=most)
    pitch = THICK * len(known) + BETWEEN
    return YearChart(
        kinds=tuple(
            KindOverYears(
                kind=kind,
                text_y=pitch * at + pitch // 2,
                bars=tuple(_bars(at, known, pitch, scale)),
            )
            for at, kind in enumerate(KINDS)
        ),
        height=pitch * len(KINDS),
    )


def _bars(kind: int, years: tuple[YearSums, ...], pitch: int, scale: Scale) -> Iterator[Bar]:
    for at, each in enumerate(years):
        value = each.a_hundred[kind] or 0
        y = pitch * kind + BETWEEN // 2 + THICK * at
        yield Bar(
            year=each.year,
            age=years[0].year - each.year,
            value=value,
            y=y,
            text_y=y + THICK // 2,
            width=scale.at(value) - LEFT,
            end=scale.at(value) + _AROUND,
        )
