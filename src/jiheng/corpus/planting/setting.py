"""XI: indicators that were set without sense: too few kinds, too heavy, told twice, too easy."""

from random import Random

from jiheng.corpus.planting.edits import (
    at_row,
    defect,
    full,
    points,
    rows,
    sign_of,
    with_row,
    with_score,
)
from jiheng.corpus.planting.planter import Defect, in_one
from jiheng.corpus.planting.rewriting import Told, is_benefit, retold, rewritten, under
from jiheng.model.form import Form
from jiheng.model.points import format_points

_COUNTED = (
    Told("修缮泵房座数", "≥6座", "6座"),
    Told("印发宣传手册份数", "≥500份", "520份"),
    Told("巡查次数", "≥24次", "26次"),
    Told("购置水表块数", "≥310块", "310块"),
    Told("更换闸门扇数", "≥8扇", "8扇"),
    Told("安装警示牌块数", "≥36块", "38块"),
    Told("清运垃圾车数", "≥90车", "92车"),
    Told("栽植行道树棵数", "≥450棵", "460棵"),
)
_LATE = Told("泵房完工时间", "{year}年10月底前", "{year}年12月5日")
_MOST, _LEFT = 30_00, 1_00
_ROADS = ("公路", "桥", "村道", "渠", "河流", "管网", "水库")


def _outputs_of_one_kind(form: Form, _dice: Random) -> Defect | None:
    """Every output counts something; none says how well or when."""
    if form.kind != "self-evaluation":
        return None
    outputs = [n for n, item in enumerate(form.indicators) if item.level1 == "产出指标"]
    others = [n for n in outputs if "数量" not in (form.indicators[n].level2 or "")]
    able = [n for n in others if full(form.indicators[n]) and form.indicators[n].level2]
    if not others or able != others or len(others) == len(outputs) or len(others) > len(_COUNTED):
        return None
    for index, told in zip(others, _COUNTED, strict=False):
        form = retold(with_row(form, index, level2="数量指标"), index, told)
    return defect(form, *(at_row(n, "level2") for n in outputs))


def _too_heavy(form: Form, dice: Random) -> Defect | None:
    """One row takes nearly all points of the others under its first level."""
    for index, item in rows(form, full, dice):
        alike = [n for n, each in enumerate(form.indicators) if each.level1 == item.level1]
        weights = [points(form.indicators[n].weight) for n in alike]
        heavy = sum(weights) - _LEFT * (len(alike) - 1)
        if heavy <= _MOST or points(item.weight) > _MOST or min(weights) < _LEFT:
            continue
        if not all(full(form.indicators[n]) for n in alike):
            continue
        for number in alike:
            weight = heavy if number == index else _LEFT
            form = with_row(form, number, weight=format_points(weight))
            form = with_score(form, number, weight)
        return defect(form, at_row(index, "weight"), also="AR06")
    return None


def _target_in_name(form: Form, dice: Random) -> Defect | None:
    for index, item in rows(form, lambda each: full(each) and sign_of(each) == "≥", dice):
        if (item.target or "").startswith("≥"):
            return defect(
                with_row(form, index, name=f"{item.name}（{item.target}）"), at_row(index, "name")
            )
    return None


def _strangers(form: Form, dice: Random) -> Defect | None:
    """Works on roads or water ask the patients of a hospital."""
    if not any(word in (form.project.name or "") for word in _ROADS):
        return None
    for index, item in rows(form, lambda each: each.name.endswith("满意度"), dice):
        if "满意" in (item.level2 or ""):
            changed = with_row(form, index, name="住院患者满意度")
            return defect(changed, at_row(index, "name"), "project.name")
    return None


def _restated(form: Form, dice: Random) -> Defect | None:
    count = next(rows(form, under("数量"), dice), None)
    benefit = next(rows(form, is_benefit, dice), None)
    if count is None or benefit is None:
        return None
    form = retold(form, count[0], Told("校舍加固栋数", "≥6栋", "6栋"))
    form = retold(form, benefit[0], Told("校舍加固率", "≥95%", "100%"))
    return defect(form, at_row(benefit[0], "name"), at_row(count[0], "name"))


def _above_standard(form: Form, dice: Random) -> Defect | None:
    if (form.year or 0) < 2017:  # noqa: PLR2004
        return None
    told = Told("培训费标准", "≤900元/人·天", "880元/人·天")
    return rewritten(under("成本"), told, "target actual")(form, dice)


PLANTERS = (
    in_one("XI14", _outputs_of_one_kind),
    in_one("XI15", _too_heavy),
    in_one("XI16", _target_in_name),
    in_one("XI17", _strangers),
    in_one("XI19", _above_standard),
    in_one("XI20", rewritten(under("时效"), _LATE, "actual target score")),
    in_one("XI23", _restated),
    in_one(
        "XI24",
        rewritten(under("质量"), Told("自来水普及率", "≥62%（{last}年:71%）", "65%"), "target"),
    ),
)
