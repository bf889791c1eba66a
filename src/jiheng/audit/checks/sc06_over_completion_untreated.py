"""SC06 over-completion-untreated."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.figures import percent_words
from jiheng.audit.facts.rows import row_cells
from jiheng.audit.facts.score_rule import ROW_READS, judge
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_ASKS_REASON = frozenset({"over-reason", "over-judged"})


@check(
    code="SC06",
    name="over-completion-untreated",
    severity="error",
    since="0.1.0",
    reads=(*ROW_READS, "indicators.reason"),
    sources=(
        Citation(
            title="财预〔2020〕10号",
            pinpoint="完成值明显高于指标值的，分析原因；因指标值设定明显偏低的，适度调减得分",
            verified=False,
        ),
    ),
)
def over_completion_untreated(scored: ScoredForm) -> Iterator[Outcome]:
    """A result far above its target was not treated as the rule pack says.

    ## Why it matters
    A target that is passed by far was usually set too low. Places deduct points, or ask why.

    ## What to do
    Write the reason, or deduct what the place's rule says.
    """
    for row in scored.indicators:
        branch = row.item.branch
        if not branch.startswith("over-"):
            continue
        if branch in _ASKS_REASON:
            yield _explained(row)
            continue
        outcome = judge(row, scored.pack, passed="" if branch == "over-unsettled" else "passes")
        if outcome is not None:
            yield outcome


def _explained(row: ScoredIndicator) -> Outcome:
    cells = row_cells(row, "actual", "target", "reason")
    if row.row.reason:
        return passes(*cells, message="passes-reason", name=row.row.name, rate=_rate(row))
    return fails(
        *cells,
        mend_at=(cells[2],),
        message="fails-reason",
        printed=row.row.actual,
        severity="warning",
        law=row.item.law,
        name=row.row.name,
        rate=_rate(row),
    )


def _rate(row: ScoredIndicator) -> str:
    return percent_words(Fraction(*row.item.ratio)) if row.item.ratio else ""
