"""Rows of cells kept apart by blanks, whose cells go on in the next line: put on one line again.

A row ends with its points and what is said of them. What stands between two such lines begins the
lower row, or goes on with the reason of the upper one.
"""

from collections.abc import Iterator
from itertools import groupby

from jiheng.model.points import parse_points
from jiheng.readers.recognise.content import LEVELS, kind_of
from jiheng.readers.text.broken_values import open_brackets
from jiheng.readers.text.pipes import is_piped
from jiheng.readers.text.stream.words import ends_indicators
from jiheng.readers.text.words import Word, words_of
from jiheng.rulebook.headings import column_role, is_heading, label_of

FEWEST_HEADINGS = 5
MOST_WORDS = 60
MOST_LINES = 12
"""Above the points of a row; what stands higher is not of it."""
_WORDS = {"words", "level-like", "prose", "unit"}
_REASON = {"words", "level-like", "prose", "value"}
_POINTS = {"weight", "score"}
_VALUES = {"value", "percent"}
_SECOND = {"level2", "both"}
_OPEN = ("(", "（")

Row = list[Word]
"""The words of a row."""


def with_unbroken_rows(lines: list[Word]) -> list[Word]:
    """Return the lines, each row of indicators on one of them.

    Example:
        >>> head = (1, "一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因")
        >>> rows = ["产出", "指标 数量指标 采集全血", "人次 ≥2万人次 3万人次 10 10", "总分 10 10"]
        >>> with_unbroken_rows([head, *enumerate(rows, 2)])[1]
        (2, '产出指标 数量指标 采集全血人次 ≥2万人次 3万人次 10 10')
    """
    if any("\t" in line or is_piped(line) for _, line in lines):
        return lines
    if not any(_may_head(line) for _, line in lines):
        return lines
    rows = [row for row in words_of(lines) if row]
    start = next((at for at, row in enumerate(rows) if _heads(row)), None)
    if start is None:
        return lines
    points = sum(column_role(word) in _POINTS for _, word in rows[start])
    _with_rest(rows, start)
    first = _first_row(rows, start)
    end = next((at for at in range(first, len(rows)) if _ends(rows[at])), len(rows))
    body = [row for row in rows[first:end] if not _is_same(row, rows[start])]
    if not points or not any(_has_points(row, points) for row in body):
        return lines
    made = [*rows[start:first], *_whole(body, points)]
    return [
        *(line for line in lines if line[0] < rows[start][0][0]),
        *((row[0][0], " ".join(word for _, word in row)) for row in made),
        *(line for line in lines if line[0] > rows[end - 1][0][0]),
    ]


def _first_row(rows: list[Row], heading: int) -> int:
    """Return where the first line stands that is not the headings' own."""
    below = range(heading + 1, len(rows))
    return next((at for at in below if not _is_of_headings(rows[at])), len(rows))


def _is_of_headings(row: Row) -> bool:
    has_known = any(column_role(word) is not None for _, word in row)
    return has_known and not {kind_of(word) for _, word in row} & {*LEVELS, "number", "value"}


def _ends(row: Row) -> bool:
    """Whether a line ends the indicators; the letters of 总 分 may stand apart."""
    return ends_indicators(row[0][1]) or label_of("".join(word for _, word in row[:2])) == "total"


def _may_head(line: str) -> bool:
    """Whether a line has headings enough, seen without joining any words."""
    words = line.split(maxsplit=MOST_WORDS)
    if len(words) < FEWEST_HEADINGS:
        return False
    return len({column_role(word) for word in words} - {None}) >= FEWEST_HEADINGS


def _heads(row: Row) -> bool:
    return len({column_role(word) for _, word in row} - {None}) >= FEWEST_HEADINGS


def _with_rest(rows: list[Row], heading: int) -> None:
    """Join a heading with the rest of it, alone in the next line."""
    (number, last), below = rows[heading][-1], rows[heading + 1 : heading + 2]
    for rest in below:
        whole = last + rest[0][1]
        if len(rest) == 1 and is_heading(whole) and not is_heading(rest[0][1]):
            rows[heading][-1] = (number, whole)
            del rows[heading + 1]


def _is_same(row: Row, heading: Row) -> bool:
    return [word for _, word in row] == [word for _, word in heading]


def _has_points(row: Row, points: int) -> bool:
    """Whether a line ends a row; of a row not scored yet, the weight behind its values does."""
    kinds = [kind_of(word) for _, word in row]
    numbers = kinds.count("number")
    return numbers >= points or (numbers > 0 and bool(_VALUES & {*kinds}))


def _whole(body: list[Row], points: int) -> Iterator[Row]:
    """Yield the rows, each whole."""
    row: Row = []
    for is_told, lines in groupby(body, key=lambda line: _has_points(line, points)):
        pieces = [*lines]
        if not is_told:
            row, begun = _with_reason(row, pieces)
            yield from [row] if row and begun else []
            yield from begun[:-MOST_LINES]
            row = _made(begun[-MOST_LINES:]) if begun else row
            continue
        for at, line in enumerate(pieces):
            if at or (row and _has_points(row, points)):
                yield row
                row = []
            row = _joined(row, line)
    if row:
        yield row


def _made(pieces: list[Row]) -> Row:
    row: Row = []
    for piece in map(_without_empty, pieces):
        row = _joined(row, piece)
    return row


def _with_reason(row: Row, pieces: list[Row]) -> tuple[Row, list[Row]]:
    """Return a row with the lines that go on with its reason, and the others."""
    at = 0
    while at < len(pieces) and _goes_on(row, pieces[at]):
        row = _joined(row, pieces[at])
        at += 1
    return row, pieces[at:]


def _without_empty(piece: Row) -> Row:
    """Return a line without a name that was left empty, as templates print it."""
    kept = [*piece]
    while kept and kind_of(kept[-1][1]) == "empty-name":
        kept.pop()
    return kept


def _goes_on(row: Row, piece: Row) -> bool:
    """Whether a line is more of the reason with which a row ends."""
    kinds = [kind_of(word) for _, word in piece]
    if not row or set(kinds) - _REASON or kind_of(row[-1][1]) not in _REASON:
        return False
    numbers = [number for _, word in row if (number := parse_points(word)) is not None]
    is_full = len(numbers) > 1 and numbers[-1] == numbers[-2]
    return len(row[-1][1]) > len("无偏差") and not is_full


def _joined(row: Row, piece: Row) -> Row:
    """Return a row with one more line: what a narrow cell broke is one word again.

    A second level above another one holds nothing.
    """
    if piece and kind_of(piece[0][1]) in _SECOND:
        while row and kind_of(row[-1][1]) in _SECOND:
            row = row[:-1]
    if not row or not piece:
        return [*row, *piece]
    (number, last), (_, first) = row[-1], piece[0]
    if _is_one(last, first):
        return [*row[:-1], (number, last + first), *piece[1:]]
    return [*row, *piece]


def _is_one(last: str, first: str) -> bool:
    both = last + first
    if open_brackets(last) > 0 or first.startswith(_OPEN):
        return True
    if kind_of(both) in LEVELS:
        return True
    if kind_of(last) in LEVELS or kind_of(first) in LEVELS:
        return False
    return kind_of(last) in _WORDS | {"marked-name"} and kind_of(first) in _WORDS
