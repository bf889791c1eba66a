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

PAD, PAD_SIDE = 0.18, 0.25
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


def fitted(boxes: tuple[Box, ...], rows: int, around: Around, *, least: float) -> Fitted:
    """Return the largest type that keeps the form on one page, with whole words if it can.

    Type smaller than ``least`` is not tried: the form then takes several pages.
    """
    values = tuple(box for box in boxes if not box.is_heading)
    whole = _whole(boxes, rows, around, least)
    return (
        _first(whole, boxes, WHOLE_HEADINGS_FROM)
        or _first(whole, values, WHOLE_VALUES_FROM)
        or _first(whole, (), least)
        or _over_pages(boxes, rows)
    )


def _first(found: tuple[Fitted, ...], unbroken: tuple[Box, ...], least: float) -> Fitted | None:
    """Return the first, from ``least`` on, that breaks no word of these cells."""
    for fit in found:
        if fit.size >= least and not any(is_crowded(box, fit.size) for box in unbroken):
            return fit
    return None


def _whole(boxes: tuple[Box, ...], rows: int, around: Around, least: float) -> tuple[Fitted, ...]:
    """Return what fits on one page, the largest type first."""
    sizes = (size for size in SIZES if size >= least)
    found = (_on_one_page(boxes, rows, around, size) for size in sizes)
    return tuple(fit for fit in found if fit is not None)


def _on_one_page(boxes: tuple[Box, ...], rows: int, around: Around, size: float) -> Fitted | None:
    # No size is tried in vain on a form of hundreds of rows.
    if rows * LOWEST * size > around.text_height:
        return None
    heights = _heights(boxes, rows, size)
    # One line is kept for a text that falls into one more than was counted.
    spare = around.text_height - around.heights(size) - sum(heights) - LINE * size
    if spare <= 0:
        return None
    more = min(spare / rows, STRETCH * size)
    return Fitted(size=size, rows=tuple(height + more for height in heights), is_whole=True)


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
