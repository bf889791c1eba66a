"""One number where weight and score may stand: rows and total tell each other which it is."""

from msgspec.structs import replace

from jiheng.model.form import Doubt, Funds, Indicator, Total
from jiheng.model.points import parse_points
from jiheng.readers.recognise.found import Found
from jiheng.readers.recognise.tail import as_weight


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


def with_lone_total(
    total: Found[Total], rows: tuple[Indicator, ...], funds: Funds, *, is_order: bool
) -> Found[Total]:
    """Return the total, its lone number as the weight where no score or only that adds up.

    Args:
        total: the total as it was read, a lone number as the score.
        rows: the indicators.
        funds: the money block, whose first line is scored.
        is_order: columns are an order, not places, so that the sums decide; then it is in doubt.
    """
    if total.value.weight is not None or total.value.score is None:
        return total
    if all(row.score is None for row in rows):
        return as_weight(total)
    printed, money = parse_points(total.value.score), funds.lines[:1]
    scores = _sum([row.score for row in rows]) + _sum([line.score for line in money])
    weights = _sum([row.weight for row in rows]) + _sum([line.weight for line in money])
    if not is_order or scores == printed or weights != printed:
        return total
    text = total.value.score
    doubts = (Doubt(at=f"total.{role}", text=text, reason="arithmetic") for role in _POINTS)
    moved = as_weight(total)
    return replace(moved, doubts=(*moved.doubts, *doubts))


_POINTS = ("weight", "score")


def _is_lone(row: Indicator) -> bool:
    return row.score is None and parse_points(row.weight) is not None


def _is_open(rows: Found[tuple[Indicator, ...]], at: int) -> bool:
    """Whether it is not sure where in the row its number stands."""
    paths = {f"indicators[{at}].weight", f"indicators[{at}].score"}
    unsure = any(rows.cells[path].confidence < 1 for path in paths & rows.cells.keys())
    return paths <= rows.cells.keys() and (unsure or any(d.at in paths for d in rows.doubts))


def _sum(points: list[str | None]) -> int:
    return sum(parse_points(text) or 0 for text in points)
