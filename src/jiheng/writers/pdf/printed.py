"""What the typesetter is told of a form."""

from msgspec import Struct

Rows = tuple[int, int]
"""First row, and the row after the last."""


class Part(Struct, frozen=True, kw_only=True, gc=False):
    """A word of a heading, and the most that it takes on a line, in squares of type."""

    text: str
    widest: float


class PrintedCell(Struct, frozen=True, kw_only=True, gc=False, rename="kebab"):
    """One cell that holds words or covers more than one place.

    Attributes:
        x: its first column.
        y: its first row.
        w: columns that it covers.
        h: rows that it covers.
        widest: the most that the words take on one line, in squares of type.
        word: its longest word, where that is long at all.
        word_widest: the most that this word takes.
        parts: the same words, cut where a line of a heading may end.
        left: the words begin at the left.
        open_top: no line above: the cell goes on from the one there.
        open_bottom: no line below: the cell goes on in the one there.
    """

    x: int
    y: int
    w: int
    h: int
    text: str
    widest: float
    word: str
    word_widest: float
    parts: tuple[Part, ...]
    left: bool
    open_top: bool = False
    open_bottom: bool = False


class PrintedForm(Struct, frozen=True, kw_only=True):
    """One form as the typesetter takes it.

    Attributes:
        wide: on A4 lying on its side.
        centred: the lines below the title that are centred.
        lines: the lines between these and the table.
        after: the lines below the table.
        widths: of the columns, in points.
        rows: how many rows the table has.
        heads: the rows that are repeated on every page.
        code: the check code's line at the foot, if the form has one.
        qr: the same as an SVG picture.
    """

    wide: bool
    title: str
    centred: tuple[str, ...]
    lines: tuple[str, ...]
    after: tuple[str, ...]
    widths: tuple[float, ...]
    rows: int
    heads: tuple[Rows, ...]
    cells: tuple[PrintedCell, ...]
    code: str | None
    qr: str | None
