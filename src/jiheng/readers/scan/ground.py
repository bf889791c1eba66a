"""What a photo shows around the page: a table, a hand, another sheet."""

import cv2
from numpy import flatnonzero, ones, uint8, zeros

from jiheng.readers.scan.pixels import Picture, sides

_COARSE = 240
"""The page is looked for in a picture so many pixels long."""

_DARKER = 0.75
"""The ground is darker than this share of the page, or it is not told from it."""

_LEAST = 0.3
"""A page fills at least this share of the picture."""

_SOME = 0.15
"""Where a row or column shows the page, this share of it is bright, however much a hand shades."""

_WHOLE = 0.97
"""A page that fills this share of it fills it all."""


def without_ground(page: Picture) -> Picture:
    """Return 1 where an upright picture shows what lies around the page, which stands upright."""
    wide, high = sides(page)
    scale = _COARSE / max(wide, high)
    size = (max(round(wide * scale), 1), max(round(high * scale), 1))
    small = cv2.resize(page, size, interpolation=cv2.INTER_AREA)
    # Paper is bright in each colour; letters on it are closed, so that it is bright all over.
    bright = cv2.morphologyEx(small.min(axis=2), cv2.MORPH_CLOSE, ones((9, 9), uint8))
    paper = cv2.threshold(bright, 0, 1, cv2.THRESH_BINARY + cv2.THRESH_OTSU)[1]
    found = zeros((high, wide), dtype=uint8)
    share = float(paper.mean())
    if not _LEAST <= share <= _WHOLE or not _is_darker(bright, paper):
        return found
    rows = flatnonzero(paper.mean(axis=1) > _SOME)
    columns = flatnonzero(paper.mean(axis=0) > _SOME)
    if not len(rows) or not len(columns):
        return found
    found[:] = 1
    top, bottom = round(int(rows[0]) / scale), round((int(rows[-1]) + 1) / scale)
    left, right = round(int(columns[0]) / scale), round((int(columns[-1]) + 1) / scale)
    edge = round(1 / scale)
    found[top + edge : bottom - edge, left + edge : right - edge] = 0
    return found


def _is_darker(bright: Picture, paper: Picture) -> bool:
    """Whether the ground is much darker than the page."""
    around = cv2.mean(bright, mask=1 - paper)[0]
    return around < _DARKER * cv2.mean(bright, mask=paper)[0]
