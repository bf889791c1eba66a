"""A picture of a page with the truth about it."""

from msgspec import Struct

from jiheng.corpus.scanning.arrangement import Segment
from jiheng.corpus.scanning.placement import Placement, Point, Quad
from jiheng.corpus.scanning.sheet import Cell, Line, Sheet

Ends = tuple[Point, Point]
"""Both ends of a ruling line."""


class SeenLine(Struct, frozen=True, kw_only=True):
    """A line of text, and where it stands in the picture."""

    text: str
    quad: Quad


class SeenCell(Struct, frozen=True, kw_only=True):
    """A cell of the table, and where it stands in the picture.

    Attributes:
        text: as a perfect reader gives it back, its lines joined.
    """

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    quad: Quad
    lines: tuple[SeenLine, ...]


class Shot(Struct, frozen=True, kw_only=True):
    """A picture and its truth; all places are pixels of the picture.

    Attributes:
        data: the file.
        suffix: of its name, with the dot.
        rulings: both ends of each ruling line.
        outside: the lines of text around the table.
        stamps: the corners of each stamp.
        placement: takes pixels of the clean sheet to pixels of the picture.
    """

    data: bytes
    suffix: str
    cells: tuple[SeenCell, ...]
    rulings: tuple[Ends, ...]
    outside: tuple[SeenLine, ...]
    stamps: tuple[Quad, ...]
    placement: Placement


def shot(
    file: tuple[bytes, str], sheet: Sheet, placement: Placement, stamps: tuple[Segment, ...]
) -> Shot:
    """Return a picture with its truth.

    Args:
        file: its bytes and suffix.
        sheet: the clean page.
        placement: where the page lies in the picture.
        stamps: boxes in pixels of the clean sheet.
    """
    data, suffix = file
    return Shot(
        data=data,
        suffix=suffix,
        cells=tuple(_seen(cell, placement, sheet.scale) for cell in sheet.cells),
        rulings=tuple(_ends(line, placement, sheet.scale) for line in sheet.rulings),
        outside=tuple(_line(line, placement, sheet.scale) for line in sheet.outside),
        stamps=tuple(placement.quad(box) for box in stamps),
        placement=placement,
    )


def _seen(cell: Cell, placement: Placement, scale: float) -> SeenCell:
    face = cell.face
    return SeenCell(
        row=face.row,
        column=face.column,
        row_span=face.row_span,
        column_span=face.column_span,
        text="".join(line.text for line in cell.lines),
        quad=placement.quad(face.box, scale),
        lines=tuple(_line(line, placement, scale) for line in cell.lines),
    )


def _line(line: Line, placement: Placement, scale: float) -> SeenLine:
    return SeenLine(text=line.text, quad=placement.quad(line.box, scale))


def _ends(line: Segment, placement: Placement, scale: float) -> Ends:
    start, _, end, _ = placement.quad(line, scale)
    return start, end
