"""Upright page → its ruling lines."""

from msgspec import Struct

from jiheng.formats.pages.page import Ruling
from jiheng.readers.scan.evidence import evidence_for
from jiheng.readers.scan.lattice import places_of
from jiheng.readers.scan.letters import letters_of
from jiheng.readers.scan.mending import Mender
from jiheng.readers.scan.mesh import Mesh, agrees, length_between, mesh_of, rulings_of
from jiheng.readers.scan.pixels import A4_POINTS, Picture, sides
from jiheng.readers.scan.ridges import ridges_of

_SMOOTH = 4.0
"""In points: grain is gone, and a gap in a line is not yet closed."""

_SHARP, _TOUCHING = 1.0, 0.4
"""The close look: hardly smoothed, and up to the crossings, in points."""

_LONG = 40.0
"""Lines longer than this are sure at the first look, in points."""


class SeenLines(Struct, frozen=True, kw_only=True):
    """The ruling lines of a page, in its pixels.

    Attributes:
        is_sure: every border between two cells is as its own ink says. Where one had to be mended
            or was taken for a stroke, the table may be another one.
        mended: how long all borders are that had to be mended, in points.
    """

    rulings: tuple[Ruling, ...] = ()
    is_sure: bool = True
    mended: float = 0.0


def lines_on(gray: Picture) -> SeenLines:
    """Return the ruling lines of an upright, evenly lit page.

    The first look finds the long lines. Letters that touch these are told from short lines once
    they are cut off, so that the second look is at a page without any.
    """
    least = _LONG * max(sides(gray)) / A4_POINTS
    first = _lines(letters_of(gray).rest)
    long = tuple(
        each for each in first.rulings if each.right - each.left + each.bottom - each.top > least
    )
    return _lines(letters_of(gray, long).rest) if long else first


def _lines(paper: Picture) -> SeenLines:
    ridges = ridges_of(paper, _SMOOTH)
    ys, xs = places_of(ridges)
    if len(ys) <= 1 or len(xs) <= 1:
        return SeenLines()
    evidence = evidence_for(ridges, ys, xs)
    close = evidence_for(ridges_of(paper, _SHARP), ys, xs, _TOUCHING)
    mesh = mesh_of(evidence, close, ridges.point)
    seen = Mesh(level=mesh.level.copy(), upright=mesh.upright.copy())
    Mender(mesh, evidence, ridges.point).mend()
    return SeenLines(
        rulings=rulings_of(mesh, evidence),
        is_sure=agrees(mesh, evidence),
        mended=length_between(seen, mesh, evidence) / ridges.point,
    )
