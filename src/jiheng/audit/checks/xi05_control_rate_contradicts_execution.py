"""XI05 control-rate-contradicts-execution."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.costs import has_word
from jiheng.audit.facts.execution import FUNDS, budget_cell, executed_cell, execution_rate
from jiheng.audit.facts.figures import percent_points, percent_words, value_of
from jiheng.model.citation import Citation
from jiheng.model.quantity import Quantity
from jiheng.rulebook.lexicons import costs
from jiheng.scoring.scored import ScoredForm

_SAME = Fraction(1, 100)
_FAR = Fraction(10, 100)


@check(
    code="XI05",
    name="control-rate-contradicts-execution",
    severity="error",
    since="0.1.0",
    reads=("indicators.name", *FUNDS, "pack", "scores"),
    sources=(
        Citation(title="财预〔2020〕10号", pinpoint="绩效自评数据真实、准确", verified=False),
    ),
)
def control_rate_contradicts_execution(scored: ScoredForm) -> Iterator[Outcome]:
    """The cost control rate is another than spent money over budget.

    Up to 10 points apart the two may be counted differently; that is only mentioned.

    ## Why it matters
    Whoever spent a fifth of the budget cannot report 100 % of the planned cost.

    ## What to do
    Divide the money spent by the budget, or say what else the rate divides.
    """
    rate = execution_rate(scored)
    if rate is None:
        return
    for row in scored.indicators:
        printed = _share(row.actual)
        if printed is None or not has_word(row.row, costs().control_rates):
            continue
        cells = (indicator_cell(row.index, "actual"), executed_cell(scored), budget_cell(scored))
        gap = abs(printed - rate)
        if gap <= _SAME:
            yield passes(*cells, message="passes", rate=percent_words(rate))
        elif row.actual.op in {"le", "lt"} and rate < printed:
            yield passes(*cells)
        else:
            yield fails(
                *cells,
                mend_at=cells[:1],
                severity="error" if gap > _FAR else "info",
                printed=percent_words(printed),
                expected=percent_words(rate),
                difference=percent_points(gap),
                name=row.row.name,
            )


def _share(actual: Quantity) -> Fraction | None:
    return value_of(actual) if actual.dimension == "ratio" else None
