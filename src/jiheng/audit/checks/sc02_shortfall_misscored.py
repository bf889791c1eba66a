"""SC02 shortfall-misscored."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check
from jiheng.audit.facts.score_rule import ROW_READS, judge
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm

_BRANCHES = frozenset({"proportional", "above-pass", "zero-target-missed"})


@check(
    code="SC02",
    name="shortfall-misscored",
    severity="error",
    since="0.1.0",
    reads=ROW_READS,
    sources=(
        Citation(
            title="财预〔2020〕10号",
            pinpoint="未完成指标值的，按完成值与指标值的比例记分",
            verified=False,
        ),
    ),
)
def shortfall_misscored(scored: ScoredForm) -> Iterator[Outcome]:
    """A target that was not reached did not get the score that the rule gives.

    ## Why it matters
    How much a shortfall costs is fixed by the rule, so two clerks must come to one score.

    ## What to do
    Work the score out again; the finding shows the calculation.
    """
    for row in scored.indicators:
        outcome = None
        if row.item.kind == "positive" and row.item.branch in _BRANCHES:
            outcome = judge(row, scored.pack)
        elif row.item.branch == "date-late":
            # No rule that was read takes points off by the day: only full marks are in doubt.
            outcome = judge(row, scored.pack, message="fails-late", severity="warning")
        if outcome is not None:
            yield outcome
