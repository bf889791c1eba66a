"""What it costs to read a cell of some kind in some role; 0 is what the role is for."""

from collections.abc import Mapping

from jiheng.readers.recognise.header import UNKNOWN, Header

Costs = Mapping[str, Mapping[str, float]]
"""Role → kind of content → price."""

_NEVER = 40.0
_ODD = 4.0
_MISFIT = 7.0
_UNKNOWN_COLUMN = 0.6

_LABELS = {
    "level1": {
        "level1": 0,
        "level1-points": 0,
        "both": 1,
        "side": 2,
        "level2": 5,
        "words": 6,
        "level-like": 2,
    },
    "level2": {
        "level2": 0,
        "both": 0,
        "level1": 5,
        "level1-points": 4,
        "words": 5,
        "level-like": 1,
    },
}
_NAME = {
    "marked-name": 0,
    "empty-name": 0,
    "words": 0.5,
    "level-like": 0.7,
    "prose": 0.8,
    "both": 2,
    "level2": 3,
    "level1": 4,
    "value": 4,
    "unit": 4,
    "method": 4,
}
_VALUE = {
    "value": 0,
    "percent": 0,
    "words": 0.6,
    "level-like": 0.6,
    "number": 1.2,
    "amount": 0.5,
    "prose": 2,
    "unit": 4,
    "dash": 1,
    "choice": 1,
}
# Where operator or unit have a column of their own, a bare number is what a target is.
_BARE_VALUE = {**_VALUE, "number": 0.2, "amount": 0.0}
_POINTS = {"number": 0, "dash": 0.5}
_REASON = {
    "prose": 0,
    "words": 0.3,
    "level-like": 0.6,
    "value": 2,
    "choice": 3,
    "unit": 4,
    "number": 3.5,
    "dash": 1,
    "method": 3,
    "marked-name": 5,
}
_METHOD = {
    "method": 0,
    "prose": 0.5,
    "words": 0.5,
    "level-like": 0.5,
    "sign": 1,
    "nature": 1,
    "dash": 1,
}
_MONEY = {"amount": 0, "number": 0, "dash": 1, "value": 2}
_RATE = {"percent": 0, "number": 1, "dash": 0, "amount": 3}

INDICATOR_COSTS: Costs = {
    "side": {"side": 0},
    **_LABELS,
    "level1_points": _POINTS,
    "level2_points": _POINTS,
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
    "nature": {"nature": 0, "sign": 0, "words": 1, "level-like": 1, "value": 2},
    "operator": {"sign": 0, "nature": 1, "words": 1, "value": 2},
    "unit": {"unit": 0, "words": 1, "value": 2},
    "coefficient": {"percent": 0, "number": 0},
    "deviation": {"percent": 0, "number": 0},
    "is_core": {"choice": 0, "words": 1},
    UNKNOWN: dict.fromkeys(("side", "level1", "level1-points", "level2", "both"), 3.0),
}
_APART_COSTS: Costs = {
    **INDICATOR_COSTS,
    "target": _BARE_VALUE,
    "actual": _BARE_VALUE,
    "review_actual": _BARE_VALUE,
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
    "review_actual": 1.5,
    "review_score": 1.0,
    "deduction": 1.2,
    "coefficient": 1.2,
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

PART_SKIPS: Mapping[str, float] = {**MONEY_SKIPS, "weight": 0.3, "rate": 0.3, "score": 0.3}

OTHER_SKIP = 0.1
AT_HOME = 1.2
"""Content up to this price may stand in a role."""
CLOSE = 0.5
"""Readings this near in price are told apart by the columns,"""
CLOSE_ON_PAPER = 0.9
"""and on paper, where columns are places, even these."""
NEARLY = 0.4
"""A reading so much dearer than the one that was taken leaves a doubt."""
SURPLUS = 4.0
REPEATED_SURPLUS = 2.5
"""A cell that repeats its neighbour is dropped more readily."""
_DRIFT_IN_TEXT = 0.02
_DRIFT_ON_PAPER = 0.2


def indicator_costs(header: Header) -> Costs:
    """Return the prices for the rows below a heading row."""
    return _APART_COSTS if {"nature", "unit"} & set(header.roles) else INDICATOR_COSTS


def prices_at(costs: Costs, header: Header, kind: str, column: int) -> tuple[float, ...]:
    """Return what a kind of content standing in a column costs in each role of a header."""
    key = (id(costs), kind, column)
    known = header.memory.get(key)
    if known is None:
        known = tuple(
            content_cost(costs, each.role, kind) + _drift_cost(header, at, column)
            for at, each in enumerate(header.columns)
        )
        header.memory[key] = known
    return known


def content_cost(costs: Costs, role: str, kind: str) -> float:
    """Return what a kind of content costs in a role, wherever it stands."""
    if role.startswith(UNKNOWN):
        return costs.get(UNKNOWN, {}).get(kind, _UNKNOWN_COLUMN)
    fits = costs.get(role)
    if fits is None:
        return _ODD
    return fits.get(kind, _NEVER if kind in {"prose", "method"} else _MISFIT)


def cost_on_paper(costs: Costs, role: str, kind: str) -> float:
    """Return what a kind of content costs under its own heading, where columns are certain.

    A word that no list knows may be a level there, and a level's word a name.
    """
    if role.startswith(UNKNOWN):
        return _UNKNOWN_COLUMN
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


def _drift_cost(header: Header, role: int, at: int) -> float:
    """Return the price of standing ``at`` another column than the heading of the role."""
    away = abs(header.heading_above(at) - role)
    return away * (_DRIFT_IN_TEXT if header.ragged else _DRIFT_ON_PAPER)
