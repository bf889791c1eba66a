"""Ruling lines → tables → cells with spans.

Lines come as programs draw them: broken into pieces or dashes, doubled where two cells draw their
own border, a little off, short of a crossing, or left out at the sides of the table. So lines that
lie close together are one line, what crosses belongs to one table, and a border counts as drawn
where most of it is. The places between all lines of a table are joined where none is drawn.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import inf
from operator import ge, itemgetter
from typing import NamedTuple

from msgspec import Struct

from jiheng.formats import limits
from jiheng.formats.errors import FormatError
from jiheng.formats.pages.page import Box, Ruling
from jiheng.rulebook.phrases import phrase

TOLERANCE = 3.0
"""Lines no farther apart than this are one, in points; no row of type is so low."""

_SHORTEST = 1.5
"""A line shorter than this is a speck, in tolerances."""

_DRAWN = 0.5
"""Of a border at least this share is drawn."""

_CLOSED = 3
"""So many sides of a cell are drawn at least: the outline of a table may have corners."""

_FEWEST_ENDS = 2
"""So many lines end at one place where a border was left out."""


class RuledCell(Struct, frozen=True, kw_only=True, gc=False):
    """One cell between ruling lines; row and column count from 0."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


class RuledTable(Struct, frozen=True, kw_only=True):
    """A table; its cells in reading order. A frame around something is a table of one cell."""

    cells: tuple[RuledCell, ...]
    box: Box


class _Line(NamedTuple):
    """A line that lies at a height, or stands at a distance from the left, from start to end."""

    at: float
    start: float
    end: float


_Part = tuple[list[_Line], list[_Line]]
"""Lines, lying and standing, from the top down and from the left."""


class _Rectangle(NamedTuple):
    """Places of a mesh: from its first row and column to those after its last."""

    top: int
    left: int
    bottom: int
    right: int


class _Mesh(NamedTuple):
    """All places between the lines of a table, and which borders between them are drawn.

    Attributes:
        level: of each height, 1 for each column in which a line is drawn there, else 0.
        upright: of each distance from the left, 1 for each row in which a line is drawn there.
    """

    xs: list[float]
    ys: list[float]
    level: list[bytes]
    upright: list[bytes]


def tables_of(rulings: Iterable[Ruling], tolerance: float = TOLERANCE) -> tuple[RuledTable, ...]:
    """Return the tables that ruling lines form, from the top down.

    Args:
        rulings: in any order, whole or in pieces.
        tolerance: how far apart lines may be and yet be one; in points, or pixels of a picture.

    Raises:
        FormatError: the lines make more places than a file may have cells.
    """
    level: list[_Line] = []
    upright: list[_Line] = []
    for ruling in rulings:
        left, top, right, bottom = ruling.left, ruling.top, ruling.right, ruling.bottom
        if right - left >= bottom - top:
            level.append(_Line((top + bottom) / 2, left, right))
        else:
            upright.append(_Line((left + right) / 2, top, bottom))
    parts = _crossing(_whole(level, tolerance), _whole(upright, tolerance), tolerance)
    tables = [table for part in parts if (table := _table(*part, tolerance)) is not None]
    return tuple(sorted(tables, key=lambda table: (table.box[1], table.box[0])))


def _whole(pieces: list[_Line], tolerance: float) -> list[_Line]:
    """Return the lines that pieces make up."""
    pieces.sort(key=itemgetter(0))
    lines: list[_Line] = []
    for group in _close(pieces, tolerance):
        lines += _joined(group, tolerance)
    return [line for line in lines if line.end - line.start > _SHORTEST * tolerance]


def _close(pieces: list[_Line], tolerance: float) -> Iterator[list[_Line]]:
    """Yield the pieces that lie at the same place; they are sorted by it."""
    start = 0
    for index in range(1, len(pieces) + 1):
        if index == len(pieces) or pieces[index].at - pieces[index - 1].at > tolerance:
            yield pieces[start:index]
            start = index


def _joined(pieces: list[_Line], tolerance: float) -> Iterator[_Line]:
    """Yield lines all at one place, the middle of the pieces'."""
    at = (pieces[0].at + pieces[-1].at) / 2
    pieces.sort(key=itemgetter(1))
    _, start, end = pieces[0]
    for piece in pieces:
        if piece.start - end > tolerance:
            yield _Line(at, start, end)
            start = piece.start
        end = max(end, piece.end)
    yield _Line(at, start, end)


