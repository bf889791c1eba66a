"""Upright page → its ruling lines."""

from jiheng.formats.pages.page import Ruling
from jiheng.readers.scan.evidence import evidence_for
from jiheng.readers.scan.lattice import places_of
from jiheng.readers.scan.letters import letters_of
from jiheng.readers.scan.mending import Mender
from jiheng.readers.scan.mesh import mesh_of, rulings_of
from jiheng.readers.scan.pixels import A4_POINTS, Picture, sides
from jiheng.readers.scan.ridges import ridges_of

_SMOOTH = 4.0
"""In points: grain is gone, and a gap in a line is not yet closed."""

_SHARP, _TOUCHING = 1.0, 0.4
"""The close look: hardly smoothed, and up to the crossings, in points."""

_LONG = 40.0
"""Lines longer than this are sure at the first look, in points."""


def rulings_on(gray: Picture) -> tuple[Ruling, ...]:
    """Return the ruling lines of an upright, evenly lit page, in its pixels.

    The first look finds the long lines. Letters that touch these are told from short lines once
    they are cut off, so that the second look is at a page without any.
    """
    least = _LONG * max(sides(gray)) / A4_POINTS
    first = _rulings(letters_of(gray).rest)
    long = tuple(each for each in first if each.right - each.left + each.bottom - each.top > least)
    return _rulings(letters_of(gray, long).rest) if long else first


def _rulings(paper: Picture) -> tuple[Ruling, ...]:
    ridges = ridges_of(paper, _SMOOTH)
    ys, xs = places_of(ridges)
    if len(ys) <= 1 or len(xs) <= 1:
        return ()
    evidence = evidence_for(ridges, ys, xs)
    close = evidence_for(ridges_of(paper, _SHARP), ys, xs, _TOUCHING)
    mesh = mesh_of(evidence, close, ridges.point)
    Mender(mesh, evidence, ridges.point).mend()
    return rulings_of(mesh, evidence)
