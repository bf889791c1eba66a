"""Lines of a text file into paragraphs and tables."""

import re

from jiheng.formats.errors import FormatError
from jiheng.formats.limits import MAX_COLUMNS, CellBudget
from jiheng.model.document import Block, Grid, GridCell, Paragraph
from jiheng.readers.text.encoding import decode
from jiheng.readers.text.markup import plain, without_heading_mark
from jiheng.readers.text.pipes import NumberedLine, as_rows, bare_cell, cut_pipes, is_piped
from jiheng.readers.text.stream import Cell, is_cell_stream, rows_of_stream
from jiheng.readers.text.width import Token, true_rows

# Not str.splitlines: it ends a line, and so a row, at seven more characters.
_LINE_END = re.compile(r"\r\n|[\r\n]")
_RULE = re.compile(r":?-{1,}:?")

NumberedRow = tuple[int, list[str]]
"""A line number from 1 and the texts of its cells."""


def read_text(data: bytes) -> tuple[Block, ...]:
    """Return the paragraphs and tables of a text file in reading order.

    Raises:
        FormatError: the bytes are no text, or there are too many cells.
    """
    lines = as_rows(_LINE_END.split(decode(data)))
    if is_cell_stream([text for _, text in lines]):
        return _stream_blocks(lines)
    blocks: list[Block] = []
    table: list[NumberedRow] = []
    budget = CellBudget()
    for number, line in lines:
        cells = _cells(line)
        if cells is not None:
            budget.spend(len(cells))
            table.append((number, cells))
        elif line.strip():
            _end_table(blocks, table)
            blocks.append(Paragraph(text=plain(without_heading_mark(line)), line=number))
    _end_table(blocks, table)
    if not any(isinstance(block, Grid) for block in blocks):
        return _blank_separated(lines) or tuple(blocks)
    return tuple(blocks)


def _cells(line: str) -> list[str] | None:
    """Return the cells of a table row, an empty list for a Markdown rule, None for prose."""
    if "\t" in line:
        parts = line.split("\t")
    elif is_piped(line):
        parts = cut_pipes(line)
        if all(_RULE.fullmatch(part.strip()) for part in parts):
            return []
    else:
        return None
    if len(parts) > MAX_COLUMNS:
        raise FormatError(f"一行有 {len(parts)} 格，超过 {MAX_COLUMNS} 格的上限")
    return [plain(part) for part in parts]


def _blank_separated(lines: list[NumberedLine]) -> tuple[Block, ...]:
    """Return the tables of a text whose cells are kept apart by blanks alone; () when none.

    A blank may also stand inside a cell, so that nothing read this way is certain.
    """
    tokens = [(number, word) for number, line in lines for word in line.split()]
    if len(tokens) > MOST_WORDS or not is_cell_stream([word for _, word in tokens]):
        return ()
    return _stream_blocks(tokens, confidence=_UNSURE)


MOST_WORDS = 20_000
_UNSURE = 0.8


def _end_table(blocks: list[Block], table: list[NumberedRow]) -> None:
    lines = [[(number, cell) for cell in cells] for number, cells in table]
    table.clear()
    rows = true_rows(lines)
    if rows is None:
        cells = [cell for line in lines for cell in line]
        blocks += _stream_blocks(cells, confidence=_UNSURE)
    elif filled := [row for row in rows if any(text for _, text in row)]:
        blocks.append(_grid(filled))


def _grid(rows: list[list[Token]]) -> Grid:
    return Grid(
        ragged=True,
        cells=tuple(
            GridCell(row=row, column=column, text=text, line=number)
            for row, cells in enumerate(rows)
            for column, (number, text) in enumerate(cells)
        ),
    )


def _stream_blocks(lines: list[NumberedLine], confidence: float = 1.0) -> tuple[Block, ...]:
    texts = [(number, plain(without_heading_mark(bare_cell(line)))) for number, line in lines]
    return tuple(
        Paragraph(text=part[1], line=part[0])
        if isinstance(part, tuple)
        else _placed_grid(part, confidence)
        for part in rows_of_stream([pair for pair in texts if pair[1]])
    )


def _placed_grid(rows: list[list[Cell]], confidence: float) -> Grid:
    return Grid(
        ragged=True,
        cells=tuple(
            GridCell(
                row=row,
                column=cell.column,
                text=cell.text,
                line=cell.line,
                confidence=confidence if cell.is_sure else min(confidence, _UNSURE),
            )
            for row, cells in enumerate(rows)
            for cell in cells
        ),
    )
