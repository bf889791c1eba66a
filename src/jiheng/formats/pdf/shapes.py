"""The paths and pictures of a PDF page as pdfium finds them."""

from collections.abc import Callable, Iterator
from ctypes import byref, c_float, c_int, c_uint
from itertools import pairwise
from typing import NamedTuple

from jiheng.formats import limits
from jiheng.formats.errors import FormatError
from jiheng.formats.pages.page import Box
from jiheng.formats.pdf.covering import Letters
from jiheng.formats.pdf.library import pdfium
from jiheng.formats.pdf.opening import Handle, OpenPage
from jiheng.formats.pdf.places import SAME, Matrix, box_of, matrix_of, within
from jiheng.rulebook.phrases import phrase

THIN = 3.0
"""A shape no thicker than this is a line, in points."""

_DEEPEST = 12
"""So deep are drawings drawn within drawings."""

_WHITE = 250
"""Of 255: a fill as light as the paper shows no edge."""

Point = tuple[float, float]


class Shapes(NamedTuple):
    """What is drawn on a page beside letters, in the page's own points.

    Attributes:
        thin: boxes, as left, bottom, right and top, of what is no thicker than a line.
        strokes: ends of straight lines: those drawn, and the edges of what is filled.
        pictures: boxes of the pictures.
        covered: runs of letters under pictures that nothing is seen through, by their addresses.
        pixels: width and height of the picture that has most of them; none where there is none.
        curves: how many curves there are.
    """

    thin: list[Box]
    strokes: list[tuple[Point, Point]]
    pictures: list[Box]
    covered: set[int]
    pixels: tuple[int, int]
    curves: int


class _Budget:
    """Counts what is drawn on a page; refuses the page that holds too much."""

    def __init__(self) -> None:
        self._left = limits.MAX_PAGE_SHAPES

    def spend(self, count: int) -> None:
        self._left -= count
        if self._left < 0:
            raise FormatError(phrase("pdf.shapes", most=str(limits.MAX_PAGE_SHAPES)))


class _Finder:
    """Gathers the shapes of one page."""

    def __init__(self, opened: OpenPage) -> None:
        self._budget = _Budget()
        self._thin: list[Box] = []
        self._strokes: list[tuple[Point, Point]] = []
        self._pictures: list[Box] = []
        self._letters = Letters(opened)
        self._pixels = 0, 0
        self._curves = 0

    def found(self) -> Shapes:
        """Return what was gathered."""
        return Shapes(
            thin=self._thin,
            strokes=self._strokes,
            pictures=self._pictures,
            covered=self._letters.covered,
            pixels=self._pixels,
            curves=self._curves,
        )

    def look(self, count: int, get: Callable[[int], Handle], matrix: Matrix, depth: int) -> None:
        """Gather what stands on a page, or in a drawing used by it."""
        self._budget.spend(count)
        kind_of = pdfium.FPDFPageObj_GetType
        for index in range(count):
            item = get(index)
            kind = kind_of(item)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(item, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self._letters.add(item, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._picture(item, matrix)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                self._drawing(item, matrix, depth)

    def _drawing(self, item: Handle, matrix: Matrix, depth: int) -> None:
        def get(index: int) -> Handle:
            return pdfium.FPDFFormObj_GetObject(item, index)

        count = pdfium.FPDFFormObj_CountObjects(item)
        self.look(max(count, 0), get, within(matrix_of(item), matrix), depth + 1)

    def _picture(self, item: Handle, matrix: Matrix) -> None:
        box = box_of(item, matrix)
        if _is_thin(box):
            self._thin.append(box)
            return
        self._pictures.append(box)
        wide, high = c_uint(), c_uint()
        pdfium.FPDFImageObj_GetImagePixelSize(item, wide, high)
        if wide.value * high.value > self._pixels[0] * self._pixels[1]:
            self._pixels = wide.value, high.value
        self._budget.spend(self._letters.count)
        self._letters.cover(item, box)

    def _path(self, item: Handle, matrix: Matrix) -> None:
        box = box_of(item, matrix)
        if _is_thin(box):
            self._thin.append(box)
            return
        mode, stroke = c_int(), c_int()
        pdfium.FPDFPath_GetDrawMode(item, mode, stroke)
        if not stroke.value and (not mode.value or _is_white(item)):
            return
        count = max(pdfium.FPDFPath_CountSegments(item), 0)
        self._budget.spend(count)
        is_filled = not stroke.value
        whole = within(matrix_of(item), matrix)
        for points, is_closed in self._lines(item, count, whole):
            ends = [*points, points[0]] if is_closed or is_filled else points
            self._edges(ends, is_filled=is_filled)

    def _edges(self, points: list[Point], *, is_filled: bool) -> None:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = min(xs), min(ys), max(xs), max(ys)
        if is_filled and _is_thin(box):
            self._thin.append(box)
        else:
            self._strokes += (ends for ends in pairwise(points) if ends[0] != ends[1])

    def _lines(
        self, item: Handle, count: int, matrix: Matrix
    ) -> Iterator[tuple[list[Point], bool]]:
        """Yield runs of points joined by straight lines, and whether the last joins the first."""
        a, b, c, d, e, f = matrix
        x, y = c_float(), c_float()
        across, up = byref(x), byref(y)
        points: list[Point] = []
        for index in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(item, index)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            pdfium.FPDFPathSegment_GetPoint(segment, across, up)
            point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
            if kind != pdfium.FPDF_SEGMENT_LINETO:
                if len(points) > 1:
                    yield points, False
                points = []
                self._curves += kind == pdfium.FPDF_SEGMENT_BEZIERTO
            points.append(point)
            if pdfium.FPDFPathSegment_GetClose(segment) and len(points) > 1:
                yield points, True
                points = []
        if len(points) > 1:
            yield points, False


def shapes_of(opened: OpenPage) -> Shapes:
    """Return what is drawn on a page.

    Raises:
        FormatError: there is too much of it.
    """
    page = opened.page

    def get(index: int) -> Handle:
        return pdfium.FPDFPage_GetObject(page, index)

    finder = _Finder(opened)
    finder.look(max(pdfium.FPDFPage_CountObjects(page), 0), get, SAME, 0)
    return finder.found()


def _is_thin(box: Box) -> bool:
    left, bottom, right, top = box
    return right - left <= THIN or top - bottom <= THIN


def _is_white(item: Handle) -> bool:
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, alpha)
    return alpha.value == 0 or min(red.value, green.value, blue.value) >= _WHITE
