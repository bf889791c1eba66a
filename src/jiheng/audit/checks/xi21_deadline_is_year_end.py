"""XI21 deadline-is-year-end."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.levels import level2_of
from jiheng.model.citation import Citation
from jiheng.model.quantity import Quantity
from jiheng.rulebook.phrases import series
from jiheng.scoring.scored import ScoredForm

_NEW_YEARS_EVE = "-12-31"


@check(
    code="XI21",
    name="deadline-is-year-end",
    severity="info",
    since="0.1.0",
    reads=("indicators.level1", "indicators.level2", "year", "scores"),
    sources=(
        Citation(
            title="财预〔2015〕88号", pinpoint="绩效目标审核：适当性，细化量化", verified=False
        ),
    ),
)
def deadline_is_year_end(scored: ScoredForm) -> Iterator[Outcome]:
    """The timeliness target is only the end of the year, or the year itself.

    ## Why it matters
    Whatever is done in the year meets such a target, so that its points say nothing.

    ## What to do
    Next time, set the month in which each step of the work is due.
    """
    rows = [
        row
        for row in scored.indicators
        if level2_of(row.row) == "timeliness" and row.target.kind in {"date", "period"}
    ]
    idle = [row for row in rows if _is_whole_year(row.target, scored.form.year)]
    if idle:
        yield fails(
            *(indicator_cell(row.index, "target") for row in idle),
            printed=series(dict.fromkeys(row.target.raw for row in idle)),
        )
    elif rows:
        yield passes(*(indicator_cell(row.index, "target") for row in rows))


def _is_whole_year(target: Quantity, year: int | None) -> bool:
    if target.last is None or not target.last.endswith(_NEW_YEARS_EVE):
        return False
    named = target.last.removesuffix(_NEW_YEARS_EVE).strip("-")
    return not named or year is None or named == str(year)
