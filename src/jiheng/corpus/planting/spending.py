"""Edits of the money block that all of the form agrees with."""

from fractions import Fraction

from msgspec.structs import replace

from jiheng.corpus.planting.edits import (
    BUDGET,
    REASON,
    is_of_cost,
    layout_of,
    number_of,
    points,
    shown,
    with_total,
)
from jiheng.model.form import Form, MoneyLine
from jiheng.model.points import format_points

_DONE = "年度任务已经办结。"
_YUAN = {"元": 1, "万元": 10_000}


def with_line(form: Form, index: int, **changes: str | None) -> Form:
    """Return the form with changed fields of one money line."""
    lines = form.funds.lines
    changed = (*lines[:index], replace(lines[index], **changes), *lines[index + 1 :])
    return replace(form, funds=replace(form.funds, lines=changed))


def base_of(form: Form) -> str:
    """Return the field of the budget that the rate divides by."""
    return (
        "adjusted_budget" if "adjusted_budget" in layout_of(form).money_roles else "initial_budget"
    )


def amount(line: MoneyLine, field: str) -> Fraction:
    """Return an amount of a line in the unit of the block; 0 where there is none."""
    return number_of(getattr(line, field)) or Fraction(0)


def spent(form: Form, share: Fraction) -> Form | None:
    """Return the form with a share of every line's budget spent, and all that follows from it.

    None for a form without a rate, or one in which an indicator repeats the money.
    """
    roles = set(layout_of(form).money_roles)
    base = base_of(form)
    lines = form.funds.lines
    if (
        not lines
        or not {base, "executed"} <= roles
        or any(r.name == BUDGET for r in form.indicators)
    ):
        return None
    for index, line in enumerate(lines):
        if getattr(line, base) is not None:
            form = with_line(form, index, executed=shown(amount(line, base) * share))
    rate = share * 100
    first = form.funds.lines[0]
    sign = "%" if (first.rate or "").endswith("%") else ""
    form = with_line(form, 0, rate=first.rate and f"{shown(rate)}{sign}", reason=None)
    return with_execution(form, execution_points(form, min(share, Fraction(1))))


def execution_points(form: Form, share: Fraction) -> int:
    """Return the points for a rate, in 1/100 point, by the form's family."""
    weight = points(form.funds.lines[0].weight)
    if is_of_cost(form) and share < 1:
        bands = ((Fraction(4, 5), 70), (Fraction(3, 5), 50), (Fraction(0), 0))
        return weight * next(part for least, part in bands if share >= least) // 100
    exact = share * weight
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)


def with_execution(form: Form, score: int) -> Form:
    """Return the form with another score for execution, and the total that follows."""
    first = form.funds.lines[0]
    if first.score is None:
        return form
    moved = score - points(first.score)
    return with_total(
        with_line(form, 0, score=format_points(score)), points(form.total.score) + moved
    )


def in_yuan(form: Form, field: str) -> Fraction:
    """Return an amount of the year's total in yuan."""
    return amount(form.funds.lines[0], field) * _YUAN.get(form.funds.unit or "", 1)


def quiet(form: Form) -> Form:
    """Return the form without any text that could explain an oddity."""
    texts = tuple(replace(text, text="资料齐全。") for text in form.texts)
    goal = replace(form.goal, actual=form.goal.actual and _DONE)
    goals = tuple(replace(each, actual=each.actual and _DONE) for each in form.goals)
    rows = tuple(replace(row, reason=_off_budget(row.reason)) for row in form.indicators)
    return replace(form, texts=texts, goal=goal, goals=goals, indicators=rows)


def _off_budget(reason: str | None) -> str | None:
    """Return a reason that nobody takes for a word on the budget."""
    return REASON if reason and any(word in reason for word in ("调整", "追加")) else reason
