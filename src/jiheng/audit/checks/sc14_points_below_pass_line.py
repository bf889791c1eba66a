"""SC14 points-below-pass-line."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check
from jiheng.audit.facts.score_rule import ROW_READS, judge
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm


@check(
    code="SC14",
    name="points-below-pass-line",
    severity="error",
    since="0.2.0",
    reads=ROW_READS,
    sources=(
        Citation(
            title="财预〔2021〕101号附件", pinpoint="完成比例低于 60% 的不得分", verified=False
        ),
    ),
)
def points_below_pass_line(scored: ScoredForm) -> Iterator[Outcome]:
    """A target was missed by so much that the rule gives no points, and points were given.

    Only packs with a pass line have this case.

    ## Why it matters
    Below the line the share of what was done no longer counts.

    ## What to do
    Give 0 points; or look whether the actual value is right.
    """
    for row in scored.indicators:
        if row.item.branch == "under-pass":
            outcome = judge(row, scored.pack)
            if outcome is not None:
                yield outcome
