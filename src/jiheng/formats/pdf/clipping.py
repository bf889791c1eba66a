"""Where letters of a PDF page are shown: what reaches beyond is cut away."""

from ctypes import addressof, c_float, c_int, c_void_p, sizeof

from jiheng.formats.pages.page import Box
from jiheng.formats.pdf.library import plain

_MOST_PATHS, _MOST_POINTS = 8, 8
"""A cell is cut out by a few rectangles; an outline of more points is that of a picture."""

_CLIP = plain("FPDFPageObj_GetClipPath", c_void_p, c_void_p)
_PATHS = plain("FPDFClipPath_CountPaths", c_int, c_void_p)
_POINTS = plain("FPDFClipPath_CountPathSegments", c_int, c_void_p, c_int)
_SEGMENT = plain("FPDFClipPath_GetPathSegment", c_void_p, c_void_p, c_int, c_int)
_POINT = plain("FPDFPathSegment_GetPoint", c_int, c_void_p, c_void_p, c_void_p)


def clip_of(run: int) -> Box | None:
    """Return left, bottom, right and top of where a run of letters is shown; None for anywhere.

    Args:
        run: its address.
    """
    clip = _CLIP(run)
    count = _PATHS(clip) if clip else 0
    if not 0 < count <= _MOST_PATHS:
        return None
    boxes = [_box(clip, at) for at in range(count)]
    known = [box for box in boxes if box is not None]
    if not known:
        return None
    lefts, bottoms, rights, tops = zip(*known, strict=True)
    return max(lefts), max(bottoms), min(rights), min(tops)


def _box(clip: int, index: int) -> Box | None:
    count = _POINTS(clip, index)
    if not 0 < count <= _MOST_POINTS:
        return None
    places = (c_float * (2 * count))()
    start, size = addressof(places), sizeof(c_float)
    for at in range(count):
        across = start + 2 * at * size
        _POINT(_SEGMENT(clip, index, at), across, across + size)
    xs, ys = places[::2], places[1::2]
    return min(xs), min(ys), max(xs), max(ys)
