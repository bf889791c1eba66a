"""Leaves of paper → what stands on them, at its places in the picture that was given."""

from collections.abc import Iterable, Iterator

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
"""Where more borders than this are to be expected wrong, rows may be missing: better none are read."""

_PLACES = 1
"""Decimals of a place in a picture."""


class _Read(Struct, frozen=True, kw_only=True, eq=False):
    """A page with its letters read, and what remains of its leaf.

    Attributes:
        point: pixels in a point, if the page is A4.
        to_given: takes pixels of the upright page to those of the picture.
        seals: in pixels of the upright page.
        doubtful: borders that may be drawn or not, in points.
    """

    page: Page
    doubtful: tuple[Ruling, ...]
    point: float
    to_given: Matrix
    seals: tuple[Box, ...]


def read_scan(data: bytes) -> tuple[Block, ...]:
    """Return paragraphs, tables and seals of a file of pixels; boxes are in its own pixels.

    Raises:
        FormatError: the file is damaged, has too many pixels or pages, or lines that are too faint.
    """
    return read_leaves(leaves_of(data))


def read_leaves(leaves: Iterable[Leaf]) -> tuple[Block, ...]:
    """Return paragraphs, tables and seals of leaves; boxes are in pixels of the pictures given."""
    # Each leaf is let go of before the next is unpacked.
    read = {each.page.number: each for each in map(_read, leaves)}
    blocks = blocks_of(each.page for each in read.values())
    return (*(_placed(block, read) for block in blocks), *_stamps(read.values()))


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
            _in_points(glyph, point) for glyph in glyphs_on(leaf.gray, leaf.rulings, tolerance)
        ),
        rulings=tuple(_line_in_points(line, point) for line in leaf.rulings),
    )
    return _Read(
        page=page,
        doubtful=tuple(_line_in_points(line, point) for line in leaf.doubtful),
        point=point,
        to_given=leaf.to_given,
        seals=leaf.seals,
    )


def _in_points(glyph: Glyph, point: float) -> Glyph:
    left, top, right, bottom = (side / point for side in glyph.box)
    return replace(glyph, box=(left, top, right, bottom))


def _line_in_points(line: Ruling, point: float) -> Ruling:
    return Ruling(
        left=line.left / point,
        top=line.top / point,
        right=line.right / point,
        bottom=line.bottom / point,
    )


def _placed(block: Block, pages: dict[int, _Read]) -> Block:
    """Return a table with its cells where they stand in the picture given."""
    if not isinstance(block, Grid) or block.page is None:
        return block
    cells = tuple(_moved(cell, pages[cell.page or block.page]) for cell in block.cells)
    return replace(block, cells=cells)


def _moved(cell: GridCell, read: _Read) -> GridCell:
    if cell.box is None:
        return cell
    left, top, right, bottom = (side * read.point for side in cell.box)
    is_doubtful = any(_touches(line, cell.box) for line in read.doubtful)
    return replace(
        cell,
        box=_given((left, top, right, bottom), read.to_given),
        confidence=min(cell.confidence, _PERHAPS_ELSEWHERE if is_doubtful else 1.0),
    )


def _touches(line: Ruling, box: Box) -> bool:
    """Whether a line runs along a side of a box, or within it."""
    left, top, right, bottom = box
    across = min(line.right, right) - max(line.left, left)
    down = min(line.bottom, bottom) - max(line.top, top)
    return min(across, down) >= -TOLERANCE and max(across, down) > TOLERANCE


def _stamps(pages: Iterable[_Read]) -> Iterator[Stamp]:
    for read in pages:
        for box in read.seals:
            yield Stamp(page=read.page.number, box=_given(box, read.to_given))


def _given(box: Box, matrix: Matrix) -> Box:
    left, top, right, bottom = box_at(matrix, box)
    return (
        round(left, _PLACES), round(top, _PLACES), round(right, _PLACES), round(bottom, _PLACES)
    )  # fmt: skip
