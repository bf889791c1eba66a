"""Row heights: Excel does not fit rows to merged cells by itself."""

from unicodedata import east_asian_width

from jiheng.model.document import LINE_BREAK, GridCell

LINE_HEIGHT = 12.5
"""Height of a line of 9-point text, in points."""

SIGNS_PER_UNIT = 1.15
"""Excel counts widths in digits of 11 points; the table is set in 9."""

_PADDING = 4.0
_WIDE = frozenset("FWA")


def width_of(text: str) -> int:
    """Return how many narrow characters wide the text is.

    Example:
        >>> width_of("得分A")
        5
    """
    return sum(2 if east_asian_width(sign) in _WIDE else 1 for sign in text)


def lines_of(text: str, width: float) -> int:
    """Return how many lines the text takes in a column of so many narrow characters."""
    fitting = max(int(width * SIGNS_PER_UNIT), 2)
    pieces = text.replace(LINE_BREAK, "\n").split("\n")
    return sum(max(1, -(-width_of(piece) // fitting)) for piece in pieces)


def row_heights(
    cells: tuple[GridCell, ...], widths: tuple[float, ...], rows: int
) -> tuple[float, ...]:
    """Return a height for each row; what a tall merged cell lacks is spread over its rows."""
    heights = [LINE_HEIGHT + _PADDING] * rows
    for cell in sorted(cells, key=lambda cell: cell.row_span):
        width = sum(widths[cell.column : cell.column + cell.column_span])
        needed = lines_of(cell.text, width) * LINE_HEIGHT + _PADDING
        covered = range(cell.row, cell.row + cell.row_span)
        missing = needed - sum(heights[row] for row in covered)
        for row in covered:
            heights[row] += max(missing, 0.0) / cell.row_span
    return tuple(heights)
