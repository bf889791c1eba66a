"""Pieces of ink in a cell, or around the tables, as lines of text."""

from collections.abc import Iterable, Iterator
from statistics import fmean, median

from jiheng.readers.scan.ink import Pieces

Span = tuple[int, int, int, int]
"""Left, top, right and bottom in pixels."""

_LEAST, _MOST = 7, 120
"""Letters are between so many pixels high and wide."""

# All further measures are in heights of a line.
_SPECK = 0.1
"""A piece smaller than this to all sides is dust."""

_STROKE = 2.6
"""What is higher is no letter: a stamp, a signature, a streak."""

_ONE_LINE = 1.5
"""What is no higher is one line."""

_WHOLE, _GAP = 1.2, 0.5
"""Parts of a sign that stand above one another (二, 三, ≥) are together no higher than the first,
and no farther apart than the second."""

_TALL = 0.5
"""Pieces as high as this tell where the lines are; the smaller ones follow."""

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


def lines_in(pieces: Pieces, height: float) -> list[Span]:
    """Return the boxes of the lines of text that pieces form, from the top down.

    Args:
        pieces: those of one cell, or of a part of the page without cells.
        height: of a line on this page, in pixels.
    """
    letters = [
        (left, top, right, bottom)
        for left, top, right, bottom, _ in pieces.tolist()
        if max(right - left, bottom - top) > _SPECK * height and bottom - top < _STROKE * height
    ]
    return [_around(line) for band in _bands(letters, height) for line in _lines(band, height)]


def texts_in(line: Span, pieces: Pieces, height: float) -> list[Span]:
    """Return a line cut where so much white is between its letters that they are two texts."""
    _, top, _, bottom = line
    letters = sorted(
        (row[0], row[1], row[2], row[3])
        for row in pieces.tolist()
        if top <= (row[1] + row[3]) / 2 <= bottom
        and max(row[2] - row[0], row[3] - row[1]) > _SPECK * height
    )
    found: list[list[Span]] = []
    end = 0
    for letter in letters:
        if not found or letter[0] - end > _APART * height:
            found.append([])
        found[-1].append(letter)
        end = max(end, letter[2])
    return [_around(text) for text in found]


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
    highest = max(bottom - top for _, top, _, bottom in band)
    one = max(height, highest)
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
    for letter in low:
        near = min(lines, key=lambda line: _distance(letter, line), default=None)
        if near is None or _distance(letter, near) > _TALL * height:
            lines.append([letter])
        else:
            near.append(letter)
    return sorted(lines, key=lambda line: _around(line)[1])


def _distance(letter: Span, line: list[Span]) -> float:
    """Return how far the middle of a letter lies above or below a line; 0 within."""
    _, top, _, bottom = _around(line)
    return max(top - _middle(letter), _middle(letter) - bottom, 0.0)


def _middle(letter: Span) -> float:
    return (letter[1] + letter[3]) / 2


def _around(letters: Iterable[Span]) -> Span:
    left, top, right, bottom = zip(*letters, strict=True)
    return (min(left), min(top), max(right), max(bottom))
