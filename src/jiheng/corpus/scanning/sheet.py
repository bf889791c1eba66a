"""A page of a PDF as a clean picture, with the cells and lines of text that stand on it."""

from itertools import groupby

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from msgspec import Struct
from numpy import ascontiguousarray

from jiheng.corpus.scanning.arrangement import Face, Segment, faces
from jiheng.corpus.scanning.picture import Picture

POINTS = 72
"""In an inch."""

_THIN, _LONG = 1.6, 6.0
"""A path no thicker than the one and no shorter than the other is a ruling line, in points."""


class Line(Struct, frozen=True, kw_only=True):
    """A line of text in a cell, and the box around its letters."""

    text: str
    box: Segment


class Cell(Struct, frozen=True, kw_only=True):
    """A cell of the table with the lines that stand in it."""

    face: Face
    lines: tuple[Line, ...]


class Sheet(Struct, frozen=True, kw_only=True):
    """A clean page.

    Attributes:
        picture: the page, nothing added.
        scale: pixels in a point; all boxes are in points.
        outside: the lines of text around the table.
    """

    picture: Picture
    scale: float
    rulings: tuple[Segment, ...]
    cells: tuple[Cell, ...]
    outside: tuple[Line, ...]


def sheets(pdf: bytes, dpi: int = 200) -> tuple[Sheet, ...]:
    """Return the pages of a PDF of ours, drawn with so many pixels in an inch.

    Raises:
        NotATable: the ruling lines of a page make no table.
    """
    with pdfium.PdfDocument(pdf) as document:
        return tuple(_sheet(page, dpi / POINTS) for page in document)


def _sheet(page: pdfium.PdfPage, scale: float) -> Sheet:
    level, upright = _rulings(page)
    lines = _lines(page)
    found = faces(level, upright) if level and upright else ()
    cells = tuple(
        Cell(face=face, lines=tuple(line for line in lines if _is_in(line, face))) for face in found
    )
    inside = {line for cell in cells for line in cell.lines}
    return Sheet(
        picture=drawn(page, scale),
        scale=scale,
        rulings=level + upright,
        cells=cells,
        outside=tuple(line for line in lines if line not in inside),
    )


def drawn(page: pdfium.PdfPage, scale: float) -> Picture:
    """Return a page as a picture with so many pixels a point."""
    bitmap = page.render(scale=scale)
    return ascontiguousarray(bitmap.to_numpy()[:, :, :3])


def _rulings(page: pdfium.PdfPage) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    level: list[Segment] = []
    upright: list[Segment] = []
    height = page.get_height()
    for path in page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_PATH,)):
        left, bottom, right, top = path.get_bounds()
        x, y = (left + right) / 2, height - (bottom + top) / 2
        if top - bottom < _THIN and right - left > _LONG:
            level.append((left, y, right, y))
        elif right - left < _THIN and top - bottom > _LONG:
            upright.append((x, height - top, x, height - bottom))
    return tuple(level), tuple(upright)


def _lines(page: pdfium.PdfPage) -> tuple[Line, ...]:
    """Return what stands side by side in the order of the file, and at the same height."""
    text, height = page.get_textpage(), page.get_height()
    runs = groupby(_letters(text, height), key=lambda letter: letter[0])
    return tuple(_line([(sign, box) for _, sign, box in run]) for _, run in runs)


def _letters(text: pdfium.PdfTextPage, height: float) -> list[tuple[int, str, Segment]]:
    """Return each letter with the number of its line; a blank keeps the box of nothing."""
    found: list[tuple[int, str, Segment]] = []
    number = 0
    for at in range(text.count_chars()):
        sign = text.get_text_range(at, 1)
        if sign in "\r\n" or not sign:
            number += sign == "\n" or not sign
            continue
        left, bottom, right, top = text.get_charbox(at, loose=True)
        box = (left, height - top, right, height - bottom)
        if found and found[-1][0] == number and not _goes_on(found[-1][2], box):
            number += 1
        found.append((number, sign, box))
    return found


def _goes_on(last: Segment, box: Segment) -> bool:
    size = last[3] - last[1]
    is_level = abs(last[3] - box[3]) < size / 2
    return is_level and -size / 2 < box[0] - last[2] < size


def _line(letters: list[tuple[str, Segment]]) -> Line:
    left, top, right, bottom = zip(*(box for _, box in letters), strict=True)
    return Line(
        text="".join(sign for sign, _ in letters).strip(),
        box=(min(left), min(top), max(right), max(bottom)),
    )


def _is_in(line: Line, face: Face) -> bool:
    left, top, right, bottom = line.box
    x, y = (left + right) / 2, (top + bottom) / 2
    return face.box[0] <= x <= face.box[2] and face.box[1] <= y <= face.box[3]
