"""SC: scores that the rule does not give."""

from collections.abc import Callable
from fractions import Fraction
from random import Random

from msgspec.structs import replace

from jiheng.corpus.planting.edits import (
    REASON,
    at_row,
    at_target,
    defect,
    full,
    has_column,
    is_of_cost,
    is_words,
    number_of,
    points,
    rows,
    shown,
    sign_of,
    spent,
    unit_of,
    with_row,
    with_score,
)
from jiheng.corpus.planting.planter import Defect, Edit, in_one
from jiheng.corpus.planting.shortfalls import missed
from jiheng.model.form import Form, Indicator

_POINT = 1_00
_PARTLY = "部分达成年度指标并具有一定效果"
_TIERS_50 = "定性指标分三档，分别按该指标分值的100-80%（含）、80-50%（含）、50-0%记分。"
_INVERSE = "反向指标（即指标值为≤），得分计算方法：年度指标值（A）/全年实际值（B）×该指标分值。"


def _is_share(item: Indicator) -> bool:
    return unit_of(item) == "%"


def _is_satisfaction(item: Indicator) -> bool:
    return "满意" in (item.level1 or "") and "满意度" in item.name


def _reached(item: Indicator) -> bool:
    """Whether a ≥ target was reached by something that any reader can compare."""
    got, wanted = number_of(item.actual), number_of(item.target)
    return (
        full(item)
        and sign_of(item) == "≥"
        and wanted is not None
        and got is not None
        and got >= wanted
        and not _is_satisfaction(item)
    )


def _docked(form: Form, fits: Callable[[Indicator], bool], dice: Random) -> Defect | None:
    """Take a point off a full row; a form with a column for deductions would say so itself."""
    if has_column(form, "deduction"):
        return None
    for index, item in rows(form, lambda each: full(each) and fits(each), dice):
        if points(item.weight) > _POINT:
            changed = with_score(form, index, points(item.weight) - _POINT, REASON)
            return defect(changed, at_row(index, "score"))
    return None


def _reached_underscored(form: Form, dice: Random) -> Defect | None:
    return _docked(form, _reached, dice)


def _shortfall_misscored(form: Form, dice: Random) -> Defect | None:
    for index, item in rows(form, lambda each: full(each) and not _is_satisfaction(each), dice):
        made = missed(form, index, item)
        if made is not None:
            at = (at_row(index, "score"), at_row(index, "actual"))
            return defect(made[0], *at, also="SC07 XI08")
    return None


def _kept_underscored(form: Form, dice: Random) -> Defect | None:
    return _docked(form, lambda item: sign_of(item) == "≤", dice)


def _exceeded_misscored(form: Form, dice: Random) -> Defect | None:
    for index, item in rows(form, lambda each: full(each) and sign_of(each) == "≤", dice):
        wanted, unit = number_of(item.target), unit_of(item)
        if wanted and unit and unit != "万元":
            changed = with_row(form, index, actual=f"{shown(wanted * Fraction(5, 4))}{unit}")
            return defect(changed, at_row(index, "score"), at_row(index, "actual"))
    return None


def _equal_misscored(form: Form, dice: Random) -> Defect | None:
    def fits(item: Indicator) -> bool:
        wanted = number_of(item.target)
        is_plain = sign_of(item) == "=" and unit_of(item) != "万元"
        return full(item) and is_plain and bool(wanted) and not _is_satisfaction(item)

    for index, item in rows(form, fits, dice):
        wanted = number_of(item.target) or Fraction(0)
        unit = unit_of(item) or ""
        got = wanted * Fraction(7, 10) if unit == "%" else Fraction(int(wanted * Fraction(7, 10)))
        changed = with_row(form, index, actual=f"{shown(got)}{unit}")
        at = (at_row(index, "score"), at_target(form, index))
        return defect(changed, *at, also="SC02 XI08")
    return None


