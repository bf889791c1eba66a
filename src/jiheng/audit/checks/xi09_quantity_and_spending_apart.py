"""XI09 quantity-and-spending-apart."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.execution import executed_cell, execution_rate
from jiheng.audit.facts.figures import percent_words, value_of
from jiheng.audit.facts.levels import is_output, level2_of
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_LITTLE = Fraction(60, 100)
_ALL = Fraction(95, 100)


@check(
    code="XI09",
    name="quantity-and-spending-apart",
    severity="warning",
    since="0.1.0",
    reads=("indicators.level1", "indicators.level2", "scores"),
    sources=(
        Citation(title="财预〔2020〕10号", pinpoint="偏离绩效目标较多的，分析原因", verified=False),
    ),
)
def quantity_and_spending_apart(scored: ScoredForm) -> Iterator[Outcome]:
    """Little money was spent for all of the work, or all of it for little work.

    Where all outputs got full marks in spite of a low rate, BU14 tells it and this check is
    silent.

    ## Why it matters
    Work and money usually go together; where they do not, the budget or the count is off.

    ## What to do
    Say in the column of reasons why, or correct the number that is wrong.
    """
    rate = execution_rate(scored)
    done = tuple(
        (row, share)
        for row in scored.indicators
        if level2_of(row.row) == "quantity" and (share := _completion(row)) is not None
    )
    if rate is None or not done:
        return
    cells = (executed_cell(scored), *(indicator_cell(row.index, "actual") for row, _ in done))
    lowest, highest = (pick(share for _, share in done) for pick in (min, max))
    if rate < _LITTLE and lowest >= 1:
        if not _full_marks(scored):
            yield fails(*cells, printed=percent_words(rate), done=percent_words(lowest))
    elif rate >= _ALL and highest < _LITTLE:
        yield fails(
            *cells,
            message="fails-little-work",
            printed=percent_words(rate),
            done=percent_words(highest),
        )
    else:
        yield passes(*cells)


def _completion(row: ScoredIndicator) -> Fraction | None:
    """Return actual over target of a row that asks for at least so many."""
    target, actual = value_of(row.target), value_of(row.actual)
    if row.direction not in {"ge", "gt", "eq"} or row.target.dimension != row.actual.dimension:
        return None
    return actual / target if target and actual is not None else None


def _full_marks(scored: ScoredForm) -> bool:
    return all(
        row.item.printed is not None and row.item.printed == row.item.weight
        for row in scored.indicators
        if is_output(row.row) and row.item.weight
    )
