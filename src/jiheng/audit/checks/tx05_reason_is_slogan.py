"""TX05 reason-is-slogan."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.deviations import is_nothing, is_slogan, short_rows
from jiheng.model.citation import Citation
from jiheng.rulebook.phrases import series
from jiheng.scoring.scored import ScoredForm


@check(
    code="TX05",
    name="reason-is-slogan",
    severity="warning",
    since="0.1.0",
    reads=("indicators.weight", "indicators.score", "indicators.reason"),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="注4：没有达标的，要写原因和改进办法",
            verified=True,
        ),
    ),
)
def reason_is_slogan(scored: ScoredForm) -> Iterator[Outcome]:
    """Points were lost, and the reason says what goes on but not what happened.

    ## Why it matters
    “Go on with the good work” explains no lost point; the reader still has to ask.

    ## What to do
    Write first what was not reached and why, then what will be done.
    """
    given = [(index, row.reason) for index, row in short_rows(scored.form) if row.reason]
    empty = [(index, reason) for index, reason in given if is_slogan(reason) or is_nothing(reason)]
    if empty:
        yield fails(
            *(indicator_cell(index, "reason") for index, _ in empty),
            printed=series(dict.fromkeys(reason for _, reason in empty), "semicolon"),
        )
    elif given:
        yield passes(*(indicator_cell(index, "reason") for index, _ in given))
