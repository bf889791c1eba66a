"""Lines of a text file into paragraphs and tables."""

import re
from collections.abc import Sequence
from itertools import groupby

from jiheng.formats.errors import FormatError
from jiheng.formats.limits import MAX_COLUMNS, CellBudget
from jiheng.model.document import Block, Grid, Paragraph
from jiheng.readers.text.broken_rows import with_unbroken_rows
from jiheng.readers.text.copied import parts_of
from jiheng.readers.text.counted import with_whole_rows
from jiheng.readers.text.delimited import exported_sheet
from jiheng.readers.text.encoding import decode
from jiheng.readers.text.folding import folded, with_whole_heading_rows
from jiheng.readers.text.glued import rows_of_glued
from jiheng.readers.text.grids import UNSURE, grid, placed_grid, recut_grid
from jiheng.readers.text.markup import plain, without_heading_mark
from jiheng.readers.text.narrow import narrow_rows
from jiheng.readers.text.numbered import numbered_rows
from jiheng.readers.text.page_marks import without_page_marks
from jiheng.readers.text.pipes import (
    NumberedLine,
    as_rows,
    bare_cell,
    cells_of_broken_rows,
    cut_pipes,
    is_piped,
    with_ended_rows,
    with_parted_rows,
    with_whole_cells,
    without_stray_rows,
)
from jiheng.readers.text.recut.blanks import cut_at_blanks
from jiheng.readers.text.recut.decode import Effort
from jiheng.readers.text.recut.kinds import names_project
from jiheng.readers.text.recut.table import CutRow, lost_separators, recut
from jiheng.readers.text.stream import (
    Part,
    empty_cells,
    headless_rows,
    is_cell_stream,
    rows_of_stream,
    turned_blocks,
)
from jiheng.readers.text.width import true_rows
from jiheng.readers.text.words import has_rows_of_words, words_of
from jiheng.rulebook.phrases import phrase

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
    text = decode(data)
    sheet = exported_sheet(text)
    return _blocks_in(text) if sheet is None else (sheet,)


def _blocks_in(text: str) -> tuple[Block, ...]:
    printed = _LINE_END.split(text)
    # Too much is refused before much is done about it.
    CellBudget().spend(sum(line.count("\t") + 1 for line in printed if "\t" in line))
    parts = parts_of(without_page_marks(list(enumerate(printed, 1))))
    return tuple(
        block
        for is_copied, part in parts
        for block in (
            _blocks_of_cells(part) if is_copied else _narrow(part) or _blocks_of_lines(part)
        )
    )


def _blocks_of_cells(lines: list[NumberedLine]) -> tuple[Block, ...]:
    """Return the tables of lines that are one cell each, or a paragraph more of it."""
    cells = [(number, text.strip()) for number, text in lines]
    empty = [number for number, text in lines if text.startswith("\t") and not text.strip()]
    return _stream_blocks(folded(cells), blanks=empty)


def _blocks_of_lines(lines: list[NumberedLine]) -> tuple[Block, ...]:
    lines = with_whole_cells(with_parted_rows(with_ended_rows(with_unbroken_rows(lines))))
    numbered = with_whole_heading_rows(with_whole_rows(lines))
    stream = folded(without_stray_rows(numbered))
    if turned := _turned_blocks(stream):
        return turned
    if is_cell_stream([text for _, text in stream]) and not has_rows_of_words(stream):
        return _stream_blocks(stream, blanks=empty_cells(numbered))
    lines = as_rows(numbered)
    prose = without_stray_rows(lines)
    if scattered := folded(cells_of_broken_rows(lines)):
        return _stream_blocks(scattered, confidence=UNSURE)
    blocks: list[Block] = []
    table: list[NumberedRow] = []
    tabbed: list[NumberedLine] = []
    budget, effort = CellBudget(), Effort()
    joined = _joined_rows(lines)
    for number, line in lines:
        cells = [plain(line)] if number in joined else _cells(line)
        if cells is not None:
            budget.spend(len(cells))
            table.append((number, cells))
            tabbed += [(number, line)] if "\t" in line or number in joined else []
        elif line.strip():
            _end_table(blocks, table, tabbed, effort)
            blocks.append(Paragraph(text=plain(without_heading_mark(line)), line=number))
    _end_table(blocks, table, tabbed, effort)
    if prose is not lines or not any(isinstance(block, Grid) for block in blocks):
        found = _blank_separated(prose, effort) or _headless(stream) or _glued(prose, effort)
        return found or tuple(blocks)
    return tuple(blocks)


def _narrow(lines: list[NumberedLine]) -> tuple[Block, ...]:
    """Return the blocks of a text whose cells go on over lines; () when they do not."""
    blocks: list[Block] = []
    for words, rows in narrow_rows(lines):
        blocks += _stream_blocks(words, confidence=UNSURE)
        blocks += [placed_grid(rows, UNSURE)] if rows else []
    return tuple(blocks)


def _joined_rows(lines: list[NumberedLine]) -> set[int]:
    """Return the numbers of lines without any tab that stand between the rows of one table."""
    joined: set[int] = set()
    for is_blank, group in groupby(lines, key=lambda numbered: not numbered[1].strip()):
        run = [] if is_blank else list(group)
        rows = [at for at, (_, line) in enumerate(run) if "\t" in line]
        table = run[_first_row(run, rows[0]) : rows[-1] + 1] if rows else []
        if len(table) > len(rows) and lost_separators([line for _, line in table]):
            joined |= {number for number, line in table if "\t" not in line}
    return joined


