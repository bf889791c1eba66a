"""XI: parts of one form that contradict one another."""

from fractions import Fraction
from random import Random

from msgspec.structs import replace

from jiheng.corpus.planting.edits import (
    BUDGET,
    Row,
    at_row,
    at_target,
    defect,
    full,
    is_words,
    number_of,
    rows,
    shown,
    unit_of,
    with_row,
    with_score,
)
from jiheng.corpus.planting.planter import Defect, in_one
from jiheng.corpus.planting.shortfalls import missed
from jiheng.corpus.planting.spending import base_of, in_yuan, quiet, spent
from jiheng.model.form import Form, Goal, Indicator

_FIRST = "funds.lines[0]"
_HEADS = "发放补贴人数"
_PLAIN = {"unit": None, "nature": None, "reason": None}


def _is_budget(item: Indicator) -> bool:
    return item.name == BUDGET and full(item) and item.level2 is not None


def _of_budget(form: Form, dice: Random) -> Row | None:
    """Return the row that repeats the money; a department's budget is more than a project's."""
    if form.kind == "department":
        return None
    return next(rows(form, _is_budget, dice), None)


def _cost_differs(form: Form, dice: Random) -> Defect | None:
    found = _of_budget(form, dice)
    if found is None:
        return None
    index, item = found
    wrong = (number_of(item.actual) or Fraction(0)) * Fraction(3, 4)
    changed = with_row(form, index, actual=item.actual and f"{shown(wrong)}万元")
    at = (at_row(index, "actual"), f"{_FIRST}.executed")
    return defect(changed, *at, also="XI05 SC05 SC02")


def _target_differs(form: Form, dice: Random) -> Defect | None:
    found = _of_budget(form, dice)
    if found is None:
        return None
    index, item = found
    wanted = shown((number_of(item.target) or Fraction(0)) * Fraction(6, 5))
    sign = "≤" if (item.target or "").startswith("≤") else ""
    changed = with_row(form, index, target=f"{sign}{wanted}万元", nature=None)
    at = (at_target(form, index), f"{_FIRST}.{base_of(form)}")
    return defect(changed, *at, also="VA14 SC05 SC02")


def _counts_and_prices(form: Form, dice: Random, pairs: int) -> list[tuple[int, int]]:
    """Return rows of quantity, each with a row of another output that may hold its price."""

    def countable(item: Indicator) -> bool:
        return full(item) and "数量" in (item.level2 or "")

    def priceable(item: Indicator) -> bool:
        return full(item) and item.level1 == "产出指标" and not countable(item)

    counted = sorted(index for index, _ in rows(form, countable, dice))
    priced = sorted(index for index, _ in rows(form, priceable, dice))
    if len(counted) < pairs or len(priced) < pairs:
        return []
    return list(zip(counted[:pairs], priced[:pairs], strict=True))


def _price_times_count(form: Form, dice: Random) -> Defect | None:
    pairs = _counts_and_prices(form, dice, 1)
    money = in_yuan(form, "executed") if form.funds.lines else Fraction(0)
    if not pairs or not money:
        return None
    if any(item.name == _HEADS for item in form.indicators):
        return None
    (count, price), heads = pairs[0], int(money / 100)
    told = f"{heads}人"
    form = with_row(form, count, name=_HEADS, **{**_PLAIN, "target": f"≥{told}", "actual": told})
    form = with_row(
        form, price, name="发放补贴标准", **{**_PLAIN, "target": "=130元/人", "actual": "130元/人"}
    )
    at = (at_row(price, "actual"), at_row(count, "actual"), f"{_FIRST}.executed")
    return defect(form, *at, also="XI04 XI13")


def _parts_exceed(form: Form, dice: Random) -> Defect | None:
    pairs = _counts_and_prices(form, dice, 2)
    money = in_yuan(form, base_of(form)) if form.funds.lines else Fraction(0)
    if not pairs or not money:
        return None
    at: list[str] = []
    things = (("印章数量", "个", "印章单价"), ("制卡数量", "张", "制卡单价"))
    for (count, price), (what, unit, cost) in zip(pairs, things, strict=True):
        number = f"{int(money * Fraction(7, 10) / 20)}{unit}"
        each = f"20元/{unit}"
        form = with_row(form, count, name=what, **{**_PLAIN, "target": number, "actual": number})
        form = with_row(form, price, name=cost, **{**_PLAIN, "target": each, "actual": each})
        at += [at_row(price, "actual"), at_row(count, "actual")]
    return defect(form, *at, f"{_FIRST}.{base_of(form)}", also="XI03 SC20")


def _control_rate(form: Form, dice: Random) -> Defect | None:
    if not form.funds.lines or not form.funds.lines[0].executed:
        return None
    for index, item in rows(form, full, dice):
        if "成本" in (item.level2 or ""):
            told = {"name": "项目成本控制率", "target": "≤100%", "actual": "55%"}
            changed = with_row(form, index, **{**_PLAIN, **told})
            return defect(changed, at_row(index, "actual"), f"{_FIRST}.executed", also="VA04")
    return None


