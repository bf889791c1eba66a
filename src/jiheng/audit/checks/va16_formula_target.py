"""VA16 formula-target."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm


@check(
    code="VA16",
    name="formula-target",
    severity="warning",
    since="0.1.0",
    reads=("indicators.name", "indicators.target", "scores"),
    sources=(
        Citation(
            title="六盘水市项目支出绩效目标自评表（2023年度）",
            pinpoint="年度指标值(A)：以算式表示的补助标准",
            verified=True,
        ),
    ),
)
def formula_target(scored: ScoredForm) -> Iterator[Outcome]:
    """The target is a formula whose inputs stand nowhere in the form.

    ## Why it matters
    Nobody who reads the form can work the target out, so nobody can check the score.

    ## What to do
    Write the result of the formula as the target, and the formula in brackets behind it.
    """
    for row in scored.indicators:
        if row.target.kind == "formula":
            yield fails(
                indicator_cell(row.index, "target"),
                printed=row.target.raw,
                name=row.row.name,
            )
