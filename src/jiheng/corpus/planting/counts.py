"""XI: counts that other rows of the form contradict."""

from random import Random

from jiheng.corpus.planting.edits import (
    REASON,
    at_row,
    at_target,
    defect,
    full,
    is_of_cost,
    points,
    rows,
    unit_of,
    with_row,
    with_score,
)
from jiheng.corpus.planting.planter import Defect, Edit, in_one
from jiheng.corpus.planting.rewriting import Told, retold, under
from jiheng.model.form import Form

_ALL = 100
_SHORT = Told("护栏安装长度", "≥600米", "480米")
_WHOLE = Told("培训人数", "≥100人", "110人")
_PART = Told("其中：女性学员人数", "≥140人", "150人")


def _nothing_done(form: Form, dice: Random) -> Defect | None:
    """Every count is 0, and the quality of it has full marks."""
    counted = [n for n, item in enumerate(form.indicators) if "数量" in (item.level2 or "")]
    able = [row for row in rows(form, under("数量"), dice) if unit_of(row[1]) not in {None, "%"}]
    good = next(rows(form, under("质量"), dice), None)
    if good is None or not counted or len(able) < len(counted):
        return None
    for index, item in able:
        target, unit = item.target or "", unit_of(item)
        if target.startswith(("≤", "<")):
            return None
        changed = with_row(form, index, actual=f"0{unit}")
        form = with_score(changed, index, 0, REASON)
    form = retold(form, good[0], Told("工程验收合格率", "≥95%", "98%"))
    at = (at_row(index, "actual") for index in counted)
    return defect(form, *at, at_row(good[0], "score"), also="SC12 XI09")


def _beside_a_rate(share: int) -> Edit:
    """Return an edit that plants a count at 80 % of its target, and a completion rate beside it."""

    def edit(form: Form, dice: Random) -> Defect | None:
        count = next(rows(form, under("数量"), dice), None)
        rate = next(rows(form, under("质量"), dice), None)
        if count is None or rate is None or is_of_cost(form):
            return None
        form = retold(form, count[0], _SHORT)
        form = with_score(form, count[0], points(count[1].weight) * 4 // 5, REASON)
        form = retold(form, rate[0], Told("护栏安装完成率", "=100%", f"{share}%"))
        reason = None if share == _ALL else REASON
        form = with_score(form, rate[0], points(rate[1].weight) * share // _ALL, reason)
        at = (at_row(rate[0], "actual"), at_row(count[0], "actual"), at_target(form, count[0]))
        return defect(form, *at)

    return edit


def _part_exceeds(form: Form, dice: Random) -> Defect | None:
    for index, item in rows(form, under("数量"), dice):
        after = form.indicators[index + 1 : index + 2]
        if not after or not full(after[0]) or not points(after[0].weight):
            continue
        if (after[0].level1, after[0].level2) != (item.level1, item.level2):
            continue
        form = retold(retold(form, index, _WHOLE), index + 1, _PART)
        targets = (at_target(form, index + 1), at_target(form, index))
        return defect(form, at_row(index + 1, "actual"), at_row(index, "actual"), *targets)
    return None


PLANTERS = (
    in_one("XI07", _nothing_done),
    in_one("XI08", _beside_a_rate(_ALL)),
    in_one("XI10", _beside_a_rate(95)),
    in_one("XI11", _part_exceeds),
)
