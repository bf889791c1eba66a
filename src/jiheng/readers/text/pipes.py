"""Rows whose cells are kept apart by pipes, with or without pipes at their ends."""

import re
from collections import Counter
from operator import itemgetter

from jiheng.rulebook.headings import is_heading

_PIPE = re.compile(r"(?<!\\)\|")
_MARK = re.compile(r"\t|(?<!\\)\|")
FEWEST_PIPES = 2
MOST_ROWS_LED = 0.5
MOST_ENDED = 0.7
"""Where so many lines end with the only pipe they have, the pipe ends a cell."""

LEAST_WIDTH = 5
LEAST_ALIKE = 0.5
"""Only where so many rows have as many cells, a line of twice as many is two rows."""

MOST_BROKEN = 6
"""A row goes on over so many lines."""

NumberedLine = tuple[int, str]
"""A line number from 1 and its text."""


def is_piped(line: str) -> bool:
    """Whether a line is a row of cells: at least two pipes, or one that ends it."""
    if "|" not in line:
        return False
    bare = line.strip()
    pipes = len(_PIPE.findall(bare))
    return pipes >= FEWEST_PIPES or (pipes == 1 and bare.endswith("|") and len(bare) > 1)


def cut_pipes(line: str) -> list[str]:
    """Return the texts between the pipes of a row.

    Example:
        >>> cut_pipes("| 项目名称 | 校车 |"), cut_pipes("项目名称 | 校车 |")
        ([' 项目名称 ', ' 校车 '], ['项目名称 ', ' 校车 '])
    """
    return _PIPE.split(line.strip().removeprefix("|").removesuffix("|"))


def with_whole_cells(lines: list[NumberedLine]) -> list[NumberedLine]:
    """Return the lines; where a pipe ends each cell, a line without one goes on in the next.

    Example:
        >>> with_whole_cells([(1, "一级"), (2, "指标 |"), (3, "工期 |"), (4, "3月 |"), (5, "|")])
        [(1, '一级指标 |'), (3, '工期 |'), (4, '3月 |'), (5, '|')]
    """
    filled = [text.strip() for _, text in lines if text.strip()]
    ended = sum(text.endswith("|") for text in filled)
    if any(_PIPE.search(text, 0, len(text) - 1) for text in filled if text.strip("| ")):
        return lines
    if ended < MOST_ENDED * len(filled) or not ended:
        return lines
    whole: list[NumberedLine] = []
    is_open = False
    for number, text in lines:
        bare = text.strip()
        if is_open and bare and bare != "|":
            whole[-1] = (whole[-1][0], whole[-1][1] + bare)
        else:
            whole.append((number, bare))
        is_open = bool(bare) and not bare.endswith("|")
    return whole


def with_ended_rows(lines: list[NumberedLine]) -> list[NumberedLine]:
    """Return the lines; where a pipe ends each row, one that ends otherwise goes on in the next.

    Example:
        >>> rows = ["工期 | 3月 |", "维修校舍", "面积 | 96平方米 |", "教室 | 3间 |", "a | b", "c |"]
        >>> with_ended_rows(list(enumerate(rows)))[-1]
        (4, 'a | bc |')
    """
    rows = [text.rstrip() for _, text in lines if len(_PIPE.findall(text)) >= FEWEST_PIPES]
    if sum(row.endswith("|") for row in rows) < MOST_ENDED * max(1, len(rows)):
        return lines
    whole: list[NumberedLine] = []
    left = 0
    for number, text in lines:
        if left and text.strip():
            whole[-1] = (whole[-1][0], whole[-1][1].rstrip() + text.strip())
        else:
            whole.append((number, text))
        is_open = "|" in whole[-1][1] and not whole[-1][1].rstrip().endswith("|")
        left = (left or MOST_BROKEN) - 1 if is_open else 0
    return whole


def with_parted_rows(lines: list[NumberedLine]) -> list[NumberedLine]:
    """Return the lines; one that holds several rows, each between pipes of its own, is parted.

    Example:
        >>> rows = ["|1|2|3|4|5|"] * 9 + ["|1|2|3|4|5| |6|7|8|9|0|"]
        >>> with_parted_rows(list(enumerate(rows)))[-2:]
        [(9, '|1|2|3|4|5|'), (9, '|6|7|8|9|0|')]
    """
    counts = Counter(len(cut_pipes(text)) for _, text in lines if _is_between_pipes(text))
    width, often = max(counts.items(), key=itemgetter(1), default=(0, 0))
    if width < LEAST_WIDTH or often < LEAST_ALIKE * counts.total():
        return lines
    return [(number, row) for number, text in lines for row in _parted(text, width)]


def _is_between_pipes(line: str) -> bool:
    return is_piped(line) and line.strip().startswith("|") and line.strip().endswith("|")


def _parted(line: str, width: int) -> list[str]:
    """Return the rows of a line: between two of them stands what looks like an empty cell."""
    cells = cut_pipes(line) if _is_between_pipes(line) else []
    between = cells[width :: width + 1]
    if len(cells) <= width or (len(cells) + 1) % (width + 1) or any(map(str.strip, between)):
        return [line]
    starts = range(0, len(cells), width + 1)
    return [f"|{'|'.join(cells[at : at + width])}|" for at in starts]


def without_stray_rows(lines: list[NumberedLine]) -> list[NumberedLine]:
    """Return the lines, those with pipes or tabs as prose where none of their cells is of a form.

    Pages keep their menus and their data apart with the same marks as tables.
    """
    rows = {number: text for number, text in lines if "\t" in text or is_piped(text)}
    cells = (cell for text in rows.values() for cell in _MARK.split(text))
    if any(is_heading(cell) for cell in cells if cell.strip()):
        return lines
    return [(at, _MARK.sub(" ", text) if at in rows else text) for at, text in lines]


def bare_cell(line: str) -> str:
    """Return a line that holds one cell without the pipes around it."""
    return line.strip().strip("|").strip() if "|" in line else line


def as_rows(numbered: list[NumberedLine]) -> list[NumberedLine]:
    """Return the lines; where rows do not begin with a pipe, one that does goes on.

    Pages that lose an empty cell's line break leave such halves: the second continues the first.
    """
    rows = [line.lstrip() for _, line in numbered if is_piped(line)]
    led = sum(row.startswith("|") for row in rows)
    if not rows or led > MOST_ROWS_LED * len(rows):
        return numbered
    widest = max(map(_pipes, rows))
    joined: list[NumberedLine] = []
    for number, line in numbered:
        first, text = joined[-1] if joined else (0, "")
        # A row whose first cell is empty begins with a pipe, too, and is as wide as the others.
        is_rest = line.lstrip().startswith("|") and "|" in text
        if is_rest and _pipes(text) + _pipes(line) <= widest + 1:
            joined[-1] = (first, f"{text.rstrip()} {line.strip()}")
        else:
            joined.append((number, line))
    return joined


def _pipes(line: str) -> int:
    return len(_PIPE.findall(line))


def cells_of_broken_rows(lines: list[NumberedLine]) -> list[NumberedLine]:
    """Return every cell on its own where line ends fall between any two cells; else [].

    Where an empty cell broke the line, pipes stand alone in theirs, and no line is a row.
    """
    rows = [text.strip() for _, text in lines if is_piped(text)]
    alone = sum(text.strip() == "|" for _, text in lines)
    if not alone or not all(row.startswith("|") for row in rows[1:]):
        return []
    return [
        (number, cell)
        for number, text in lines
        for cell in (cut_pipes(text) if is_piped(text) else [text.strip(" |")])
    ]
