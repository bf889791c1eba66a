"""A table as it stands on one page, with its text."""

from msgspec import Struct

from jiheng.formats.pages.page import Box
from jiheng.readers.paged.lines import TextLine


class SheetCell(Struct, frozen=True, kw_only=True, gc=False):
    """A cell of a sheet.

    Attributes:
        row: from 0.
        left: where it begins across the page.
        right: where it ends.
        lines: of its text, from the top down.
        text: the lines joined.
        box: on the page.
        is_certain: that its text belongs together; a page may have ended inside it.
        is_cut: not all of its text is shown, but all is there.
        is_open_above: no line is drawn above it, where the sheet begins.
        is_open_below: no line is drawn below it, where the sheet ends.
    """

    row: int
    row_span: int
    left: float
    right: float
    lines: tuple[TextLine, ...]
    text: str
    box: Box
    page: int
    is_certain: bool = True
    is_cut: bool = False
    is_open_above: bool = False
    is_open_below: bool = False


class Sheet(Struct, frozen=True, kw_only=True):
    """A table, or the part of one that stands on one page.

    Attributes:
        page: from 1.
        box: on that page.
        rows: how many there are.
        cells: in reading order.
        is_guessed: no line was drawn; its cells are what places of words tell.
    """

    page: int
    box: Box
    rows: int
    cells: tuple[SheetCell, ...]
    is_guessed: bool = False
