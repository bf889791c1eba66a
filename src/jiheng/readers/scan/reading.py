"""Leaves of paper → what stands on them, at its places in the picture that was given."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from jiheng.formats.errors import FormatError
from jiheng.formats.pages.page import Box, Glyph, Page, Ruling
from jiheng.formats.pages.spans import TOLERANCE
from jiheng.model.document import Block, Grid, GridCell, Stamp
from jiheng.readers.paged import blocks_of
from jiheng.readers.scan.leaf import Leaf, leaves_of
from jiheng.readers.scan.matrices import box_at
from jiheng.readers.scan.pixels import A4_POINTS, Matrix, sides
from jiheng.readers.scan.text.page import glyphs_on, is_upside_down
from jiheng.rulebook.phrases import phrase

_PERHAPS_ELSEWHERE = 0.9
"""How sure a text is at most that may belong to another cell, however well it was read."""

MOST_WRONG = 1.0
"""Where more borders are to be expected wrong than this, rows may be missing: none are read."""

_PLACES = 1
"""Decimals of a place in a picture."""


class _Read(Struct, frozen=True, kw_only=True, eq=False):
    """A page with its letters read, and what remains of its leaf.

    Attributes:
        point: pixels in a point, if the page is A4.
        to_given: takes pixels of the upright page to those of the picture.
        doubtful: borders that may be drawn or not, in points.
    """

    page: Page
    doubtful: tuple[Ruling, ...]
    point: float
    to_given: Matrix


def read_scan(data: bytes) -> tuple[Block, ...]:
    """Return paragraphs, tables and seals of a file of pixels; boxes are in its own pixels.

    Raises:
        FormatError: the file is damaged, has too many pixels or pages, or lines that are too faint.
    """
    return read_leaves(leaves_of(data))


def read_leaves(leaves: Iterable[Leaf | Page]) -> tuple[Block, ...]:
    """Return paragraphs, tables and seals of leaves, and of pages whose letters are known.

    Boxes are in pixels of the pictures given; those of known pages stay as they are.
    """
    read: dict[int, _Read] = {}

    def known(leaf: Leaf | Page) -> Page:
        if isinstance(leaf, Page):
            return leaf
        read[leaf.number] = _read(leaf)
        return read[leaf.number].page

    # Mapped, so that each leaf is let go of before the next is unpacked.
    blocks = blocks_of(map(known, leaves))
    return tuple(_placed(block, read) for block in blocks)


def _read(leaf: Leaf) -> _Read:
    if leaf.wrong > MOST_WRONG:
        raise FormatError(phrase("picture.broken-lines", page=str(leaf.number)))
    point = max(sides(leaf.gray)) / A4_POINTS
    tolerance = TOLERANCE * point
    if is_upside_down(leaf.gray, leaf.rulings, tolerance):
        leaf = leaf.upside_down()
    wide, high = sides(leaf.gray)
    page = Page(
        number=leaf.number,
        width=wide / point,
        height=high / point,
        glyphs=tuple(
            _in_points(glyph, point)
            for glyph in glyphs_on(leaf.gray, leaf.rulings, tolerance, leaf.seals)
        ),
        rulings=tuple(_line_in_points(line, point) for line in leaf.rulings),
        stamps=tuple(_box_in_points(box, point) for box in leaf.seals),
    )
    return _Read(
        page=page,
        doubtful=tuple(_line_in_points(line, point) for line in leaf.doubtful),
        point=point,
        to_given=leaf.to_given,
    )


def _in_points(glyph: Glyph, point: float) -> Glyph:
    return replace(glyph, box=_box_in_points(glyph.box, point))


def _box_in_points(box: Box, point: float) -> Box:
    left, top, right, bottom = box
    return left / point, top / point, right / point, bottom / point


def _line_in_points(line: Ruling, point: float) -> Ruling:
    return Ruling(
        left=line.left / point,
        top=line.top / point,
        right=line.right / point,
        bottom=line.bottom / point,
    )


def _placed(block: Block, pages: dict[int, _Read]) -> Block:
    """Return a table with its cells, or a seal, where they stand in the picture given."""
    if isinstance(block, Stamp) and block.page in pages:
        return replace(block, box=_given(block.box, pages[block.page]))
    if not isinstance(block, Grid) or block.page is None:
        return block
    cells = [_moved(cell, pages.get(cell.page or block.page)) for cell in block.cells]
    numbers = {cell.page or block.page for cell in block.cells}
    recognised = tuple(sorted(numbers & pages.keys()))
    return replace(block, cells=tuple(cells), recognised=recognised)


def _moved(cell: GridCell, read: _Read | None) -> GridCell:
    box = cell.box
    if read is None or box is None:
        return cell
    is_doubtful = any(_touches(line, box) for line in read.doubtful)
    return replace(
        cell,
        box=_given(box, read),
        confidence=min(cell.confidence, _PERHAPS_ELSEWHERE if is_doubtful else 1.0),
    )


def _touches(line: Ruling, box: Box) -> bool:
    """Whether a line runs along a side of a box, or within it."""
    left, top, right, bottom = box
    across = min(line.right, right) - max(line.left, left)
    down = min(line.bottom, bottom) - max(line.top, top)
    return min(across, down) >= -TOLERANCE and max(across, down) > TOLERANCE


def _given(box: Box, read: _Read) -> Box:
    """Return where a box in points of a page stands in its picture."""
    left, top, right, bottom = (side * read.point for side in box)
    left, top, right, bottom = box_at(read.to_given, (left, top, right, bottom))
    return (
        round(left, _PLACES), round(top, _PLACES), round(right, _PLACES), round(bottom, _PLACES)
    )  # fmt: skip
