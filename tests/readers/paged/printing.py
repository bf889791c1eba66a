"""Pages set by hand: tables with ruled cells and lines of text, in type of ten points."""

from jiheng.formats.pages.page import Glyph, Page, Ruling
from jiheng.model.document import Block, Grid, Paragraph
from jiheng.readers.paged import blocks_of

SIZE, PITCH, PAD = 10.0, 12.0, 2.0
WIDTH, HEIGHT, LEFT, TOP = 500.0, 700.0, 50.0, 60.0

Row = tuple[str, ...]
r"""The texts of a row's cells; ``\n`` where the printer ended a line, ``^`` for a cell that goes on
from above, ``<`` for one that goes on from the left."""


def letters(text: str, x: float, y: float) -> tuple[Glyph, ...]:
    """Return the letters of a line that begins at a place; Latin ones are half as wide."""
    glyphs: list[Glyph] = []
    for sign in text:
        width = SIZE / 2 if sign.isascii() else SIZE
        glyphs.append(Glyph(text=sign, box=(x, y, x + width, y + SIZE)))
        x += width
    return tuple(glyphs)


def table(
    *rows: Row, widths: tuple[float, ...], top: float = TOP, left: float = LEFT
) -> tuple[tuple[Glyph, ...], tuple[Ruling, ...]]:
    """Return a table's letters and ruling lines."""
    glyphs: list[Glyph] = []
    rulings: list[Ruling] = []
    edges = [left + sum(widths[:at]) for at in range(len(widths) + 1)]
    y = top
    for row in rows:
        height = max(text.count("\n") + 1 for text in row) * PITCH + 2 * PAD
        for at, text in enumerate(row):
            if text != "^":
                rulings.append(Ruling(left=edges[at], top=y, right=edges[at + 1], bottom=y))
            if text != "<":
                rulings.append(Ruling(left=edges[at], top=y, right=edges[at], bottom=y + height))
            if text not in {"^", "<"}:
                for line, words in enumerate(text.split("\n")):
                    glyphs += letters(words, edges[at] + PAD, y + PAD + line * PITCH)
        rulings.append(Ruling(left=edges[-1], top=y, right=edges[-1], bottom=y + height))
        y += height
    rulings.append(Ruling(left=left, top=y, right=edges[-1], bottom=y))
    return tuple(glyphs), tuple(rulings)


def printed(*parts: object, number: int = 1) -> Page:
    """Return a page with these parts: tables, and lines of letters."""
    glyphs: list[Glyph] = []
    rulings: list[Ruling] = []
    for part in parts:
        match part:
            case ((Glyph(), *_) as drawn, (Ruling(), *_) as lines):
                glyphs += drawn
                rulings += lines
            case (Glyph(), *_):
                glyphs += part
            case _:
                raise TypeError(part)
    return Page(
        number=number, width=WIDTH, height=HEIGHT, glyphs=tuple(glyphs), rulings=tuple(rulings)
    )


def texts(*pages: Page) -> list[object]:
    """Return what is read: a paragraph's text, and for a grid the texts of its rows."""
    return [
        block.text if isinstance(block, Paragraph) else rows(block) for block in blocks_of(pages)
    ]


def rows(grid: Grid) -> list[list[str]]:
    """Return the texts of a grid's cells row by row, each at its first row."""
    found: dict[int, list[str]] = {}
    for cell in grid.cells:
        found.setdefault(cell.row, []).append(cell.text)
    return list(found.values())


def grids(blocks: tuple[Block, ...]) -> list[Grid]:
    """Return the tables among blocks."""
    return [block for block in blocks if isinstance(block, Grid)]


def without_line(
    drawn: tuple[tuple[Glyph, ...], tuple[Ruling, ...]], height: float
) -> tuple[tuple[Glyph, ...], tuple[Ruling, ...]]:
    """Return a table without the level lines at one height."""
    glyphs, rulings = drawn
    return glyphs, tuple(ruling for ruling in rulings if {ruling.top, ruling.bottom} != {height})
