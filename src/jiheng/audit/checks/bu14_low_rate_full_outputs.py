"""BU14 low-rate-full-outputs."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.execution import budget_cell, executed_cell, execution_rate
from jiheng.audit.facts.explanations import speaks_of
from jiheng.audit.facts.figures import percent_words
from jiheng.model.citation import Citation
from jiheng.model.points import format_points
from jiheng.rulebook.lexicons import money_block_words
from jiheng.scoring.scored import ScoredForm, ScoredItem

LOW = Fraction(60, 100)


@check(
    code="BU14",
    name="low-rate-full-outputs",
    severity="warning",
    since="0.1.0",
    reads=(
        "funds",
        "goal",
        "goals",
        "indicators.level1",
        "indicators.reason",
        "indicators.score",
        "indicators.weight",
        "conclusion",
        "texts",
        "pack",
        "scores",
    ),
    sources=(
        Citation(
            title="六盘水市2023年度项目支出绩效目标自评表",
            places=("六盘水",),
            pinpoint="执行率 20.10，产出指标 50 分全得",
            verified=True,
        ),
    ),
)
def low_rate_full_outputs(scored: ScoredForm) -> Iterator[Outcome]:
    """Less than 60 % of the money was spent, and yet every output has full marks.

    ## Why it matters
    If all was done with a part of the money, the budget was too high; if not, a score is.

    ## What to do
    Say why less money sufficed, or look at the outputs again.
    """
    rate = execution_rate(scored)
    outputs = _outputs(scored)
    if rate is None or rate >= LOW or not outputs:
        return
    cells = ("funds.lines[0].rate", executed_cell(scored), budget_cell(scored))
    scores = tuple(item.at for item in outputs)
    weight = sum(item.weight or 0 for item in outputs)
    full = all(item.printed == item.weight for item in outputs)
    if not full or speaks_of(scored.form, money_block_words().rate_reasons):
        yield passes(*cells, *scores)
        return
    yield fails(
        *cells,
        *scores,
        mend_at=("goal.actual", *scores),
        rate=percent_words(rate),
        points=format_points(weight),
    )


def _outputs(scored: ScoredForm) -> tuple[ScoredItem, ...]:
    return tuple(
        row.item
        for row in scored.indicators
        if "产出" in (row.row.level1 or "") and row.item.weight and row.item.printed is not None
    )
