"""What it costs to read a cell of some kind in some role; 0 is what the role is for."""

from collections.abc import Mapping

from jiheng.readers.recognise.header import UNKNOWN, Column, Header

Costs = Mapping[str, Mapping[str, float]]
"""Role → kind of content → price."""

_NEVER = 40.0
_ODD = 4.0
_MISFIT = 7.0
_UNKNOWN_COLUMN = 0.4

_LABELS = {
    "level1": {"level1": 0, "level1-points": 0, "both": 1, "side": 2, "level2": 5, "words": 6},
    "level2": {"level2": 0, "both": 0, "level1": 5, "level1-points": 4, "words": 5},
}
_NAME = {
    "marked-name": 0,
    "empty-name": 0,
    "words": 0.5,
    "prose": 0.5,
    "both": 2,
    "level2": 3,
    "level1": 4,
    "value": 4,
    "method": 4,
}
_VALUE = {
    "value": 0,
    "percent": 0,
    "words": 0.6,
    "number": 1.2,
    "amount": 0.5,
    "prose": 2,
    "dash": 1,
}
_POINTS = {"number": 0, "dash": 0.5}
_REASON = {"prose": 0, "words": 0.3, "value": 2, "dash": 1, "method": 3, "marked-name": 5}
_METHOD = {"method": 0, "prose": 0.5, "words": 0.5, "dash": 1}
_MONEY = {"amount": 0, "number": 0, "dash": 1, "value": 2}
_RATE = {"percent": 0, "number": 1, "dash": 0, "amount": 3}

INDICATOR_COSTS: Costs = {
    "side": {"side": 0},
    **_LABELS,
    "name": _NAME,
    "target": _VALUE,
    "adjusted_target": _VALUE,
    "actual": _VALUE,
    "review_actual": _VALUE,
    "weight": _POINTS,
    "score": _POINTS,
    "review_score": _POINTS,
    "deduction": _POINTS,
    "reason": _REASON,
    "review_reason": _REASON,
    "method": _METHOD,
    "nature": {"value": 0, "words": 0},
    "unit": {"words": 0, "value": 0},
    "coefficient": {"percent": 0, "number": 0},
    "deviation": {"percent": 0, "number": 0},
    "is_core": {"words": 0},
}
INDICATOR_SKIPS: Mapping[str, float] = {
    "side": 0.0,
    "level1": 0.0,
    "level2": 0.0,
    "name": 6.0,
    "target": 2.0,
    "actual": 2.0,
    "weight": 1.2,
    "score": 1.0,
    "adjusted_target": 0.3,
}

MONEY_COSTS: Costs = {
    "source": {"words": 0, "prose": 0, "value": 2},
    "initial_budget": _MONEY,
    "adjusted_budget": _MONEY,
    "executed": _MONEY,
    "weight": {"number": 0, "dash": 0.5},
    "rate": _RATE,
    "score": {"number": 0, "dash": 0.5},
    "method": _METHOD,
    "reason": _REASON,
}
# Only the total line is scored, so that a dash is what weight, rate and score of another hold.
PART_COSTS: Costs = {
    **MONEY_COSTS,
    "weight": {"number": 1, "dash": 0},
    "score": {"number": 1, "dash": 0},
}
MONEY_SKIPS: Mapping[str, float] = {
    "initial_budget": 1.5,
    "adjusted_budget": 1.5,
    "executed": 1.5,
    "weight": 1.0,
    "rate": 0.8,
    "score": 0.8,
}

OTHER_SKIP = 0.1
AT_HOME = 1.2
"""Content up to this price may stand in a role."""
CLOSE = 0.5
"""Readings this near in price are told apart by the columns."""
SURPLUS = 4.0
REPEATED_SURPLUS = 2.5
"""A cell that repeats its neighbour is dropped more readily."""
_DRIFT_IN_TEXT = 0.02
_DRIFT_ON_PAPER = 0.5
_MOST_DRIFT = 3


def prices_at(costs: Costs, header: Header, kind: str, column: int) -> tuple[float, ...]:
    """Return what a kind of content standing in a column costs in each role of a header."""
    key = (id(costs), kind, column)
    known = header.memory.get(key)
    if known is None:
        known = tuple(
            content_cost(costs, each.role, kind) + _drift_cost(header, each, column)
            for each in header.columns
        )
        header.memory[key] = known
    return known


def content_cost(costs: Costs, role: str, kind: str) -> float:
    """Return what a kind of content costs in a role, wherever it stands."""
    if role.startswith(UNKNOWN):
        return _UNKNOWN_COLUMN
    fits = costs.get(role)
    if fits is None:
        return _ODD
    return fits.get(kind, _NEVER if kind in {"prose", "method"} else _MISFIT)


def cost_on_paper(costs: Costs, role: str, kind: str) -> float:
    """Return what a kind of content costs under its own heading, where columns are certain.

    A word that no list knows may be a level there, and a level's word a name.
    """
    if (role, kind) in _ON_PAPER:
        return AT_HOME
    return content_cost(costs, role, kind)


_ON_PAPER = {
    ("level1", "words"),
    ("level2", "words"),
    ("name", "level1"),
    ("name", "level2"),
    ("name", "both"),
}


def _drift_cost(header: Header, column: Column, at: int) -> float:
    """Return the price of standing ``at`` another column than the heading."""
    heading = column.cell
    if heading.column <= at < heading.column + heading.column_span:
        return 0.0
    away = min(abs(at - heading.column), _MOST_DRIFT)
    return away * (_DRIFT_IN_TEXT if header.ragged else _DRIFT_ON_PAPER)
