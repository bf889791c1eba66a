"""VA: targets and actual values that cannot be compared."""

from fractions import Fraction
from random import Random

from jiheng.corpus.damage.kind import TABLES, WITH_BLANKS
from jiheng.corpus.planting.edits import (
    BUDGET,
    at_row,
    at_target,
    defect,
    full,
    has_column,
    is_of_cost,
    is_satisfaction,
    is_words,
    layout_of,
    number_of,
    rows,
    shown,
    sign_of,
    unit_of,
    with_row,
)
from jiheng.corpus.planting.planter import Defect, in_one
from jiheng.corpus.planting.spending import with_line
from jiheng.model.form import Form, Indicator

_MEASURED = frozenset({"%", "人", "人次", "户"})
_PEOPLE = "全县符合条件的对象"


def _counts(item: Indicator) -> bool:
    """Whether a quantity row counts something, with ≥."""
    return full(item) and "数量" in (item.level2 or "") and sign_of(item) == "≥"


def _counted_in_words(form: Form, dice: Random) -> Defect | None:
    for index, _ in rows(form, lambda each: _counts(each) and each.name.endswith("数"), dice):
        changed = with_row(form, index, target=_PEOPLE, actual=_PEOPLE, unit=None, nature=None)
        return defect(changed, at_target(form, index), also="VA02 VA17 SC20")
    return None


def _quantity_in_words(form: Form, dice: Random) -> Defect | None:
    for index, _ in rows(form, _counts, dice):
        told = {"name": "保障设施正常运转", "target": "全年", "actual": "全年"}
        changed = with_row(form, index, **told, unit=None, nature=None)
        return defect(changed, at_target(form, index), also="VA17 SC20")
    return None


def _operator_in_actual(form: Form, dice: Random) -> Defect | None:
    for index, item in rows(form, lambda each: full(each) and sign_of(each) == "≥", dice):
        got, wanted = number_of(item.actual), number_of(item.target)
        if got and wanted and got > wanted and item.actual and item.actual[0].isdigit():
            return defect(with_row(form, index, actual=f"≥{item.actual}"), at_row(index, "actual"))
    return None


def _copied(form: Form, dice: Random) -> Defect | None:
    for index, item in rows(form, lambda each: full(each) and sign_of(each) == "≥", dice):
        if unit_of(item) not in _MEASURED or (item.target or "")[0] != "≥":
            continue
        if is_of_cost(form) and is_satisfaction(item):
            continue
        at = (at_row(index, "actual"), at_target(form, index))
        return defect(with_row(form, index, actual=item.target), *at, also="VA03 SC20")
    return None


def _done(form: Form, dice: Random) -> Defect | None:
    for index, _ in rows(form, lambda each: full(each) and sign_of(each) in {"≥", "≤"}, dice):
        return defect(with_row(form, index, actual="完成"), at_row(index, "actual"))
    return None


def _blank_actual(form: Form, dice: Random) -> Defect | None:
    for index, _ in rows(form, full, dice):
        at = (at_row(index, "actual"), at_row(index, "score"))
        return defect(with_row(form, index, actual=None), *at)
    return None


def _blank_target(form: Form, dice: Random) -> Defect | None:
    for index, item in rows(form, full, dice):
        if not item.adjusted_target:
            changed = with_row(form, index, target=None, unit=None, nature=None)
            return defect(changed, at_row(index, "target"), also="XI21")
    return None


def _above_all(form: Form, dice: Random) -> Defect | None:
    for index, item in rows(form, lambda each: each.name.endswith("满意度"), dice):
        if unit_of(item) == "%":
            return defect(
                with_row(form, index, actual="130%"), at_row(index, "actual"), also="SC06"
            )
    return None


def _placeholder(form: Form, dice: Random) -> Defect | None:
    for index, item in rows(form, lambda each: full(each) and sign_of(each) == "≥", dice):
        changed = with_row(form, index, target=f"≥**{unit_of(item)}", unit=None, nature=None)
        return defect(changed, at_row(index, "target"), also="VA01 VA02 VA17")
    return None


