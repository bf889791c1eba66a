"""What looks like a defect and is none: forms on which a check must stay silent."""

from fractions import Fraction
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from jiheng.corpus.planting.edits import (
    BUDGET,
    at_row,
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
    unit_of,
    with_row,
    with_score,
)
from jiheng.corpus.planting.planter import Defect, Edit, Planter, in_one
from jiheng.corpus.planting.spending import base_of, in_yuan, with_execution
from jiheng.corpus.prose import grade_of
from jiheng.model.form import Form, Goal, Indicator

_SYNONYMS = {"优": "优秀", "良": "良好", "中": "中等", "差": "较差"}
_PLAIN = {"unit": None, "nature": None, "reason": None}


class Decoy(Struct, frozen=True, kw_only=True):
    """One kind of decoy.

    Attributes:
        about: what it looks like and why it is none, in English.
        silent: codes that may say nothing about its cells.
        planter: puts it into a form.
    """

    about: str
    silent: tuple[str, ...]
    planter: Planter


def _open_list(form: Form, dice: Random) -> Defect | None:
    if form.goals or not form.goal.expected:
        return None
    for index, _ in rows(form, lambda item: full(item) and "数量" in (item.level2 or ""), dice):
        told = {"name": "运维系统数量", "target": "≥11套", "actual": "11套"}
        listed = "为收费系统、挂号系统、药房系统等提供运维。"
        goal = Goal(expected=listed, actual=form.goal.actual)
        changed = with_row(replace(form, goal=goal), index, **{**_PLAIN, **told})
        return defect(changed, at_row(index, "target"), "goal.expected")
    return None


def _people_join(form: Form, dice: Random) -> Defect | None:
    """Heads at the year's end times the price a month times 12: more than was paid."""
    money = in_yuan(form, "executed") if form.funds.lines else Fraction(0)
    found = rows(form, lambda item: full(item) and item.level1 == "产出指标", dice)
    made = [index for index, item in found if item.name != BUDGET][:2]
    heads = int(money * Fraction(11, 10) / 12 / 50)
    if len(made) <= 1 or not heads:
        return None
    count, price = sorted(made)
    people = {"name": "发放补贴人数", "target": f"≥{heads}人", "actual": f"{heads}人"}
    form = with_row(form, count, **{**_PLAIN, **people})
    each = {"name": "补贴标准", "target": "=50元/人·月", "actual": "50元/人·月"}
    form = with_row(form, price, **{**_PLAIN, **each})
    return defect(form, at_row(count, "actual"), at_row(price, "actual"))


def _rounded_once(form: Form, _dice: Random) -> Defect | None:
    """The score follows from the amounts, not from the printed rate."""
    base = number_of(getattr(form.funds.lines[0], base_of(form))) if form.funds.lines else None
    if not base or is_of_cost(form) or not points(form.funds.lines[0].weight):
        return None
    exact = number_of(form.funds.lines[0].executed) or Fraction(0)
    share = exact / base * points(form.funds.lines[0].weight)
    score = (2 * share.numerator + share.denominator) // (2 * share.denominator)
    return defect(with_execution(form, score), "funds.lines[0].score")


def _template_headings(form: Form, _dice: Random) -> Defect | None:
    """The empty form itself prints points that leave no room for the execution."""
    if form.layout != "guyuan-2024":
        return None
    printed = {"产出指标": "40", "效益指标": "40", "满意度指标": "20"}
    for index, item in enumerate(form.indicators):
        form = with_row(form, index, level1_points=printed.get(item.level1 or "", "40"))
    heads = [n for n, item in enumerate(form.indicators) if item.level1_points]
    return defect(form, *(at_row(n, "level1_points") for n in heads))


def _grade_by_synonym(form: Form, _dice: Random) -> Defect | None:
    if not form.total.grade:
        return None
    word = _SYNONYMS[grade_of(points(form.total.score))]
    return defect(replace(form, total=replace(form.total, grade=word)), "total.grade")


def _all_of_it(form: Form, dice: Random) -> Defect | None:
    """A share of which all was wanted was reached in full: it cannot be exceeded."""
    for index, _ in rows(form, lambda item: full(item) and "质量" in (item.level2 or ""), dice):
        told = {"name": "设备验收合格率", "target": "≥100%", "actual": "100%"}
        return defect(with_row(form, index, **{**_PLAIN, **told}), at_row(index, "actual"))
    return None


