"""Rows with one number where weight and score may stand: the total's score tells which it is."""

from msgspec.structs import replace

from jiheng.model.form import Funds, Indicator, Total
from jiheng.model.points import parse_points
from jiheng.readers.recognise.found import Found


def with_lone_points(
    rows: Found[tuple[Indicator, ...]], funds: Funds, total: Total
) -> Found[tuple[Indicator, ...]]:
    """Return the indicators with lone numbers as scores, where only that adds up to the total.

    Nothing is moved that stands surely where it is; what is moved stays in doubt.
    """
    lone = [at for at, row in enumerate(rows.value) if _is_lone(row) and _is_open(rows, at)]
    printed = parse_points(total.score)
    if not lone or printed is None:
        return rows
    other = _sum([row.score for row in rows.value])
    other += _sum([line.score for line in funds.lines[:1]])
    if other + _sum([rows.value[at].weight for at in lone]) != printed or other == printed:
        return rows
    indicators, cells = list(rows.value), dict(rows.cells)
    for at in lone:
        indicators[at] = replace(indicators[at], weight=None, score=indicators[at].weight)
        weight, score = f"indicators[{at}].weight", f"indicators[{at}].score"
        cells[weight], cells[score] = cells[score], cells[weight]
    return replace(rows, value=tuple(indicators), cells=cells)


def _is_lone(row: Indicator) -> bool:
    return row.score is None and parse_points(row.weight) is not None


def _is_open(rows: Found[tuple[Indicator, ...]], at: int) -> bool:
    """Whether it is not sure where in the row its number stands."""
    paths = {f"indicators[{at}].weight", f"indicators[{at}].score"}
    unsure = any(rows.cells[path].confidence < 1 for path in paths & rows.cells.keys())
    return paths <= rows.cells.keys() and (unsure or any(d.at in paths for d in rows.doubts))


def _sum(points: list[str | None]) -> int:
    return sum(parse_points(text) or 0 for text in points)
