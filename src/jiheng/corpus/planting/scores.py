"""SC: scores that the rule does not give."""

from collections.abc import Callable
from fractions import Fraction
from random import Random

from jiheng.corpus.planting.edits import (
    REASON,
    at_row,
    at_target,
    defect,
    full,
    has_column,
    is_of_cost,
    is_satisfaction,
    is_words,
    number_of,
    points,
    reached,
    rows,
    shown,
    sign_of,
    unit_of,
    with_row,
    with_score,
)
from jiheng.corpus.planting.planter import Defect, in_one
from jiheng.corpus.planting.shortfalls import missed
from jiheng.model.form import Form, Indicator

_POINT = 1_00
_PARTLY = "部分达成年度指标并具有一定效果"


def _is_share(item: Indicator) -> bool:
    return unit_of(item) == "%"


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
    return _docked(form, reached, dice)


def _shortfall_misscored(form: Form, dice: Random) -> Defect | None:
    for index, item in rows(form, lambda each: full(each) and not is_satisfaction(each), dice):
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
        return full(item) and is_plain and bool(wanted) and not is_satisfaction(item)

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
    for index, item in rows(form, lambda each: reached(each) and not _is_share(each), dice):
        wanted, unit = number_of(item.target), unit_of(item)
        if wanted and unit:
            changed = with_row(form, index, actual=f"{shown(wanted * 2)}{unit}", reason=None)
            at = (at_row(index, "actual"), at_row(index, "reason"))
            return defect(changed, *at, also="SC07 VA14")
    return None


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


def _reason_for_nothing(form: Form, dice: Random) -> Defect | None:
    if not has_column(form, "reason"):
        return None
    for index, item in rows(form, lambda each: reached(each) and not each.reason, dice):
        changed = with_row(
            form, index, actual=(item.target or "").lstrip("≥不少于低"), reason=REASON
        )
        return defect(changed, at_row(index, "reason"), at_row(index, "score"))
    return None


def _zero_unexplained(form: Form, dice: Random) -> Defect | None:
    if not has_column(form, "reason"):
        return None
    for index, item in rows(form, lambda each: reached(each) and bool(unit_of(each)), dice):
        changed = with_score(with_row(form, index, actual=f"0{unit_of(item)}"), index, 0)
        at = (at_row(index, "score"), at_row(index, "reason"))
        return defect(changed, *at, also="TX04 XI09 XI07 XI08")
    return None


def _satisfaction_misscored(form: Form, dice: Random) -> Defect | None:
    for index, item in rows(form, lambda each: full(each) and is_satisfaction(each), dice):
        wanted = number_of(item.target)
        if wanted is not None:
            got = "71%" if is_of_cost(form) else f"{shown(wanted * Fraction(9, 10))}%"
            changed = with_row(form, index, actual=got)
            return defect(changed, at_row(index, "score"))
    return None


PLANTERS = (
    in_one("SC01", _reached_underscored),
    in_one("SC02", _shortfall_misscored),
    in_one("SC03", _kept_underscored),
    in_one("SC04", _exceeded_misscored),
    in_one("SC05", _equal_misscored),
    in_one("SC06", _over_completion),
    in_one("SC08", _tier_left),
    in_one("SC09", _met_in_lower_tier),
    in_one("SC11", _reason_for_nothing),
    in_one("SC12", _zero_unexplained),
    in_one("SC15", _satisfaction_misscored),
)
