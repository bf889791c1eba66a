"""Seals and signatures, as they stand on forms that were handed in on paper."""

from functools import cache
from importlib.resources import files

import cv2
import pypdfium2 as pdfium
from msgspec import Struct
from numpy import asarray, float32, int32, linspace, stack

from jiheng.corpus.scanning.arrangement import Segment
from jiheng.corpus.scanning.picture import Dice, Picture, Plane, as_picture
from jiheng.corpus.scanning.sheet import drawn
from jiheng.writers.pdf.typesetter import compiled

_INKS = ("#d8232a", "#c8102e", "#e0413c")
_BLUE = "#2b3a9b"

_ROUND, _OVAL = (119.0, 119.0), (128.0, 85.0)
"""A seal of 42 mm and one of 45 by 30 mm, in points."""

_WORN = 0.35
"""The share of its ink that a seal may lose in places."""


class Stamp(Struct, frozen=True, kw_only=True):
    """What one stamp says, and how it looks; width and height in points."""

    words: str
    middle: str
    ink: str
    size: tuple[float, float]


def some_stamps(count: int, words: str, dice: Dice) -> tuple[Stamp, ...]:
    """Return a round red seal, then an oval one; the words are those of the round one."""
    ink = str(dice.choice(_INKS))
    second = _BLUE if dice.random() < 1 / 4 else ink
    seals = (
        Stamp(words=words, middle="", ink=ink, size=_ROUND),
        Stamp(words="已审核", middle=f"{dice.integers(2021, 2027)}-{dice.integers(1, 13):02d}",
              ink=second, size=_OVAL),
    )  # fmt: skip
    return seals[:count]


def stamped(
    page: Picture, stamp: Stamp, middle: tuple[float, float], scale: float, dice: Dice
) -> tuple[Picture, Segment]:
    """Return the page with a stamp on it, and the box of the stamp.

    Args:
        page: the clean page.
        stamp: what is stamped.
        middle: where, in pixels.
        scale: pixels in a point.
        dice: of how it lies and how much ink it leaves.
    """
    seal = _turned(_drawn(stamp, scale), float(dice.uniform(-12, 12)))
    high, wide = seal.shape[:2]
    left = int(min(max(middle[0] - wide / 2, 0), page.shape[1] - wide))
    top = int(min(max(middle[1] - high / 2, 0), page.shape[0] - high))
    under = page[top : top + high, left : left + wide]
    strength = 1 - _WORN * _blotches(high, wide, dice)
    ink = 1 - (1 - asarray(seal, dtype=float32) / 255) * strength[:, :, None]
    found = page.copy()
    found[top : top + high, left : left + wide] = as_picture(under * ink)
    return found, (left, top, left + wide, top + high)


@cache
def _drawn(stamp: Stamp, scale: float) -> Picture:
    template = (files("jiheng.corpus.scanning") / "stamp.typ").read_bytes()
    wide, high = stamp.size
    inputs = {"words": stamp.words, "middle": stamp.middle, "ink": stamp.ink,
              "wide": str(wide), "high": str(high)}  # fmt: skip
    with pdfium.PdfDocument(compiled(template, inputs)) as document:
        return drawn(document[0], scale)


def _turned(seal: Picture, degrees: float) -> Picture:
    high, wide = seal.shape[:2]
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), degrees, 0.97)
    return cv2.warpAffine(seal, matrix, (wide, high), borderValue=(255, 255, 255))


def _blotches(high: int, wide: int, dice: Dice) -> Plane:
    coarse = dice.random((max(high // 16, 2), max(wide // 16, 2)), dtype=float32)
    return asarray(cv2.resize(coarse, (wide, high), interpolation=cv2.INTER_CUBIC), dtype=float32)


def signed(page: Picture, start: tuple[float, float], scale: float, dice: Dice) -> Picture:
    """Return the page with strokes of a pen that begin there, as quick as a signature."""
    found = page.copy()
    x, y = start
    size = 16 * scale
    for _ in range(int(dice.integers(4, 8))):
        points = _stroke(x, y, size, dice)
        cv2.polylines(found, [points], isClosed=False, color=(40, 30, 30),
                      thickness=max(round(0.9 * scale), 1), lineType=cv2.LINE_AA)  # fmt: skip
        x += size * float(dice.uniform(0.25, 0.6))
    return found


def _stroke(x: float, y: float, size: float, dice: Dice) -> Picture:
    """Return points of a cubic curve between four points of chance."""
    corners = asarray(dice.uniform(-0.6, 0.6, (4, 2)) * size + (x, y))
    t = linspace(0, 1, 24)
    weights = stack([(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3], axis=1)
    return asarray(weights @ corners, dtype=int32).reshape(-1, 1, 2)
