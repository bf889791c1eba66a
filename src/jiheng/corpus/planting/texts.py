"""TX: goals, outcomes and reasons."""

from random import Random

from msgspec.structs import replace

from jiheng.corpus.planting.edits import (
    at_row,
    defect,
    full,
    has_column,
    is_of_cost,
    layout_of,
    rows,
    with_row,
    with_score,
)
from jiheng.corpus.planting.planter import Defect, Edit, in_one
from jiheng.corpus.planting.shortfalls import missed
from jiheng.model.form import Form, Goal

_GOAL_LABELS = ("年初设定目标", "年度总体目标完成情况综述")


def _with_goal(form: Form, goal: Goal) -> Form:
    goals = (goal, *form.goals[1:]) if form.goals else ()
    return replace(form, goal=goal, goals=goals)


def _goal_at(form: Form, field: str) -> str:
    return f"goals[0].{field}" if form.goals else f"goal.{field}"


def _outcome_repeats(form: Form, _dice: Random) -> Defect | None:
    if not form.goal.expected or not form.goal.actual:
        return None
    changed = _with_goal(form, replace(form.goal, actual=form.goal.expected))
    return defect(changed, _goal_at(form, "actual"), _goal_at(form, "expected"), also="XI18")


def _with_reason(reason: str | None, also: str = "") -> Edit:
    """Return an edit that misses a target, scores it rightly, and gives this reason."""

    def edit(form: Form, dice: Random) -> Defect | None:
        if not has_column(form, "reason") or is_of_cost(form):
            return None
        for index, item in rows(form, full, dice):
            made = missed(form, index, item)
            if made is not None:
                changed = with_score(made[0], index, made[1], reason)
                return defect(changed, at_row(index, "reason"), also=f"XI08 {also}")
        return None

    return edit


def _younger_document(form: Form, _dice: Random) -> Defect | None:
    text = form.goal.expected
    if not text:
        return None
    cited = f"根据星政办发〔{(form.year or 0) + 2}〕6号文件，"
    changed = _with_goal(form, replace(form.goal, expected=cited + text))
    return defect(changed, _goal_at(form, "expected"))


def _slip(form: Form, dice: Random) -> Defect | None:
    if form.goal.actual:
        changed = _with_goal(form, replace(form.goal, actual=f"做需资金已落实。{form.goal.actual}"))
        return defect(changed, _goal_at(form, "actual"))
    for index, item in rows(form, lambda each: bool(each.reason), dice):
        changed = with_row(form, index, reason=f"做需资金到位较晚，{item.reason}")
        return defect(changed, at_row(index, "reason"))
    return None


def _label_missing(form: Form, dice: Random) -> Defect | None:
    block = layout_of(form).goal
    labels = (block.expected, block.actual or "")
    is_printed = all(
        label.startswith(known) for label, known in zip(labels, _GOAL_LABELS, strict=True)
    )
    if form.goals or block.style in {"each", "headed", "rows"} or not is_printed:
        return None
    field = dice.choice(("expected", "actual"))
    text = form.goal.expected if field == "expected" else form.goal.actual
    at = ("goal.expected", "goal.actual")
    return defect(form, *at, cells={f"goal.{field}": text or ""})


PLANTERS = (
    in_one("TX01", _outcome_repeats),
    in_one("TX04", _with_reason(None)),
    in_one("TX05", _with_reason("继续提高服务水平，推动工作高质量发展")),
    in_one("TX06", _with_reason("因场地维修停办两期")),
    in_one("TX12", _younger_document),
    in_one("TX13", _slip),
    in_one("TX14", _label_missing),
)
