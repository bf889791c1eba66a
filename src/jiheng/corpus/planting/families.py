"""SC: what only the rules of some families have: bands, a pass line, deductions, rescaling."""

from fractions import Fraction
from random import Random

from msgspec.structs import replace

from jiheng.corpus.planting.edits import (
    BUDGET,
    REASON,
    at_row,
    defect,
    full,
    has_column,
    is_of_cost,
    is_satisfaction,
    number_of,
    points,
    reached,
    rows,
    unit_of,
    with_row,
    with_score,
    with_total,
)
from jiheng.corpus.planting.planter import Defect, in_one
from jiheng.corpus.planting.spending import amount, base_of, quiet, spent, with_execution
from jiheng.model.form import Form, Indicator
from jiheng.model.points import format_points

_RESCALED = "不适用的指标不计分，其余指标的得分折算为百分制。"
_POINT = 1_00
_CEILING = 79_00
"""The most that a total may be where under 70 % was spent, by the manual that has such limits."""
_COST = 5_00
"""The most that a row of cost may have, by the rule that has such a limit."""
_SHEETS = ("docx", "xlsx", "html", "markdown")
"""Formats in which a blank cell can be seen."""


def is_cost(item: Indicator) -> bool:
    """Whether a row stands under a heading of costs."""
    return "成本" in (item.level2 or "") or "成本" in (item.level1 or "")


def _scored_by_rate(form: Form, _dice: Random) -> Defect | None:
    lines = form.funds.lines
    if not lines or amount(lines[0], "executed") != amount(lines[0], base_of(form)):
        return None
    for index, item in enumerate(form.indicators):
        if item.name == BUDGET:
            saved = {"name": "成本节约率", "target": "≥5%", "actual": "6%"}
            form = with_row(form, index, **saved)
    changed = spent(form, Fraction(7, 10)) if is_of_cost(form) else None
    if changed is None or not points(changed.funds.lines[0].score):
        return None
    changed = with_execution(changed, points(changed.funds.lines[0].weight) * 7 // 10)
    return defect(quiet(changed), "funds.lines[0].score", also="BU09 BU14 XI05 XI09 SC20")


def _points_below_line(form: Form, dice: Random) -> Defect | None:
    if not is_of_cost(form):
        return None
    for index, item in rows(form, lambda each: reached(each) and unit_of(each) != "%", dice):
        wanted = number_of(item.target) or Fraction(0)
        if wanted < 10:  # noqa: PLR2004
            continue
        changed = with_row(form, index, actual=f"{int(wanted / 2)}{unit_of(item)}")
        changed = with_score(changed, index, points(item.weight) // 2, REASON)
        return defect(changed, at_row(index, "score"), at_row(index, "actual"), also="XI08 XI09")
    return None


def _deduction_not_taken(form: Form, dice: Random) -> Defect | None:
    if not has_column(form, "deduction"):
        return None
    for index, item in rows(form, reached, dice):
        if points(item.weight) <= _POINT:
            continue
        changed = with_row(form, index, deduction="1", actual=item.target)
        return defect(changed, at_row(index, "deduction"), at_row(index, "score"), also="VA04")
    return None


def _not_rescaled(form: Form, dice: Random) -> Defect | None:
    if not form.total.score or not has_column(form, "score"):
        return None
    for index, item in rows(form, lambda each: full(each) and not is_satisfaction(each), dice):
        gone = ("actual", "score", "reason", "deduction", "coefficient", "review_score")
        changed = with_row(form, index, **dict.fromkeys(gone))
        changed = with_total(changed, points(form.total.score) - points(item.score))
        changed = replace(changed, notes=(_RESCALED,))
        return defect(changed, "total.score", also="VA08 XI18 AR01 AR04")
    return None


def _total_above_ceiling(form: Form, _dice: Random) -> Defect | None:
    """A third of the money is left over, and the total is still the sum of the scores."""
    changed = None if is_of_cost(form) else spent(form, Fraction(13, 20))
    if changed is None or points(changed.total.score) <= _CEILING:
        return None
    at = ("total.score", "funds.lines[0].executed")
    return defect(quiet(changed), *at, also="BU09 BU14 XI05 XI09 SC20")


def _cost_row_above_limit(form: Form, dice: Random) -> Defect | None:
    """The only row of cost takes points from another one."""
    costs = [n for n, each in enumerate(form.indicators) if is_cost(each)]
    if len(costs) != 1 or not full(form.indicators[costs[0]]):
        return None
    (index,) = costs
    item = form.indicators[index]
    if points(item.weight) > _COST:
        return None
    moved = _COST + _POINT - points(item.weight)
    for other, each in rows(form, lambda each: full(each) and each.level1 == item.level1, dice):
        if other == index or not 0 < moved < points(each.weight):
            continue
        for number, weight in ((index, _COST + _POINT), (other, points(each.weight) - moved)):
            form = with_row(form, number, weight=format_points(weight))
            form = with_score(form, number, weight)
        return defect(form, at_row(index, "score"), at_row(index, "name"))
    return None


PLANTERS = (
    in_one("BU10", _total_above_ceiling, pack="platform-manual-2022"),
    in_one("SC13", _scored_by_rate),
    in_one("SC14", _points_below_line),
    in_one("SC16", _deduction_not_taken),
    in_one("SC17", _not_rescaled, formats=_SHEETS),
    in_one("SC18", _cost_row_above_limit, pack="shanxi"),
)
