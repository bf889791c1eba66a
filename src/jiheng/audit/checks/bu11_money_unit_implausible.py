"""BU11 money-unit-implausible."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.cells import indicator_cell, money_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.figures import money_words, yuan_of
from jiheng.audit.facts.levels import level2_of
from jiheng.audit.facts.money_block import MoneyRow, base_field, shown, total_row
from jiheng.audit.facts.unit_slip import MONEY_UNIT, WAN, is_off
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

LEAST_YUAN = 100
"""A project's budget below this many yuan was written in another unit."""
MOST_YUAN = 100_000_000_000
"""So was one above 1000亿."""

PRICE_WORDS = ("单价", "价格", "标准", "人均", "户均", "每")


@check(
    code="BU11",
    name="money-unit-implausible",
    severity="error",
    since="0.1.0",
    reads=("funds", "indicators", "pack", "scores"),
    sources=(
        Citation(
            title="六盘水市2023年度项目支出绩效目标自评表",
            places=("六盘水",),
            pinpoint="项目资金（元），成本指标用万元",
            verified=True,
        ),
    ),
)
def money_unit_implausible(scored: ScoredForm) -> Iterator[Outcome]:
    """The unit of money is missing, or does not fit the amounts.

    ## Why it matters
    元 read as 万元 is a mistake by a factor of ten thousand.

    ## What to do
    Look at the unit in the block's heading and write the amounts in it.
    """
    row = total_row(scored.form)
    if row is None:
        return
    field = base_field(scored, row.line)
    amount, cell = row.amount(field), money_cell(0, field)
    if not amount:
        field, cell, amount = "executed", money_cell(0, "executed"), row.executed
    if amount is None or not amount:
        return
    yield _judge(scored, row, field, amount, cell)


def _judge(scored: ScoredForm, row: MoneyRow, field: str, amount: Fraction, cell: str) -> Outcome:
    unit, text = scored.form.funds.unit, getattr(row.line, field) or ""
    if unit is None and not text.strip().endswith("元"):
        return fails(
            "funds.unit",
            cell,
            mend_at=("funds.unit",),
            message="fails-missing",
            severity="warning",
            printed=text,
        )
    cost = next((row for row in scored.indicators if _is_ten_thousandfold(amount, row)), None)
    if cost is not None:
        return fails(
            "funds.unit",
            cell,
            indicator_cell(cost.index, "target"),
            mend_at=("funds.unit",),
            printed=shown(amount, unit),
            cause=MONEY_UNIT,
            name=cost.row.name,
            cost=cost.row.target or "",
        )
    if LEAST_YUAN <= amount <= MOST_YUAN:
        return passes("funds.unit", cell)
    return fails(
        "funds.unit",
        cell,
        mend_at=("funds.unit",),
        message="fails-size",
        severity="warning",
        printed=shown(amount, unit),
        words=money_words(amount),
    )


def _is_ten_thousandfold(amount: Fraction, row: ScoredIndicator) -> bool:
    """Whether a cost of about the same digits is 10,000 times the budget or the reverse."""
    cost = yuan_of(row.target) if level2_of(row.row) == "cost" else None
    if not cost or any(word in row.row.name for word in PRICE_WORDS):
        return False
    smaller = min(amount, cost)
    # a unit price may well be 1/10000 of a sound budget; a whole cost of that size is an accident
    if smaller == cost and (cost < WAN or amount < WAN * LEAST_YUAN):
        return False
    return is_off(amount, cost)
