"""XI01 cost-differs-from-spent."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.costs import cost_rows, is_whole
from jiheng.audit.facts.execution import executed_cell
from jiheng.audit.facts.figures import agree, half_last_digit, money_words, yuan_of
from jiheng.audit.facts.money_block import money_rows
from jiheng.audit.facts.unit_slip import cause_of
from jiheng.model.citation import Citation
from jiheng.model.quantity import Quantity
from jiheng.scoring.scored import ScoredForm, ScoredIndicator


@check(
    code="XI01",
    name="cost-differs-from-spent",
    severity="error",
    since="0.1.0",
    reads=(
        "indicators.name",
        "indicators.level1",
        "indicators.level2",
        "funds.unit",
        "funds.lines.executed",
        "pack",
        "scores",
    ),
    sources=(
        Citation(title="财预〔2020〕10号", pinpoint="绩效自评数据真实、准确", verified=False),
    ),
)
def cost_differs_from_spent(scored: ScoredForm) -> Iterator[Outcome]:
    """The cost indicator reports another amount than was spent.

    ## Why it matters
    Both are the money that the project cost in the year; one of them is wrong.

    ## What to do
    Take the amount from the accounts and correct the cell that differs.
    """
    spent = yuan_of(scored.executed)
    rows = tuple(row for row in cost_rows(scored) if yuan_of(row.actual) is not None)
    if spent is None or scored.executed is None or not rows or _stands_below(scored, spent):
        return
    if len(rows) > 1 and _add_up(rows, scored.executed):
        yield passes(*(indicator_cell(row.index, "actual") for row in rows), executed_cell(scored))
        return
    for row in rows:
        yield from _compared(row, scored, scored.executed, spent)


def _stands_below(scored: ScoredForm, spent: Fraction) -> bool:
    """Whether the total line is 0 while the money stands in a line below it."""
    return not spent and any(row.executed for row in money_rows(scored.form))


def _add_up(rows: tuple[ScoredIndicator, ...], executed: Quantity) -> bool:
    total = sum((yuan_of(row.actual) or Fraction(0) for row in rows), Fraction(0))
    slack = sum((half_last_digit(row.actual) for row in rows), half_last_digit(executed))
    return abs(total - (yuan_of(executed) or 0)) <= slack


def _compared(
    row: ScoredIndicator, scored: ScoredForm, executed: Quantity, spent: Fraction
) -> Iterator[Outcome]:
    cells = (indicator_cell(row.index, "actual"), executed_cell(scored))
    cost = yuan_of(row.actual) or Fraction(0)
    if agree(row.actual, executed):
        yield passes(*cells, message="passes", cost=money_words(cost))
    elif cost > spent or is_whole(row, scored):
        # A printed ≤ above the money spent is no contradiction of itself, only no fact.
        is_bound = row.actual.op in {"le", "lt"} and cost > spent
        yield fails(
            *cells,
            mend_at=cells[:1],
            printed=money_words(cost),
            expected=money_words(spent),
            difference=money_words(cost - spent),
            severity="warning" if is_bound else None,
            cause=cause_of(cost, spent),
            name=row.row.name,
        )
