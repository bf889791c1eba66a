"""SC: the manner in which a whole form is scored."""

from fractions import Fraction
from random import Random

from msgspec.structs import replace

from jiheng.corpus.planting.edits import (
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
    shown,
    unit_of,
    with_row,
    with_score,
)
from jiheng.corpus.planting.planter import Defect, Edit, in_one
from jiheng.corpus.planting.shortfalls import missed
from jiheng.corpus.planting.spending import spent
from jiheng.model.form import Form

_POINT = 1_00
_TIERS_50 = "定性指标分三档，分别按该指标分值的100-80%（含）、80-50%（含）、50-0%记分。"
_INVERSE = "反向指标（即指标值为≤），得分计算方法：年度指标值（A）/全年实际值（B）×该指标分值。"


def _scored_apart(form: Form, dice: Random) -> Defect | None:
    """Two targets passed by far: the one passed further lost nothing, the other a point."""
    if not has_column(form, "reason") or has_column(form, "deduction"):
        return None
    found = [
        row
        for row in rows(form, lambda each: reached(each) and unit_of(each) != "%", dice)
        if points(row[1].weight) > _POINT
    ][:2]
    if len(found) < 2:  # noqa: PLR2004
        return None
    over = "申报人数超出年初测算；下年按实有人数设定目标"
    for (index, item), times, lost in zip(found, (2, 3), (_POINT, 0), strict=True):
        wanted = number_of(item.target) or Fraction(0)
        form = with_row(form, index, actual=f"{shown(wanted * times)}{unit_of(item)}")
        form = with_score(form, index, points(item.weight) - lost, over)
    at = tuple(at_row(index, "score") for index, _ in found)
    return defect(form, *at, also="SC01")


def _note(text: str) -> Edit:
    """Return an edit that prints a note of another rule than that of a form with cost levels."""

    def edit(form: Form, _dice: Random) -> Defect | None:
        if not is_of_cost(form):
            return None
        return defect(replace(form, notes=(text,)), "notes[0]")

    return edit


def _full_throughout(form: Form, _dice: Random) -> Defect | None:
    changed = spent(form, Fraction(1))
    if changed is None or points(form.funds.lines[0].score) == 0 or not form.total.score:
        return None
    if not all(item.target and item.actual and points(item.weight) for item in form.indicators):
        return None
    for index, item in enumerate(changed.indicators):
        changed = with_row(changed, index, actual=item.target)
        changed = with_score(changed, index, points(item.weight))
    return defect(changed, "total.score", also="BU13 VA04 VA15 XI22 TX01 VA03")


def _whole_points(form: Form, dice: Random) -> Defect | None:
    if is_of_cost(form) or not all(
        full(each) and not points(each.weight) % 100 for each in form.indicators
    ):
        return None
    at: list[str] = []
    for index, item in rows(form, lambda each: not is_satisfaction(each), dice):
        made = missed(form, index, item)
        whole = (made[1] + 50) // 100 * 100 if made else 0
        if made is None or abs(made[1] - whole) < 5 or whole >= points(item.weight):  # noqa: PLR2004
            continue
        form = with_score(made[0], index, whole, REASON)
        at.append(at_row(index, "score"))
    first = points(form.funds.lines[0].score) if form.funds.lines else 1
    if len(at) < 2 or first % 100:  # noqa: PLR2004
        return None
    return defect(form, *at, also="SC02 AR10 XI08")


PLANTERS = (
    in_one("SC07", _scored_apart),
    in_one("SC10", _note(_TIERS_50)),
    in_one("SC19", _note(_INVERSE)),
    in_one("SC20", _full_throughout),
    in_one("SC21", _whole_points),
)
