"""ID08 empty-row-left."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.words import quoted_names
from jiheng.model.citation import Citation
from jiheng.model.form import Indicator
from jiheng.scoring.scored import ScoredForm

_DASHES = "/-—－–_ "


@check(
    code="ID08",
    name="empty-row-left",
    severity="info",
    since="0.1.0",
    reads=(
        "indicators.name",
        "indicators.target",
        "indicators.adjusted_target",
        "indicators.actual",
        "indicators.weight",
        "indicators.score",
        "indicators.reason",
    ),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="各二级指标下留有空行“指标2:”“.....”",
            verified=True,
        ),
    ),
)
def empty_row_left(scored: ScoredForm) -> Iterator[Outcome]:
    """A row has a name and nothing else.

    ## Why it matters
    Nobody can tell whether the row was forgotten or should have been deleted. Rows of the template
    that have no name (指标2:, …) are not read as indicators and not told.

    ## What to do
    Fill the row in, or delete it.
    """
    rows = scored.form.indicators
    empty = tuple(at for at, row in enumerate(rows) if not _says_anything(row))
    if len(empty) == len(rows):
        return
    if empty:
        yield fails(
            *(indicator_cell(at, "name") for at in empty),
            names=quoted_names(tuple(rows[at].name for at in empty)),
            count=str(len(empty)),
        )
    else:
        yield passes(*(indicator_cell(at, "name") for at in range(len(rows))))


def _says_anything(row: Indicator) -> bool:
    printed = (row.target, row.adjusted_target, row.actual, row.weight, row.score, row.reason)
    return any((text or "").strip(_DASHES) for text in printed)
