"""SC01 reached-target-underscored."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check
from jiheng.audit.facts.score_rule import ROW_READS, judge
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm

_KINDS = frozenset({"positive", "date"})
_BRANCHES = frozenset({"attained", "zero-target-met", "date-reached", "in-range"})


@check(
    code="SC01",
    name="reached-target-underscored",
    severity="error",
    since="0.1.0",
    reads=ROW_READS,
    sources=(
        Citation(
            title="财预〔2020〕10号",
            pinpoint="定量指标完成指标值的，记该指标所赋全部分值",
            verified=False,
        ),
    ),
)
def reached_target_underscored(scored: ScoredForm) -> Iterator[Outcome]:
    """A target that was reached did not get full marks.

    ## Why it matters
    The rule leaves no choice here: a target reached earns its whole weight.

    ## What to do
    Correct the score, or the actual value if it is the one that was mistyped.
    """
    for row in scored.indicators:
        if row.item.kind not in _KINDS or row.item.branch not in _BRANCHES:
            continue
        outcome = judge(row, scored.pack)
        if outcome is not None:
            yield outcome
