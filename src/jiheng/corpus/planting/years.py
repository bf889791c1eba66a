"""CF, BU: a project's forms of two years, or two forms of one project or of one sum."""

from fractions import Fraction
from random import Random

from msgspec.structs import replace

from jiheng.corpus.planting.edits import (
    BUDGET,
    REASON,
    at_row,
    full,
    has_column,
    in_year,
    is_of_cost,
    layout_of,
    number_of,
    points,
    reached,
    rows,
    shown,
    sign_of,
    unit_of,
    with_row,
    with_score,
)
from jiheng.corpus.planting.planter import Planted, Planter
from jiheng.corpus.planting.shortfalls import missed
from jiheng.corpus.planting.spending import amount, base_of, spent, with_line
from jiheng.model.form import Form

Forms = tuple[Form, ...]

_CARRIED = "余款结转下年使用。"
_AGAIN = frozenset({"XI24", "CF08", "CF09", "CF19", "BU17"})
"""What may truly be said of two years that are alike."""
_MONEY = ("initial_budget", "adjusted_budget", "executed")


def next_year(form: Form) -> Form:
    """Return the same form a year later."""
    return in_year(form, (form.year or 0) + 1)


def _lowered(form: Form, lost: int) -> Form | None:
    """Return the form with so many points lost at least, by targets that were missed by far."""
    if is_of_cost(form) or not form.total.score or not form.project.name:
        return None
    wanted, before = points(form.total.score) - lost, form
    for index, item in enumerate(before.indicators):
        number, unit = number_of(item.target), unit_of(item)
        if not (reached(item) and number and unit) or number < 10:  # noqa: PLR2004
            continue
        got = int(number * Fraction(3, 10))
        exact = Fraction(got) / number * points(item.weight)
        form = with_row(form, index, actual=f"{got}{unit}")
        form = with_score(form, index, round(exact), REASON)
        if points(form.total.score) <= wanted:
            return form
    return None


def _same_promise(forms: Forms, dice: Random) -> Planted | None:
    if not has_column(forms[0], "reason") or is_of_cost(forms[0]) or not forms[0].project.name:
        return None
    for index, item in rows(forms[0], full, dice):
        made = missed(forms[0], index, item)
        if made is not None:
            form = with_score(made[0], index, made[1], REASON)
            at = tuple((number, at_row(index, "reason")) for number in range(2))
            also = _AGAIN | {"XI08"}
            return Planted(forms=(form, next_year(form)), at=at, also=also)
    return None


def _score_falls(forms: Forms, _dice: Random) -> Planted | None:
    later = _lowered(forms[0], 12_00)
    if later is None:
        return None
    at = ((0, "total.score"), (1, "total.score"))
    also = _AGAIN | {"XI08", "XI09", "TX08"}
    return Planted(forms=(forms[0], next_year(later)), at=at, also=also)


def _more_after_low(forms: Forms, _dice: Random) -> Planted | None:
    if "initial_budget" not in layout_of(forms[0]).money_roles or _repeats_money(forms[0]):
        return None
    low = _lowered(forms[0], points(forms[0].total.score) - 79_00)
    later = next_year(forms[0])
    if low is None:
        return None
    for number, line in enumerate(later.funds.lines):
        held = {name: amount(line, name) for name in _MONEY if getattr(line, name)}
        more = {name: shown(each * Fraction(3, 2)) for name, each in held.items()}
        later = with_line(later, number, **more)
    at = ((0, "total.score"), (1, "funds.lines[0].initial_budget"))
    return Planted(forms=(low, later), at=at, also=_AGAIN | {"XI08", "XI09", "TX08"})


def _repeats_money(form: Form) -> bool:
    return any(item.name == BUDGET for item in form.indicators)


def _carried_line(form: Form) -> int | None:
    """Return the line for money of last year, where nothing was carried over."""
    found = (at for at, line in enumerate(form.funds.lines) if "上年结转" in line.label)
    index = next(found, None)
    return None if index is None or amount(form.funds.lines[index], base_of(form)) else index


def _not_carried(forms: Forms, _dice: Random) -> Planted | None:
    index, before = _carried_line(forms[0]), spent(forms[0], Fraction(9, 10))
    if index is None or before is None or forms[0].goals or not before.goal.actual:
        return None
    told = replace(before.goal, actual=f"{before.goal.actual}{_CARRIED}")
    later = next_year(forms[0])
    at = (
        (1, f"funds.lines[{index}].adjusted_budget"),
        (0, f"funds.lines[0].{base_of(before)}"),
        (0, "funds.lines[0].executed"),
    )
    return Planted(forms=(replace(before, goal=told), later), at=at, also=_AGAIN)


def _two_names(forms: Forms, _dice: Random) -> Planted | None:
    form = forms[0]
    if form.goals or not form.goal.expected or not form.project.name or not form.funds.lines:
        return None
    if not amount(form.funds.lines[0], "executed") or not form.project.implementing_unit:
        return None
    project = replace(form.project, name=f"{form.project.name}提升行动", code=None)
    at = tuple((number, "funds.lines[0].executed") for number in range(2))
    also = frozenset({"CF04", "CF05", "CF06", "CF07"})
    return Planted(forms=(form, replace(form, project=project)), at=at, also=also)


def _two_versions(forms: Forms, dice: Random) -> Planted | None:
    form = forms[0]
    if not form.project.name:
        return None
    for index, item in rows(form, lambda each: reached(each) and sign_of(each) == "≥", dice):
        wanted, unit = number_of(item.target), unit_of(item)
        if not wanted or unit in {None, "%"} or number_of(item.actual) == wanted:
            continue
        other = with_row(form, index, actual=f"{shown(wanted)}{unit}")
        at = tuple((number, at_row(index, "actual")) for number in range(2))
        return Planted(forms=(form, other), at=at, also=frozenset({"BU18"}))
    return None


PLANTERS = (
    Planter(code="BU17", plant=_not_carried),
    Planter(code="BU18", plant=_two_names),
    Planter(code="CF08", plant=_same_promise),
    Planter(code="CF09", plant=_score_falls),
    Planter(code="CF16", plant=_two_versions),
    Planter(code="CF19", plant=_more_after_low),
)
