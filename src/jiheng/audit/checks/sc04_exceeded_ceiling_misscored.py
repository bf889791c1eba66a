"""SC04 exceeded-ceiling-misscored."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check
from jiheng.audit.facts.score_rule import ROW_READS, judge
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm

_BRANCHES = frozenset({"inverse", "excess", "exceeded-zero", "at-limit", "zero-target-missed"})


@check(
    code="SC04",
    name="exceeded-ceiling-misscored",
    severity="error",
    since="0.1.0",
    reads=ROW_READS,
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="注3：反向指标，年度指标值(A)/全年实际值(B)×该指标分值",
            verified=True,
        ),
    ),
)
def exceeded_ceiling_misscored(scored: ScoredForm) -> Iterator[Outcome]:
    """A ceiling (≤) that was exceeded did not get the score that the rule gives.

    ## Why it matters
    Places differ most in this rule; the score must follow the place's own.

    ## What to do
    Work the score out again. If your place has another rule, name its rule pack.
    """
    for row in scored.indicators:
        if row.item.kind != "negative" or row.item.branch not in _BRANCHES:
            continue
        outcome = judge(row, scored.pack, passed="passes")
        if outcome is not None:
            yield outcome
