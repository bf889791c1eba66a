"""Rows broken over several lines, put together by the number of pipes that every row has."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, dropwhile, groupby, pairwise, takewhile

from jiheng.readers.recognise.content import kind_of
from jiheng.rulebook.headings import column_role

NumberedLine = tuple[int, str]
"""A line number from 1 and its text."""

_PIPE = re.compile(r"(?<!\\)\|")
_BORDERED = re.compile(r"\s*\|.*[^|\s].*\|\s*")
"""A row with pipes at both its ends, whole by itself."""
_GOES_ON = re.compile(r"\s*\|\s*[^|\s]")
NARROWEST, WIDEST = 4, 40
FEWEST_ROWS = 3
FEWEST_CHANCES = 1
"""Lines that would reach over the end of a row if rows were that long by chance alone."""
FEWEST_HEADINGS = 3
MOST_LINES_OF_A_CELL = 2
MOST_LATE = 0.2
"""Such a share of the rows may hold the word of a level behind other words: as a name."""
_LEVELS = {"side", "level1", "level1-points", "level2", "both"}


def with_whole_rows(lines: list[NumberedLine]) -> list[NumberedLine]:
    """Return the lines, those that make one row of a table together joined.

    Some extractors pad every row to the same number of pipes, and break it where a cell or its
    paragraph ends. No line reaches over the end of a row, so that the number of pipes can be
    told.

    Example:
        >>> with_whole_rows(
        ...     [
        ...         (1, "一级指标 | 三级指标 |"),
        ...         (2, "指标值 | 分值 |"),
        ...         (3, "时效指标 |"),
        ...         (4, "工期 | 3月 | |"),
        ...         (5, "成本指标 | 造价 | ||"),
        ...     ]
        ... )[2]
        (5, '成本指标 | 造价 | ||')
    """
    if not any("|" in text for _, text in lines):
        return lines
    told = groupby(_told(lines), key=lambda told: told[0])
    regions = [(is_table, [line for _, line in group]) for is_table, group in told]
    widths = [_width(_pipes(part), part) if is_table else None for is_table, part in regions]
    known = next((width for width in widths if width is not None), None)
    joined: list[NumberedLine] = []
    for (is_table, part), width in zip(regions, widths, strict=True):
        fits = is_table and known is not None and _ends_rows(_pipes(part), known)
        own = width or (known if fits else None)
        joined += part if own is None else _rows(part, own)
    return joined


def _told(lines: list[NumberedLine]) -> Iterator[tuple[bool, NumberedLine]]:
    """Yield each line and whether it belongs to a table: a pipe in it, or its cell goes on."""
    filled = [at for at, (_, text) in enumerate(lines) if text.strip()]
    is_table = False
    for at, line in enumerate(lines):
        if line[1].strip():
            here = bisect_right(filled, at)
            after = [lines[next_][1] for next_ in filled[here : here + MOST_LINES_OF_A_CELL]]
            is_table = "|" in line[1] or any(_GOES_ON.match(text) for text in after)
        yield is_table, line


def _pipes(lines: Sequence[NumberedLine]) -> list[int]:
    return [len(_PIPE.findall(text)) for _, text in lines]


def _width(pipes: list[int], lines: Sequence[NumberedLine]) -> int | None:
    """Return the fewest pipes a row may have; None when rows are not broken, or none fits."""
    if any(_BORDERED.fullmatch(text) for _, text in lines):
        return None
    for width in range(max(NARROWEST, *pipes, 0), WIDEST + 1):
        if not _ends_rows(pipes, width) or sum(pipes) < width * FEWEST_ROWS:
            continue
        chances = sum(count - 1 for count in pipes if count) / width
        is_broken = sum(pipes) // width < sum(map(bool, pipes))
        return width if is_broken and _is_headed(lines, width, chances) else None
    return None


def _ends_rows(pipes: list[int], width: int) -> bool:
    """Whether rows of so many pipes all end where lines do."""
    ends = set(accumulate(pipes))
    return all(end in ends for end in range(width, sum(pipes) + 1, width))


def _is_headed(lines: Sequence[NumberedLine], width: int, chances: float) -> bool:
    """Whether one row heads the columns and does nothing else, with no heading beyond its ends.

    The headings fill the row unless many lines could have reached over the end of one, and none
    did. Rows above and below may hold headings, too, but padding keeps them apart.
    """
    rows = [_PIPE.split(text)[:width] for _, text in _rows(lines, width)]
    most = max(_headings(row) for row in rows)
    at = next(at for at, row in enumerate(rows) if _headings(row) == most)
    is_cut = any(
        column_role(above[-1]) is not None and column_role(below[0]) is not None
        for above, below in pairwise(rows[max(0, at - 1) : at + 2])
    )
    late = sum(map(_has_late_level, rows))
    if is_cut or _holds_more(rows[at]) or late > MOST_LATE * len(rows):
        return False
    return most >= (FEWEST_HEADINGS if chances >= FEWEST_CHANCES else width)


def _holds_more(heading: Sequence[str]) -> bool:
    """Whether a row that heads the columns holds a level, too, or more than a label before them."""
    cells = [cell for cell in heading if cell.strip()]
    lead = takewhile(lambda cell: column_role(cell) is None, cells)
    return sum(1 for _ in lead) > 1 or any(kind_of(cell) in _LEVELS for cell in cells[1:])


def _has_late_level(row: Sequence[str]) -> bool:
    """Whether a level stands behind other words: levels begin a row."""
    kinds = [kind_of(cell) for cell in row if cell.strip()]
    return any(kind in _LEVELS for kind in dropwhile(_LEVELS.__contains__, kinds))


def _headings(cells: Sequence[str]) -> int:
    return len({column_role(cell) for cell in cells} - {None})


def _rows(lines: Sequence[NumberedLine], width: int) -> list[NumberedLine]:
    """Return the rows that lines make, each at the number of its first line."""
    rows: list[NumberedLine] = []
    pipes = width
    for number, text in lines:
        if not text.strip():
            continue
        if pipes >= width:
            rows.append((number, text.strip()))
            pipes = 0
        else:
            rows[-1] = (rows[-1][0], f"{rows[-1][1]} {text.strip()}")
        pipes += len(_PIPE.findall(text))
    return rows
