"""VA04 actual-copied-from-target."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.rows import row_cells
from jiheng.audit.facts.words import quoted_names
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

# A strict bound repeated is told by its own check.
_BOUNDS = frozenset({"ge", "le"})


@check(
    code="VA04",
    name="actual-copied-from-target",
    severity="info",
    since="0.1.0",
    reads=(
        "indicators.name",
        "indicators.target",
        "indicators.adjusted_target",
        "indicators.actual",
        "scores",
    ),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="满意度：指标值≥90%，全年实际值≥90%",
            verified=True,
        ),
    ),
)
def actual_copied_from_target(scored: ScoredForm) -> Iterator[Outcome]:
    """Measured values are the same as their targets, operator and all.

    ## Why it matters
    A rate or a head-count that was measured seldom ends exactly on its target. The true value
    shows more, and stands a re-check.

    ## What to do
    Write the values that were measured, without operator.
    """
    bounded = tuple(row for row in scored.indicators if _is_measured(row))
    copied = tuple(row for row in bounded if row.target.normalised == row.actual.normalised)
    if copied:
        yield fails(
            *(cell for row in copied for cell in row_cells(row, "target", "actual")),
            mend_at=tuple(indicator_cell(row.index, "actual") for row in copied),
            printed=copied[0].actual.raw,
            names=quoted_names(tuple(row.row.name for row in copied)),
            count=str(len(copied)),
        )
    elif bounded:
        yield passes(*(indicator_cell(row.index, "actual") for row in bounded))


def _is_measured(row: ScoredIndicator) -> bool:
    """Whether the target is a bound on something counted or asked.

    Money is left out: a ceiling spent to the last yuan is common, and the money block shows it.
    """
    are_numbers = row.target.is_number and row.actual.is_number
    is_money = (row.target.dimension or "").startswith("money")
    return are_numbers and row.target.op in _BOUNDS and not is_money
