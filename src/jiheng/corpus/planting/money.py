"""BU: the money block against itself and against the outputs."""

from fractions import Fraction
from random import Random

from jiheng.corpus.planting.edits import (
    BUDGET,
    at_row,
    defect,
    full,
    is_of_cost,
    layout_of,
    number_of,
    points,
    rows,
    shown,
)
from jiheng.corpus.planting.planter import Defect, in_one
from jiheng.corpus.planting.spending import amount, base_of, quiet, spent, with_execution, with_line
from jiheng.model.form import Form

_FIRST = "funds.lines[0]"
_LOW = "BU14 XI09 SC20 TX09 XI07"
"""What else may be said of a form that spent little."""


def _rate_differs(form: Form, _dice: Random) -> Defect | None:
    rate = number_of(form.funds.lines[0].rate) if form.funds.lines else None
    if rate is None or form.funds.lines[0].executed is None:
        return None
    sign = "%" if (form.funds.lines[0].rate or "").endswith("%") else ""
    return defect(with_line(form, 0, rate=f"{shown(rate - 7)}{sign}"), f"{_FIRST}.rate")


def _execution_misscored(form: Form, _dice: Random) -> Defect | None:
    score = points(form.funds.lines[0].score) if form.funds.lines else 0
    # Where the family has bands, SC13 speaks of what follows none of them.
    if not score or not points(form.funds.lines[0].weight) or is_of_cost(form):
        return None
    return defect(with_execution(form, score - 4_00), f"{_FIRST}.score")


def _parts(form: Form, of_grant: bool) -> list[int]:
    """Return the lines with money that belong to the grant, or straight to the total."""
    total = form.funds.lines[0].label if form.funds.lines else ""
    return [
        index
        for index, line in enumerate(form.funds.lines)
        if index
        and amount(line, base_of(form))
        and (line.of not in {None, total} if of_grant else line.of in {None, total})
    ]


def _more(form: Form, index: int) -> tuple[Form, str]:
    """Return the form with more in one line's budget, and the cell."""
    field = base_of(form)
    changed = with_line(form, index, **{field: shown(amount(form.funds.lines[index], field) + 3)})
    return changed, f"funds.lines[{index}].{field}"


def _sources_differ(form: Form, _dice: Random) -> Defect | None:
    parts = _parts(form, of_grant=False)
    if not parts:
        return None
    changed, at = _more(form, parts[0])
    return defect(changed, at, also="BU04 BU08")


def _grant_differs(form: Form, _dice: Random) -> Defect | None:
    parts = _parts(form, of_grant=True)
    if not parts:
        return None
    changed, at = _more(form, parts[0])
    return defect(changed, at, also="BU08")


def _overspent(form: Form, _dice: Random) -> Defect | None:
    changed = spent(form, Fraction(107, 100))
    if changed is None:
        return None
    return defect(changed, f"{_FIRST}.executed", f"{_FIRST}.{base_of(form)}", also="BU03")


def _sub_line_scored(form: Form, _dice: Random) -> Defect | None:
    roles = layout_of(form).money_roles
    if len(form.funds.lines) < 2 or not {"weight", "score"} <= set(roles):  # noqa: PLR2004
        return None
    first = form.funds.lines[0]
    changed = with_line(form, 1, weight=first.weight, score=first.score)
    return defect(changed, "funds.lines[1].weight", "funds.lines[1].score", also="AR01 AR03")


def _budget_of_zero(form: Form, _dice: Random) -> Defect | None:
    base = base_of(form)
    if not form.funds.lines or not amount(form.funds.lines[0], "executed"):
        return None
    if any(item.name == BUDGET for item in form.indicators):
        return None
    for index in range(len(form.funds.lines)):
        form = with_line(form, index, **{base: "0"})
    return defect(form, f"{_FIRST}.{base}", also="BU01 BU02 BU03 BU05 BU08")


