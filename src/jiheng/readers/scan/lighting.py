"""Shade and shine divided out: paper becomes white wherever it was lit."""

import cv2
from numpy import maximum, ones, uint8

from jiheng.readers.scan.pixels import Picture, sides

_COARSE = 160
"""The light is looked at in a picture so many pixels long."""

_LETTERS = 7
"""Paper is seen through letters and stamps of so many coarse pixels."""

_DARKEST = 24
"""Light below this is no paper: it is not made brighter without end."""


def evenly_lit(picture: Picture) -> Picture:
    """Return the picture divided by the light of its paper, each colour by itself."""
    wide, high = sides(picture)
    scale = _COARSE / max(wide, high)
    size = (max(round(wide * scale), 1), max(round(high * scale), 1))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, ones((_LETTERS, _LETTERS), uint8))
    paper = cv2.medianBlur(paper, _LETTERS)
    paper = cv2.GaussianBlur(paper, (0, 0), _LETTERS / 2)
    light = cv2.resize(paper, (wide, high), interpolation=cv2.INTER_LINEAR)
    return cv2.divide(picture, maximum(light, _DARKEST), scale=255)
