"""CF03 target-lowered."""

from collections.abc import Iterator

from jiheng.audit.check import RunOutcome, check
from jiheng.audit.facts.across import Forms, Place, fails_across, judged, passes_across
from jiheng.audit.facts.eased import eased_by
from jiheng.audit.facts.figures import value_of
from jiheng.audit.facts.linked import at_approval
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredIndicator
from jiheng.scoring.understanding import understand

_UP = frozenset({"ge", "gt", "eq"})


@check(
    code="CF03",
    name="target-lowered",
    severity="warning",
    since="0.1.0",
    reads=("indicators.name", "indicators.target", "indicators.adjusted_target", "scores"),
    sources=(
        Citation(
            title="财预〔2015〕88号",
            pinpoint="绩效目标一般不予调整，调整须报批",
            verified=False,
        ),
    ),
)
def target_lowered(forms: Forms) -> Iterator[RunOutcome]:
    """A target was made easier during the year, and then reached with full marks.

    Only where the result would have missed the first target: who reached that too has lost
    nothing by the change.

    ## Why it matters
    A goal that follows the result is always reached.

    ## What to do
    Keep the approval of the change beside the form, or score by the first target.
    """
    for scored in judged(forms):
        for row in scored.indicators:
            if row.row.adjusted_target is None:
                continue
            place = Place(form=scored, row=row)
            cells = (place.cell("target"), place.cell("adjusted_target"), place.cell("score"))
            easier = _is_easier(row)
            if easier and _has_full_marks(row) and _misses_first(row):
                yield fails_across(
                    *cells,
                    printed=row.row.adjusted_target,
                    expected=row.row.target,
                    name=row.row.name,
                    actual=row.row.actual or "",
                )
            elif easier is False:
                yield passes_across(*cells)


def _is_easier(row: ScoredIndicator) -> bool | None:
    """Whether the adjusted target asks for less; None where that cannot be said."""
    eased = eased_by(at_approval(row), understand(row.row))
    return None if eased is None else eased > 0


def _misses_first(row: ScoredIndicator) -> bool:
    first, actual = value_of(at_approval(row).target), value_of(row.actual)
    if first is None or actual is None or row.actual.dimension != row.target.dimension:
        return False
    return actual < first if row.direction in _UP else actual > first


def _has_full_marks(row: ScoredIndicator) -> bool:
    return bool(row.item.weight) and row.item.printed == row.item.weight
