"""AR05 headings-off-base."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell, money_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.headings import headings_of
from jiheng.audit.facts.weights import execution_weight, full_marks, template_is_wrong
from jiheng.model.citation import Citation
from jiheng.model.points import format_points
from jiheng.scoring.scored import ScoredForm


@check(
    code="AR05",
    name="headings-off-base",
    severity="error",
    mend="template",
    since="0.1.0",
    reads=(
        "layout",
        "funds.heading_weight",
        "funds.lines.weight",
        "indicators.level1",
        "indicators.level1_printed",
        "indicators.level1_points",
        "indicators.weight",
        "pack",
    ),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="一级指标标题合计 100 分，另有“分值（10分）”",
            verified=True,
        ),
    ),
)
def headings_off_base(scored: ScoredForm) -> Iterator[Outcome]:
    """The points printed in the headings, with those for execution, are not 100.

    ## Why it matters
    Whoever fills in such a form must break either the headings or the total.

    ## What to do
    Tell whoever issues the template; in the form itself, nothing.
    """
    blocks = headings_of(scored)
    execution = execution_weight(scored.form)
    if not blocks or execution is None or any(block.points is None for block in blocks):
        return
    money = "funds.heading_weight" if scored.form.funds.heading_weight else money_cell(0, "weight")
    cells = (*(indicator_cell(block.rows[0], "level1_points") for block in blocks), money)
    headings = sum(block.points or 0 for block in blocks)
    total, full = headings + execution, full_marks(scored)
    is_template = template_is_wrong(scored)
    if total == full:
        yield passes(*cells)
        return
    if not is_template and headings == sum(block.weight for block in blocks):
        # headings and rows agree; AR03 tells that the rows are off
        return
    yield fails(
        *cells,
        printed=format_points(total),
        expected=format_points(full),
        difference=format_points(total - full),
        mend="template" if is_template else "unit",
        headings=" + ".join(format_points(block.points or 0) for block in blocks),
        execution=format_points(execution),
    )
