"""Pieces of ink in a cell, or around the tables, as lines of text."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import fmean, median

from msgspec import Struct
from msgspec.structs import replace

from jiheng.formats.pages.page import Box
from jiheng.readers.scan.text.ink import Pieces, within

Span = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels."""


class Line(Struct, frozen=True, kw_only=True, gc=False):
    """A line of text.

    Attributes:
        mark: what it says, where its shape tells it: a dash, or a row of dots.
        is_parted: wide white is between its letters, where a ruling line may have been overlooked,
            or strokes of a pen, which hide some.
    """

    box: Span
    mark: str | None = None
    is_parted: bool = False


_LEAST, _MOST = 7, 120
"""Letters are between so many pixels high and wide."""

# All further measures are in heights of a line.
_TELLING, _SMALLEST, _LARGEST = 12, 0.5, 1.8
"""A part of a page with so many pieces tells how large its own type is, within these bounds."""

_SPECK = 0.1
"""A piece smaller than this to all sides is dust."""

_STROKE = 2.6
"""What is higher, outside the tables, is no letter: a signature, a shadow."""

_ONE_LINE = 1.5
"""What is no higher is one line."""

_WHOLE, _GAP = 1.2, 0.6
"""Parts of a sign that stand above one another (二, 三, ≥) are together no higher than the first,
and no farther apart than the second."""

_TALL = 0.5
"""Pieces as high as this tell where the lines are; the smaller ones follow."""

_EDGE, _RULED = 0.25, 0.14
"""What lies no farther from the edge than the first, and is no thicker than the second, is the
rest of a ruling line."""

_STREAK, _THROUGH, _CLOSE = 0.2, 0.9, 0.3
"""What is no wider than the first and higher than the second is a streak, for digits are lower, or
part of a letter so close to it."""

_SMALL = 0.28
"""A dot or a comma is no larger."""

_BESIDE = 0.35
"""A dot so far from all letters is dust."""

_FLAT, _DASH = 0.22, 0.7
"""A line of one piece no higher than the first is a dash; wider than the second, a long one."""

DASHES = ("-", "—")
"""Marks that stand in a cell in place of text."""

_FEWEST_DOTS = 3

_LEAST_DASH, _DASH_SHAPE = 0.2, 1.5
"""A flat piece wider than this, and so many times as wide as high, is a dash however small."""

_PARTED = 1.8
"""Letters of one cell are closer than this, but for labels set wide."""

_APART = 1.6
"""Between two texts at the same height is at least so much white."""


def line_height(pieces: Pieces) -> float:
    """Return how high a line of text is on a page, in pixels, by its larger pieces; 0 without."""
    sizes = [max(row[2] - row[0], row[3] - row[1]) for row in pieces.tolist()]
    letters = [size for size in sizes if _LEAST < size < _MOST]
    if not letters:
        return 0.0
    middle = median(letters)
    return float(median(size for size in letters if size >= middle))


def own_height(pieces: Pieces, height: float) -> float:
    """Return how high a line is in one part of a page, which may be set in another type."""
    if len(pieces) < _TELLING:
        return height
    return min(max(line_height(pieces), _SMALLEST * height), _LARGEST * height)


def letters_in(pieces: Pieces, box: Box, height: float) -> list[Span]:
    """Return what may be letters in a cell: no dust, no streak, no rest of a ruling line.

    Args:
        pieces: those of the page.
        box: the cell's.
        height: of a line on this page, in pixels.
    """
    found: list[Span] = []
    strokes: list[Span] = []
    for left, top, right, bottom, _ in pieces[within(pieces, box)].tolist():
        wide, high = right - left, bottom - top
        if max(wide, high) <= _SPECK * height:
            continue
        beside = min(left - box[0], box[2] - right) < _EDGE * height
        under = min(top - box[1], box[3] - bottom) < _EDGE * height
        if (beside and wide < _RULED * height) or (under and high < _RULED * height):
            continue
        is_stroke = wide < _STREAK * height and high > _THROUGH * height
        (strokes if is_stroke else found).append((left, top, right, bottom))
    return found + [stroke for stroke in strokes if _is_of_a_letter(stroke, found, height)]


def _is_of_a_letter(stroke: Span, letters: list[Span], height: float) -> bool:
    """Whether an upright stroke stands close beside the rest of a letter, as in 旧 and 川."""
    left, top, right, bottom = stroke
    return bottom - top < _WHOLE * height and any(
        max(left - other[2], other[0] - right) < _CLOSE * height
        and min(bottom, other[3]) - max(top, other[1]) > _TALL * height
        for other in letters
    )


def lines_in(letters: list[Span], height: float) -> list[Line]:
    """Return the lines of text that letters form, from the top down.

    Args:
        letters: those of one cell, or of a part of the page without cells.
        height: of a line on this page, in pixels.
    """
    groups = (line for band in _bands(letters, height) for line in _lines(band, height))
    lines = (_line(sorted(group), height) for group in groups)
    return [line for line in lines if line is not None]


