"""SC05 equal-target-misscored."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check
from jiheng.audit.facts.score_rule import ROW_READS, judge
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm


@check(
    code="SC05",
    name="equal-target-misscored",
    severity="warning",
    since="0.1.0",
    reads=ROW_READS,
    sources=(
        Citation(
            title="财预〔2020〕10号",
            pinpoint="定量指标得分：以“=”给出的指标值，按规则包的约定计分",
            verified=False,
        ),
    ),
)
def equal_target_misscored(scored: ScoredForm) -> Iterator[Outcome]:
    """An indicator whose target is given with "=" did not get the score of the rule pack.

    ## Why it matters
    "=" is read in three ways: as "at least", as an exact standard, as a deviation to both sides.

    ## What to do
    See which way the pack takes, and correct the score or ask for the right pack.
    """
    for row in scored.indicators:
        if row.item.kind != "equal" or row.item.branch.startswith("over-"):
            continue
        outcome = judge(row, scored.pack)
        if outcome is not None:
            yield outcome
