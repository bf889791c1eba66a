"""A page beside what was read on it: its cells framed, their texts at the same places."""

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageDraw

from jiheng.formats.pages.drawn import type_of
from jiheng.model.document import SURE, Document, GridCell
from jiheng.readers.page_pictures import PagePicture

_LONGEST = 2000
"""Pixels of the longer side of a page as it is drawn."""

_BLUE, _ORANGE, _VIOLET, _RED = (11, 77, 151), (206, 92, 0), (118, 42, 131), (200, 30, 30)
_GRAY, _WHITE = (90, 102, 117), (255, 255, 255)

_TYPES = (9.0, 7.5, 6.0, 5.0, 4.0)
"""Heights of type in points: the largest in which a text fits its cell is taken."""

_LABEL, _LEGEND, _LINE = 5.0, 9.0, 1.25
"""Heights of type of the numbers of rows and columns and of the legend; distance of lines."""

_MOST_LETTERS = 3000
"""Of one cell; no paper has room for more."""

Rectangle = tuple[float, float, float, float]


class _Marked(NamedTuple):
    """A cell on the page.

    Attributes:
        box: in pixels.
        table: number of its table, where this is its first cell on the page.
    """

    cell: GridCell
    box: Rectangle
    table: int | None


def drawing(page: PagePicture, document: Document, legend: str) -> bytes:
    """Return a PNG: the page with its cells framed at the left, what was read at the right."""
    original = page.picture.copy()
    original.thumbnail((_LONGEST, _LONGEST))
    shrunk = original.width / page.picture.width
    scale, point = page.scale * shrunk, page.point * shrunk
    wide, high = original.size
    strip = round(2 * _LEGEND * point)
    sheet = Image.new("RGB", (2 * wide, high + strip), _WHITE)
    sheet.paste(original, (0, strip))
    pen = ImageDraw.Draw(sheet)
    font = type_of(round(_LEGEND * point))
    pen.text((point * _LEGEND, strip / 2), legend, fill=_GRAY, font=font, anchor="lm")
    for marked in _cells(document, page.number, scale):
        colour = _colour(marked.cell)
        for left in (0, wide):
            pen.rectangle(_moved(marked.box, left, strip), outline=colour, width=2)
        _label(pen, marked, _moved(marked.box, 0, strip), point)
        _write(sheet, marked.cell, _moved(marked.box, wide, strip), point)
    for stamp in document.stamps:
        if stamp.page == page.number:
            box = _scaled(stamp.box, scale)
            pen.rectangle(_moved(box, 0, strip), outline=_RED, width=3)
            pen.rectangle(_moved(box, wide, strip), outline=_RED, width=3)
    file = BytesIO()
    sheet.save(file, "PNG")
    return file.getvalue()


def _cells(document: Document, page: int, scale: float) -> Iterator[_Marked]:
    for number, grid in enumerate(document.grids):
        table: int | None = number
        for cell in grid.cells:
            if cell.box is not None and (cell.page or grid.page) == page:
                yield _Marked(cell, _scaled(cell.box, scale), table)
                table = None


def _colour(cell: GridCell) -> tuple[int, int, int]:
    if cell.settled:
        return _VIOLET
    return _BLUE if cell.confidence >= SURE else _ORANGE


def _label(pen: ImageDraw.ImageDraw, marked: _Marked, box: Rectangle, point: float) -> None:
    """Write a cell's row and column into its corner, before its table's first cell the table's."""
    table = "" if marked.table is None else f"[{marked.table}] "
    words = f"{table}{marked.cell.row},{marked.cell.column}"
    font = type_of(round(_LABEL * point))
    at = box[0] + 2, box[1] + 2
    pen.rectangle(pen.textbbox(at, words, font=font), fill=_WHITE)
    pen.text(at, words, fill=_colour(marked.cell), font=font)


def _write(sheet: Image.Image, cell: GridCell, box: Rectangle, point: float) -> None:
    """Write what was read into a cell, in type that fits it; nothing goes beyond its borders."""
    left, top, right, bottom = (round(side) for side in box)
    inside = Image.new("RGB", (max(right - left - 4, 1), max(bottom - top - 4, 1)), _WHITE)
    doubtful = cell.confidence < SURE
    text = cell.text[:_MOST_LETTERS] + (f" [{int(cell.confidence * 100)}%]" if doubtful else "")
    lines: list[str] = []
    size = 1
    for height in _TYPES:
        size = max(round(height * point), 1)
        lines = _broken(text, size, inside.width)
        if len(lines) * size * _LINE <= inside.height:
            break
    pen = ImageDraw.Draw(inside)
    for number, line in enumerate(lines):
        pen.text((1, number * size * _LINE), line, fill=_colour(cell), font=type_of(size))
    sheet.paste(inside, (left + 2, top + 2))


def _broken(text: str, size: int, width: int) -> list[str]:
    """Return a text as lines of a width in pixels."""
    font = type_of(size)
    lines: list[str] = []
    for paragraph in text.replace("\v", "\n").split("\n"):
        line = ""
        for sign in paragraph:
            if line and font.getlength(line + sign) > width:
                lines.append(line)
                line = ""
            line += sign
        lines.append(line)
    return lines


def _scaled(box: Rectangle, scale: float) -> Rectangle:
    left, top, right, bottom = box
    return left * scale, top * scale, right * scale, bottom * scale


def _moved(box: Rectangle, right: float, down: float) -> Rectangle:
    return box[0] + right, box[1] + down, box[2] + right, box[3] + down
