"""How a form is set on its paper: size of the letters, widths of columns, heights of rows.

Lengths are whole numbers of 1/20 point, as Word has them; letters are in half points.
"""

from collections.abc import Iterator

from msgspec import Struct

from jiheng.writers.layout.laid_out import LaidOut
from jiheng.writers.layout.measure import COMMON_SIZE, line_height, lines_in, pieces_of
from jiheng.writers.layout.type_area import TypeArea

SIZES = (21, 20, 19, 18, 17, 16, 15, 14, 13)
"""Sizes of the letters in a table, the largest first: from 10.5 down to 6.5 points (小六)."""

_MIDDLE_SIZE = 15

TITLE_SIZE, TITLE_LINE = 36, 500
YEAR_SIZE, YEAR_LINE = 24, 380

CODE_HEIGHT = 880
"""The line of the check code, as high as its picture."""

_PAGE = {False: (10206, 15398), True: (15138, 10466)}
"""Width and height between the margins of A4, upright and on its side."""

_LINE_GAP = 60
_FULLEST = 95
"""Percent of the page that may be filled: the programs do not count alike."""
_MOST_STRETCH = 140
_BETWEEN_LINES = 4


class Fitted(Struct, frozen=True, kw_only=True):
    """A form's measures.

    Attributes:
        size: of the letters in the table, in half points.
        is_whole: the form stays on one page.
    """

    size: int
    widths: tuple[int, ...]
    heights: tuple[int, ...]
    is_whole: bool


def are_beside(laid: LaidOut, size: int) -> bool:
    """Whether the lines between year and table have room side by side: unit and date."""
    lines = laid.before[laid.centred :]
    width = sum(sum(pieces_of(line.text)) + _BETWEEN_LINES for line in lines) * size * 5
    return len(lines) > 1 and width < _PAGE[laid.is_wide][0]


def fitted(laid: LaidOut) -> Fitted:
    """Return the measures: the largest letters with which the form stays on its page.

    Columns have their printed widths; a form that would become small with them has room moved to
    the columns whose texts make it long. What may take several pages is not set small.
    """
    width, height = _PAGE[laid.is_wide]
    area = TypeArea(laid, width)
    room = height * _FULLEST // 100
    for size, widths in _settings(area, laid):
        heights = area.heights(widths, size)
        left = room - sum(_outside(laid, width, size)) - sum(heights)
        if left >= 0:
            stretched = min(left // len(heights), _MOST_STRETCH)
            tall = tuple(each + stretched for each in heights)
            return Fitted(size=size, widths=widths, heights=tall, is_whole=True)
    widths = area.printed_widths(COMMON_SIZE)
    heights = tuple(area.heights(widths, COMMON_SIZE))
    return Fitted(size=COMMON_SIZE, widths=widths, heights=heights, is_whole=False)


def _settings(area: TypeArea, laid: LaidOut) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield size and widths in the order in which they are tried."""
    large = SIZES[: SIZES.index(COMMON_SIZE) + 1]
    for size in large:
        yield size, area.printed_widths(size)
    if laid.one_page:
        moved = area.shortest_widths(_MIDDLE_SIZE)
        for size in SIZES[len(large) - 1 :]:
            yield size, area.unbroken(moved, size)


def _outside(laid: LaidOut, width: int, size: int) -> Iterator[int]:
    """Yield the heights of all lines above and below the table."""
    square = size * 10
    for number, line in enumerate((*laid.before, *laid.after)):
        if number < laid.centred:
            yield YEAR_LINE + _LINE_GAP if number else TITLE_LINE
        else:
            lines = lines_in(pieces_of(line.text), width * 2 // square)
            yield lines * line_height(size) + _LINE_GAP
    if laid.code is not None:
        yield CODE_HEIGHT
