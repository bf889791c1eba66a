"""A page after it was stamped and signed."""

from jiheng.corpus.scanning.arrangement import Segment
from jiheng.corpus.scanning.picture import Dice, Picture
from jiheng.corpus.scanning.sheet import Sheet
from jiheng.corpus.scanning.stamps import signed, some_stamps, stamped

_OWNER = "云溪县示范单位专用"
"""An invented unit."""


def inked(
    page: Picture, sheet: Sheet, stamps: int, dice: Dice
) -> tuple[Picture, tuple[Segment, ...]]:
    """Return the page with so many stamps and a signature, and the boxes of the stamps.

    The first stamp stands anywhere on the lower half of the page, over cells; the second below or
    beside it; the signature begins at the foot of the table.
    """
    high, wide = page.shape[:2]
    boxes: list[Segment] = []
    for stamp in some_stamps(stamps, _OWNER, dice):
        middle = float(dice.uniform(0.15, 0.85) * wide), float(dice.uniform(0.4, 0.9) * high)
        page, box = stamped(page, stamp, middle, sheet.scale, dice)
        boxes.append(box)
    if stamps:
        foot = max((line[3] for line in sheet.rulings), default=high / 2 / sheet.scale)
        start = float(dice.uniform(0.2, 0.6) * wide), (foot + 10) * sheet.scale
        page = signed(page, start, sheet.scale, dice)
    return page, tuple(boxes)
