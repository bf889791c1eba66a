"""Ruling lines without any flaw → the cells between them.

The truth of a scan comes from the PDF's own strokes, so every line here ends exactly at another.
"""

from collections import defaultdict
from itertools import pairwise, product

from msgspec import Struct

Segment = tuple[float, float, float, float]
"""Left, top, right and bottom of a ruling line."""

_NEAR = 1.0
"""Lines closer than this, in points, are one."""

_Slot = tuple[int, int]


class Face(Struct, frozen=True, kw_only=True):
    """A cell: its place among the cells of the table, and on the page."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Segment


class NotATable(ValueError):
    """The lines leave an area between them that is no rectangle: a mistake of the writer."""


def faces(level: tuple[Segment, ...], upright: tuple[Segment, ...]) -> tuple[Face, ...]:
    """Return the cells of one table, row by row.

    Args:
        level: the lines that run across.
        upright: the lines that run down.

    Raises:
        NotATable: an area between the lines is no rectangle.
    """
    across = _edges([line[0] for line in upright])
    down = _edges([line[1] for line in level])
    joined = _joined(across, down, level, upright)
    groups: dict[_Slot, list[_Slot]] = defaultdict(list)
    for slot in product(range(len(down) - 1), range(len(across) - 1)):
        groups[_root(joined, slot)].append(slot)
    return tuple(_face(slots, across, down) for slots in groups.values())


def _edges(places: list[float]) -> tuple[float, ...]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return tuple(found)


def _joined(
    across: tuple[float, ...],
    down: tuple[float, ...],
    level: tuple[Segment, ...],
    upright: tuple[Segment, ...],
) -> dict[_Slot, _Slot]:
    """Return each place with another one that it is open to, or with itself."""
    joined = {slot: slot for slot in product(range(len(down) - 1), range(len(across) - 1))}
    middles = tuple((a + b) / 2 for a, b in pairwise(across))
    centres = tuple((a + b) / 2 for a, b in pairwise(down))
    for (row, centre), (column, middle) in product(enumerate(centres), enumerate(middles)):
        here = _root(joined, (row, column))
        if column and not _stands(upright, across[column], centre):
            joined[here] = here = _root(joined, (row, column - 1))
        if row and not _lies(level, down[row], middle):
            above = _root(joined, (row - 1, column))
            joined[max(here, above)] = min(here, above)
    return joined


def _root(joined: dict[_Slot, _Slot], slot: _Slot) -> _Slot:
    while joined[slot] != slot:
        slot = joined[slot]
    return slot


def _stands(lines: tuple[Segment, ...], x: float, y: float) -> bool:
    return any(abs(line[0] - x) <= _NEAR and line[1] <= y <= line[3] for line in lines)


def _lies(lines: tuple[Segment, ...], y: float, x: float) -> bool:
    return any(abs(line[1] - y) <= _NEAR and line[0] <= x <= line[2] for line in lines)


def _face(slots: list[_Slot], across: tuple[float, ...], down: tuple[float, ...]) -> Face:
    top, left = min(slots)
    bottom, right = max(slots)
    if len(slots) != (bottom - top + 1) * (right - left + 1):
        raise NotATable
    return Face(
        row=top,
        column=left,
        row_span=bottom - top + 1,
        column_span=right - left + 1,
        box=(across[left], down[top], across[right + 1], down[bottom + 1]),
    )
