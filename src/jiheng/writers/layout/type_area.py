"""The table on its paper: how high its rows become with given widths and letters.

Lengths are whole numbers of 1/20 point; letters are in half points.
"""

from msgspec import Struct

from jiheng.model.document import GridCell
from jiheng.writers.layout.laid_out import LaidOut
from jiheng.writers.layout.measure import (
    COMMON_SIZE,
    halves_for,
    line_height,
    lines_in,
    longest_word,
    pieces_of,
    width_of,
)

SIDE = 60
"""Between a cell's border and its words, left and right."""

_LONGEST_WORD = 16
_LONGEST_HEADING = 10
_NARROWEST = 2
"""No column gives up more than a part of its width: one over this."""
_ROUNDS = 3

Widths = tuple[int, ...]


class _Measured(Struct, frozen=True, kw_only=True, gc=False):
    """A cell with the widths of its lines and the longest, its longest word and that of a heading.

    All are counted in halves of a square.
    """

    cell: GridCell
    pieces: tuple[int, ...]
    longest: int
    word: int
    heading: int
    is_upright: bool


class TypeArea:
    """A table of a given width; its cells are measured once."""

    def __init__(self, laid: LaidOut, width: int) -> None:
        self._laid = laid
        self._width = width
        self._rows = laid.rows
        self._measured = tuple(
            _measured(laid, cell)
            for cell in sorted(laid.grid.cells, key=lambda cell: cell.row_span)
            if cell.text
        )

    def printed_widths(self, size: int) -> Widths:
        """Return the printed widths, changed only where a word would be broken."""
        whole = sum(self._laid.widths)
        printed = [self._width * width // whole for width in self._laid.widths]
        return self.unbroken(tuple(printed), size)

    def unbroken(self, widths: Widths, size: int) -> Widths:
        """Return widths as near to these as words of this size allow."""
        return _shared_out(list(widths), self._least(widths, size))

    def _least(self, widths: Widths, size: int) -> list[int]:
        """Return the widths under which words break or a column is hard to know again."""
        least = [width // _NARROWEST for width in widths]
        for each in self._measured:
            cell = each.cell
            if cell.column_span == 1 and not each.is_upright:
                # Digits are wider than half a square, in some fonts by a quarter.
                digits = each.word * size * 13 // 2
                # Headings are read at a glance; in small letters there is no room for that.
                heading = each.heading * size * 5 if size >= COMMON_SIZE else 0
                least[cell.column] = max(least[cell.column], max(digits, heading) + 2 * SIDE)
        return least

    def heights(self, widths: Widths, size: int) -> list[int]:
        """Return the rows' heights; what a tall merged cell lacks is spread over its rows."""
        one_line = _height_of(1, size)
        heights = [one_line] * self._rows
        for each in self._measured:
            needed = _height(each, widths, size)
            if needed <= one_line:
                continue
            first, last = each.cell.row, each.cell.row + each.cell.row_span
            missing = needed - sum(heights[first:last])
            if missing > 0:
                more = -(-missing // each.cell.row_span)
                heights[first:last] = [height + more for height in heights[first:last]]
        return heights

    def shortest_widths(self, size: int) -> Widths:
        """Return widths with which the table is shorter than with the printed ones.

        Again and again each column gives up what it does not need for the lines it has, and the
        columns that make rows high get it.
        """
        widths = best = self.printed_widths(size)
        heights = self.heights(widths, size)
        least, shortest = self._least(widths, size), sum(heights)
        for _ in range(_ROUNDS):
            widths = self._moved(widths, heights, least, size)
            heights = self.heights(widths, size)
            if sum(heights) < shortest:
                best, shortest = widths, sum(heights)
        return best

    def _moved(self, widths: Widths, heights: list[int], least: list[int], size: int) -> Widths:
        least = list(least)
        high = [0] * len(widths)
        for each in self._measured:
            cell = each.cell
            if cell.column_span > 1 or each.is_upright:
                continue
            lines = _lines(each, widths, size)
            needed = halves_for(each.pieces, lines) * size * 5 + 2 * SIDE + size
            least[cell.column] = max(least[cell.column], needed)
            height = _height_of(lines, size)
            if lines > 1 and height * 20 > 19 * sum(heights[cell.row : cell.row + cell.row_span]):
                high[cell.column] += height
        spare = [max(width - need, 0) for need, width in zip(least, widths, strict=True)]
        spare = [0 if tall else each for each, tall in zip(spare, high, strict=True)]
        given, wanted = sum(spare), sum(high)
        if not given or not wanted:
            return widths
        return tuple(
            width - less + given * tall // wanted
            for width, less, tall in zip(widths, spare, high, strict=True)
        )


def _height(measured: _Measured, widths: Widths, size: int) -> int:
    if measured.is_upright:
        return sum(measured.pieces) * size * 5 + size * 10
    return _height_of(_lines(measured, widths, size), size)


def _height_of(lines: int, size: int) -> int:
    return lines * line_height(size) + _padding(size)


def _lines(measured: _Measured, widths: Widths, size: int) -> int:
    cell = measured.cell
    room = _room(sum(widths[cell.column : cell.column + cell.column_span]), size)
    # Most cells hold no line that is broken: this is asked thousands of times a form.
    pieces = measured.pieces
    return len(pieces) if measured.longest <= room else lines_in(pieces, room)


def _measured(laid: LaidOut, cell: GridCell) -> _Measured:
    word = longest_word(cell.text)
    pieces = pieces_of(cell.text)
    parts = (width_of(part) for part in cell.text.split()) if laid.is_heading(cell) else ()
    return _Measured(
        cell=cell,
        pieces=pieces,
        longest=max(pieces),
        word=word if word <= _LONGEST_WORD else 0,
        heading=max((part for part in parts if part <= _LONGEST_HEADING), default=0),
        is_upright=laid.is_upright(cell),
    )


def _padding(size: int) -> int:
    """Return what a row takes beside its lines; small letters stand closer to the border."""
    return 50 if size >= COMMON_SIZE else 36


def _room(width: int, size: int) -> int:
    """Return how many halves of a square a line has room for."""
    return (width - 2 * SIDE) // (size * 5)


def _shared_out(widths: list[int], least: list[int]) -> Widths:
    """Return widths of the same sum, none under its least as far as others have room to give."""
    lacking = [max(need - width, 0) for need, width in zip(least, widths, strict=True)]
    spare = [max(width - need, 0) for need, width in zip(least, widths, strict=True)]
    given = min(sum(lacking), sum(spare))
    if not given:
        return tuple(widths)
    taken = [given * each // sum(spare) for each in spare]
    added = [given * each // sum(lacking) for each in lacking]
    return tuple(
        width - less + more for width, less, more in zip(widths, taken, added, strict=True)
    )
