"""BU13 spent-to-the-cent."""

from collections.abc import Iterator

from jiheng.audit.cells import money_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.money_block import base_field, shown, total_row
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm


@check(
    code="BU13",
    name="spent-to-the-cent",
    severity="info",
    since="0.1.0",
    reads=(
        "funds.unit",
        "funds.lines.label",
        "funds.lines.initial_budget",
        "funds.lines.adjusted_budget",
        "funds.lines.executed",
        "pack",
    ),
    sources=(
        Citation(
            title="固原市、六盘水市公开的项目支出绩效自评表",
            places=(
                "固原",
                "六盘水",
            ),
            pinpoint="14 张表中 13 张执行数与预算数分文不差",
            verified=True,
        ),
    ),
)
def spent_to_the_cent(scored: ScoredForm) -> Iterator[Outcome]:
    """Exactly the whole budget was executed.

    ## Why it matters
    It happens, but it also happens when money is paid into an account at the year's end. Auditors
    look at such forms first.

    ## What to do
    Nothing, where the accounts say the same.
    """
    row = total_row(scored.form)
    if row is None:
        return
    field = base_field(scored, row.line)
    budget, executed = row.amount(field), row.executed
    if budget is None or budget <= 0 or executed is None:
        return
    cells = (money_cell(0, "executed"), money_cell(0, field))
    if executed == budget:
        yield fails(*cells, printed=shown(executed, scored.form.funds.unit))
    else:
        yield passes(*cells)
