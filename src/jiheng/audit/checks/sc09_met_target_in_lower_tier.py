"""SC09 met-target-in-lower-tier."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check
from jiheng.audit.facts.score_rule import ROW_READS, judge
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_LESS = "基本"


@check(
    code="SC09",
    name="met-target-in-lower-tier",
    severity="error",
    since="0.1.0",
    reads=ROW_READS,
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="注2：达成预期指标的，按指标值的100-80%（含）合理确定分值",
            verified=True,
        ),
    ),
)
def met_target_in_lower_tier(scored: ScoredForm) -> Iterator[Outcome]:
    """The actual value repeats the target in words, but the score lies in a lower tier.

    ## Why it matters
    Either the target was met, and the points were taken without ground, or it was not, and the
    actual value does not say so.

    ## What to do
    Write what was really reached; or give a score inside the highest tier.
    """
    for row in scored.indicators:
        if row.item.branch != "tier-met" or row.actual.tier is not None or _says_less(row):
            continue
        outcome = judge(row, scored.pack)
        if outcome is not None:
            yield outcome


def _says_less(row: ScoredIndicator) -> bool:
    """Whether the actual value admits, in one small word, that it is not quite the target."""
    return row.actual.normalised.startswith(_LESS) and not row.target.normalised.startswith(_LESS)