def _growth(form: Form, dice: Random) -> Defect | None:
    for index, _ in rows(form, lambda item: full(item) and "经济" in (item.level2 or ""), dice):
        told = {"name": "带动产值增长率", "target": "≥120%", "actual": "126%"}
        return defect(with_row(form, index, **{**_PLAIN, **told}), at_row(index, "actual"))
    return None


def _fewer_complaints(form: Form, dice: Random) -> Defect | None:
    for index, _ in rows(form, lambda item: full(item) and "数量" in (item.level2 or ""), dice):
        told = {"name": "培训投诉次数", "target": "≤3次", "actual": "1次"}
        return defect(with_row(form, index, **{**_PLAIN, **told}), at_row(index, "target"))
    return None


def _cost_in_yuan(form: Form, dice: Random) -> Defect | None:
    """The whole cost in 元 beside a money block in 万元."""
    for index, item in rows(form, lambda each: each.name == BUDGET and full(each), dice):
        wanted, got = number_of(item.target), number_of(item.actual)
        if wanted is None or got is None or form.funds.unit != "万元":
            continue
        told = {"target": f"≤{shown(wanted * 10_000)}元", "actual": f"{shown(got * 10_000)}元"}
        changed = with_row(form, index, **{**_PLAIN, **told})
        return defect(changed, at_row(index, "actual"), at_row(index, "target"))
    return None


def _bottom_of_tier(form: Form, dice: Random) -> Defect | None:
    """Exactly 80 % of the weight still belongs to the highest tier."""
    for index, item in rows(form, lambda each: full(each) and is_words(each), dice):
        changed = with_row(form, index, actual=item.target)
        reason = "宣传入户偏少；下年提前安排"
        changed = with_score(changed, index, points(item.weight) * 4 // 5, reason)
        return defect(changed, at_row(index, "score"))
    return None


def _declared_deduction(form: Form, dice: Random) -> Defect | None:
    """The form has a column for points taken off by hand, and it tells this one."""
    if not has_column(form, "deduction"):
        return None

    def reached(item: Indicator) -> bool:
        return full(item) and sign_of(item) == "≥" and unit_of(item) is not None

    for index, item in rows(form, reached, dice):
        reason = "档案归集不及时；下年按月归档"
        changed = with_score(form, index, points(item.weight) - 50, reason)
        return defect(changed, at_row(index, "score"))
    return None


def _slow_is_a_cause(form: Form, dice: Random) -> Defect | None:
    if not has_column(form, "reason") or has_column(form, "deduction"):
        return None
    for index, item in rows(form, lambda each: full(each) and is_words(each), dice):
        changed = with_row(form, index, actual=item.target)
        changed = with_score(changed, index, points(item.weight) * 17 // 20, "推进缓慢")
        return defect(changed, at_row(index, "reason"))
    return None


def _decoy(about: str, silent: str, edit: Edit) -> Decoy:
    codes = tuple(silent.split())
    return Decoy(about=about, silent=codes, planter=in_one(codes[0], edit))


DECOYS: tuple[Decoy, ...] = (
    _decoy("a list in the goal that ends in 等 is open", "XI18", _open_list),
    _decoy("people join during the year: 12 months are the most", "XI03 XI04", _people_join),
    _decoy("the score rounded once, from the amounts", "BU02", _rounded_once),
    _decoy("headings that the template itself prints wrong", "AR04 AR05", _template_headings),
    _decoy("优秀 for 优, and the like", "AR08", _grade_by_synonym),
    _decoy("100 % where 100 % was wanted", "SC06 SC02", _all_of_it),
    _decoy("a growth rate above 100 %", "VA10", _growth),
    _decoy("a ceiling for complaints", "VA12", _fewer_complaints),
    _decoy("the cost in 元 beside money in 万元", "XI01 XI02 VA24 BU11", _cost_in_yuan),
    _decoy("exactly the lower end of the highest tier", "SC08 SC09", _bottom_of_tier),
    _decoy("points taken off in their own column", "SC01", _declared_deduction),
    _decoy("a short reason that names the cause", "TX05", _slow_is_a_cause),
)
"""Every kind, in the order in which they are listed."""
