"""Rows of one cell a line whose headings a page cut away, told by the rows themselves."""

from jiheng.model.points import parse_points
from jiheng.readers.recognise.content import LEVELS, kind_of
from jiheng.readers.recognise.costs import AT_HOME, INDICATOR_COSTS, content_cost
from jiheng.readers.text.stream.cells import Cell
from jiheng.readers.text.stream.words import Token
from jiheng.rulebook.headings import label_of

FEWEST_ROWS = 2
_ROLES = ("name", "target", "actual", "weight", "score")
_MOST_LEVELS = 2


def headless_rows(tokens: list[Token]) -> tuple[list[list[Cell]], range] | None:
    """Return the rows that end with the total, and which lines they are made of.

    None unless every line from the first level to the total's label has its place: levels,
    a name, target and actual value, weight and a score that is no higher.
    """
    end = next((at for at, (_, text) in enumerate(tokens) if label_of(text) == "total"), 0)
    start = next((at for at in range(end) if kind_of(tokens[at][1]) in LEVELS), end)
    rows = _rows(tokens[start:end])
    return (rows, range(start, end)) if len(rows) >= FEWEST_ROWS else None


def _rows(tokens: list[Token]) -> list[list[Cell]]:
    """Return the rows that lines make without a rest; [] where they do not."""
    rows: list[list[Cell]] = []
    at = 0
    while at < len(tokens):
        lengths = (len(_ROLES) + levels for levels in range(_MOST_LEVELS + 1))
        length = next((each for each in lengths if _is_row(tokens[at : at + each], each)), 0)
        if not length:
            return []
        first = _MOST_LEVELS + len(_ROLES) - length
        row = tokens[at : at + length]
        rows.append(
            [
                Cell(line=line, column=column, text=text, is_sure=False)
                for column, (line, text) in enumerate(row, first)
            ]
        )
        at += length
    return rows


def _is_row(tokens: list[Token], length: int) -> bool:
    """Whether lines are one row: levels first, then a cell for each column."""
    if len(tokens) < length:
        return False
    texts = [text for _, text in tokens]
    levels, own = texts[: -len(_ROLES)], texts[-len(_ROLES) :]
    weight, score = (parse_points(text) for text in own[-2:])
    if weight is None or score is None or score > weight:
        return False
    # 服务对象满意度 may be a name below its level, 社会效益指标 is none.
    is_named = kind_of(own[0]) not in LEVELS or (bool(levels) and not own[0].endswith("指标"))
    return (
        is_named
        and all(kind_of(level) in LEVELS for level in levels)
        and all(
            content_cost(INDICATOR_COSTS, role, kind_of(text)) <= AT_HOME
            for role, text in zip(_ROLES[1:], own[1:], strict=True)
        )
    )
