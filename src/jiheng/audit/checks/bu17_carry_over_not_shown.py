"""BU17 carry-over-not-shown."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.cells import money_cell
from jiheng.audit.check import RunOutcome, check
from jiheng.audit.facts.across import (
    Forms,
    cell_of,
    fails_across,
    passes_across,
    project_of,
    unit_of,
)
from jiheng.audit.facts.execution import FUNDS, budget_cell, executed_cell
from jiheng.audit.facts.explanations import speaks_of
from jiheng.audit.facts.figures import money_words, yuan_of
from jiheng.audit.facts.money_block import MoneyRow, money_rows
from jiheng.audit.facts.names import bare_name
from jiheng.model.citation import Citation
from jiheng.rulebook.messages import worded
from jiheng.scoring.scored import ScoredForm

_CARRIED = ("结转",)


@check(
    code="BU17",
    name="carry-over-not-shown",
    severity="info",
    since="0.2.0",
    reads=(
        "year",
        "reporting_unit",
        "project.name",
        "project.implementing_unit",
        "funds.unit",
        "funds.lines.label",
        "funds.lines.executed",
        "funds.lines.reason",
        *FUNDS,
        "goal",
        "goals",
        "indicators.reason",
        "conclusion",
        "texts",
        "scores",
    ),
    sources=(
        Citation(
            title="财预〔2020〕10号附件《项目支出绩效自评表》",
            pinpoint="资金栏：上年结转资金",
            verified=False,
        ),
    ),
)
def carry_over_not_shown(forms: Forms) -> Iterator[RunOutcome]:
    """Last year's form says that money is carried over, and this year's shows none of it, or more.

    Only forms that have a line for it are asked; money that nobody said is carried over may have
    been taken back.

    ## Why it matters
    Money that is carried over is budget of this year; left out, the execution rate comes out too
    high.

    ## What to do
    Fill in the line 上年结转资金, or say where the money went.
    """
    by_year = {_key(scored): scored for scored in forms}
    for scored in forms:
        unit, project, year = _key(scored)
        before = None if year is None else by_year.get((unit, project, year - 1))
        line = _carried(scored)
        if before is None or line is None:
            continue
        left = _left_over(before)
        if left is not None:
            yield _compare(scored, before, line, left)


def _key(scored: ScoredForm) -> tuple[str | None, str, int | None]:
    return unit_of(scored), bare_name(worded(project_of(scored))), scored.form.year


def _carried(scored: ScoredForm) -> MoneyRow | None:
    """Return the line for money carried over, where the form has one."""
    rows = money_rows(scored.form)
    return next((row for row in rows if "上年结转" in row.line.label), None)


def _left_over(scored: ScoredForm) -> Fraction | None:
    """Return what a year left, where its form says that it is carried over."""
    budget, executed = yuan_of(scored.budget), yuan_of(scored.executed)
    if budget is None or executed is None or executed >= budget:
        return None
    return budget - executed if speaks_of(scored.form, _CARRIED) else None


def _compare(scored: ScoredForm, before: ScoredForm, line: MoneyRow, left: Fraction) -> RunOutcome:
    shown = line.adjusted if line.adjusted is not None else line.initial
    carried = shown or Fraction(0)
    cells = (
        cell_of(scored, money_cell(line.index, "adjusted_budget")),
        cell_of(before, budget_cell(before)),
        cell_of(before, executed_cell(before)),
    )
    if 0 < carried <= left:
        return passes_across(*cells)
    return fails_across(
        *cells,
        message="fails-more" if carried else "fails",
        printed=money_words(carried),
        expected=money_words(left),
        difference=money_words(carried - left),
        project=project_of(scored),
    )
