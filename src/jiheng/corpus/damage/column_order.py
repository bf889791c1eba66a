"""The indicators and the money block read column by column, one cell a line, empty cells gone.

A column with empty cells no longer says to which rows its cells belong, and a heading that was
merged over rows stands once: the levels and such columns become unknowable.
"""

from random import Random

from msgspec.structs import replace

from jiheng.corpus.damage.each import each
from jiheng.corpus.damage.kind import TEXT, Damage
from jiheng.corpus.piece import Piece, is_row

_LEVELS = ("level1", "level1_printed", "level1_points", "level2")


def _turn(piece: Piece, _dice: Random) -> Piece:
    lines = (piece.text or "").split("\n")
    rows = [number for number, line in enumerate(lines) if is_row(line)]
    if not rows:
        return piece
    turned: list[str] = []
    start = 0
    for stop in _ends(piece):
        turned += _columns([lines[number].split("\t") for number in rows[start:stop]])
        start = stop
    text = "\n".join([*lines[: rows[0]], *turned, *lines[rows[-1] + 1 :]])
    return replace(piece, text=text, unknowable=piece.unknowable | _lost(piece))


def _columns(rows: list[list[str]]) -> list[str]:
    if len(rows) == 1:
        return [cell for cell in rows[0] if cell]
    width = max(len(row) for row in rows)
    return [row[at] for at in range(width) for row in rows if at < len(row) and row[at]]


def _ends(piece: Piece) -> list[int]:
    """Return where each block of rows ends: single rows, then a block under one upright label."""
    tall = {cell.row: cell.row_span for cell in piece.laid.grid.cells if cell.column == 0}
    headings, below = _indicator_rows(piece)
    ends: list[int] = []
    at = 0
    while at < piece.laid.rows:
        # Where nothing stands upright beside the indicators, their rows are a block all the same.
        at = below if headings <= at < below else at + tall.get(at, 1)
        ends.append(at)
    return ends


def _indicator_rows(piece: Piece) -> tuple[int, int]:
    """Return the row of the indicators' headings and the row below the last indicator."""
    rows = [
        row
        for path, (row, _) in piece.laid.places.items()
        if path.startswith("indicators[") and path.endswith(".name")
    ]
    if not rows:
        return 0, 0
    words = {column.heading for column in piece.layout.columns}
    heads = [c.row for c in piece.laid.grid.cells if c.text in words and c.row < min(rows)]
    return max(heads, default=min(rows)), max(rows) + 1


def _lost(piece: Piece) -> frozenset[str]:
    """Return the levels, and the fields of columns that are empty in some rows only."""
    if piece.form is None:
        return frozenset()
    lost: set[str] = set()
    for block, items in (
        ("indicators", piece.form.indicators),
        ("funds.lines", piece.form.funds.lines),
    ):
        for field in items[0].__struct_fields__ if items else ():
            filled = [getattr(item, field) is not None for item in items]
            if field in _LEVELS or (any(filled) and not all(filled)):
                lost |= {f"{block}[{number}].{field}" for number in range(len(items))}
    return frozenset(lost)


COLUMN_ORDER = Damage(name="column-order", edits="text", formats=TEXT, edit=each(_turn))
