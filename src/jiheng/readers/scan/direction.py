"""Which way the lines of text run on a page that is level: across, or up and down."""

import cv2
from numpy import ones, uint8

from jiheng.readers.scan.letters import letters_of
from jiheng.readers.scan.lighting import evenly_lit
from jiheng.readers.scan.pixels import A4_POINTS, Picture, sides

_NEXT = 3.0
"""Letters of a line are closer to one another than this, in points; lines are farther apart."""


def quarters_of(gray: Picture) -> int:
    """Return how many quarters to the right bring the text level: 0 or 1.

    Whether it is then upside down only its letters tell.
    """
    mask = letters_of(evenly_lit(gray))
    gap = max(round(_NEXT * max(sides(gray)) / A4_POINTS), 2) + 1
    across = _count(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, ones((1, gap), uint8)))
    down = _count(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, ones((gap, 1), uint8)))
    return 0 if across <= down else 1


def _count(mask: Picture) -> int:
    """Return how many parts letters fall into."""
    return int(cv2.connectedComponents(mask, connectivity=8)[0])
