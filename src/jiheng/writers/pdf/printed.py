"""What the typesetter is told of a form; all lengths in points."""

from msgspec import Struct

Rows = tuple[int, int]
"""First row, and the row after the last."""


class PrintedCell(Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """One cell that holds words or covers more than one place.

    Attributes:
        x: its first column.
        y: its first row.
        w: columns that it covers.
        h: rows that it covers.
        left: the words begin at the left.
        top: they begin at the top, since the cell goes over pages.
        pad: distance of the words from the lines above and below.
        joined_above: no line above: the cell goes on from the one there.
        joined_below: no line below: the cell goes on in the one there.
    """

    x: int
    y: int
    w: int = 1
    h: int = 1
    text: str = ""
    left: bool = False
    top: bool = False
    pad: float | None = None
    joined_above: bool = False
    joined_below: bool = False


class PrintedForm(Struct, frozen=True, kw_only=True):
    """One form as the typesetter takes it.

    Attributes:
        width: of the page.
        height: of the page.
        foot: height of the margin below.
        centred: the lines below the title that are centred.
        lines: the lines between these and the table.
        beside: these stand side by side.
        after: the lines below the table.
        size: of the type in the table.
        widths: of the columns.
        rows: their heights; None for one that is as high as what stands in it.
        heads: the rows that are repeated on the pages of their table.
        tables: the rows of each table; there are two where something follows rows that repeat.
        is_whole: the form stays on one page.
        code: the check code's line at the foot, if the form has one.
        qr: the same as an SVG picture.
    """

    width: float
    height: float
    foot: float
    title: str
    centred: tuple[str, ...]
    lines: tuple[str, ...]
    beside: bool
    after: tuple[str, ...]
    size: float
    widths: tuple[float, ...]
    rows: tuple[float | None, ...]
    heads: tuple[Rows, ...]
    tables: tuple[Rows, ...]
    is_whole: bool
    cells: tuple[PrintedCell, ...]
    code: str | None
    qr: str | None
