"""Where letters of a PDF page are shown: what reaches beyond is cut away."""

from ctypes import byref, c_float
from typing import Any

from jiheng.formats.pages.page import Box
from jiheng.formats.pdf.library import pdfium

_MOST_PATHS, _MOST_POINTS = 8, 8
"""A cell is cut out by a few rectangles; an outline of more points is that of a picture."""


def clip_of(run: Any) -> Box | None:  # noqa: ANN401  pdfium alone knows what it is
    """Return left, bottom, right and top of where a run of letters is shown; None for anywhere."""
    clip = pdfium.FPDFPageObj_GetClipPath(run)
    count = pdfium.FPDFClipPath_CountPaths(clip) if clip else 0
    if not 0 < count <= _MOST_PATHS:
        return None
    boxes = [_box(clip, at) for at in range(count)]
    known = [box for box in boxes if box is not None]
    if not known:
        return None
    lefts, bottoms, rights, tops = zip(*known, strict=True)
    return max(lefts), max(bottoms), min(rights), min(tops)


def _box(clip: Any, index: int) -> Box | None:  # noqa: ANN401
    count = pdfium.FPDFClipPath_CountPathSegments(clip, index)
    if not 0 < count <= _MOST_POINTS:
        return None
    x, y = c_float(), c_float()
    across, up = byref(x), byref(y)
    xs: list[float] = []
    ys: list[float] = []
    for at in range(count):
        pdfium.FPDFPathSegment_GetPoint(
            pdfium.FPDFClipPath_GetPathSegment(clip, index, at), across, up
        )
        xs.append(x.value)
        ys.append(y.value)
    return min(xs), min(ys), max(xs), max(ys)
