"""Pages of narrow columns as viewers copy them: each cell's lines below each other, no cell marked.

Cells follow each other in reading order and empty ones are gone. A line holds one line of one cell;
in some copies cells that fit on a line share it, in others a cell also goes on behind the end of
the one before it. Pages end within rows, with their number, and most say the headings again.
"""

import re
from collections.abc import Iterator
from random import Random
from typing import Literal
from unicodedata import east_asian_width

from msgspec.structs import replace

from jiheng.corpus.chance import in_hundred
from jiheng.corpus.damage.each import each
from jiheng.corpus.damage.kind import TEXT, Damage
from jiheng.corpus.piece import Piece
from jiheng.model.document import GridCell

_PAGE, _WIDE_PAGE = 84, 120
"""How many digits a line has place for, on a page that stands and on one that lies."""
_NARROWEST = 6
_LINES_A_PAGE = 60
_UNBROKEN = re.compile(r"[（(《“]*(?:[0-9A-Za-z.,%/]+|.)[，。、；：）)》”]*", re.DOTALL)
_REPEATED, _NUMBERED = 60, 50

Sharing = Literal["never", "whole", "always"]
"""Which cells share a line: none, those that fit on it whole, or all that come to its end."""


def _copy(piece: Piece, dice: Random) -> Piece:
    sharing: Sharing = dice.choice(("never", "whole", "always"))
    rows = [[*_cells(piece, row)] for row in range(piece.laid.rows)]
    heads = [cell for row in sorted(piece.laid.headings) for cell in rows[row]]
    again = heads if in_hundred(dice, _REPEATED) else []
    number = dice.randint(1, 9) if in_hundred(dice, _NUMBERED) else 0
    lines: list[str] = []
    page: list[list[str]] = []
    for at, row in enumerate(rows):
        is_body = piece.laid.body is not None and piece.laid.body[0] <= at <= piece.laid.body[1]
        if sum(map(len, page)) > _LINES_A_PAGE and is_body:
            lines += [*_lines(page, sharing), *([f"— {number} —"] if number else [])]
            page = [*again]
            number += bool(number)
        page += row
    before = [line.text for line in piece.laid.before if line.text]
    after = [line.text for line in piece.laid.after if line.text]
    text = "\n".join([*before, *lines, *_lines(page, sharing), *after])
    return replace(piece, text=text + "\n")


def _cells(piece: Piece, row: int) -> Iterator[list[str]]:
    """Yield the lines of each cell of a row."""
    for cell in piece.laid.grid.cells:
        if cell.row == row and cell.text:
            width = _width(piece, cell)
            parts = cell.text.split("\n")
            yield [line for part in parts for line in _wrapped(part, width) if line]


def _width(piece: Piece, cell: GridCell) -> int:
    """Return how many digits a line of a cell has place for."""
    widths = piece.laid.widths
    own = sum(widths[cell.column : cell.column + cell.column_span])
    page = _WIDE_PAGE if piece.laid.is_wide else _PAGE
    return max(_NARROWEST, page * own // sum(widths) - 1)


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for piece in _UNBROKEN.findall(text):
        if lines[-1] and _wide(lines[-1] + piece) > width:
            lines.append("")
        lines[-1] = (lines[-1] + piece).lstrip()
    return [line.strip() for line in lines]


def _wide(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _lines(cells: list[list[str]], sharing: Sharing) -> list[str]:
    """Return the lines of a page."""
    lines: list[str] = []
    is_open = False
    for cell in cells:
        first, *rest = cell
        if is_open and lines and (sharing == "always" or (sharing == "whole" and not rest)):
            lines[-1] = f"{lines[-1]} {first}"
        else:
            lines.append(first)
        lines += rest
        is_open = not rest or sharing == "always"
    return lines


NARROW_COLUMNS = Damage(name="narrow-columns", edits="text", formats=TEXT, edit=each(_copy))
