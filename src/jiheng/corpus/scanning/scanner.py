"""Pages as an office's scanner or copier gives them."""

from msgspec import Struct
from numpy import full_like
from numpy.random import default_rng

from jiheng.corpus.scanning.camera import (
    black_and_white,
    faded,
    jpeg,
    noisy,
    png,
    soft,
)
from jiheng.corpus.scanning.inked import inked
from jiheng.corpus.scanning.picture import Dice, Picture
from jiheng.corpus.scanning.placement import turned
from jiheng.corpus.scanning.sheet import POINTS, Sheet
from jiheng.corpus.scanning.shot import Shot, shot
from jiheng.corpus.scanning.wear import (
    with_broken_lines,
    with_dust,
    with_edge_shadow,
    with_holes,
    with_streaks,
)


class Wear(Struct, frozen=True, kw_only=True):
    """How bad a scan may become; of each, up to this.

    Attributes:
        skew: degrees to either side.
        blur: radius in pixels.
        grain: in steps of gray.
        quality: of the JPEG, the lowest and the highest.
        broken: the share of lines that are faint or have gaps.
        black: how gray the ink may come out.
        specks: how many.
        stamps: how many.
        holes: chance of the holes of a folder.
        shadow: how dark an edge may be, as a share of the light.
        streaks: how many.
        two_tones: chance that the machine knew only black and white.
    """

    skew: float
    blur: float
    grain: float
    quality: tuple[int, int]
    broken: float
    black: float
    specks: int
    stamps: int
    holes: float
    shadow: float
    streaks: int
    two_tones: float


DEGREES = (
    Wear(skew=0.6, blur=0.5, grain=2, quality=(80, 90), broken=0.0, black=20, specks=6,
         stamps=1, holes=0.0, shadow=0.0, streaks=0, two_tones=0.0),
    Wear(skew=1.8, blur=0.8, grain=6, quality=(60, 80), broken=0.25, black=60, specks=60,
         stamps=2, holes=0.3, shadow=0.35, streaks=1, two_tones=0.25),
    Wear(skew=3.0, blur=1.1, grain=12, quality=(40, 60), broken=0.6, black=100, specks=200,
         stamps=2, holes=0.6, shadow=0.6, streaks=3, two_tones=0.4),
)  # fmt: skip
"""From an office's good machine to an old copier."""


def scanned(sheet: Sheet, degree: int, seed: int) -> Shot:
    """Return a page as it comes from a scanner.

    Args:
        sheet: the clean page.
        degree: of its damage, 1 to 3.
        seed: of the dice; the same arguments give the same bytes.
    """
    wear, dice = DEGREES[degree - 1], default_rng((seed, degree))
    page = with_broken_lines(sheet.picture, sheet.rulings, sheet.scale, wear.broken, dice)
    page, stamps = inked(page, sheet, int(dice.integers(0, wear.stamps + 1)), dice)
    page = with_dust(page, int(dice.integers(0, wear.specks + 1)), dice)
    if dice.random() < wear.holes:
        page = with_holes(page, sheet.scale * POINTS, dice)
    high, wide = page.shape[:2]
    shift = float(dice.uniform(-12, 12)), float(dice.uniform(-12, 12))
    placement = turned(wide, high, float(dice.uniform(-wear.skew, wear.skew)), shift)
    lid = full_like(page, int(dice.integers(235, 256)))
    seen = _through_glass(placement.laid(page, lid), wear, dice)
    return shot(_file(seen, wear, dice), sheet, placement, stamps)


def _through_glass(picture: Picture, wear: Wear, dice: Dice) -> Picture:
    picture = with_streaks(picture, int(dice.integers(0, wear.streaks + 1)), dice)
    if wear.shadow:
        picture = with_edge_shadow(picture, float(dice.uniform(0, wear.shadow)), dice)
    picture = soft(picture, float(dice.uniform(0, wear.blur)))
    picture = faded(picture, float(dice.uniform(0, wear.black)))
    return noisy(picture, float(dice.uniform(0, wear.grain)), dice)


def _file(picture: Picture, wear: Wear, dice: Dice) -> tuple[bytes, str]:
    if dice.random() < wear.two_tones:
        return png(black_and_white(picture, dice)), ".png"
    return jpeg(picture, int(dice.integers(wear.quality[0], wear.quality[1] + 1))), ".jpg"
