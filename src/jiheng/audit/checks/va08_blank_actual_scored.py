"""VA08 blank-actual-scored."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.columns import has_column
from jiheng.audit.facts.words import quoted_names
from jiheng.model.citation import Citation
from jiheng.model.points import format_points
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_DASHES = "/-—－–_ "


@check(
    code="VA08",
    name="blank-actual-scored",
    severity="error",
    since="0.1.0",
    reads=("indicators.name", "indicators.actual", "indicators.score", "scores"),
    sources=(
        Citation(
            title="财预〔2020〕10号",
            pinpoint="得分以实际完成值与指标值的比较为依据",
            verified=False,
        ),
    ),
)
def blank_actual_scored(scored: ScoredForm) -> Iterator[Outcome]:
    """A score is given although the actual value is blank.

    ## Why it matters
    Points without a result cannot be defended.

    ## What to do
    Write what was reached; if nothing was, the score should say so too. A template without a
    column for actual values passes in silence.
    """
    if not has_column(scored.form, "actual"):
        return
    pointed = tuple(row for row in scored.indicators if (row.item.printed or 0) > 0)
    blank = tuple(row for row in pointed if not (row.row.actual or "").strip(_DASHES))
    if len(blank) > 1 and len(blank) == len(pointed):
        yield _whole_column(blank)
        return
    for row in pointed:
        cells = tuple(indicator_cell(row.index, field) for field in ("actual", "score"))
        if row in blank:
            points = format_points(row.item.printed or 0)
            yield fails(*cells, mend_at=cells[:1], printed=points, name=row.row.name)
        else:
            yield passes(*cells)


def _whole_column(blank: tuple[ScoredIndicator, ...]) -> Outcome:
    actuals = tuple(indicator_cell(row.index, "actual") for row in blank)
    return fails(
        *actuals,
        *(row.item.at for row in blank),
        mend_at=actuals,
        message="fails-all",
        names=quoted_names(tuple(row.row.name for row in blank)),
        count=str(len(blank)),
    )
