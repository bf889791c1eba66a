"""Words of a page as blocks, the lines of one cell each, and blocks as rows."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from msgspec import Struct

from jiheng.formats.pages.page import Box, Glyph
from jiheng.readers.paged.joining import Room, joined
from jiheng.readers.paged.lines import TextLine, lines_of
from jiheng.rulebook.headings import is_level1, is_level2

_GAP = 0.4
"""Cells of a row are farther apart than this, in heights of type; letters of a text are not."""

_PITCH = 1.42
"""Lines of a cell are no farther apart, from foot to foot."""

_LEVEL = 0.35
"""Blocks are level whose middles differ by less."""


class Block(Struct, frozen=True, kw_only=True):
    """The lines of one cell, from the top down."""

    lines: tuple[TextLine, ...]

    @property
    def box(self) -> Box:
        lefts, tops, rights, bottoms = zip(*(line.box for line in self.lines), strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)

    @property
    def size(self) -> float:
        return self.lines[0].size


Band = list[Block]
"""The blocks of one row."""


def blocks_of(pieces: list[TextLine]) -> list[Block]:
    """Return the blocks that pieces of lines make, in no order."""
    blocks: list[list[TextLine]] = []
    open_ones: list[list[TextLine]] = []
    for line in pieces:
        open_ones = [each for each in open_ones if _step(each[-1], line) <= _PITCH]
        above = next((each for each in open_ones if _is_next(each[-1], line)), None)
        if above is None:
            above = list[TextLine]()
            blocks.append(above)
            open_ones.append(above)
        above.append(line)
    return [Block(lines=tuple(lines)) for lines in blocks]


def pieces_of(glyphs: list[Glyph]) -> list[TextLine]:
    """Return the lines of letters, parted where a gap is, from the top down."""
    return sorted(_parted(glyphs), key=_foot)


def _parted(glyphs: list[Glyph]) -> Iterator[TextLine]:
    for line in lines_of(glyphs):
        start = 0
        for at, (last, glyph) in enumerate(pairwise(line.glyphs), 1):
            if glyph.box[0] - last.box[2] > _GAP * line.size:
                yield from lines_of([*line.glyphs[start:at]])
                start = at
        yield from lines_of([*line.glyphs[start:]])


def _foot(line: TextLine) -> float:
    return line.box[3]


def _step(above: TextLine, below: TextLine) -> float:
    return (below.box[3] - above.box[3]) / max(min(above.size, below.size), 1.0)


def _is_next(above: TextLine, below: TextLine) -> bool:
    """Whether two lines are of one cell: below one another, and aligned."""
    left, right = below.box[0] - above.box[0], below.box[2] - above.box[2]
    is_below = below.box[0] < above.box[2] and above.box[0] < below.box[2]
    is_aligned = abs(left) < above.size or abs(left + right) < 2 * above.size
    return is_below and is_aligned and _step(above, below) > _LEVEL


def rows_of(blocks: list[Block]) -> list[Band]:
    """Return the blocks row by row; without those that stand beside several rows."""
    ways = (_level(blocks, middle_of), _level(blocks, _top))
    rows = max((_apart(rows) for rows in ways), key=lambda rows: sum(map(len, rows)))
    return [row for row in rows if len(row) > 1 or not is_level(text_of(row[0]))]


def text_of(block: Block) -> str:
    left, _, right, _ = block.box
    return joined(block.lines, Room(left, right))


def is_level(text: str) -> bool:
    return is_level1(text) or is_level2(text)


def _level(blocks: list[Block], height: Callable[[Block], float]) -> list[Band]:
    rows: list[Band] = []
    for block in sorted(blocks, key=height):
        if rows and height(block) - height(rows[-1][-1]) < _LEVEL * block.size:
            rows[-1].append(block)
        else:
            rows.append([block])
    return rows


def _apart(rows: list[Band]) -> list[Band]:
    """Return rows that do not reach into one another: of two that do, the one of more cells."""
    kept: list[Band] = []
    for row in sorted(rows, key=len, reverse=True):
        if not any(is_beside(row, other) for other in kept):
            kept.append(row)
    return sorted(kept, key=top_of)


def is_beside(row: Band, other: Band) -> bool:
    return top_of(row) < foot_of(other) and top_of(other) < foot_of(row)


def top_of(row: Band) -> float:
    return min(block.box[1] for block in row)


def foot_of(row: Band) -> float:
    return max(block.box[3] for block in row)


def _top(block: Block) -> float:
    return block.box[1]


def middle_of(block: Block) -> float:
    return (block.box[1] + block.box[3]) / 2
