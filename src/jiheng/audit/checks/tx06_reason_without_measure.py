"""TX06 reason-without-measure."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.deviations import names_cause, names_measure, short_rows
from jiheng.audit.facts.figures import value_of
from jiheng.model.citation import Citation
from jiheng.rulebook.phrases import series
from jiheng.scoring.scored import ScoredForm, ScoredIndicator


@check(
    code="TX06",
    name="reason-without-measure",
    severity="info",
    since="0.1.0",
    reads=(
        "indicators.weight",
        "indicators.score",
        "indicators.reason",
        "scores",
    ),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="注4: 原因及今后改进的措施",
            verified=True,
        ),
        Citation(title="财预〔2020〕10号", pinpoint="分析原因，提出改进措施", verified=False),
    ),
)
def reason_without_measure(scored: ScoredForm) -> Iterator[Outcome]:
    """A target was missed, the cause is given, and nothing is said of what will be done.

    A row that did more than its target needs no improvement and is left alone.

    ## Why it matters
    The column asks for both: cause and measure.

    ## What to do
    Add half a sentence: what will be changed, by whom, by when.
    """
    known = {row.index: row for row in scored.indicators}
    given = [
        (index, row.reason)
        for index, row in short_rows(scored.form)
        if row.reason and names_cause(row.reason) and not _did_more(known.get(index))
    ]
    half = [(index, reason) for index, reason in given if not names_measure(reason)]
    if half:
        yield fails(
            *(indicator_cell(index, "reason") for index, _ in half),
            printed=series(dict.fromkeys(reason for _, reason in half), "semicolon"),
        )
    elif given:
        yield passes(*(indicator_cell(index, "reason") for index, _ in given))


def _did_more(row: ScoredIndicator | None) -> bool:
    if row is None or row.direction not in {"ge", "gt", "eq"}:
        return False
    target, actual = value_of(row.target), value_of(row.actual)
    return target is not None and actual is not None and actual >= target