def _over_completion(form: Form, dice: Random) -> Defect | None:
    if not has_column(form, "reason"):
        return None
    for index, item in rows(form, lambda each: _reached(each) and not _is_share(each), dice):
        wanted, unit = number_of(item.target), unit_of(item)
        if wanted and unit:
            changed = with_row(form, index, actual=f"{shown(wanted * 2)}{unit}", reason=None)
            at = (at_row(index, "actual"), at_row(index, "reason"))
            return defect(changed, *at, also="SC07 VA14")
    return None


def _scored_apart(form: Form, dice: Random) -> Defect | None:
    """Two targets passed by far: the one passed further lost nothing, the other a point."""
    if not has_column(form, "reason") or has_column(form, "deduction"):
        return None
    found = [
        row
        for row in rows(form, lambda each: _reached(each) and not _is_share(each), dice)
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


def _has_tiers(item: Indicator) -> bool:
    """Whether a full row is judged by words; what holds for long is a time."""
    return full(item) and is_words(item) and "长期" not in (item.target or "")


def _tier_left(form: Form, dice: Random) -> Defect | None:
    for index, _ in rows(form, _has_tiers, dice):
        changed = with_row(form, index, actual=_PARTLY)
        return defect(changed, at_row(index, "score"))
    return None


def _met_in_lower_tier(form: Form, dice: Random) -> Defect | None:
    if has_column(form, "deduction"):
        return None
    for index, item in rows(form, _has_tiers, dice):
        changed = with_row(form, index, actual=item.target)
        changed = with_score(changed, index, points(item.weight) * 7 // 10, REASON)
        return defect(changed, at_row(index, "score"), also="AR08 TX04")
    return None


def _note(text: str) -> Edit:
    """Return an edit that prints a note of another rule than that of a form with cost levels."""

    def edit(form: Form, _dice: Random) -> Defect | None:
        if not is_of_cost(form):
            return None
        return defect(replace(form, notes=(text,)), "notes[0]")

    return edit


def _reason_for_nothing(form: Form, dice: Random) -> Defect | None:
    if not has_column(form, "reason"):
        return None
    for index, item in rows(form, lambda each: _reached(each) and not each.reason, dice):
        changed = with_row(
            form, index, actual=(item.target or "").lstrip("≥不少于低"), reason=REASON
        )
        return defect(changed, at_row(index, "reason"), at_row(index, "score"))
    return None


def _zero_unexplained(form: Form, dice: Random) -> Defect | None:
    if not has_column(form, "reason"):
        return None
    for index, item in rows(form, lambda each: _reached(each) and bool(unit_of(each)), dice):
        changed = with_score(with_row(form, index, actual=f"0{unit_of(item)}"), index, 0)
        at = (at_row(index, "score"), at_row(index, "reason"))
        return defect(changed, *at, also="TX04 XI09 XI07 XI08")
    return None


def _satisfaction_misscored(form: Form, dice: Random) -> Defect | None:
    for index, item in rows(form, lambda each: full(each) and _is_satisfaction(each), dice):
        wanted = number_of(item.target)
        if wanted is not None:
            got = "71%" if is_of_cost(form) else f"{shown(wanted * Fraction(9, 10))}%"
            changed = with_row(form, index, actual=got)
            return defect(changed, at_row(index, "score"))
    return None


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
    for index, item in rows(form, lambda each: not _is_satisfaction(each), dice):
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
    in_one("SC01", _reached_underscored),
    in_one("SC02", _shortfall_misscored),
    in_one("SC03", _kept_underscored),
    in_one("SC04", _exceeded_misscored),
    in_one("SC05", _equal_misscored),
    in_one("SC06", _over_completion),
    in_one("SC07", _scored_apart),
    in_one("SC08", _tier_left),
    in_one("SC09", _met_in_lower_tier),
    in_one("SC10", _note(_TIERS_50)),
    in_one("SC11", _reason_for_nothing),
    in_one("SC12", _zero_unexplained),
    in_one("SC15", _satisfaction_misscored),
    in_one("SC19", _note(_INVERSE)),
    in_one("SC20", _full_throughout),
    in_one("SC21", _whole_points),
)
