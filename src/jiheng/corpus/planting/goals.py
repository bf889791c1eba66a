"""GO: goal tables, each made from the form that reports on it; CF: a form and its tables."""

from collections.abc import Callable
from fractions import Fraction
from random import Random

from msgspec.structs import replace

from jiheng.corpus.generator import sample
from jiheng.corpus.planting.beside import GOALS_EXPLAINED, MONITORING, beside, goals_of
from jiheng.corpus.planting.edits import (
    at_row,
    in_year,
    is_words,
    number_of,
    reached,
    rows,
    shown,
    sign_of,
    unit_of,
    with_row,
)
from jiheng.corpus.planting.planter import Planted, Planter
from jiheng.corpus.planting.spending import amount, spent, with_line
from jiheng.corpus.planting.years import next_year
from jiheng.model.form import Form, LabelledText

Forms = tuple[Form, ...]
Edit = Callable[[Form], tuple[Form, tuple[str, ...]] | None]

_DEPARTMENT, _PROJECTS, _SEEDS = "department-2020", "项目支出", 1_000_000
_BENEFIT = "效益指标"
_FEW, _FEWEST = 2, 3


def _in_table(code: str, edit: Edit, layout: str | None = None, also: str = "") -> Planter:
    """Return a planter that needs the goal table of one form."""

    def plant(forms: Forms, _dice: Random) -> Planted | None:
        table = beside(forms[0], layout) if layout else goals_of(forms[0])
        made = table and edit(table)
        if not made:
            return None
        at = tuple((0, path) for path in made[1])
        return Planted(forms=(made[0],), at=at, also=frozenset(also.split()))

    return Planter(code=code, plant=plant)


def _goal(text: str) -> Edit:
    """Return an edit that puts another goal."""

    def edit(form: Form) -> tuple[Form, tuple[str, ...]]:
        return replace(form, goal=replace(form.goal, expected=text)), ("goal.expected",)

    return edit


def _without_benefits(form: Form) -> tuple[Form, tuple[str, ...]] | None:
    left = tuple(item for item in form.indicators if item.level1 == "产出指标")
    if len(left) < _FEW or not all(item.level2 for item in left):
        return None
    return replace(form, indicators=left), ("indicators[0].level1",)


def _benefit_unexplained(form: Form) -> tuple[Form, tuple[str, ...]] | None:
    for index, item in enumerate(form.indicators):
        if item.level1 == _BENEFIT and item.level2 and is_words(item) and item.target:
            explained = tuple(replace(row, method="按台账统计") for row in form.indicators)
            changed = with_row(replace(form, indicators=explained), index, method=None)
            return changed, (at_row(index, "target"), at_row(index, "method"))
    return None


def _without_history(form: Form) -> tuple[Form, tuple[str, ...]] | None:
    """The column for last year's result is filled in for one row of several."""
    numbers = [
        (at, item)
        for at, item in enumerate(form.indicators)
        if number_of(item.target) and unit_of(item) and sign_of(item)
    ]
    if len(numbers) < _FEW:
        return None
    (_, known), *others = numbers
    last = shown((number_of(known.target) or Fraction(0)) * Fraction(9, 10))
    said = LabelledText(label="上年实际实现值", text=f"{known.name}：{last}{unit_of(known)}")
    blank = (at_row(at, "target") for at, _ in others)
    return replace(form, texts=(*form.texts, said)), (f"texts[{len(form.texts)}].text", *blank)


def _explained_alike(form: Form) -> tuple[Form, tuple[str, ...]] | None:
    if len(form.indicators) < _FEWEST:
        return None
    # Full stops that come and go keep the cells from being merged into one.
    alike = tuple(
        replace(row, method="按工作计划完成" + "。" * (index % 2))
        for index, row in enumerate(form.indicators)
    )
    at = tuple(at_row(index, "method") for index in range(len(alike)))
    return replace(form, indicators=alike), at


