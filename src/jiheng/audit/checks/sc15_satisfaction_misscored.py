"""SC15 satisfaction-misscored."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check
from jiheng.audit.facts.score_rule import ROW_READS, judge
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm


@check(
    code="SC15",
    name="satisfaction-misscored",
    severity="warning",
    since="0.1.0",
    reads=ROW_READS,
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="满意度指标得分计算方法：同效益指标得分计算方式",
            verified=True,
        ),
    ),
)
def satisfaction_misscored(scored: ScoredForm) -> Iterator[Outcome]:
    """A satisfaction rate did not get the score of its bands, or of the common rule.

    ## Why it matters
    Some places score satisfaction by bands of the rate, others like any other indicator.

    ## What to do
    See which way the pack takes, and correct the score or ask for the right pack.
    """
    for row in scored.indicators:
        if row.item.kind != "satisfaction" or row.item.branch.startswith(("over-", "tier-")):
            continue
        outcome = judge(row, scored.pack)
        if outcome is not None:
            yield outcome
