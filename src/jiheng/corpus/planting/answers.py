"""TX: an outcome that does not answer the goal, and reasons that explain nothing."""

import re
from itertools import pairwise
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
    layout_of,
    rows,
    with_score,
)
from jiheng.corpus.planting.planter import Defect, in_one
from jiheng.corpus.planting.shortfalls import missed
from jiheng.model.form import Form, Goal

_HOLLOW = "各项工作任务顺利完成，预算执行情况良好。"
_OTHERS = (
    "硬化通村道路六公里，沿线护栏八百米，边沟清理两处。",
    "古籍修复三百余册，展柜更换四组，库房加装恒温柜。",
    "城区路灯换成节能灯，灯杆重新刷漆，电缆埋入地下。",
)
_SCHOOLS = ("校", "学", "幼儿园", "职教", "高中", "一中", "二中", "三中", "四中", "五中", "附中")
_LONG = "沿线各村先后派人到场，逐段丈量、登记、拍照，底册装订成套，由专人保管，随时可查。"
_LIMIT = re.compile(r"(\d{2,4})字以内")
_ROWS = 3


def _with_actual(form: Form, actual: str) -> Form:
    goal = Goal(expected=form.goal.expected, actual=actual)
    return replace(form, goal=goal, goals=(goal, *form.goals[1:]) if form.goals else ())


def _actual_at(form: Form) -> str:
    return "goals[0].actual" if form.goals else "goal.actual"


def _of_another_matter(form: Form, _dice: Random) -> Defect | None:
    if form.goals or not form.goal.expected or not form.goal.actual or not form.project.name:
        return None
    rows_said = (f"{row.name} {row.target} {row.actual}" for row in form.indicators)
    own = " ".join((form.project.name, form.goal.expected, *rows_said))
    for told in _OTHERS:
        if not any(one + two in own for one, two in pairwise(told)):
            at = ("goal.expected", "goal.actual")
            return defect(_with_actual(form, told), *at, also="XI18")
    return None


def _nothing_said(form: Form, _dice: Random) -> Defect | None:
    if not form.goal.actual:
        return None
    return defect(_with_actual(form, _HOLLOW), _actual_at(form), also="TX02")


def _over_for_short(form: Form, dice: Random) -> Defect | None:
    if not has_column(form, "reason") or is_of_cost(form):
        return None
    for index, item in rows(form, full, dice):
        made = missed(form, index, item)
        if made is not None:
            reason = "报名踊跃，超额完成；下年提高目标值"
            changed = with_score(made[0], index, made[1], reason)
            at = (at_row(index, "reason"), at_row(index, "actual"), at_target(form, index))
            return defect(changed, *at, also="XI08")
    return None


def _reason_copied(form: Form, dice: Random) -> Defect | None:
    if not has_column(form, "reason") or is_of_cost(form):
        return None
    at: list[str] = []
    for index, item in rows(form, full, dice):
        made = missed(form, index, item)
        if made is not None and len(at) < _ROWS:
            form = with_score(made[0], index, made[1], REASON)
            at.append(at_row(index, "reason"))
    return defect(form, *at, also="XI08") if len(at) == _ROWS else None


def _denied(form: Form, dice: Random) -> Defect | None:
    told = next((n for n, text in enumerate(form.texts) if "问题" in text.label), None)
    if told is None or is_of_cost(form):
        return None
    for index, item in rows(form, full, dice):
        made = missed(form, index, item)
        if made is not None:
            changed = with_score(made[0], index, made[1], REASON)
            text = replace(form.texts[told], text="无")
            texts = (*form.texts[:told], text, *form.texts[told + 1 :])
            at = (f"texts[{told}].text", at_row(index, "score"))
            return defect(replace(changed, texts=texts), *at, also="XI08 CF13")
    return None


def _of_a_school(form: Form, _dice: Random) -> Defect | None:
    project = form.project
    named = (form.reporting_unit, project.implementing_unit, project.department)
    names = [name for name in named if name]
    if not names or not form.goal.actual:
        return None
    if any(word in name for name in names for word in _SCHOOLS):
        return None
    return defect(_with_actual(form, f"我校高度重视。{form.goal.actual}"), _actual_at(form))


def _too_long(form: Form, _dice: Random) -> Defect | None:
    hints = layout_of(form).hints
    for number, text in enumerate(form.texts):
        limit = _LIMIT.search(hints.get(f"texts.{text.label}", ""))
        if limit is not None:
            long = replace(text, text=_LONG * (int(limit[1]) // len(_LONG) + 1))
            texts = (*form.texts[:number], long, *form.texts[number + 1 :])
            return defect(replace(form, texts=texts), f"texts[{number}].text")
    return None


PLANTERS = (
    in_one("TX02", _of_another_matter),
    in_one("TX03", _nothing_said),
    in_one("TX07", _over_for_short),
    in_one("TX08", _reason_copied),
    in_one("TX09", _denied),
    in_one("TX10", _of_a_school),
    in_one("TX11", _too_long),
)