def _first_row(run: list[NumberedLine], first: int) -> int:
    """Return where a table begins: with a row that names the project, though it lost every tab."""
    labelled = (at for at in range(first) if names_project(run[at][1]))
    return next(labelled, first)


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
        raise FormatError(phrase("format.line-cells", cells=str(len(parts)), most=str(MAX_COLUMNS)))
    return [plain(part) for part in parts]


def _blank_separated(lines: list[NumberedLine], effort: Effort) -> tuple[Block, ...]:
    """Return the tables of a text whose cells are kept apart by blanks alone; () when none.

    A blank may also stand inside a cell, so that nothing read this way is certain. Where a heading
    goes on in the next line, lines are no rows.
    """
    rows = words_of(lines)
    words = folded([word for row in rows for word in row])
    if (numbered := numbered_rows(words)) is not None:
        rows, own = numbered
        above = _stream_blocks(words[: own.start], confidence=UNSURE)
        below = _stream_blocks(words[own.stop :], confidence=UNSURE)
        return (*above, recut_grid(rows), *below)
    if len(words) == sum(len(folded(row)) for row in rows):
        blocks = _rows_at_blanks(_with_whole_words(lines), effort)
        if any(isinstance(block, Grid) and _has_columns(block) for block in blocks):
            return tuple(blocks)
    glued = sum(map(bool, (_GLUED.match(word) for _, word in words)))
    if len(words) > MOST_WORDS or glued > MOST_GLUED * len(words):
        return ()
    if not is_cell_stream([word for _, word in words]):
        return ()
    return _stream_blocks(words, confidence=UNSURE)


def _with_whole_words(lines: list[NumberedLine]) -> list[NumberedLine]:
    """Return lines whose words one blank parts with those that make one value joined."""
    return [
        (number, line if _WIDE.search(line) else " ".join(word for _, word in row))
        for (number, line), row in zip(lines, words_of(lines), strict=True)
    ]


_WIDE = re.compile(r"\S {2,}\S")


def _has_columns(grid: Grid) -> bool:
    return any(cell.column and cell.text for cell in grid.cells)


def _rows_at_blanks(lines: list[NumberedLine], effort: Effort) -> list[Block]:
    """Return the paragraphs and tables of a text whose lines are rows."""
    blocks: list[Block] = []
    for is_blank, group in groupby(lines, key=lambda numbered: not numbered[1].strip()):
        run = [] if is_blank else list(group)
        cut = cut_at_blanks(run, effort)
        blocks += _paragraphs(run) if cut is None else [recut_grid(cut)]
    return blocks


def _glued(lines: list[NumberedLine], effort: Effort) -> tuple[Block, ...]:
    """Return the tables of a text that has no separators at all; () when it holds no form."""
    first = lines[0][0] if lines else 1
    return tuple(
        recut_grid([CutRow(line=first, cells=tuple(row), is_sure=False) for row in rows])
        for rows in rows_of_glued("\n".join(line for _, line in lines), effort)
    )


def _paragraphs(lines: list[NumberedLine]) -> list[Block]:
    return [Paragraph(text=plain(without_heading_mark(line)), line=at) for at, line in lines]


MOST_WORDS = 20_000
MOST_GLUED = 0.08
"""Where more words hold the end of one row and the beginning of the next, words are no cells."""
_GLUED = re.compile(r"[\d.]+%?[\u4e00-\u9fff]{4}")


def _end_table(
    blocks: list[Block], table: list[NumberedRow], tabbed: list[NumberedLine], effort: Effort
) -> None:
    lines = [[(number, cell) for cell in cells] for number, cells in table]
    cut = recut(tabbed, effort) if len(tabbed) == len(table) else None
    table.clear()
    tabbed.clear()
    if cut is not None:
        blocks.append(recut_grid(cut))
        return
    rows = true_rows(lines)
    if rows is None:
        cells = [cell for line in lines for cell in line]
        blocks += _stream_blocks(cells, confidence=UNSURE)
    elif filled := [row for row in rows if any(text for _, text in row)]:
        blocks.append(grid(filled))


def _stream_blocks(
    lines: list[NumberedLine], *, confidence: float = 1.0, blanks: Sequence[int] = ()
) -> tuple[Block, ...]:
    return _blocks_of(rows_of_stream(_cells_of(lines), blanks), confidence)


def _headless(lines: list[NumberedLine]) -> tuple[Block, ...]:
    """Return the tables of a text of one cell a line that lost its headings; () when none."""
    cells = _cells_of(lines)
    if (found := headless_rows(cells)) is None:
        return ()
    rows, own = found
    above, below = cells[: own.start], cells[own.stop :]
    return (
        *_stream_blocks(above, confidence=UNSURE),
        placed_grid(rows, UNSURE),
        *_stream_blocks(below, confidence=UNSURE),
    )


def _turned_blocks(lines: list[NumberedLine]) -> tuple[Block, ...]:
    """Return the tables of a text that prints them column by column; () when it does not."""
    if any("\t" in line or is_piped(line) for _, line in lines):
        return ()
    cells = _cells_of(lines)
    turned = turned_blocks(cells)
    return _blocks_of(rows_of_stream(cells, turned=turned), UNSURE) if turned else ()


def _cells_of(lines: list[NumberedLine]) -> list[NumberedLine]:
    texts = ((number, plain(without_heading_mark(bare_cell(line)))) for number, line in lines)
    return [(number, text) for number, text in texts if text]


def _blocks_of(parts: list[Part], confidence: float) -> tuple[Block, ...]:
    return tuple(
        Paragraph(text=part[1], line=part[0])
        if isinstance(part, tuple)
        else placed_grid(part, confidence)
        for part in parts
    )
