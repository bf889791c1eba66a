"""Upright pages → what stands on them, at its places in the picture that was given."""

from collections.abc import Iterable, Iterator

import cv2
from msgspec.structs import replace
from numpy import array, float64

from jiheng.formats.pages.page import Box, Glyph, Page, Ruling
from jiheng.formats.pages.spans import TOLERANCE
from jiheng.model.document import Block, Grid, GridCell, Stamp
from jiheng.readers.paged import blocks_of
from jiheng.readers.scan.text.ink import bleached
from jiheng.readers.scan.text.page import glyphs_on
from jiheng.readers.scan.upright import Matrix, Upright

_PLACES = 1
"""Decimals of a place in a picture."""


def read_pages(pages: Iterable[Upright]) -> tuple[Block, ...]:
    """Return paragraphs, tables and seals of pages; boxes are in pixels of the pictures given."""
    upright = tuple(pages)
    blocks = blocks_of(page_of(each, number) for number, each in enumerate(upright, 1))
    placed = tuple(_placed(block, upright) for block in blocks)
    return (*placed, *_stamps(upright))


def page_of(upright: Upright, number: int) -> Page:
    """Return a page with its lines of text and ruling lines, in points of A4.

    Args:
        upright: the page.
        number: from 1.
    """
    point = upright.point
    glyphs = glyphs_on(bleached(upright.picture), upright.rulings, TOLERANCE * point)
    return Page(
        number=number,
        width=upright.picture.shape[1] / point,
        height=upright.picture.shape[0] / point,
        glyphs=tuple(_in_points(glyph, point) for glyph in glyphs),
        rulings=tuple(
            Ruling(
                left=line.left / point,
                top=line.top / point,
                right=line.right / point,
                bottom=line.bottom / point,
            )
            for line in upright.rulings
        ),
    )


def _in_points(glyph: Glyph, point: float) -> Glyph:
    left, top, right, bottom = (side / point for side in glyph.box)
    return replace(glyph, box=(left, top, right, bottom))


def _placed(block: Block, pages: tuple[Upright, ...]) -> Block:
    """Return a table with its cells where they stand in the picture given."""
    if not isinstance(block, Grid):
        return block
    first = block.page or 1
    cells = tuple(_moved(cell, pages[(cell.page or first) - 1]) for cell in block.cells)
    return replace(block, cells=cells)


def _moved(cell: GridCell, page: Upright) -> GridCell:
    if cell.box is None:
        return cell
    left, top, right, bottom = (side * page.point for side in cell.box)
    return replace(cell, box=_around((left, top, right, bottom), page.back))


def _stamps(pages: tuple[Upright, ...]) -> Iterator[Stamp]:
    for number, page in enumerate(pages, 1):
        yield from (Stamp(page=number, box=_around(box, page.back)) for box in page.stamps)


def _around(box: Box, back: Matrix) -> Box:
    """Return the box around a box of the upright page, in the picture given."""
    left, top, right, bottom = box
    corners = array([[(left, top), (right, top), (right, bottom), (left, bottom)]], dtype=float64)
    moved = cv2.perspectiveTransform(corners, back)[0]
    low, high = moved.min(axis=0), moved.max(axis=0)
    return (
        round(float(low[0]), _PLACES),
        round(float(low[1]), _PLACES),
        round(float(high[0]), _PLACES),
        round(float(high[1]), _PLACES),
    )
