"""SC03 kept-ceiling-underscored."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check
from jiheng.audit.facts.score_rule import ROW_READS, judge
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm

_BRANCHES = frozenset({"kept", "zero-target-met", "attained"})


@check(
    code="SC03",
    name="kept-ceiling-underscored",
    severity="error",
    since="0.1.0",
    reads=ROW_READS,
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="得分计算方法：完成值达到指标值，记满分",
            verified=True,
        ),
    ),
)
def kept_ceiling_underscored(scored: ScoredForm) -> Iterator[Outcome]:
    """A ceiling (≤) that was kept did not get full marks.

    ## Why it matters
    With ≤, a smaller value is the better one; taking points off punishes thrift.

    ## What to do
    Give the whole weight, or correct the operator if more was wanted.
    """
    for row in scored.indicators:
        if row.item.kind != "negative" or row.item.branch not in _BRANCHES:
            continue
        outcome = judge(row, scored.pack)
        if outcome is not None:
            yield outcome
