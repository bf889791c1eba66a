"""A form's goal table or monitoring table, with the same indicators and money."""

from msgspec.structs import replace

from jiheng.corpus.planting.edits import has_column
from jiheng.corpus.planting.spending import base_of
from jiheng.model.form import Form, LabelledText, MoneyLine, Total
from jiheng.rulebook.layouts import load_layout

GOALS, GOALS_EXPLAINED, MONITORING = "goal-2020", "goal-hubei-2021", "monitoring-2019"
"""Layouts of goal tables, and of the table of the summer."""

_APART = ("unit", "nature", "operator")


def beside(form: Form, name: str) -> Form | None:
    """Return the table of a layout that goes with a form.

    None where the form has several goals or no money, or prints its targets in parts or its money
    in another unit.
    """
    layout = load_layout(name)
    if form.goals or not form.goal.expected or not form.funds.lines or not form.project.name:
        return None
    if form.funds.unit != layout.money_unit or any(has_column(form, role) for role in _APART):
        return None
    held = form.funds.lines[0]
    total = replace(held, initial_budget=getattr(held, base_of(form)), label="", of=None)
    lines = tuple(
        replace(total, label=each.label, of=each.of) if at < 2 else _nothing(each.label, each.of)  # noqa: PLR2004
        for at, each in enumerate(layout.money_lines)
    )
    return replace(
        form,
        layout=name,
        kind=layout.kind,
        title=layout.title,
        funds=replace(form.funds, lines=lines),
        total=Total(),
        conclusion=None,
        notes=(),
        texts=(LabelledText(label="完成目标可能性", text="确定能"),) if name == MONITORING else (),
    )


def _nothing(label: str, of: str | None) -> MoneyLine:
    return MoneyLine(label=label, of=of, initial_budget="0", adjusted_budget="0", executed="0")


def goals_of(form: Form) -> Form | None:
    """Return the goal table of a form whose own budget it repeats."""
    return beside(form, GOALS) if base_of(form) == "initial_budget" or _unmoved(form) else None


def _unmoved(form: Form) -> bool:
    line = form.funds.lines[0] if form.funds.lines else None
    return line is not None and line.initial_budget == line.adjusted_budget
