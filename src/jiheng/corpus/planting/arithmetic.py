"""AR: sums, headings and grades that do not agree."""

from random import Random

from msgspec.structs import replace

from jiheng.corpus.planting.edits import (
    REASON,
    at_row,
    concluded,
    defect,
    full,
    is_of_cost,
    points,
    rows,
    with_grade,
    with_row,
    with_score,
)
from jiheng.corpus.planting.planter import Defect, in_one
from jiheng.corpus.planting.shortfalls import missed
from jiheng.corpus.prose import grade_of
from jiheng.model.form import Form
from jiheng.model.points import format_points

_STEP = 5_00


def _total_differs(form: Form, _dice: Random) -> Defect | None:
    total = points(form.total.score)
    if not total or not all(item.score for item in form.indicators):
        return None
    wrong = total - 2_00
    changed = replace(form, total=replace(form.total, score=format_points(wrong)))
    told = concluded(form.conclusion, wrong)
    if form.total.grade:
        changed = replace(changed, total=replace(changed.total, grade=grade_of(wrong)))
    return defect(replace(changed, conclusion=told), "total.score")


def _score_outside_weight(form: Form, dice: Random) -> Defect | None:
    for index, item in rows(form, full, dice):
        changed = with_score(form, index, points(item.weight) + 2_00)
        return defect(changed, at_row(index, "score"), also="AR01")
    return None


def _weights_off_base(form: Form, dice: Random) -> Defect | None:
    for index, item in rows(form, full, dice):
        more = format_points(points(item.weight) + _STEP)
        changed = with_score(with_row(form, index, weight=more), index, points(item.score) + _STEP)
        return defect(changed, at_row(index, "weight"), also="AR01 AR02 AR04 AR05 AR06 AR07")
    return None


def _heads(form: Form) -> list[int]:
    """Return the first rows of the first levels that print their points."""
    found: dict[str, int] = {}
    for index, item in enumerate(form.indicators):
        if item.level1_points and item.level1 and item.weight:
            found.setdefault(item.level1, index)
    return list(found.values())


def _with_heading(form: Form, head: int, moved: int) -> Form:
    """Return the form with other points in the heading above a row, on all rows under it."""
    level = form.indicators[head].level1
    printed = str(int(form.indicators[head].level1_points or "0") + moved)
    for index, item in enumerate(form.indicators):
        if item.level1 == level:
            form = with_row(form, index, level1_points=printed)
    return form


def _rows_differ_from_heading(form: Form, _dice: Random) -> Defect | None:
    heads = _heads(form)
    if len(heads) < 2:  # noqa: PLR2004
        return None
    first, second = heads[:2]
    # By just the weight of the row below, it would be the second heading that stands a row early.
    moved = next(step for step in (7, 8) if step * 100 != points(form.indicators[second].weight))
    changed = _with_heading(_with_heading(form, first, moved), second, -moved)
    at = (at_row(first, "level1_points"), at_row(second, "level1_points"))
    return defect(changed, *at)


def _headings_off_base(form: Form, _dice: Random) -> Defect | None:
    heads = _heads(form)
    if not heads:
        return None
    changed = _with_heading(form, heads[0], 10)
    return defect(changed, at_row(heads[0], "level1_points"), also="AR04")


def _weights_unlike_rule(form: Form, dice: Random) -> Defect | None:
    if is_of_cost(form):  # made-up forms of this kind never have their rule's weights
        return None
    outputs = rows(form, lambda item: full(item) and item.level1 == "产出指标", dice)
    others = rows(form, lambda item: full(item) and item.level1 == "效益指标", dice)
    giver = next((row for row in others if points(row[1].weight) > _STEP), None)
    taker = next(outputs, None)
    if giver is None or taker is None:
        return None
    for (index, item), moved in ((giver, -_STEP), (taker, _STEP)):
        weight = points(item.weight) + moved
        form = with_row(form, index, weight=format_points(weight))
        form = with_score(form, index, weight)
        if item.level1_points:
            form = _with_heading(form, index, moved // 100)
    at = (at_row(giver[0], "weight"), at_row(taker[0], "weight"))
    return defect(form, *at, also="AR04 AR05 XI15")


def _total_weight_not_full(form: Form, _dice: Random) -> Defect | None:
    if not form.total.weight:
        return None
    return defect(replace(form, total=replace(form.total, weight="90")), "total.weight")


def _grade_differs(form: Form, _dice: Random) -> Defect | None:
    total = points(form.total.score)
    wrong = "良" if grade_of(total) != "良" else "中"
    if form.total.grade:
        return defect(replace(form, total=replace(form.total, grade=wrong)), "total.grade")
    if not form.conclusion or not total:
        return None
    return defect(replace(form, conclusion=with_grade(form.conclusion, wrong)), "conclusion")


def _conclusion_differs(form: Form, _dice: Random) -> Defect | None:
    total = points(form.total.score)
    if not form.conclusion or not total:
        return None
    told = concluded(form.conclusion, total - 1_00) or ""
    return defect(replace(form, conclusion=with_grade(told, grade_of(total))), "conclusion")


def _rounded_in_two_ways(form: Form, dice: Random) -> Defect | None:
    """One score cut off behind the first decimal, another rounded up to it."""
    if is_of_cost(form) or not all(map(full, form.indicators)):
        return None
    at: list[str] = []
    for index, item in rows(form, full, dice):
        made = None if "满意" in item.name else missed(form, index, item)
        if made is None:
            continue
        changed, exact = made
        tenth = exact // 10 * 10
        is_first = not at
        if exact % 10 < 6 or (not is_first and tenth + 10 >= points(item.weight)):  # noqa: PLR2004
            continue
        form = with_score(changed, index, tenth if is_first else tenth + 10, REASON)
        at.append(at_row(index, "score"))
        if len(at) == 2:  # noqa: PLR2004
            return defect(form, *at, also="SC02 SC15 SC07")
    return None


PLANTERS = (
    in_one("AR01", _total_differs),
    in_one("AR02", _score_outside_weight),
    in_one("AR03", _weights_off_base),
    in_one("AR04", _rows_differ_from_heading),
    in_one("AR05", _headings_off_base),
    in_one("AR06", _weights_unlike_rule),
    in_one("AR07", _total_weight_not_full),
    in_one("AR08", _grade_differs),
    in_one("AR09", _conclusion_differs),
    in_one("AR10", _rounded_in_two_ways),
)