def _crossing(level: list[_Line], upright: list[_Line], tolerance: float) -> Iterator[_Part]:
    """Yield the lines, lying and standing, that cross or touch one another."""
    upright.sort(key=itemgetter(0))
    places = [line.at for line in upright]
    parent = list(range(len(level) + len(upright)))
    for index, line in enumerate(level):
        first = bisect_left(places, line.start - tolerance)
        last = bisect_right(places, line.end + tolerance)
        for other in range(first, last):
            if upright[other].start - tolerance <= line.at <= upright[other].end + tolerance:
                parent[_root(parent, index)] = _root(parent, len(level) + other)
    parts: dict[int, _Part] = {}
    for index, line in enumerate((*level, *upright)):
        part = parts.setdefault(_root(parent, index), ([], []))
        part[index >= len(level)].append(line)
    tables = [part for part in parts.values() if part[0] and part[1]]
    lone = [line for part in parts.values() if not part[0] for line in part[1]]
    for part in _side_by_side(tables, tolerance):
        _take_beside(part, lone, tolerance)
        yield part


class _Reach(NamedTuple):
    """From where to where a part of a page is ruled; it may be open where the page ends."""

    top: float
    bottom: float
    is_open: bool


def _reach(part: _Part, tolerance: float) -> _Reach:
    level, upright = part
    top, bottom = min(line.at for line in level), max(line.at for line in level)
    start, end = min(line.start for line in upright), max(line.end for line in upright)
    is_open_above, is_open_below = start < top - 2 * tolerance, end > bottom + 2 * tolerance
    return _Reach(
        top=start if is_open_above else top,
        bottom=end if is_open_below else bottom,
        is_open=is_open_above or is_open_below,
    )


def _side_by_side(parts: list[_Part], tolerance: float) -> Iterator[_Part]:
    """Yield the parts, those as one between which a cell goes on from page to page."""
    known = [(_reach(part, tolerance), part) for part in parts]
    yield from (part for reach, part in known if not reach.is_open)
    last: tuple[_Reach, _Part] | None = None
    for reach, part in sorted((each for each in known if each[0].is_open), key=itemgetter(0)):
        if last is not None and _is_beside(last[0], reach, tolerance):
            last[1][0].extend(part[0])
            last[1][1].extend(part[1])
            continue
        if last is not None:
            yield last[1]
        last = reach, part
    if last is not None:
        yield last[1]


def _is_beside(reach: _Reach, other: _Reach, tolerance: float) -> bool:
    tops, bottoms = reach.top - other.top, reach.bottom - other.bottom
    return max(abs(tops), abs(bottoms)) <= 2 * tolerance


def _take_beside(part: _Part, lone: list[_Line], tolerance: float) -> None:
    """Give a table the lines that stand beside it from its top to its bottom, and close them off.

    Between them are cells that began on the page before and go on overleaf.
    """
    level, upright = part
    top, bottom, _ = _reach(part, tolerance)
    beside = [
        line
        for line in lone
        if line.start <= top + 2 * tolerance and line.end >= bottom - 2 * tolerance
    ]
    if beside:
        places = [line.at for line in (*upright, *beside)]
        upright += beside
        level += [_Line(at, min(places), max(places)) for at in (top, bottom)]


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index


def _table(level: list[_Line], upright: list[_Line], tolerance: float) -> RuledTable | None:
    left_out = list(_sides_left_out(level, upright, tolerance))
    ends_left_out = list(_sides_left_out(upright, level, tolerance))
    mesh = _mesh([*level, *ends_left_out], [*upright, *left_out])
    found = [each for each in _rectangles(mesh) if _is_closed(mesh, each)]
    if not found:
        return None
    rows = sorted({edge for each in found for edge in (each.top, each.bottom)})
    columns = sorted({edge for each in found for edge in (each.left, each.right)})
    row_of = {edge: row for row, edge in enumerate(rows)}
    column_of = {edge: column for column, edge in enumerate(columns)}
    cells = tuple(_cell(mesh, each, row_of, column_of) for each in found)
    box = (mesh.xs[columns[0]], mesh.ys[rows[0]], mesh.xs[columns[-1]], mesh.ys[rows[-1]])
    return RuledTable(cells=cells, box=box)


