"""Lines mended where they break off: between cells, a line ends at another one or nowhere.

At a crossing inside a table no line ends in the open and none turns a corner. Where one seems to,
a piece of it was overlooked or something else was taken for a line; what contradicts the evidence
least is taken: to draw it on to the next line, or to take it back to the last.
"""

from collections.abc import Iterator

from msgspec import Struct
from numpy import array, bool_, clip, diff, float64, zeros
from numpy.typing import NDArray

from jiheng.readers.scan.evidence import Evidence
from jiheng.readers.scan.mesh import DRAWN, Drawn, Mesh

Costs = NDArray[float64]

Crossing = tuple[int, int]
"""The number of a level line, and of an upright one."""

_ROUNDS = 6

_HOPELESS = 400
"""Where so many crossings are at fault there is no table."""

_ENOUGH = 40.0
"""A border longer than this, in points, weighs no more for being longer."""


class _Stretch(Struct, frozen=True, kw_only=True):
    """Borders of one line from a crossing to another, all to be drawn or all taken back."""

    is_level: bool
    at: int
    first: int
    last: int
    draw: bool
    cost: float


class Mender:
    """Mends the mesh of one page; its arrays are written to."""

    def __init__(self, mesh: Mesh, evidence: Evidence, point: float) -> None:
        self.mesh = mesh
        self._level = _costs(evidence.level, evidence.xs, point)
        self._upright = _costs(evidence.upright, evidence.ys, point)
        self._rows, self._columns = len(evidence.ys), len(evidence.xs)

    def mend(self) -> int:
        """Mend what can be; return how many crossings are still at fault."""
        faults = self._faults()
        if len(faults) > _HOPELESS:
            return len(faults)
        for _ in range(_ROUNDS):
            choices = sorted(self._choices(faults), key=lambda each: each.cost)
            before = len(faults)
            for choice in choices:
                faults = self._taken(choice, faults)
            if len(faults) == before:
                break
        return len(faults)

    def _taken(self, choice: _Stretch, faults: list[Crossing]) -> list[Crossing]:
        """Return what is still at fault; the choice is undone where it is no help any more."""
        stretch = self._borders(choice)
        old = stretch.copy()
        stretch[:] = choice.draw
        left = self._faults()
        if len(left) < len(faults):
            return left
        stretch[:] = old
        return faults

    def _choices(self, faults: list[Crossing]) -> Iterator[_Stretch]:
        """Yield what would leave fewer crossings at fault."""
        for row, column in faults:
            for choice in (*self._across(row, column), *self._down(row, column)):
                stretch = self._borders(choice)
                old = stretch.copy()
                stretch[:] = choice.draw
                is_better = len(self._faults()) < len(faults)
                stretch[:] = old
                if is_better:
                    yield choice

    def _borders(self, choice: _Stretch) -> Drawn:
        """Return the part of the mesh that a choice is about; it may be written to."""
        lines = self.mesh.level if choice.is_level else self.mesh.upright
        return lines[choice.at, choice.first : choice.last]

    def _across(self, row: int, column: int) -> Iterator[_Stretch]:
        drawn, costs = self.mesh.level[row], self._level[row]
        crossed = array([self._has_upright(row, each) for each in range(self._columns)])
        yield from _stretches(True, row, column, drawn, costs, crossed)

    def _down(self, row: int, column: int) -> Iterator[_Stretch]:
        drawn, costs = self.mesh.upright[column], self._upright[column]
        crossed = array([self._has_level(each, column) for each in range(self._rows)])
        yield from _stretches(False, column, row, drawn, costs, crossed)

    def _has_upright(self, row: int, column: int) -> bool:
        return bool(self.mesh.upright[column][max(row - 1, 0) : row + 1].any())

    def _has_level(self, row: int, column: int) -> bool:
        return bool(self.mesh.level[row][max(column - 1, 0) : column + 1].any())

    def _faults(self) -> list[Crossing]:
        """Return the crossings where a line ends in the open, or turns a corner between cells."""
        left, right, up, down = _arms(self.mesh, self._rows, self._columns)
        across, along = left ^ right, up ^ down
        ends = (across & ~(up | down)) | (along & ~(left | right))
        corners = across & along
        outside = None
        faults: list[Crossing] = [(int(r), int(c)) for r, c in zip(*ends.nonzero(), strict=True)]
        for row, column in zip(*corners.nonzero(), strict=True):
            if outside is None:
                outside = _outside(self.mesh, self._rows - 1, self._columns - 1)
            # The place across the corner is outside of the table, where a table has its corner.
            far_row = row - 1 if down[row, column] else row
            far_column = column - 1 if right[row, column] else column
            if not outside[far_row + 1, far_column + 1]:
                faults.append((int(row), int(column)))
        return faults


def _stretches(
    is_level: bool, at: int, start: int, drawn: Drawn, costs: Costs, crossed: Drawn
) -> Iterator[_Stretch]:  # fmt: skip
    """Yield what may be drawn or taken back from a crossing on, either way."""
    for step in (-1, 1):
        place, cost = start, 0.0
        before = start - 1 if step < 0 else start
        if not 0 <= before < len(drawn):
            continue
        draw = not drawn[before]
        while 0 <= (border := place - 1 if step < 0 else place) < len(drawn):
            if bool(drawn[border]) == draw:
                break
            cost += float(costs[border])
            place += step
            if crossed[place]:
                first, last = sorted((start, place))
                yield _Stretch(
                    is_level=is_level, at=at, first=first, last=last, draw=draw, cost=cost
                )
        if place != start:
            first, last = sorted((start, place))
            yield _Stretch(is_level=is_level, at=at, first=first, last=last, draw=draw, cost=cost)


def _costs(shares: Costs, places: tuple[float, ...], point: float) -> Costs:
    """Return how much it contradicts the evidence to hold the opposite of what it says."""
    lengths = clip(diff(array(places)) / point, 1, _ENOUGH)
    return abs(shares - DRAWN) * lengths


def _arms(mesh: Mesh, rows: int, columns: int) -> tuple[Drawn, Drawn, Drawn, Drawn]:
    """Return for each crossing whether a line goes to the left, right, up and down from it."""
    left, right, up, down = (zeros((rows, columns), dtype=bool_) for _ in range(4))
    left[:, 1:] = right[:, :-1] = mesh.level
    up[1:, :] = down[:-1, :] = mesh.upright.T
    return left, right, up, down


def _outside(mesh: Mesh, rows: int, columns: int) -> Drawn:
    """Return which places are open to the paper around; one more place on every side."""
    found = zeros((rows + 2, columns + 2), dtype=bool_)
    found[0, 0] = True
    todo = [(0, 0)]
    while todo:
        row, column = todo.pop()
        for down, right in ((0, 1), (0, -1), (1, 0), (-1, 0)):
            to = row + down, column + right
            if not (0 <= to[0] < rows + 2 and 0 <= to[1] < columns + 2) or found[to]:
                continue
            if not _is_parted(mesh, (row, column), (down, right), (rows, columns)):
                found[to] = True
                todo.append(to)
    return found


def _is_parted(
    mesh: Mesh, place: tuple[int, int], way: tuple[int, int], size: tuple[int, int]
) -> bool:
    """Whether a line is drawn between a place and its neighbour."""
    row, column = place[0] - 1, place[1] - 1
    if way[0]:
        edge = row + (way[0] > 0)
        return 0 <= column < size[1] and 0 <= edge <= size[0] and bool(mesh.level[edge, column])
    edge = column + (way[1] > 0)
    return 0 <= row < size[0] and 0 <= edge <= size[1] and bool(mesh.upright[edge, row])
