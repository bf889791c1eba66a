"""SC08 score-outside-declared-tier."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check
from jiheng.audit.facts.score_rule import ROW_READS, judge
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm


@check(
    code="SC08",
    name="score-outside-declared-tier",
    severity="error",
    since="0.1.0",
    reads=ROW_READS,
    sources=(
        Citation(
            title="财预〔2020〕10号",
            pinpoint="定性指标分三档：100%-80%(含)、80%-60%(含)、60%-0%",
            verified=False,
        ),
    ),
)
def score_outside_declared_tier(scored: ScoredForm) -> Iterator[Outcome]:
    """The actual value names a tier, and the score lies outside that tier's band.

    ## Why it matters
    Words and points contradict each other, so one of them was chosen by mistake.

    ## What to do
    Choose the tier that fits what was done, or a score inside the tier.
    """
    for row in scored.indicators:
        if row.actual.tier is None or not row.item.branch.startswith("tier-"):
            continue
        outcome = judge(row, scored.pack)
        if outcome is not None:
            yield outcome
