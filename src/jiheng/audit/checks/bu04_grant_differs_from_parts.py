"""BU04 grant-differs-from-parts."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.money_block import is_total, money_rows, shown
from jiheng.audit.facts.money_sums import Sum, column_sums, told
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
            places=("六盘水",),
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
    rows, unit = money_rows(scored.form), scored.form.funds.unit
    for parent in rows:
        parts = tuple(row for row in rows if row.line.of == parent.line.label and row != parent)
        if is_total(parent.line) or not parts:
            continue
        sums = tuple(
            each for each in column_sums(parent, parts, unit) if not each.may_be_incomplete
        )
        apart = tuple(each for each in sums if not _fits(each))
        if apart:
            yield _apart(parent.line.label, apart, unit)
        elif sums:
            yield passes(*(cell for each in sums for cell in each.cells))


def _fits(each: Sum) -> bool:
    # 其中:上级补助 may also be a part of 本级安排, so that the first line alone is the whole
    return each.agrees or each.whole == each.first


def _apart(label: str, apart: tuple[Sum, ...], unit: str | None) -> Outcome:
    worst = max(apart, key=lambda each: abs(each.whole - each.parts))
    return fails(
        *(cell for each in apart for cell in each.cells),
        printed=shown(worst.whole, unit),
        expected=shown(worst.parts, unit),
        difference=shown(worst.whole - worst.parts, unit),
        label=label,
        told=told(apart, unit),
    )
