"""Totals by whole points: what was, as a line, and what would be, as bars."""

from itertools import pairwise

from jiheng.model.simulation import Bin
from jiheng.writers.charts.scale import Scale, scale_for
from jiheng.writers.report.markup import Html, el
from jiheng.writers.simulation.words import Words, count_words

_WIDTH, _HEIGHT = 440, 250
_LEFT, _RIGHT, _TOP, _BOTTOM = 60, 430, 12, 220
_TEN = 10
_BELOW = 16


def histogram(
    before: tuple[Bin, ...], after: tuple[Bin, ...], *, end: str, column: str, words: Words
) -> Html:
    """Return the chart of one end of the totals.

    Args:
        before: forms by whole points; the last bin is open.
        after: the same under the other rules.
        end: ``lowest`` or ``highest``.
        column: how the forms' file calls the totals, as ``low``.
        words: of the language.
    """
    first = [_count(each, end) for each in before]
    second = [_count(each, end) for each in after]
    begin = _begin(first, second)
    counts = list(zip(first, second, strict=True))[begin:]
    across = Scale(low=begin, high=len(first), left=_LEFT, right=_RIGHT, step=_TEN)
    upward = scale_for((0, max(map(max, counts), default=1)), 1, _BOTTOM, _TOP, 10**15)
    bars = (
        _bar(begin + at, *each, across, upward, column, words) for at, each in enumerate(counts)
    )
    title = words(f"chart.{end}")
    return el(
        "svg",
        el("title", title),
        *_axes(across, upward),
        *bars,
        el("path", class_="before", d=_outline(begin, first[begin:], across, upward)),
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        role="img",
        aria_label=title,
    )


def _count(each: Bin, end: str) -> int:
    return each.lowest if end == "lowest" else each.highest


def _begin(*columns: list[int]) -> int:
    """Return the ten below the lowest total of all."""
    used = [next((at for at, count in enumerate(each) if count), len(each) - 1) for each in columns]
    return min(min(used) // _TEN * _TEN, len(columns[0]) - 1 - _TEN)


def _bar(
    point: int, before: int, after: int, across: Scale, upward: Scale, column: str, words: Words
) -> Html:
    left, right, top = across.at(point), across.at(point + 1), upward.at(after)
    told = words(
        "chart.bin",
        points=str(point),
        before=count_words(before),
        after=count_words(after),
        column=column,
    )
    return el(
        "g",
        el("title", told),
        el(
            "rect",
            class_="after",
            x=str(left),
            y=str(top),
            width=str(max(right - left - 1, 1)),
            height=str(_BOTTOM - top),
        ),
    )


def _axes(across: Scale, upward: Scale) -> list[Html]:
    lines = [el("path", class_="tick", d=f"M{_LEFT} {tick.at}H{_RIGHT}") for tick in upward.ticks]
    counts = [
        el("text", count_words(tick.value), class_="end", x=str(_LEFT - 6), y=str(tick.at))
        for tick in upward.ticks
    ]
    points = [
        el("text", str(tick.value), class_="axis", x=str(tick.at), y=str(_BOTTOM + _BELOW))
        for tick in across.ticks
    ]
    return [*lines, *counts, *points]


def _outline(begin: int, counts: list[int], across: Scale, upward: Scale) -> str:
    """Return the steps over all bins as one path."""
    edges = [across.at(begin + at) for at in range(len(counts) + 1)]
    tops = [upward.at(count) for count in counts]
    steps = "".join(
        f"V{top}H{right}" for top, (_, right) in zip(tops, pairwise(edges), strict=True)
    )
    return f"M{edges[0]} {_BOTTOM}{steps}V{_BOTTOM}"
