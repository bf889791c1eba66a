"""Pages as someone's telephone takes them."""

import cv2
from msgspec import Struct
from numpy import asarray, float32
from numpy.random import default_rng

from jiheng.corpus.scanning.camera import (
    hills,
    jpeg,
    noisy,
    shadowed,
    soft,
    tinted,
    unevenly_lit,
)
from jiheng.corpus.scanning.inked import inked
from jiheng.corpus.scanning.picture import Dice, Picture, as_picture
from jiheng.corpus.scanning.placement import Placement, Quad, quarters, seen_from
from jiheng.corpus.scanning.sheet import Sheet
from jiheng.corpus.scanning.shot import Shot, shot
from jiheng.corpus.scanning.wear import with_broken_lines


class Hand(Struct, frozen=True, kw_only=True):
    """How badly a photo may be taken; of each, up to this.

    Attributes:
        lean: how far a corner may stand off, as a share of the page's sides.
        blur: radius in pixels.
        grain: in steps of gray.
        quality: of the JPEG, the lowest and the highest.
        broken: the share of lines that are faint or have gaps.
        light: how uneven, as a share.
        shadow: how dark that of a hand is, as a share.
        warm: how yellow the light is, as a share.
        turns: chance that the picture lies on its side.
    """

    lean: float
    blur: float
    grain: float
    quality: tuple[int, int]
    broken: float
    light: float
    shadow: float
    warm: float
    turns: float


DEGREES = (
    Hand(lean=0.02, blur=0.7, grain=3, quality=(80, 92), broken=0.0, light=0.15, shadow=0.0,
         warm=0.08, turns=0.0),
    Hand(lean=0.05, blur=1.0, grain=6, quality=(65, 85), broken=0.1, light=0.3, shadow=0.3,
         warm=0.15, turns=0.3),
    Hand(lean=0.08, blur=1.4, grain=10, quality=(45, 70), broken=0.25, light=0.45, shadow=0.5,
         warm=0.25, turns=0.6),
)  # fmt: skip
"""From a steady hand at a window to a quick one under a lamp."""

_MARGIN = 0.06
"""Of the table that is seen around the page, as a share of the picture."""

_TABLES = ((62, 88, 120), (70, 70, 74), (40, 52, 66), (150, 160, 168))
"""Wood, gray, dark wood, light stone: blue, green, red."""


def photographed(sheet: Sheet, degree: int, seed: int) -> Shot:
    """Return a page as it comes from a telephone.

    Args:
        sheet: the clean page.
        degree: of its damage, 1 to 3.
        seed: of the dice; the same arguments give the same bytes.
    """
    hand, dice = DEGREES[degree - 1], default_rng((seed, degree, 1))
    page = with_broken_lines(sheet.picture, sheet.rulings, sheet.scale, hand.broken, dice)
    page, stamps = inked(page, sheet, int(dice.integers(0, 3)), dice)
    placement = _held(page, hand, dice)
    lit = _lit(placement.laid(page, _ground(placement, dice)), hand, dice)
    turns = int(dice.integers(1, 4)) if dice.random() < hand.turns else 0
    for _ in range(turns):
        lit = cv2.rotate(lit, cv2.ROTATE_90_CLOCKWISE)
    file = jpeg(lit, int(dice.integers(hand.quality[0], hand.quality[1] + 1)))
    return shot((file, ".jpg"), sheet, quarters(placement, turns), stamps)


def _held(page: Picture, hand: Hand, dice: Dice) -> Placement:
    """Return the page inside the picture, each corner off its place."""
    high, wide = page.shape[:2]
    size = round(wide * (1 + 2 * _MARGIN)), round(high * (1 + 2 * _MARGIN))
    left, top = wide * _MARGIN, high * _MARGIN
    plain = ((left, top), (left + wide, top), (left + wide, top + high), (left, top + high))
    lean = hand.lean
    # Inwards, so that no corner leaves the picture.
    ways = ((1, 1), (-1, 1), (-1, -1), (1, -1))
    corners = [
        (
            x + right * wide * float(dice.uniform(-lean / 3, lean)),
            y + down * high * float(dice.uniform(-lean / 3, lean)),
        )
        for (x, y), (right, down) in zip(plain, ways, strict=True)
    ]
    a, b, c, d = corners
    quad: Quad = (a, b, c, d)
    return seen_from(wide, high, quad, size)


def _ground(placement: Placement, dice: Dice) -> Picture:
    """Return a table top: one colour with a grain that runs across."""
    colour = _TABLES[int(dice.integers(0, len(_TABLES)))]
    high, wide = placement.height, placement.width
    grain = 0.75 + 0.5 * hills(high, wide, 9, dice)
    fine = dice.standard_normal((high, 1), dtype=float32) * 4
    return as_picture(asarray(colour, dtype=float32) * grain[:, :, None] + fine[:, :, None])


def _lit(picture: Picture, hand: Hand, dice: Dice) -> Picture:
    picture = unevenly_lit(picture, float(dice.uniform(0, hand.light)), dice)
    if hand.shadow:
        picture = shadowed(picture, float(dice.uniform(0, hand.shadow)), dice)
    warm = float(dice.uniform(0, hand.warm))
    picture = tinted(picture, 0.95 - warm, 0.95 - warm / 3, 0.95)
    picture = soft(picture, float(dice.uniform(0.3, hand.blur)))
    return noisy(picture, float(dice.uniform(1, hand.grain)), dice)
