"""A page of paper as a picture shows it, brought upright: what is read of scans and photos."""

from collections.abc import Iterator

import cv2
from msgspec import Struct
from numpy import full, ones, repeat, uint8

from jiheng.formats.pages.page import Box, Ruling
from jiheng.readers.scan.direction import quarters_of
from jiheng.readers.scan.ground import without_ground
from jiheng.readers.scan.lighting import evenly_lit
from jiheng.readers.scan.matrices import box_at, inverse, nothing, points_at, quarter, scaled
from jiheng.readers.scan.perspective import lean_of, segments_of
from jiheng.readers.scan.pictures import pictures_of
from jiheng.readers.scan.pixels import Matrix, Picture, sides
from jiheng.readers.scan.seals import coloured_ink, seals_of, without_colour
from jiheng.readers.scan.seen_lines import lines_on
from jiheng.readers.scan.streaks import streaks_in, without_streaks

_LONGEST = 3600
"""Larger pictures are made smaller first: A4 at 300 dots an inch, in pixels."""

_LOOK = 1200
"""How a page leans is told from a picture so many pixels long."""

_SOFT = 0.8
"""And so little sharp that the steps of a leaning line are none."""

_LEAST_LINES = 3.0
"""Less than so many lengths of the picture in lines says nothing about how a page leans."""

_PAPER = 255

_BLACK, _WHITE = 32, 223
"""All that is between is gray."""

_GRAY = 0.002
"""A picture with a smaller share of gray knows none."""

_EDGE = 11
"""Pixels at the edge of what was seen that are given up."""


class Leaf(Struct, frozen=True, kw_only=True, eq=False):
    """One page; all places are pixels of the upright page, except for ``given``.

    Attributes:
        number: of the page in its file, from 1.
        gray: the upright page, paper white, without seals.
        rulings: its ruling lines.
        doubtful: borders between cells that may be drawn or not.
        wrong: how many borders are to be expected wrong.
        seals: boxes of its coloured seals.
        to_given: takes points of the upright page to points of the picture as it was given.
    """

    number: int
    gray: Picture
    rulings: tuple[Ruling, ...]
    doubtful: tuple[Ruling, ...]
    wrong: float
    seals: tuple[Box, ...]
    to_given: Matrix

    def given(self, box: Box) -> Box:
        """Return the box in the picture as it was given that holds a box of the upright page."""
        return box_at(self.to_given, box)

    def upside_down(self) -> "Leaf":
        """Return the same page turned by half: only its letters tell which end is up."""
        wide, high = sides(self.gray)
        turn = quarter(2, wide, high)
        return Leaf(
            number=self.number,
            gray=cv2.rotate(self.gray, cv2.ROTATE_180),
            rulings=tuple(_turned(line, turn) for line in self.rulings),
            doubtful=tuple(_turned(line, turn) for line in self.doubtful),
            wrong=self.wrong,
            seals=tuple(box_at(turn, box) for box in self.seals),
            to_given=self.to_given @ inverse(turn),
        )


def leaves_of(data: bytes) -> Iterator[Leaf]:
    """Yield the pages of a file of pixels.

    Raises:
        FormatError: the file is damaged, or has too many pixels or pages.
    """
    for number, picture in enumerate(pictures_of(data), 1):
        yield leaf_of(picture, number)


def leaf_of(picture: Picture, number: int = 1) -> Leaf:
    """Return the page that a picture shows; the picture is red, green and blue."""
    is_two_toned = _is_two_toned(picture)
    wide, high = sides(picture)
    scale = min(_LONGEST / max(wide, high), 1.0)
    if scale < 1:
        size = (round(wide * scale), round(high * scale))
        picture = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    streaks = streaks_in(picture)
    picture = without_streaks(picture, streaks)
    matrix, size = _upright(picture)
    back = inverse(matrix)
    page = cv2.warpPerspective(
        picture, back, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    lit = evenly_lit(page)
    ground = without_ground(page)
    lit[(_unseen(sides(picture), back, size) + ground) > 0] = _PAPER
    ink = coloured_ink(lit)
    gray = without_colour(lit, ink)
    down = repeat(streaks[None, :].astype(uint8), len(picture), axis=0)
    streaked = cv2.warpPerspective(down, back, size, flags=cv2.INTER_NEAREST)
    taken = cv2.max(cv2.max(ink, streaked), ground)
    lines = lines_on(gray, taken, is_two_toned=is_two_toned)
    return Leaf(
        number=number,
        gray=gray,
        rulings=lines.rulings,
        doubtful=lines.doubtful,
        wrong=lines.wrong,
        seals=seals_of(lit),
        to_given=scaled(1 / scale) @ matrix,
    )


def _is_two_toned(picture: Picture) -> bool:
    """Whether a picture knows black and white, and hardly any gray."""
    gray = picture[::3, ::3].max(axis=2)
    return float(((gray > _BLACK) & (gray < _WHITE)).mean()) < _GRAY


def _upright(picture: Picture) -> tuple[Matrix, tuple[int, int]]:
    """Return what takes the upright page to the picture, and the size of the upright page."""
    wide, high = sides(picture)
    scale = min(_LOOK / max(wide, high), 1.0)
    small = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    size = (max(round(wide * scale), 1), max(round(high * scale), 1))
    small = cv2.GaussianBlur(cv2.resize(small, size, interpolation=cv2.INTER_AREA), (0, 0), _SOFT)
    lean = lean_of(segments_of(small) / scale, wide, high)
    matrix = nothing() if lean is None or lean.length < _LEAST_LINES else lean.matrix
    level = cv2.warpPerspective(
        small, scaled(scale) @ inverse(matrix) @ scaled(1 / scale), size,
        flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE,
    )  # fmt: skip
    turns = quarters_of(level)
    turned = (high, wide) if turns % 2 else (wide, high)
    return matrix @ inverse(quarter(turns, wide, high)), turned


def _unseen(seen: tuple[int, int], back: Matrix, size: tuple[int, int]) -> Picture:
    """Return 1 where the picture shows nothing of the page."""
    whole = cv2.warpPerspective(
        full((seen[1], seen[0]), 1, uint8), back, size, flags=cv2.INTER_NEAREST
    )
    inside = cv2.erode(
        whole, ones((_EDGE, _EDGE), uint8), borderType=cv2.BORDER_CONSTANT, borderValue=(0,)
    )
    return 1 - inside


def _turned(line: Ruling, turn: Matrix) -> Ruling:
    (x, y), (to_x, to_y) = points_at(turn, ((line.left, line.top), (line.right, line.bottom)))
    return Ruling(left=min(x, to_x), top=min(y, to_y), right=max(x, to_x), bottom=max(y, to_y))
