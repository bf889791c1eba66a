"""TX04 reason-missing."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.columns import has_column
from jiheng.audit.facts.deviations import short_rows
from jiheng.model.citation import Citation
from jiheng.rulebook.phrases import series
from jiheng.scoring.scored import ScoredForm

_APART = 3
"""Up to so many rows are told one by one; more are one habit of the form."""


@check(
    code="TX04",
    name="reason-missing",
    severity="error",
    since="0.1.0",
    reads=(
        "indicators.name",
        "indicators.weight",
        "indicators.score",
        "indicators.reason",
        "cells",
    ),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="注4：没有达标的，要在未完成原因分析栏写原因",
            verified=True,
        ),
        Citation(
            title="财预〔2020〕10号",
            pinpoint="未完成绩效目标或偏离绩效目标较大的，分析原因，提出改进措施",
            verified=False,
        ),
    ),
)
def reason_missing(scored: ScoredForm) -> Iterator[Outcome]:
    """Points were lost and no reason is given.

    A form without a column of reasons is left alone.

    ## Why it matters
    The column is there for these rows; without a reason the form is returned.

    ## What to do
    Write what happened and what will be done, or correct the score if none was lost.
    """
    form = scored.form
    short = tuple(short_rows(form))
    if not short or not has_column(form, "reason"):
        return
    silent = [(index, row) for index, row in short if not row.reason]
    if not silent:
        yield passes(*(indicator_cell(index, "reason") for index, _ in short))
        return
    groups = [silent] if len(silent) > _APART else [[pair] for pair in silent]
    for group in groups:
        yield fails(
            *(
                indicator_cell(index, field)
                for index, _ in group
                for field in ("score", "weight", "reason")
            ),
            mend_at=tuple(indicator_cell(index, "reason") for index, _ in group),
            message="fails" if len(group) == 1 else "fails-many",
            name=series(row.name for _, row in group),
            count=str(len(group)),
            score=group[0][1].score or "",
            weight=group[0][1].weight or "",
        )
