"""VA24 unit-off-by-ten-thousand."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.execution import budget_cell, executed_cell
from jiheng.audit.facts.figures import money_words, yuan_of
from jiheng.audit.facts.levels import level2_of
from jiheng.audit.facts.rows import row_cells
from jiheng.audit.facts.unit_slip import MONEY_UNIT, is_off
from jiheng.model.audit import Severity
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

# A score that follows from the wrong unit is put right with it.
_SCORES = ("SC01", "SC02", "SC03", "SC04", "SC05", "SC06")
# A few yuan may be the price of one piece whose "per piece" was left out.
_SURELY_NO_PRICE = 100


@check(
    code="VA24",
    name="unit-off-by-ten-thousand",
    severity="error",
    since="0.1.0",
    reads=(
        "indicators.level1",
        "indicators.level2",
        "indicators.name",
        "indicators.target",
        "indicators.adjusted_target",
        "indicators.actual",
        "funds",
        "pack",
        "scores",
    ),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="办公用房搬迁费：成本指标68400元，资金6.84万元",
            verified=True,
        ),
    ),
)
def unit_off_by_ten_thousand(scored: ScoredForm) -> Iterator[Outcome]:
    """Two amounts of money have the same figures and differ by exactly ten thousand.

    ## Why it matters
    元 was written for 万元 or the other way round; sums and rates follow the mistake.

    ## What to do
    Correct the unit of the one that is wrong.
    """
    for row in scored.indicators:
        target, actual = yuan_of(row.target), yuan_of(row.actual)
        at = row_cells(row, "target", "actual")
        if target and actual and is_off(target, actual):
            yield _within_row(row, scored, at, target, actual)
        elif target and level2_of(row.row) == "cost" and scored.form.funds.unit:
            yield from _against_funds(scored, row, actual or target)


def _within_row(
    row: ScoredIndicator,
    scored: ScoredForm,
    at: tuple[str, ...],
    target: Fraction,
    actual: Fraction,
) -> Outcome:
    return fails(
        *at,
        printed=row.target.raw,
        other=row.actual.raw,
        severity=_severity(min(target, actual)),
        supersedes=("XI01", *_SCORES, *_repeats_of_budget(scored, target)),
        name=row.row.name,
    )


def _against_funds(scored: ScoredForm, row: ScoredIndicator, cost: Fraction) -> Iterator[Outcome]:
    field, printed = ("actual", row.actual) if yuan_of(row.actual) else ("target", row.target)
    (own,) = row_cells(row, field)
    for path, money in (
        (executed_cell(scored), yuan_of(scored.executed)),
        (budget_cell(scored), yuan_of(scored.budget)),
    ):
        if not money:
            continue
        if is_off(cost, money):
            yield fails(
                own,
                path,
                printed=printed.raw,
                other=money_words(money),
                severity=_severity(min(cost, money)),
                cause=MONEY_UNIT,
                supersedes=("XI01", *_repeats_of_budget(scored, yuan_of(row.target), cost)),
                name=row.row.name,
            )
            return
        if cost == money and printed.unit != scored.form.funds.unit:
            yield passes(own, path, message="passes", printed=printed.raw, money=money_words(money))
            return


def _repeats_of_budget(scored: ScoredForm, *costs: Fraction | None) -> tuple[str, ...]:
    """Return XI02 where it would only say of budget and target what is said of the unit."""
    budget = yuan_of(scored.budget)
    return ("XI02",) if budget and any(is_off(cost, budget) for cost in costs if cost) else ()


def _severity(smaller: Fraction) -> Severity | None:
    return None if smaller >= _SURELY_NO_PRICE else "warning"