def _turned_round(form: Form, dice: Random) -> Defect | None:
    def fits(item: Indicator) -> bool:
        return _counts(item) and unit_of(item) in {"人", "人次", "户"}

    for index, item in rows(form, fits, dice):
        wanted = number_of(item.target)
        got = f"{int((wanted or 0) * Fraction(19, 20))}{unit_of(item)}"
        ceiling = f"≤{shown(wanted or Fraction(0))}{unit_of(item)}"
        changed = with_row(form, index, name="参加培训人数", target=ceiling)
        return defect(with_row(changed, index, actual=got, reason=None), at_target(form, index))
    return None


def _without_operator(form: Form, dice: Random) -> Defect | None:
    if has_column(form, "operator") or has_column(form, "nature"):
        return None
    for index, item in rows(form, lambda each: full(each) and sign_of(each) == "≥", dice):
        got, wanted = number_of(item.actual), number_of(item.target)
        if got != wanted and wanted is not None:
            changed = with_row(form, index, target=f"{shown(wanted)}{unit_of(item)}")
            return defect(changed, at_target(form, index))
    return None


def _strict_bound(form: Form, dice: Random) -> Defect | None:
    for index, item in rows(form, lambda each: full(each) and sign_of(each) == "≤", dice):
        wanted, unit = number_of(item.target), unit_of(item)
        if wanted and unit != "万元":
            bound = f"<{shown(wanted)}{unit}"
            at = (at_row(index, "actual"), at_target(form, index))
            return defect(with_row(form, index, target=bound, actual=bound), *at, also="VA04 VA03")
    return None


def _formula(form: Form, dice: Random) -> Defect | None:
    for index, _ in rows(form, _counts, dice):
        told = {"name": "县级补助标准", "target": "全年缴费金额*10%*1/3", "actual": "达成年度指标"}
        changed = with_row(form, index, **told, unit=None, nature=None)
        return defect(changed, at_target(form, index), also="VA02 XI13")
    return None


def _open_target(form: Form, dice: Random) -> Defect | None:
    def fits(item: Indicator) -> bool:
        return full(item) and not is_words(item) and "数量" not in (item.level2 or "")

    for index, _ in rows(form, fits, dice):
        told = {"target": "视需求而定", "actual": "达成年度指标", "nature": "定性"}
        changed = with_row(form, index, **told, unit=None)
        return defect(changed, at_target(form, index), also="VA01 VA19")
    return None


def _shifted(form: Form, _dice: Random) -> Defect | None:
    """The name of a money line's source stands where its executed amount should."""
    if len(form.funds.lines) <= 1 or not form.funds.lines[1].executed:
        return None
    # Words may stand in a column of methods, and readers put them there.
    if "method" in layout_of(form).money_roles:
        return None
    also = "BU03 BU04 BU15"
    return defect(with_line(form, 1, executed="县级财政专户"), "funds.lines[1].executed", also=also)


def _off_by_ten_thousand(form: Form, dice: Random) -> Defect | None:
    for index, item in rows(form, lambda each: each.name == BUDGET, dice):
        wanted = number_of(item.target)
        if wanted and unit_of(item) == "万元":
            changed = with_row(form, index, actual=f"{shown(wanted)}元", unit=item.unit)
            return defect(changed, at_row(index, "actual"), also="XI01 SC02 SC05 VA05")
    return None


PLANTERS = (
    in_one("VA01", _counted_in_words),
    in_one("VA02", _quantity_in_words),
    in_one("VA03", _operator_in_actual),
    in_one("VA04", _copied),
    in_one("VA07", _done),
    in_one("VA08", _blank_actual, formats=WITH_BLANKS),
    in_one("VA09", _blank_target, formats=WITH_BLANKS),
    in_one("VA10", _above_all),
    in_one("VA11", _placeholder),
    in_one("VA12", _turned_round),
    in_one("VA14", _without_operator),
    in_one("VA15", _strict_bound),
    in_one("VA16", _formula),
    in_one("VA17", _open_target),
    in_one("VA23", _shifted, formats=TABLES),
    in_one("VA24", _off_by_ten_thousand),
)