def _cell(
    mesh: _Mesh, place: _Rectangle, row_of: dict[int, int], column_of: dict[int, int]
) -> RuledCell:
    """Return a cell that counts only the lines that are an edge of some cell."""
    top, left, bottom, right = place
    row, column = row_of[top], column_of[left]
    return RuledCell(
        row=row,
        column=column,
        row_span=row_of[bottom] - row,
        column_span=column_of[right] - column,
        box=(mesh.xs[left], mesh.ys[top], mesh.xs[right], mesh.ys[bottom]),
    )


def _sides_left_out(lines: list[_Line], across: list[_Line], tolerance: float) -> Iterator[_Line]:
    """Yield the outer borders that nobody drew: where several lines end beyond the last across."""
    places = [line.at for line in across]
    first, last = min(places), max(places)
    if (start := min(line.start for line in lines)) < first - 2 * tolerance:
        yield from _border(start, [line.at for line in lines if line.start - start <= tolerance])
    if (end := max(line.end for line in lines)) > last + 2 * tolerance:
        yield from _border(end, [line.at for line in lines if end - line.end <= tolerance])


def _border(at: float, ends: list[float]) -> Iterator[_Line]:
    if len(ends) >= _FEWEST_ENDS:
        yield _Line(at, min(ends), max(ends))


def _mesh(level: list[_Line], upright: list[_Line]) -> _Mesh:
    xs = sorted({line.at for line in upright})
    ys = sorted({line.at for line in level})
    if len(xs) * len(ys) > limits.MAX_CELLS:
        raise FormatError(phrase("format.cells", most=str(limits.MAX_CELLS)))
    return _Mesh(xs, ys, _drawn(level, ys, xs), _drawn(upright, xs, ys))


def _drawn(lines: list[_Line], places: list[float], crossings: list[float]) -> list[bytes]:
    """Return for each place 1 where a line is drawn between two crossings, else 0."""
    last = len(crossings) - 1
    lengths = [[0.0] * last for _ in places]
    for line in lines:
        length = lengths[bisect_left(places, line.at)]
        first = max(bisect_right(crossings, line.start) - 1, 0)
        end = min(bisect_left(crossings, line.end), last)
        for at in range(first + 1, end - 1):
            length[at] = inf
        # Only where a line begins and ends may it cover a part.
        for at in {first, end - 1} if first < end else ():
            length[at] += min(line.end, crossings[at + 1]) - max(line.start, crossings[at])
    least = [(end - start) * _DRAWN for start, end in pairwise(crossings)]
    return [bytes(map(ge, length, least)) for length in lengths]


def _rectangles(mesh: _Mesh) -> Iterator[_Rectangle]:
    """Yield the places joined where no border is drawn: as wide as they can be, then as high."""
    rows, columns = len(mesh.ys) - 1, len(mesh.xs) - 1
    taken = [bytearray(columns) for _ in range(rows)]
    for top in range(rows):
        for left in range(columns):
            if taken[top][left]:
                continue
            right = left + 1
            while right < columns and not (taken[top][right] or mesh.upright[right][top]):
                right += 1
            bottom = top + 1
            while bottom < rows and _goes_on(mesh, taken[bottom], bottom, left, right):
                bottom += 1
            for row in taken[top:bottom]:
                row[left:right] = b"\1" * (right - left)
            yield _Rectangle(top, left, bottom, right)


def _goes_on(mesh: _Mesh, taken: bytearray, row: int, left: int, right: int) -> bool:
    """Whether a rectangle reaches into the next row: nothing is drawn above or inside it there."""
    return not (
        mesh.level[row].count(1, left, right)
        or taken.count(1, left, right)
        or any(mesh.upright[column][row] for column in range(left + 1, right))
    )


def _is_closed(mesh: _Mesh, place: _Rectangle) -> bool:
    top, left, bottom, right = place
    width, height = right - left, bottom - top
    closed = (
        (2 * mesh.level[top].count(1, left, right) >= width)
        + (2 * mesh.level[bottom].count(1, left, right) >= width)
        + (2 * mesh.upright[left].count(1, top, bottom) >= height)
        + (2 * mesh.upright[right].count(1, top, bottom) >= height)
    )
    return closed >= _CLOSED
