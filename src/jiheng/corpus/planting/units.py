"""VA: values whose unit, sign or wording is not what the name asks for."""

from random import Random

from jiheng.corpus.planting.edits import (
    at_row,
    at_target,
    defect,
    full,
    number_of,
    rows,
    shown,
    sign_of,
    unit_of,
    with_row,
)
from jiheng.corpus.planting.planter import Defect, in_one
from jiheng.corpus.planting.rewriting import Told, is_benefit, rewritten, under
from jiheng.model.form import Form

_ODD = ("'{}", "{}★", "※{}")
_LOOKALIKES = {"≥": "≧", "≤": "≦"}


def _odd_sign(form: Form, dice: Random) -> Defect | None:
    for index, item in rows(form, lambda each: full(each) and unit_of(each) is not None, dice):
        changed = with_row(form, index, actual=dice.choice(_ODD).format(item.actual))
        return defect(changed, at_row(index, "actual"))
    return None


def _points_in_actual(form: Form, dice: Random) -> Defect | None:
    found = next(rows(form, is_benefit, dice), None)
    if found is None:
        return None
    told = Told("群众出行条件", "明显改善", found[1].weight or "")
    only = rewritten(lambda item: item is found[1], told, "actual weight score")
    return only(form, dice)


def _lookalike(form: Form, dice: Random) -> Defect | None:
    for index, item in rows(form, lambda each: sign_of(each) in _LOOKALIKES, dice):
        wanted = number_of(item.target)
        if wanted is None:
            continue
        sign = _LOOKALIKES[sign_of(item)]
        target = f"{sign}{shown(wanted)}{unit_of(item)}"
        changed = with_row(form, index, target=target, unit=None, nature=None)
        return defect(changed, at_target(changed, index))
    return None


PLANTERS = (
    in_one(
        "VA05",
        rewritten(under("数量"), Told("开展集中宣讲", "≥20场", "100%"), "actual target"),
    ),
    in_one(
        "VA06",
        rewritten(under("质量"), Told("学员考核合格率", "≥110人", "115人"), "target name"),
    ),
    in_one(
        "VA13",
        rewritten(under("数量"), Told("发生安全事故起数", "≥3起", "3起"), "target"),
    ),
    in_one(
        "VA18",
        rewritten(is_benefit, Told("社会效益明显", "≥95%", "96%"), "target name"),
    ),
    in_one(
        "VA19",
        rewritten(under("质量"), Told("设备完好率", "完好整洁", "达成年度指标"), "target name"),
    ),
    in_one("VA20", _odd_sign),
    in_one(
        "VA21",
        rewritten(under("数量"), Told("修复水渠长度", "≥32.1公里", "32.5公里、18.2公里"), "actual"),
    ),
    in_one("VA22", _points_in_actual),
    in_one("VA25", _lookalike),
)
