"""The size of type in which a form fits its page, and the heights of its rows."""

from msgspec import Struct

from jiheng.writers.pdf.box import Box
from jiheng.writers.pdf.lines import count_lines
from jiheng.writers.pdf.paper import LINE, Around, lines_height

SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
"""From 五号 to the smallest that can be read on paper."""

WHOLE_HEADINGS_FROM, WHOLE_VALUES_FROM = 9.0, 8.0
"""Smaller type than this is worse than a word that breaks."""

OVER_PAGES = 9.0
"""The size of a form that no size keeps on one page."""

PAD, PAD_SIDE = 0.18, 0.2
"""Least distance of words from the lines around them, in heights of type."""

LOWEST, STRETCH, AIR = 1.5, 1.0, 0.3
"""The lowest row, how much higher it may grow to fill the page, and how much higher all rows are
where the page is no limit, in heights of type."""

Heights = tuple[float, ...]


class Fitted(Struct, frozen=True, kw_only=True):
    """The size of type and the heights of all rows.

    Attributes:
        is_whole: the form stays on one page.
    """

    size: float
    rows: Heights
    is_whole: bool


def room(box: Box, size: float) -> float:
    """Return the squares of type that fit side by side into a cell."""
    return box.width / size - 2 * PAD_SIDE


def is_crowded(box: Box, size: float) -> bool:
    """Whether a word is wider than the cell."""
    return box.words is not None and box.words.longest > room(box, size)


def words_height(box: Box, size: float) -> float:
    """Return how high the words of a cell are."""
    if box.words is None:
        return 0
    return lines_height(count_lines(box.words, room(box, size)), size)


def fitted(boxes: tuple[Box, ...], rows: int, around: Around) -> Fitted:
    """Return the largest type that keeps the form on one page, with whole words if it can."""
    values = tuple(box for box in boxes if not box.is_heading)
    return (
        _largest(boxes, rows, around, whole=boxes, least=WHOLE_HEADINGS_FROM)
        or _largest(boxes, rows, around, whole=values, least=WHOLE_VALUES_FROM)
        or _largest(boxes, rows, around)
        or _over_pages(boxes, rows)
    )


def _largest(
    boxes: tuple[Box, ...],
    rows: int,
    around: Around,
    *,
    whole: tuple[Box, ...] = (),
    least: float = SIZES[-1],
) -> Fitted | None:
    """Return the largest type, from ``least`` on, that breaks no word of the cells ``whole``."""
    for size in SIZES:
        # No size is tried in vain on a form of hundreds of rows.
        is_hopeless = rows * LOWEST * size > around.text_height
        if is_hopeless or size < least or any(is_crowded(box, size) for box in whole):
            continue
        heights = _heights(boxes, rows, size)
        spare = around.text_height - around.heights(size) - sum(heights)
        # One line is kept for a text that falls into one more than was counted.
        if spare > LINE * size:
            more = min((spare - LINE * size) / rows, STRETCH * size)
            grown = tuple(height + more for height in heights)
            return Fitted(size=size, rows=grown, is_whole=True)
    return None


def _over_pages(boxes: tuple[Box, ...], rows: int) -> Fitted:
    heights = (height + AIR * OVER_PAGES for height in _heights(boxes, rows, OVER_PAGES))
    return Fitted(size=OVER_PAGES, rows=tuple(heights), is_whole=False)


def _heights(boxes: tuple[Box, ...], rows: int, size: float) -> Heights:
    """Return the heights; what a tall merged cell lacks is spread over its rows."""
    heights = [LOWEST * size] * rows
    for box in boxes:
        needed = words_height(box, size) + 2 * PAD * size
        covered = range(box.y, box.y + box.h)
        lacking = (needed - sum(heights[row] for row in covered)) / box.h
        if lacking > 0:
            for row in covered:
                heights[row] += lacking
    return tuple(heights)
