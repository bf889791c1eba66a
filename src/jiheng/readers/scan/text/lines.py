"""Lines of text cut from a page, as the network takes them, and what it sees in them."""

from collections.abc import Iterator, Sequence

import cv2
from numpy import asarray, float32, repeat, zeros

from jiheng.readers.scan.text.ink import WHITE, Gray
from jiheng.readers.scan.text.network import Batch, network
from jiheng.readers.scan.text.rows import Span
from jiheng.readers.scan.text.spelling import Strip, strip_of

HEIGHT = 48
"""Rows of pixels that the network takes."""

NARROWEST, WIDEST = 96, 3200
"""Columns of pixels that it takes; a shorter line is filled up with gray."""

PITCH = 8
"""Columns of pixels for which the network gives one step."""

_STEP = 32
"""Lines whose widths differ by less are read together."""

_PIXELS = 4000
"""Columns read at a time: the answer for them has 100 MB at most."""

_FARTHER = 0.85

_MARGIN = 0.12
"""White around the letters, in heights of the line."""

_INKED = 0.92
"""Letters are inked so high, as a share of the height of type."""


def cut(page: Gray, line: Span, height: float) -> Gray:
    """Return a line of text at the height of the network, with some white around it.

    A line of low signs alone ("-", "…") is cut as high as a line with letters.
    """
    left, top, right, bottom = line
    low = max(0.0, height - (bottom - top)) / 2
    beside = _MARGIN * max(height, bottom - top)
    above = max(0, round(top - low - beside))
    piece = page[
        above : round(bottom + low + beside), max(0, round(left - beside)) : round(right + beside)
    ]
    wide = min(WIDEST, max(8, round(piece.shape[1] * HEIGHT / piece.shape[0])))
    way = cv2.INTER_AREA if piece.shape[0] > HEIGHT else cv2.INTER_CUBIC
    return asarray(cv2.resize(piece, (wide, HEIGHT), interpolation=way), dtype=page.dtype)


def type_size(line: Span, height: float) -> float:
    """Return how high type is in the picture of a line that ``cut`` gives, in pixels."""
    whole = max(height, line[3] - line[1]) * (1 + 2 * _MARGIN)
    return HEIGHT * height / _INKED / whole


def smaller(line: Gray) -> Gray:
    """Return a line as it is seen from a little farther off."""
    wide, high = round(line.shape[1] * _FARTHER), round(HEIGHT * _FARTHER)
    seen = cv2.resize(line, (max(wide, 8), high), interpolation=cv2.INTER_AREA)
    above = (HEIGHT - high) // 2
    framed = cv2.copyMakeBorder(
        seen, above, HEIGHT - high - above, above, above, cv2.BORDER_REPLICATE
    )
    return asarray(framed, dtype=line.dtype)


def strips_of(lines: Sequence[Gray]) -> list[Strip]:
    """Return what the network sees in each line."""
    strips: list[Strip] = [()] * len(lines)
    seen = network()
    for numbers in _batches(lines):
        chances = seen.chances(_batch([lines[number] for number in numbers]))
        for number, each in zip(numbers, chances, strict=True):
            strips[number] = strip_of(each, seen.signs)
    return strips


def _batches(lines: Sequence[Gray]) -> Iterator[list[int]]:
    """Yield the numbers of lines that are about as wide."""
    batch: list[int] = []
    for number in sorted(range(len(lines)), key=lambda number: lines[number].shape[1]):
        wide = _width(lines[number])
        if batch and (wide != _width(lines[batch[0]]) or wide * (len(batch) + 1) > _PIXELS):
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch


def _width(line: Gray) -> int:
    return max(NARROWEST, -(-line.shape[1] // _STEP) * _STEP)


def _batch(lines: list[Gray]) -> Batch:
    batch = zeros((len(lines), 1, HEIGHT, max(map(_width, lines))), dtype=float32)
    for number, line in enumerate(lines):
        batch[number, 0, :, : line.shape[1]] = line.astype(float32) / (WHITE / 2) - 1
    return repeat(batch, 3, axis=1)