def _arrived_but_free(form: Form, dice: Random) -> Defect | None:
    found = list(rows(form, full, dice))
    cost = next((index for index, item in found if "成本" in (item.level2 or "")), None)
    other = next((index for index, item in found if "时效" in (item.level2 or "")), None)
    if cost is None or other is None:
        return None
    budget = f"≤{shown(in_yuan(form, base_of(form)) / 10_000)}万元"
    money = {"name": "资金到位率", "target": "=100%", "actual": "100%"}
    form = with_row(form, other, **{**_PLAIN, **money})
    nothing = {"name": "项目投入", "target": budget, "actual": "0万元"}
    form = with_row(form, cost, **{**_PLAIN, **nothing})
    return defect(form, at_row(other, "actual"), at_row(cost, "actual"), also="XI01 XI12 XI13 XI05")


def _work_without_money(form: Form, dice: Random) -> Defect | None:
    changed = spent(form, Fraction(2, 5))
    if changed is None:
        return None
    counted = [
        index
        for index, _ in rows(
            changed, lambda item: full(item) and "数量" in (item.level2 or ""), dice
        )
    ]
    if len(counted) < sum("数量" in (item.level2 or "") for item in changed.indicators):
        return None
    for index, item in rows(
        changed, lambda item: full(item) and "质量" in (item.level2 or ""), dice
    ):
        made = missed(changed, index, item)
        if made and counted and item.level1 == "产出指标":
            short = with_score(made[0], index, made[1], "材料进场迟；下年提前采购")
            at = (f"{_FIRST}.executed", at_row(counted[0], "actual"))
            return defect(quiet(short), *at, also="BU09 BU14 SC02 XI05")
    return None


def _repeated(form: Form, dice: Random) -> Defect | None:
    found = list(rows(form, lambda item: full(item) and is_words(item), dice))
    for first, item in found:
        for second, other in found:
            if first != second and item.goal == other.goal and item.level2 != other.level2:
                changed = with_row(form, second, name=item.name)
                at = (at_row(first, "name"), at_row(second, "name"))
                return defect(changed, *at, also="XI13")
    return None


def _misplaced(form: Form, dice: Random) -> Defect | None:
    for index, _ in rows(form, lambda item: full(item) and item.level2 == "成本指标", dice):
        told = {"name": "网上报名办理率", "target": "≥90%", "actual": "93%"}
        at = (at_row(index, "name"), at_row(index, "level2"))
        return defect(with_row(form, index, **{**_PLAIN, **told}), *at)
    return None


def _goal_number_differs(form: Form, dice: Random) -> Defect | None:
    """The target in the goal's text is another one than in the row that it speaks of."""
    if form.goals:
        return None
    for index, item in rows(form, lambda each: unit_of(each) in {"人", "人次", "户"}, dice):
        told = f"{item.name}{item.target}"
        text, wanted = form.goal.expected or "", number_of(item.target)
        alike = [each for each in form.indicators if unit_of(each) == unit_of(item)]
        if told not in text or wanted is None or "新增" in item.name or len(alike) > 1:
            continue
        wrong = f"{item.name}{shown(wanted + 37)}{unit_of(item)}"
        goal = Goal(expected=text.replace(told, wrong), actual=form.goal.actual)
        at = (at_row(index, "target"), "goal.expected")
        return defect(replace(form, goal=goal), *at)
    return None


def _year_end(form: Form, dice: Random) -> Defect | None:
    for index, _ in rows(form, lambda item: full(item) and "时效" in (item.level2 or ""), dice):
        told = {"name": "任务完成时间", "target": f"{form.year}年12月底前"}
        changed = with_row(form, index, **{**_PLAIN, **told, "actual": f"{form.year}年11月"})
        return defect(changed, at_target(form, index))
    return None


def _undated(form: Form, dice: Random) -> Defect | None:
    def fits(item: Indicator) -> bool:
        is_monthly = (item.target or "").startswith("每月")
        return full(item) and "时效" in (item.level2 or "") and not is_monthly

    for index, _ in rows(form, fits, dice):
        told = {"name": "补贴发放时间", "target": "每月10日前", "actual": "达成年度指标"}
        at = (at_target(form, index), at_row(index, "actual"))
        return defect(with_row(form, index, **{**_PLAIN, **told}), *at)
    return None


PLANTERS = (
    in_one("XI01", _cost_differs),
    in_one("XI02", _target_differs),
    in_one("XI03", _price_times_count),
    in_one("XI04", _parts_exceed),
    in_one("XI05", _control_rate),
    in_one("XI06", _arrived_but_free),
    in_one("XI09", _work_without_money),
    in_one("XI12", _repeated),
    in_one("XI13", _misplaced),
    in_one("XI18", _goal_number_differs),
    in_one("XI21", _year_end),
    in_one("XI22", _undated),
)
