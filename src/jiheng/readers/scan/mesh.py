"""A lattice with what is held to be drawn of it: each line ends at another one."""

from msgspec import Struct
from numpy import array, bool_, diff, flatnonzero
from numpy.typing import NDArray

from jiheng.formats.pages.page import Ruling
from jiheng.readers.scan.evidence import Evidence, Shares

Drawn = NDArray[bool_]

DRAWN = 0.62
"""A border is held to be drawn where at least this share of it is."""


_SHORT = 45.0
"""Lines shorter than this may be strokes of letters, in points."""

_WHOLE = 0.85
"""Of a short line at least this share is drawn."""


_NEARLY = 0.7
"""And of a short end of a longer line."""


class Mesh(Struct, frozen=True, kw_only=True, eq=False):
    """What is drawn between the crossings of a lattice; the arrays may be written to.

    Attributes:
        level: for each height, for each two neighbouring distances.
        upright: for each distance, for each two neighbouring heights.
    """

    level: Drawn
    upright: Drawn


def mesh_of(evidence: Evidence, close: Evidence, point: float) -> Mesh:
    """Return what the evidence says of each border, and what a close look says of short lines."""
    mesh = Mesh(level=evidence.level >= DRAWN, upright=evidence.upright >= DRAWN)
    _drop_strokes(mesh.level, close.level, evidence.xs, point)
    _drop_strokes(mesh.upright, close.upright, evidence.ys, point)
    return mesh


def agrees(mesh: Mesh, evidence: Evidence) -> bool:
    """Whether a mesh, mended as it is, draws exactly what the evidence says."""
    pairs = ((mesh.level, evidence.level), (mesh.upright, evidence.upright))
    return all(bool((drawn == (shares >= DRAWN)).all()) for drawn, shares in pairs)


def length_between(one: Mesh, other: Mesh, evidence: Evidence) -> float:
    """Return how long all borders are that only one of two meshes draws, in pixels."""
    level = (one.level != other.level) @ diff(array(evidence.xs))
    upright = (one.upright != other.upright) @ diff(array(evidence.ys))
    return float(level.sum() + upright.sum())


def _drop_strokes(lines: Drawn, shares: Shares, places: tuple[float, ...], point: float) -> None:
    """Take back short lines, and ends of lines, that are not drawn from end to end.

    They are strokes of letters, which do not reach from line to line.
    """
    lengths = diff(array(places)) / point
    for drawn, share in zip(lines, shares, strict=True):
        for start, end in _runs(drawn):
            if lengths[start:end].sum() < _SHORT and share[start:end].mean() < _WHOLE:
                drawn[start:end] = False
        for start, end in _runs(drawn):
            for last in {start, end - 1}:
                if lengths[last] < _SHORT and share[last] < _NEARLY:
                    drawn[last] = False


def _runs(drawn: Drawn) -> list[tuple[int, int]]:
    """Return the first and the last crossing of each stretch that is drawn without a break."""
    runs: list[tuple[int, int]] = []
    for place in flatnonzero(drawn).tolist():
        if runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


def rulings_of(mesh: Mesh, evidence: Evidence) -> tuple[Ruling, ...]:
    """Return the lines that are drawn, across and then down."""
    xs, ys = evidence.xs, evidence.ys
    level = [
        Ruling(left=xs[start], top=y, right=xs[end], bottom=y)
        for y, drawn in zip(ys, mesh.level, strict=True)
        for start, end in _runs(drawn)
    ]
    upright = [
        Ruling(left=x, top=ys[start], right=x, bottom=ys[end])
        for x, drawn in zip(xs, mesh.upright, strict=True)
        for start, end in _runs(drawn)
    ]
    return (*level, *upright)
