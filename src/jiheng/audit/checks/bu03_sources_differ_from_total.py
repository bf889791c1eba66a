"""BU03 sources-differ-from-total."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.cells import money_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.money_block import MoneyRow, is_total, money_rows, shown
from jiheng.model.audit import Severity
from jiheng.model.citation import Citation
from jiheng.rulebook.lexicons import money_block_words
from jiheng.scoring.scored import ScoredForm

COLUMNS = {
    "initial_budget": "年初预算数",
    "adjusted_budget": "全年预算数",
    "executed": "全年执行数",
}


@check(
    code="BU03",
    name="sources-differ-from-total",
    severity="error",
    since="0.1.0",
    reads=(
        "funds.unit",
        "funds.lines.label",
        "funds.lines.of",
        "funds.lines.initial_budget",
        "funds.lines.adjusted_budget",
        "funds.lines.executed",
    ),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            pinpoint="年度资金总额；其中：财政拨款、其他资金",
            verified=True,
        ),
    ),
)
def sources_differ_from_total(scored: ScoredForm) -> Iterator[Outcome]:
    """The year's total is not the sum of its sources.

    ## Why it matters
    The rate is worked out from the total; if the total is wrong, so are rate and score.

    ## What to do
    Compare with the approved budget and the accounts, and correct the line that is off.
    """
    rows = money_rows(scored.form)
    if not rows or not is_total(rows[0].line):
        return
    total, label = rows[0], rows[0].line.label
    parts = _sources(tuple(row for row in rows[1:] if row.line.of in {None, label}))
    for field in COLUMNS:
        outcome = _compare(scored.form.funds.unit, total, parts, field)
        if outcome is not None:
            yield outcome


def _sources(rows: tuple[MoneyRow, ...]) -> tuple[MoneyRow, ...]:
    """Return the lines of their own; those that divide 财政拨款 again would count twice."""
    if not any("财政" in row.line.label for row in rows):
        return rows
    inside = money_block_words().inside_grant
    return tuple(row for row in rows if not any(word in row.line.label for word in inside))


def _compare(
    unit: str | None, total: MoneyRow, parts: tuple[MoneyRow, ...], field: str
) -> Outcome | None:
    whole = total.amount(field)
    known = tuple((row, value) for row in parts if (value := row.amount(field)) is not None)
    if whole is None or not known:
        return None
    cells = tuple(money_cell(row.index, field) for row in (total, *parts))
    computed = sum((value for _, value in known), Fraction(0))
    if computed == whole:
        return passes(*cells)
    if computed < whole and len(parts) == 1:
        # one 其中 line need not list every source
        return None
    # a blank source may hold what is missing
    severity: Severity = "warning" if computed < whole and len(known) < len(parts) else "error"
    return fails(
        *cells,
        severity=severity,
        printed=shown(whole, unit),
        expected=shown(computed, unit),
        difference=shown(whole - computed, unit),
        column=COLUMNS[field],
        label=total.line.label,
        parts="、".join(f"{row.line.label} {shown(value, unit)}" for row, value in known),
    )
