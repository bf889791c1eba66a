"""A plot of cost over size, both by powers of ten, as SVG."""

from collections.abc import Iterator
from itertools import cycle
from math import log10
from typing import NamedTuple
from xml.sax.saxutils import escape

_WIDTH, _HEIGHT = 760, 420
_LEFT, _RIGHT, _TOP, _BOTTOM = 78, 210, 16, 48
_COLOURS = ("#1d5fa8", "#0b8a6a", "#c0392b", "#7d3c98", "#8a8a8a", "#b9770e")


class Line(NamedTuple):
    """Measured points, as forms and seconds, in the order of their sizes."""

    name: str
    points: tuple[tuple[int, float], ...]


class _Scale(NamedTuple):
    """Where values stand: whole powers of ten from one place to another."""

    first: int
    last: int
    start: float
    end: float

    def at(self, value: float) -> float:
        return self.start + (self.end - self.start) * (log10(value) - self.first) / (
            self.last - self.first
        )


def plot(lines: tuple[Line, ...]) -> str:
    """Return the drawing; every line has a colour and its name at its end."""
    points = [point for line in lines for point in line.points]
    across = _scale([forms for forms, _ in points], _LEFT, _WIDTH - _RIGHT)
    up = _scale([seconds for _, seconds in points], _HEIGHT - _BOTTOM, _TOP)
    parts = [*_grid(across, up), *_lines(lines, across, up)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'width="{_WIDTH}" height="{_HEIGHT}" font-family="sans-serif" font-size="12">'
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>{"".join(parts)}</svg>\n'
    )


def _scale(values: list[float], start: float, end: float) -> _Scale:
    # The first power at or below all values, and the first above them all.
    return _Scale(int(log10(min(values)) // 1), -int(-log10(max(values)) // 1), start, end)


def _grid(across: _Scale, up: _Scale) -> Iterator[str]:
    for power in range(across.first, across.last + 1):
        x = across.at(10**power)
        yield f'<path d="M{x:.1f} {up.start}V{up.end}" stroke="#ddd"/>'
        yield _text(x, up.start + 18, f"{10**power:,}", "middle")
    for power in range(up.first, up.last + 1):
        y = up.at(10**power)
        yield f'<path d="M{across.start} {y:.1f}H{across.end}" stroke="#ddd"/>'
        yield _text(across.start - 8, y + 4, f"{10**power:,g} s", "end")
    yield _text((across.start + across.end) / 2, _HEIGHT - 8, "forms", "middle")


def _lines(lines: tuple[Line, ...], across: _Scale, up: _Scale) -> Iterator[str]:
    places = _apart([up.at(line.points[-1][1]) for line in lines])
    for line, colour, place in zip(lines, cycle(_COLOURS), places):
        dots = [(across.at(forms), up.at(seconds)) for forms, seconds in line.points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in dots)
        yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
        yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in dots)
        yield _text(across.end + 12, place + 4, line.name, "start", colour)
        yield f'<path d="M{dots[-1][0]:.1f} {dots[-1][1]:.1f}L{across.end + 8} {place:.1f}" stroke="{colour}" stroke-dasharray="2 3" stroke-width=".8"/>'


def _apart(places: list[float], least: float = 17) -> list[float]:
    """Return the heights of names, moved up where they would stand on one another."""
    moved = dict.fromkeys(range(len(places)), 0.0)
    above = float("inf")
    for at in sorted(moved, key=lambda at: -places[at]):
        above = moved[at] = min(places[at], above - least)
    return list(moved.values())


def _text(x: float, y: float, text: str, anchor: str, colour: str = "#444") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{escape(text)}</text>'
