"""Edits of a printed form that keep all of it in agreement but for what they are told to change."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from random import Random

from msgspec.structs import replace

from jiheng.corpus.planting.planter import Defect
from jiheng.corpus.prose import grade_of
from jiheng.model.form import Form, Goal, Indicator
from jiheng.model.points import format_points, parse_points
from jiheng.rulebook.layouts import Layout, load_layout

BUDGET = "项目总成本"
"""The one indicator of made-up forms that repeats the money block."""

REASON = "汛期连续降雨，两个工地停工；下年提前开工"
"""A reason with a cause and a measure."""

Row = tuple[int, Indicator]

_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_COUNTED = re.compile(r"(?P<sign>≥|≤|=|不少于|不低于)?(?P<number>\d+(?:\.\d+)?)(?P<unit>[^\d]+)")
_IN_POINTS = re.compile(r"\d+(?:\.\d+)?(?=分)")
_GRADE = re.compile(r"(?<=等次为)[优良中差]|(?<=等次：)[优良中差]")
_YEAR = re.compile(r"20\d\d(?=年)")
_DATED = ("target", "actual")


def layout_of(form: Form) -> Layout:
    """Return the layout that the form is printed in."""
    return load_layout(form.layout or "")


def is_of_cost(form: Form) -> bool:
    """Whether the layout has cost as a first level: its family has bands and a pass line."""
    return any(group.level1 == "成本指标" for group in layout_of(form).groups)


def has_column(form: Form, role: str) -> bool:
    """Whether the layout's indicators have a column."""
    return role in layout_of(form).column_roles


def points(text: str | None) -> int:
    """Return printed points in 1/100 point; 0 where there are none."""
    return parse_points(text) or 0


def at_row(index: int, field: str) -> str:
    """Return the path of an indicator's field."""
    return f"indicators[{index}].{field}"


def rows(form: Form, fits: Callable[[Indicator], bool], dice: Random) -> Iterator[Row]:
    """Yield the scored indicators that fit, in any order."""
    found = [
        (index, item)
        for index, item in enumerate(form.indicators)
        if points(item.weight) and item.score and item.target and item.actual and fits(item)
    ]
    yield from dice.sample(found, len(found))


def full(item: Indicator) -> bool:
    """Whether a row has full marks."""
    return item.weight == item.score


def number_of(text: str | None) -> Fraction | None:
    """Return the first number of a text."""
    found = _DIGITS.search(text or "")
    return None if found is None else Fraction(found[0])


def sign_of(item: Indicator) -> str:
    """Return the operator of a target of one sign, number and unit, as a glyph; "" for none."""
    found = _COUNTED.fullmatch(item.target or "")
    sign = (found["sign"] or "") if found else ""
    return {"不少于": "≥", "不低于": "≥"}.get(sign, sign)


def unit_of(item: Indicator) -> str | None:
    """Return the unit of such a target; None where it is something else."""
    found = _COUNTED.fullmatch(item.target or "")
    return found["unit"] if found else None


def is_words(item: Indicator) -> bool:
    """Whether a target has no number at all."""
    return number_of(item.target) is None


def is_satisfaction(item: Indicator) -> bool:
    """Whether a row measures how satisfied people are."""
    return "满意" in (item.level1 or "") and "满意度" in item.name


def reached(item: Indicator) -> bool:
    """Whether a ≥ target was reached by something that any reader can compare."""
    got, wanted = number_of(item.actual), number_of(item.target)
    return (
        full(item)
        and sign_of(item) == "≥"
        and wanted is not None
        and got is not None
        and got >= wanted
        and not is_satisfaction(item)
    )


def shown(value: Fraction) -> str:
    """Return a number as people print it, with at most four decimals."""
    scaled = (2 * value.numerator * 10_000 + value.denominator) // (2 * value.denominator)
    whole, rest = divmod(scaled, 10_000)
    return f"{whole}.{rest:04d}".rstrip("0").rstrip(".")


def with_row(form: Form, index: int, **changes: str | None) -> Form:
    """Return the form with changed fields of one indicator; goal texts that repeat them follow."""
    old = form.indicators[index]
    new = replace(old, **changes)
    if "target" in changes and old.adjusted_target:
        new = replace(new, adjusted_target=new.target)
    if "actual" in changes and old.review_actual:
        new = replace(new, review_actual=new.actual)

    def followed(text: str | None, field: str) -> str | None:
        before = f"{old.name}{getattr(old, field)}"
        return text and text.replace(before, f"{new.name}{getattr(new, field) or ''}")

    def retold(goal: Goal) -> Goal:
        return Goal(
            expected=followed(goal.expected, "target"), actual=followed(goal.actual, "actual")
        )

    indicators = (*form.indicators[:index], new, *form.indicators[index + 1 :])
    goals = tuple(map(retold, form.goals))
    return replace(form, indicators=indicators, goal=retold(form.goal), goals=goals)


def in_year(form: Form, year: int) -> Form:
    """Return the form as one of another year, with its deadlines."""
    for index, item in enumerate(form.indicators):
        dated = {name: _YEAR.sub(str(year), getattr(item, name) or "") for name in _DATED}
        form = with_row(form, index, **{name: text or None for name, text in dated.items()})
    day = form.filled_on and f"{year + 1}{form.filled_on[4:]}"
    return replace(form, year=year, filled_on=day)


def with_score(form: Form, index: int, score: int, reason: str | None = None) -> Form:
    """Return the form with another score of one indicator, in 1/100 point, and all sums right."""
    old = form.indicators[index]
    weight = points(old.weight)
    held = {
        "deduction": format_points(weight - score),
        "coefficient": format_points(score * 100 * 100 // weight),
        "review_score": format_points(score),
    }
    changes: dict[str, str | None] = {
        name: text for name, text in held.items() if getattr(old, name) is not None
    }
    if has_column(form, "reason"):
        changes["reason"] = reason
    moved = score - points(old.score)
    changed = with_row(form, index, score=format_points(score), **changes)
    return with_total(changed, points(form.total.score) + moved)


def with_total(form: Form, total: int) -> Form:
    """Return the form with another total, in 1/100 point; grade and conclusion follow."""
    if not form.total.score:
        return form
    grade = form.total.grade and grade_of(total)
    return replace(
        form,
        total=replace(form.total, score=format_points(total), grade=grade),
        conclusion=concluded(form.conclusion, total),
    )


def concluded(conclusion: str | None, total: int) -> str | None:
    """Return a conclusion that tells another total and its grade."""
    told = conclusion and _IN_POINTS.sub(format_points(total), conclusion)
    return told and _GRADE.sub(grade_of(total), told)


def with_grade(conclusion: str, grade: str) -> str:
    """Return a conclusion that tells another grade."""
    return _GRADE.sub(grade, conclusion)


def defect(form: Form, *at: str, also: str = "", cells: dict[str, str] | None = None) -> Defect:
    """Return a form with its planted cells; ``also`` names further codes, apart by blanks."""
    return Defect(form=form, at=at, also=frozenset(also.split()), cells=cells or {})


def at_target(form: Form, index: int) -> str:
    """Return the path of the target that counts: the adjusted one where there is one."""
    return at_row(index, "adjusted_target" if form.indicators[index].adjusted_target else "target")
