"""VA24 unit-off-by-ten-thousand."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.execution import budget_cell, executed_cell
from jiheng.audit.facts.figures import money_words, yuan_of
from jiheng.audit.facts.levels import level2_of
from jiheng.audit.facts.rows import row_cells
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_WAN = 10_000
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
        if target and actual and _is_off(target, actual):
            yield _off(row, at, (row.target.raw, row.actual.raw), min(target, actual))
        elif target and level2_of(row.row) == "cost" and scored.form.funds.unit:
            yield from _against_funds(scored, row, actual or target)


def _against_funds(scored: ScoredForm, row: ScoredIndicator, cost: Fraction) -> Iterator[Outcome]:
    field, printed = ("actual", row.actual) if yuan_of(row.actual) else ("target", row.target)
    (own,) = row_cells(row, field)
    for path, money in (
        (executed_cell(scored), yuan_of(scored.executed)),
        (budget_cell(scored), yuan_of(scored.budget)),
    ):
        if not money:
            continue
        if _is_off(cost, money):
            yield _off(row, (own, path), (printed.raw, money_words(money)), min(cost, money))
            return
        if cost == money and printed.unit != scored.form.funds.unit:
            yield passes(own, path, message="passes", printed=printed.raw, money=money_words(money))
            return


def _is_off(one: Fraction, other: Fraction) -> bool:
    return other * _WAN in {one, one * _WAN * _WAN}


def _off(
    row: ScoredIndicator, at: tuple[str, ...], values: tuple[str, str], smaller: Fraction
) -> Outcome:
    return fails(
        *at,
        printed=values[0],
        other=values[1],
        name=row.row.name,
        severity=None if smaller >= _SURELY_NO_PRICE else "warning",
    )