def _line(letters: list[Span], height: float) -> Line | None:
    """Return a line without the dust beside it; None where it is only dust."""
    small = [_size(letter) < _SMALL * height for letter in letters]
    if all(small):
        return _small(letters, height)
    while small[0] and letters[1][0] - letters[0][2] > _BESIDE * height:
        del small[0], letters[0]
    while small[-1] and letters[-1][0] - letters[-2][2] > _BESIDE * height:
        del small[-1], letters[-1]
    box = _around(letters)
    if len(letters) == 1 and box[3] - box[1] < _FLAT * height:
        signs = max(1, round((box[2] - box[0]) / height))
        return Line(box=box, mark="—" * signs if box[2] - box[0] > _DASH * height else "-")
    gap = max((right[0] - left[2] for left, right in pairwise(letters)), default=0)
    return Line(box=box, is_parted=gap > _PARTED * height)


def _size(letter: Span) -> int:
    return max(letter[2] - letter[0], letter[3] - letter[1])


def _small(letters: list[Span], height: float) -> Line | None:
    """Return a row of dots, or a short dash, as a line; other small pieces are dust."""
    box = _around(letters)
    wide, high = box[2] - box[0], box[3] - box[1]
    if len(letters) >= _FEWEST_DOTS and high < _SMALL * height:
        return Line(box=box, mark="." * len(letters))
    is_dash = len(letters) == 1 and wide >= max(_LEAST_DASH * height, _DASH_SHAPE * high)
    return Line(box=box, mark="-") if is_dash else None


def texts_in(letters: list[Span], height: float) -> list[Line]:
    """Return the texts outside the tables, each of one line.

    Wide white between letters at the same height makes them two texts. Where somebody wrote over
    a text, letters went with the strokes of the pen.
    """
    texts: list[list[Span]] = []
    pen = [each for each in letters if each[3] - each[1] >= _STROKE * height]
    letters = [each for each in letters if each not in pen]
    for band in _bands(letters, height):
        for line in _lines(band, height):
            end = 0
            for at, letter in enumerate(sorted(line)):
                if not at or letter[0] - end > _APART * height:
                    texts.append([])
                texts[-1].append(letter)
                end = max(end, letter[2])
    lines = (_line(text, height) for text in texts)
    return [
        replace(line, is_parted=True) if _are_beside(line.box, pen, _APART * height) else line
        for line in lines
        if line is not None
    ]


def _are_beside(box: Span, strokes: list[Span], near: float) -> bool:
    left, top, right, bottom = box
    return any(
        max(left - stroke[2], stroke[0] - right) < near and stroke[1] < bottom and top < stroke[3]
        for stroke in strokes
    )


def _bands(letters: list[Span], height: float) -> Iterator[list[Span]]:
    """Yield letters that no white line parts, or only one inside a sign."""
    band: list[Span] = []
    top = bottom = 0
    for letter in sorted(letters, key=lambda letter: letter[1]):
        is_near = letter[1] < bottom or (
            max(bottom, letter[3]) - top <= _WHOLE * height and letter[1] - bottom <= _GAP * height
        )
        if band and not is_near:
            yield band
            band = []
        top = letter[1] if not band else top
        bottom = letter[3] if not band else max(bottom, letter[3])
        band.append(letter)
    if band:
        yield band


def _lines(band: list[Span], height: float) -> list[list[Span]]:
    """Return the lines of a band, which are several where their letters reach into one another."""
    tall = [bottom - top for _, top, _, bottom in band if bottom - top >= _TALL * height]
    one = max(height, median(tall or [0]))
    box = _around(band)
    if box[3] - box[1] <= _ONE_LINE * one:
        return [band]
    lines: list[list[Span]] = []
    low: list[Span] = []
    for letter in sorted(band, key=_middle):
        if letter[3] - letter[1] < _TALL * height:
            low.append(letter)
        elif lines and _middle(letter) - fmean(map(_middle, lines[-1])) < _TALL * height:
            lines[-1].append(letter)
        else:
            lines.append([letter])
    # Where a line is its letters tell together: a stroke of a pen, or a low one, draws none to it.
    spans = [(median(each[1] for each in line), median(each[3] for each in line)) for line in lines]
    for letter in low:
        away = [_distance(letter, *span) for span in spans]
        if away and min(away) <= _TALL * height:
            lines[away.index(min(away))].append(letter)
        else:
            lines.append([letter])
    return sorted(lines, key=lambda line: _around(line)[1])


def _distance(letter: Span, top: float, bottom: float) -> float:
    """Return how far the middle of a letter lies above or below a line; 0 within."""
    return max(top - _middle(letter), _middle(letter) - bottom, 0.0)


def _middle(letter: Span) -> float:
    return (letter[1] + letter[3]) / 2


def _around(letters: Iterable[Span]) -> Span:
    left, top, right, bottom = zip(*letters, strict=True)
    return (min(left), min(top), max(right), max(bottom))
