"""Lines of a text file into paragraphs and tables."""

import re
from itertools import groupby

from jiheng.formats.errors import FormatError
from jiheng.formats.limits import MAX_COLUMNS, CellBudget
from jiheng.model.document import Block, Grid, GridCell, Paragraph
from jiheng.readers.text.encoding import decode
from jiheng.readers.text.markup import plain, without_heading_mark
from jiheng.readers.text.pipes import NumberedLine, as_rows, bare_cell, cut_pipes, is_piped
from jiheng.readers.text.recut.blanks import cut_at_blanks
from jiheng.readers.text.recut.table import CutRow, recut
from jiheng.readers.text.stream import is_cell_stream, rows_of_stream

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
    tabbed: list[NumberedLine] = []
    budget = CellBudget()
    joined = _joined_rows(lines)
    for number, line in lines:
        cells = [plain(line)] if number in joined else _cells(line)
        if cells is not None:
            budget.spend(len(cells))
            table.append((number, cells))
            tabbed += [(number, line)] if "\t" in line or number in joined else []
        elif line.strip():
            _end_table(blocks, table, tabbed)
            blocks.append(Paragraph(text=plain(without_heading_mark(line)), line=number))
    _end_table(blocks, table, tabbed)
    if not any(isinstance(block, Grid) for block in blocks):
        return _blank_separated(lines) or tuple(blocks)
    return tuple(blocks)


def _joined_rows(lines: list[NumberedLine]) -> set[int]:
    """Return the numbers of lines without any tab that stand between the rows of one table."""
    joined: set[int] = set()
    for is_blank, group in groupby(lines, key=lambda numbered: not numbered[1].strip()):
        run = [] if is_blank else list(group)
        rows = [at for at, (_, line) in enumerate(run) if "\t" in line]
        table = run[rows[0] : rows[-1] + 1] if rows else []
        if len(table) > len(rows) and recut(table) is not None:
            joined |= {number for number, line in table if "\t" not in line}
    return joined


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
    blocks: list[Block] = []
    for is_blank, group in groupby(lines, key=lambda numbered: not numbered[1].strip()):
        run = [] if is_blank else list(group)
        cut = cut_at_blanks(run)
        blocks += _paragraphs(run) if cut is None else [_recut_grid(cut)]
    if any(isinstance(block, Grid) for block in blocks):
        return tuple(blocks)
    tokens = [(number, word) for number, line in lines for word in line.split()]
    if len(tokens) > MOST_WORDS or not is_cell_stream([word for _, word in tokens]):
        return ()
    return _stream_blocks(tokens, confidence=_UNSURE)


def _paragraphs(lines: list[NumberedLine]) -> list[Block]:
    return [Paragraph(text=plain(without_heading_mark(line)), line=at) for at, line in lines]


MOST_WORDS = 20_000
_UNSURE = 0.8


def _end_table(blocks: list[Block], table: list[NumberedRow], tabbed: list[NumberedLine]) -> None:
    rows = [(number, cells) for number, cells in table if any(cells)]
    cut = recut(tabbed) if len(tabbed) == len(table) else None
    if cut is not None:
        blocks.append(_recut_grid(cut))
    elif rows:
        blocks.append(_grid(rows))
    table.clear()
    tabbed.clear()


def _recut_grid(rows: list[CutRow]) -> Grid:
    return Grid(
        ragged=True,
        cells=tuple(
            GridCell(
                row=at,
                column=column,
                text=plain(text),
                line=row.line,
                confidence=1.0 if row.is_sure else _UNSURE,
            )
            for at, row in enumerate(rows)
            for column, text in row.cells
        ),
    )


def _grid(rows: list[NumberedRow]) -> Grid:
    return Grid(
        ragged=True,
        cells=tuple(
            GridCell(row=row, column=column, text=text, line=number)
            for row, (number, cells) in enumerate(rows)
            for column, text in enumerate(cells)
        ),
    )


def _stream_blocks(lines: list[NumberedLine], confidence: float = 1.0) -> tuple[Block, ...]:
    texts = [(number, plain(without_heading_mark(bare_cell(line)))) for number, line in lines]
    blocks: list[Block] = []
    for part in rows_of_stream([pair for pair in texts if pair[1]]):
        if isinstance(part, tuple):
            blocks.append(Paragraph(text=part[1], line=part[0]))
        else:
            blocks.append(
                Grid(
                    ragged=True,
                    cells=tuple(
                        GridCell(
                            row=row, column=column, text=text, line=number, confidence=confidence
                        )
                        for row, cells in enumerate(part)
                        for column, (number, text) in enumerate(cells)
                    ),
                )
            )
    return tuple(blocks)
