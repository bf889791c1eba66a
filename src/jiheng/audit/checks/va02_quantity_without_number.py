"""VA02 quantity-without-number."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.levels import level2_of
from jiheng.audit.facts.rows import target_cell
from jiheng.audit.facts.words import has_digit
from jiheng.model.citation import Citation
from jiheng.model.quantity import Quantity
from jiheng.scoring.scored import ScoredForm


@check(
    code="VA02",
    name="quantity-without-number",
    severity="warning",
    since="0.1.0",
    reads=(
        "indicators.level1",
        "indicators.level2",
        "indicators.name",
        "indicators.target",
        "indicators.adjusted_target",
        "scores",
    ),
    sources=(
        Citation(
            title="财预〔2021〕101号",
            pinpoint="数量指标反映预期提供的公共产品或服务的数量",
            verified=False,
        ),
    ),
)
def quantity_without_number(scored: ScoredForm) -> Iterator[Outcome]:
    """A quantity indicator has a target without a number.

    ## Why it matters
    The second level 数量 promises a count; without one the score rests on an opinion.

    ## What to do
    Write the number planned, or move the indicator to the level that it belongs to.
    """
    for row in scored.indicators:
        if level2_of(row.row) != "quantity":
            continue
        cell = target_cell(row)
        if row.target.amount is not None:
            yield passes(cell)
        elif _has_no_number(row.target):
            yield fails(cell, printed=row.target.raw, name=row.row.name)


def _has_no_number(target: Quantity) -> bool:
    says_something = target.is_words or target.kind == "period"
    return says_something and not has_digit(target.normalised)