def _budget_doubled(forms: Forms, _dice: Random) -> Planted | None:
    table = goals_of(forms[0])
    counts = [
        at_row(index, "target")
        for index, item in enumerate(table.indicators if table else ())
        if "数量" in (item.level2 or "") and sign_of(item) and unit_of(item) not in {"%", "万元"}
    ]
    if table is None or len(counts) < _FEW:
        return None
    later = next_year(table)
    for number, line in enumerate(later.funds.lines):
        more = shown(amount(line, "initial_budget") * 2)
        later = with_line(later, number, initial_budget=more)
    cells = ("funds.lines[0].initial_budget", *counts)
    at = tuple((number, path) for number in range(2) for path in cells)
    return Planted(forms=(table, later), at=at)


def _without_form(forms: Forms, _dice: Random) -> Planted | None:
    first = forms[0]
    met, alone = goals_of(first), goals_of(forms[1])
    if met is None or alone is None:
        return None
    project = replace(first.project, name="应急物资储备", code=None)
    alone = replace(alone, project=project, year=first.year, reporting_unit=first.reporting_unit)
    return Planted(forms=(first, met, alone), at=((2, "project.name"),))


def _target_changed(forms: Forms, dice: Random) -> Planted | None:
    table = goals_of(forms[0])
    for index, item in rows(forms[0], lambda each: reached(each) and unit_of(each) != "%", dice):
        if table is not None:
            wanted = (number_of(item.target) or Fraction(0)) * 2
            approved = f"≥{shown(wanted)}{unit_of(item)}"
            table = with_row(table, index, target=approved)
            at = ((0, at_row(index, "target")), (1, at_row(index, "target")))
            return Planted(forms=(forms[0], table), at=at)
    return None


def _spent_by_summer(forms: Forms, _dice: Random) -> Planted | None:
    summer = beside(forms[0], MONITORING)
    changed = spent(forms[0], Fraction(3, 5))
    if changed is None or summer is None or not summer.funds.lines[0].rate:
        return None
    at = ((0, "funds.lines[0].executed"), (1, "funds.lines[0].executed"))
    also = frozenset({"BU09", "BU14", "XI05", "XI09", "SC20"})
    return Planted(forms=(changed, summer), at=at, also=also)


def _department_below(forms: Forms, dice: Random) -> Planted | None:
    form = forms[0]
    if form.kind != "self-evaluation" or not form.project.department or not form.funds.lines:
        return None
    whole = next(sample(1, dice.randrange(_SEEDS), _DEPARTMENT, tidy=True))
    labels = [line.label for line in whole.funds.lines]
    executed = amount(form.funds.lines[0], "executed")
    if _PROJECTS not in labels or whole.funds.unit != form.funds.unit or executed < 1:
        return None
    index = labels.index(_PROJECTS)
    whole = with_line(in_year(whole, form.year or 0), index, executed=shown(executed / 2))
    project = replace(whole.project, department=form.project.department)
    at = ((0, "funds.lines[0].executed"), (1, f"funds.lines[{index}].executed"))
    also = frozenset({"BU01", "BU03", "BU04", "BU05", "CF01"})
    return Planted(forms=(form, replace(whole, project=project)), at=at, also=also)


_VAGUE = "保障各项业务顺利开展，推动事业发展。"
_WRONG_PRODUCT = "购置图书200册×30元=8000元。"

PLANTERS = (
    _in_table("GO01", _goal(_VAGUE)),
    _in_table("GO02", _without_benefits, also="XI14 XI18"),
    _in_table("GO03", _benefit_unexplained, GOALS_EXPLAINED),
    _in_table("GO04", _explained_alike, GOALS_EXPLAINED, also="GO03"),
    _in_table("GO05", _goal(_WRONG_PRODUCT)),
    _in_table("GO06", _without_history, GOALS_EXPLAINED, also="GO03"),
    Planter(code="GO07", plant=_budget_doubled),
    Planter(code="CF01", plant=_without_form, forms=2),
    Planter(code="CF02", plant=_target_changed),
    Planter(code="CF10", plant=_spent_by_summer),
    Planter(code="CF12", plant=_department_below),
)
