"""XI06 money-arrived-but-no-cost."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.costs import cost_rows, has_word
from jiheng.audit.facts.figures import money_words, value_of, yuan_of
from jiheng.model.citation import Citation
from jiheng.rulebook.lexicons import costs
from jiheng.scoring.scored import ScoredForm, ScoredIndicator


@check(
    code="XI06",
    name="money-arrived-but-no-cost",
    severity="error",
    since="0.1.0",
    reads=("indicators.name", "indicators.level1", "indicators.level2", "scores"),
    sources=(
        Citation(title="财预〔2020〕10号", pinpoint="绩效自评数据真实、准确", verified=False),
    ),
)
def money_arrived_but_no_cost(scored: ScoredForm) -> Iterator[Outcome]:
    """All money arrived, and the cost is 0.

    Where the form says that nothing at all was spent, it is a doubt and not an error.

    ## Why it matters
    A project that cost nothing either did not take place or was not booked.

    ## What to do
    Enter the real cost, or say why nothing was spent.
    """
    arrived = next((row for row in scored.indicators if _has_arrived(row)), None)
    if arrived is None:
        return
    for row in cost_rows(scored):
        target, cost = yuan_of(row.target), yuan_of(row.actual)
        if not target or cost is None:
            continue
        cells = (indicator_cell(arrived.index, "actual"), indicator_cell(row.index, "actual"))
        if cost:
            yield passes(*cells)
        else:
            yield fails(
                *cells,
                mend_at=cells[1:],
                printed="0",
                severity=None if yuan_of(scored.executed) else "warning",
                name=row.row.name,
                target=money_words(target),
            )


def _has_arrived(row: ScoredIndicator) -> bool:
    share = value_of(row.actual) if row.actual.dimension == "ratio" else None
    return share is not None and share >= 1 and has_word(row.row, costs().arrival_rates)
