"""BU04 grant-differs-from-parts."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.cells import money_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.checks.bu03_sources_differ_from_total import COLUMNS
from jiheng.audit.money_block import MoneyRow, is_total, money_rows, shown
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm


@check(
    code="BU04",
    name="grant-differs-from-parts",
    severity="warning",
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
            title="六盘水市2023年度项目支出绩效目标自评表",
            pinpoint="财政拨款下列本级安排、其中：上级补助；上级补助是否另计，表上没有写",
            verified=True,
        ),
    ),
)
def grant_differs_from_parts(scored: ScoredForm) -> Iterator[Outcome]:
    """财政拨款 is not 本级安排 with 上级补助.

    ## Why it matters
    Money from above is settled and reported on its own.

    ## What to do
    Correct the line that is off, or say why the parts are incomplete.
    """
    rows = money_rows(scored.form)
    for parent in rows:
        parts = tuple(row for row in rows if row.line.of == parent.line.label and row != parent)
        if is_total(parent.line) or not parts:
            continue
        for field in COLUMNS:
            outcome = _compare(scored.form.funds.unit, parent, parts, field)
            if outcome is not None:
                yield outcome


def _compare(
    unit: str | None, parent: MoneyRow, parts: tuple[MoneyRow, ...], field: str
) -> Outcome | None:
    whole = parent.amount(field)
    known = tuple((row, value) for row in parts if (value := row.amount(field)) is not None)
    if whole is None or not known:
        return None
    cells = tuple(money_cell(row.index, field) for row in (parent, *parts))
    computed = sum((value for _, value in known), Fraction(0))
    # 其中:上级补助 may also be a part of 本级安排, so that the first line alone is the whole
    if whole in {computed, known[0][1]}:
        return passes(*cells)
    if computed < whole and len(parts) == 1:
        return None
    return fails(
        *cells,
        printed=shown(whole, unit),
        expected=shown(computed, unit),
        difference=shown(whole - computed, unit),
        column=COLUMNS[field],
        label=parent.line.label,
        parts="、".join(f"{row.line.label} {shown(value, unit)}" for row, value in known),
    )
