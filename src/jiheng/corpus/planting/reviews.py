"""CF: what a form says of its own change, of its report and of its re-check."""

from fractions import Fraction
from random import Random

from msgspec.structs import replace

from jiheng.corpus.planting.edits import (
    at_row,
    defect,
    has_column,
    number_of,
    points,
    reached,
    rows,
    shown,
    unit_of,
    with_row,
)
from jiheng.corpus.planting.planter import Defect, in_one
from jiheng.model.form import Form
from jiheng.model.points import format_points

_SHARES = "参评项目中评为优的占60%，评为良的占35%，评为中的占15%。"
_FEWEST = 3


def _target_lowered(form: Form, dice: Random) -> Defect | None:
    if not has_column(form, "adjusted_target"):
        return None
    for index, item in rows(form, lambda each: reached(each) and unit_of(each) != "%", dice):
        got = number_of(item.actual) or Fraction(0)
        first = f"≥{shown(got * 2)}{unit_of(item)}"
        changed = with_row(form, index, target=first)
        changed = with_row(changed, index, adjusted_target=item.target)
        at = (at_row(index, "target"), at_row(index, "adjusted_target"), at_row(index, "score"))
        return defect(changed, *at, also="XI18 XI03 XI04")
    return None


def _shares_above_whole(form: Form, dice: Random) -> Defect | None:
    if not form.texts:
        return None
    number = dice.randrange(len(form.texts))
    text = replace(form.texts[number], text=_SHARES)
    texts = (*form.texts[:number], text, *form.texts[number + 1 :])
    return defect(replace(form, texts=texts), f"texts[{number}].text", also="TX09")


def _cut_otherwise(form: Form, dice: Random) -> Defect | None:
    if not has_column(form, "review_reason"):
        return None
    for index, item in rows(form, lambda each: points(each.score) >= 2_00, dice):  # noqa: PLR2004
        review = format_points(points(item.score) * 9 // 10)
        changed = with_row(form, index, review_score=review, review_reason="佐证资料不全，扣20%")
        fields = ("score", "review_score", "review_reason")
        return defect(changed, *(at_row(index, field) for field in fields))
    return None


def _cut_by_much(form: Form, dice: Random) -> Defect | None:
    if not has_column(form, "review_reason"):
        return None
    found = list(rows(form, lambda each: points(each.score) > 2_00, dice))[:_FEWEST]  # noqa: PLR2004
    if len(found) < _FEWEST:
        return None
    for index, item in found:
        review = format_points(points(item.score) - 2_00)
        form = with_row(form, index, review_score=review, review_reason="佐证资料不全，扣2分")
    fields = ("score", "review_score")
    return defect(form, *(at_row(index, field) for index, _ in found for field in fields))


PLANTERS = (
    in_one("CF03", _target_lowered),
    in_one("CF13", _shares_above_whole),
    in_one("CF14", _cut_otherwise),
    in_one("CF15", _cut_by_much),
)