def _adjustment_unexplained(form: Form, _dice: Random) -> Defect | None:
    if not {"initial_budget", "adjusted_budget"} <= set(layout_of(form).money_roles):
        return None
    if not form.funds.lines:
        return None
    for index, line in enumerate(form.funds.lines):
        if line.initial_budget is not None:
            form = with_line(
                form, index, initial_budget=shown(amount(line, "initial_budget") * Fraction(5, 4))
            )
    at = (f"{_FIRST}.initial_budget", f"{_FIRST}.adjusted_budget")
    return defect(quiet(form), *at, also="BU03 XI02")


def _low_rate_unexplained(form: Form, _dice: Random) -> Defect | None:
    changed = spent(form, Fraction(7, 10))
    if changed is None or changed.funds.lines[0].rate is None:
        return None
    return defect(quiet(changed), f"{_FIRST}.rate", f"{_FIRST}.executed", also=_LOW)


def _unit_implausible(form: Form, dice: Random) -> Defect | None:
    if form.funds.unit != "万元" or form.kind == "department":
        return None
    for index, _ in rows(form, lambda item: item.name == BUDGET and bool(item.level2), dice):
        for number, line in enumerate(form.funds.lines):
            fields = ("initial_budget", "adjusted_budget", "executed")
            held = {name: amount(line, name) for name in fields if getattr(line, name)}
            form = with_line(
                form, number, **{name: shown(each * 10_000) for name, each in held.items()}
            )
        at = (f"{_FIRST}.{base_of(form)}", at_row(index, "target"))
        return defect(form, *at, also="VA24 XI01 XI02 XI05")
    return None


def _spent_to_the_cent(form: Form, _dice: Random) -> Defect | None:
    first = form.funds.lines[0] if form.funds.lines else None
    if first is None or amount(first, "executed") == amount(first, base_of(form)):
        return None
    changed = spent(form, Fraction(1))
    if changed is None:
        return None
    return defect(changed, f"{_FIRST}.executed", f"{_FIRST}.{base_of(form)}", also="SC20 CF07")


def _low_rate_full_outputs(form: Form, _dice: Random) -> Defect | None:
    changed = spent(form, Fraction(2, 5))
    outputs = [n for n, item in enumerate(form.indicators) if item.level1 == "产出指标"]
    if changed is None or not outputs or not all(full(form.indicators[n]) for n in outputs):
        return None
    if any(item.reason or not item.score for item in form.indicators):
        return None
    at = (f"{_FIRST}.executed", *(at_row(n, "score") for n in outputs))
    return defect(quiet(changed), *at, also="BU09 XI05 XI09")


def _rate_without_sign(form: Form, _dice: Random) -> Defect | None:
    rate = form.funds.lines[0].rate if form.funds.lines else None
    if not rate or not rate.endswith("%"):
        return None
    return defect(with_line(form, 0, rate=rate.removesuffix("%")), f"{_FIRST}.rate")


def _parts_in_words(form: Form, _dice: Random) -> Defect | None:
    if not form.funds.lines or form.funds.unit != "万元":
        return None
    whole = amount(form.funds.lines[0], base_of(form))
    rest = whole - 2
    if rest <= 0:
        return None
    words = f"{shown(whole)}（3+{shown(rest)}）"
    field = base_of(form)
    return defect(with_line(form, 0, **{field: words}), f"{_FIRST}.{field}", also="BU03 BU08")


PLANTERS = (
    in_one("BU01", _rate_differs),
    in_one("BU02", _execution_misscored),
    in_one("BU03", _sources_differ),
    in_one("BU04", _grant_differs),
    in_one("BU05", _overspent),
    in_one("BU06", _sub_line_scored),
    in_one("BU07", _budget_of_zero),
    in_one("BU08", _adjustment_unexplained),
    in_one("BU09", _low_rate_unexplained),
    in_one("BU11", _unit_implausible),
    in_one("BU13", _spent_to_the_cent),
    in_one("BU14", _low_rate_full_outputs),
    in_one("BU15", _parts_in_words),
    in_one("BU16", _rate_without_sign),
)
