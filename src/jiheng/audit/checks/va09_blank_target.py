"""VA09 blank-target."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.columns import has_column
from jiheng.audit.facts.words import quoted_names
from jiheng.model.citation import Citation
from jiheng.model.form import Indicator
from jiheng.scoring.scored import ScoredForm

_DASHES = "/-—－–_ "


@check(
    code="VA09",
    name="blank-target",
    severity="error",
    since="0.1.0",
    reads=(
        "indicators.name",
        "indicators.target",
        "indicators.adjusted_target",
        "indicators.actual",
        "indicators.weight",
        "indicators.score",
        "scores",
    ),
    sources=(
        Citation(
            title="财预〔2020〕10号",
            pinpoint="指标值为年初批复的绩效目标",
            verified=False,
        ),
    ),
)
def blank_target(scored: ScoredForm) -> Iterator[Outcome]:
    """An indicator that counts has no target.

    ## Why it matters
    Without a target the result has nothing to be held against.

    ## What to do
    Copy the target from the approved goal table; a target that was never set is a matter for
    the department and the finance bureau. A template without a column for targets, as some
    frameworks for a whole department are, is not the unit's fault and passes in silence.
    """
    if not any(has_column(scored.form, field) for field in ("target", "adjusted_target")):
        return
    used = tuple(row for row in scored.indicators if _is_used(row.row))
    blank = tuple(row for row in used if _has_no_target(row.row))
    if len(blank) > 1 and len(blank) == len(used):
        cells = tuple(indicator_cell(row.index, "target") for row in blank)
        names = quoted_names(tuple(row.row.name for row in blank))
        yield fails(*cells, message="fails-all", names=names, count=str(len(blank)))
        return
    for row in used:
        cell = indicator_cell(row.index, "target")
        yield fails(cell, name=row.row.name) if row in blank else passes(cell)


def _is_used(row: Indicator) -> bool:
    return bool(row.actual or row.weight or row.score)


def _has_no_target(row: Indicator) -> bool:
    printed = (row.target, row.adjusted_target)
    return not any((text or "").strip(_DASHES) for text in printed)
