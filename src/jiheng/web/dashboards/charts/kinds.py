"""Findings by kind: a bar of three parts for each."""

from collections.abc import Iterator

from msgspec import Struct

from jiheng.web.dashboards.overview import Kind, Part
from jiheng.writers.charts.scale import Scale

WIDTH, LEFT, RIGHT = 420, 104, 374
PITCH, THICK = 27, 20
_DIGIT, _AROUND = 8, 6


class Segment(Struct, frozen=True, kw_only=True):
    """The findings of one severity; ``is_told`` where their number has room in it."""

    part: Part
    x: int
    width: int
    middle: int
    is_told: bool


class Bar(Struct, frozen=True, kw_only=True):
    """The findings of one kind; their sum stands at ``end``."""

    kind: Kind
    y: int
    text_y: int
    segments: tuple[Segment, ...]
    end: int


class KindChart(Struct, frozen=True, kw_only=True):
    """The whole chart."""

    bars: tuple[Bar, ...]
    width: int = WIDTH
    names: int = LEFT - 8
    thick: int = THICK

    @property
    def height(self) -> int:
        """The whole height."""
        return PITCH * len(self.bars)


def kind_chart(kinds: tuple[Kind, ...]) -> KindChart:
    """Return the chart of the families of checks, in their own order."""
    most = max((kind.findings for kind in kinds), default=0) or 1
    scale = Scale(low=0, high=most, left=LEFT, right=RIGHT, step=most)
    return KindChart(bars=tuple(_bar(kind, at, scale) for at, kind in enumerate(kinds)))


def _bar(kind: Kind, at: int, scale: Scale) -> Bar:
    top = PITCH * at + (PITCH - THICK) // 2
    return Bar(
        kind=kind,
        y=top,
        text_y=top + THICK // 2,
        segments=tuple(_segments(kind, scale)),
        end=scale.at(kind.findings) + _AROUND,
    )


def _segments(kind: Kind, scale: Scale) -> Iterator[Segment]:
    before = 0
    for part in kind.parts:
        x, end = scale.at(before), scale.at(before + part.findings)
        before += part.findings
        if part.findings:
            needed = _DIGIT * len(str(part.findings)) + _AROUND
            yield Segment(
                part=part,
                x=x,
                width=max(end - x, 1),
                middle=(x + end) // 2,
                is_told=end - x >= needed,
            )
