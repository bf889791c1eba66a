"""Laid-out form → what the typesetter is told of it."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from jiheng.model.check_code import code_line
from jiheng.model.document import GridCell
from jiheng.writers.layout import LaidOut
from jiheng.writers.pdf.printed import Part, PrintedCell, PrintedForm, Rows
from jiheng.writers.pdf.words import longest_word, parted, plain, upright, widest
from jiheng.writers.qr import qr_svg

TEXT_WIDTH = 527.2
"""Width between the margins of A4, in points."""

WIDE_TEXT_WIDTH = 773.9
"""The same of A4 lying on its side."""

_NARROW = 34.0
"""A column that holds two signs side by side, or three small ones."""

_SIGNS_A_ROW = 1.5
"""So many signs of a column fit beside one row."""

_ANY_LINE = 1_000_000.0
"""Wider than any line."""


def printed_form(laid: LaidOut) -> PrintedForm:
    """Return what the typesetter is told of this form."""
    whole = WIDE_TEXT_WIDTH if laid.is_wide else TEXT_WIDTH
    heads = _runs(sorted(laid.headings))
    title, *centred = _lines(laid)[: laid.centred]
    return PrintedForm(
        wide=laid.is_wide,
        title=title,
        centred=tuple(centred),
        lines=_lines(laid)[laid.centred :],
        after=tuple(plain(line.text) for line in laid.after),
        widths=tuple(round(whole * width / sum(laid.widths), 3) for width in laid.widths),
        rows=laid.rows,
        heads=heads,
        cells=tuple(_cells(laid, heads)),
        code=None if laid.code is None else code_line(laid.code),
        qr=None if laid.code is None else qr_svg(laid.code).decode(),
    )


def _lines(laid: LaidOut) -> tuple[str, ...]:
    return tuple(plain(line.text) for line in laid.before)


def _runs(rows: list[int]) -> tuple[Rows, ...]:
    """Return neighbouring rows as one."""
    starts = [row for row in rows if row - 1 not in rows]
    ends = [row + 1 for row in rows if row + 1 not in rows]
    return tuple(zip(starts, ends, strict=True))


def _cells(laid: LaidOut, heads: tuple[Rows, ...]) -> Iterator[PrintedCell]:
    """Yield the cells, short ones first; an empty cell of one place draws itself."""
    for cell in sorted(laid.grid.cells, key=lambda cell: cell.row_span):
        if cell.text or cell.row_span > 1 or cell.column_span > 1:
            yield from _pieces(laid, cell, heads)


def _pieces(laid: LaidOut, cell: GridCell, heads: tuple[Rows, ...]) -> Iterator[PrintedCell]:
    """Yield the cell, cut at the edges of rows that stand on every page; the tallest is worded."""
    end = cell.row + cell.row_span
    inner = {edge for head in heads for edge in head if cell.row < edge < end}
    parts = list(pairwise(sorted({cell.row, end} | inner)))
    worded = max(parts, key=lambda part: part[1] - part[0])
    for part in parts:
        yield _piece(laid, cell, part, is_worded=part == worded)


def _piece(laid: LaidOut, cell: GridCell, part: Rows, *, is_worded: bool) -> PrintedCell:
    text = _text(laid, cell, part) if is_worded else ""
    word = longest_word(text)
    is_parted = laid.is_heading(cell) and not laid.is_prose(cell) and "\n" not in text
    return PrintedCell(
        x=cell.column,
        y=part[0],
        w=cell.column_span,
        h=part[1] - part[0],
        text=text,
        widest=min(widest(text), _ANY_LINE),
        word=word,
        word_widest=widest(word),
        parts=_parts(text) if is_parted else (),
        left=laid.is_prose(cell),
        open_top=part[0] != cell.row,
        open_bottom=part[1] != cell.row + cell.row_span,
    )


@cache
def _parts(heading: str) -> tuple[Part, ...]:
    return tuple(Part(text=part, widest=widest(part)) for part in parted(heading))


def _text(laid: LaidOut, cell: GridCell, part: Rows) -> str:
    """Return the words; those of a narrow tall heading stand upright."""
    text = plain(cell.text)
    whole = WIDE_TEXT_WIDTH if laid.is_wide else TEXT_WIDTH
    covered = laid.widths[cell.column : cell.column + cell.column_span]
    is_narrow = whole * sum(covered) / sum(laid.widths) <= _NARROW
    is_tall = len(text) <= _SIGNS_A_ROW * (part[1] - part[0])
    is_upright = is_narrow and is_tall and laid.is_heading(cell) and text.isalpha()
    return upright(text) if is_upright else text
