"""BU01 rate-differs."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.cells import money_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.execution_rate import PrintedRate, printed_rate
from jiheng.audit.facts.figures import percent_points, percent_words
from jiheng.audit.facts.money_block import MoneyRow, base_field, money_rows
from jiheng.audit.facts.money_sums import COLUMNS
from jiheng.model.citation import Citation
from jiheng.model.quantity import PER_UNIT
from jiheng.rulebook.phrases import series
from jiheng.scoring.scored import ScoredForm


@check(
    code="BU01",
    name="rate-differs",
    severity="error",
    since="0.1.0",
    reads=(
        "funds.unit",
        "funds.lines.label",
        "funds.lines.initial_budget",
        "funds.lines.adjusted_budget",
        "funds.lines.executed",
        "funds.lines.rate",
        "pack",
    ),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="表头：执行率（B/A），年初预算数（A），全年执行数（B）",
            verified=True,
        ),
    ),
)
def rate_differs(scored: ScoredForm) -> Iterator[Outcome]:
    """A printed execution rate is not the executed money over the budget.

    ## Why it matters
    The execution score, and whether a reason is asked for, follow from the rate.

    ## What to do
    Divide again; where the rate is right, one of the two amounts is mistyped.
    """
    for rows in _alike(money_rows(scored.form)):
        printed = printed_rate(rows[0].line.rate)
        field = base_field(scored, rows[0].line)
        base, executed = rows[0].amount(field), rows[0].executed
        if printed is None or not base or executed is None:
            continue
        yield _compare(scored, rows, field, printed, executed / base)


def _alike(rows: tuple[MoneyRow, ...]) -> tuple[tuple[MoneyRow, ...], ...]:
    """Return the lines in groups that print the same amounts and rate: told once each."""
    groups: dict[tuple[Fraction | str | None, ...], list[MoneyRow]] = {}
    for row in rows:
        key = (row.initial, row.adjusted, row.executed, row.line.rate)
        groups.setdefault(key, []).append(row)
    return tuple(tuple(group) for group in groups.values())


def _compare(
    scored: ScoredForm,
    rows: tuple[MoneyRow, ...],
    field: str,
    printed: PrintedRate,
    rate: Fraction,
) -> Outcome:
    row, label = rows[0], series(each.line.label for each in rows)
    rates = tuple(money_cell(each.index, "rate") for each in rows)
    cells = (
        *rates,
        *(money_cell(each.index, name) for each in rows for name in ("executed", field)),
    )
    tolerance = Fraction(scored.pack.tolerance.value.rate, PER_UNIT)
    if printed.agrees(rate, tolerance):
        return passes(*cells, message="passes", label=label, rate=percent_words(rate))
    value = min((value for value, _ in printed.readings), key=lambda value: abs(value - rate))
    other = _other_base(row, field, printed, tolerance)
    return fails(
        *cells,
        mend_at=rates,
        message="fails-other-base" if other else "fails",
        # which budget counts is only as certain as the rule that says so
        severity="warning" if other and not scored.pack.money_base.source.verified else None,
        law=scored.pack.money_base.source if other else None,
        printed=row.line.rate,
        expected=percent_words(rate),
        difference=percent_points(value - rate),
        label=label,
        base=COLUMNS[field],
        other=COLUMNS[other or field],
        executed=row.line.executed or "",
        budget=getattr(row.line, field) or "",
    )


def _other_base(row: MoneyRow, field: str, printed: PrintedRate, tolerance: Fraction) -> str | None:
    """Return the other budget where the printed rate was divided by that one."""
    other = "initial_budget" if field == "adjusted_budget" else "adjusted_budget"
    base = row.amount(other)
    if not base or row.executed is None:
        return None
    return other if printed.agrees(row.executed / base, tolerance) else None
