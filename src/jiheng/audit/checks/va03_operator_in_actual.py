"""VA03 operator-in-actual."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_GLYPHS = ("≥", "≤", "=", "<", ">")
_BOUNDS = frozenset({"ge", "le", "gt", "lt"})


@check(
    code="VA03",
    name="operator-in-actual",
    severity="info",
    mend="system",
    since="0.1.0",
    reads=("indicators.target", "indicators.actual", "scores"),
    sources=(
        Citation(
            title="六盘水市项目支出绩效目标自评表（2023年度）",
            places=("六盘水",),
            pinpoint="实际完成值(B)：≥346947人",
            verified=True,
        ),
    ),
)
def operator_in_actual(scored: ScoredForm) -> Iterator[Outcome]:
    """The actual values are printed with the operator of the target.

    ## Why it matters
    "≥346 people" is no result. Systems that print operator, number and unit in one go cause it;
    the number is taken as the actual value. Where all such values are bounds copied from their
    targets, a clerk may have typed them, and the check on copied values tells it.

    ## What to do
    Nothing in the form; whoever runs the system should print the number and unit alone.
    """
    numbers = tuple(row for row in scored.indicators if row.actual.is_number)
    marked = tuple(row for row in numbers if row.actual.normalised.startswith(_GLYPHS))
    if any(not _is_copy(row) for row in marked):
        yield fails(
            *(indicator_cell(row.index, "actual") for row in marked),
            printed=marked[0].actual.raw,
            count=str(len(marked)),
        )
    elif numbers and not marked:
        yield passes(*(indicator_cell(row.index, "actual") for row in numbers))


def _is_copy(row: ScoredIndicator) -> bool:
    """Whether the value repeats a bound; "=11套" is no bound, and nobody types that as a result."""
    return row.actual.op in _BOUNDS and row.actual.normalised == row.target.normalised
