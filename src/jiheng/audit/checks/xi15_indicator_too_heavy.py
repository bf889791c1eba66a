"""XI15 indicator-too-heavy."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.weights import full_marks
from jiheng.model.citation import Citation
from jiheng.model.points import format_points, parse_points
from jiheng.scoring.scored import ScoredForm

_MOST_OF_TEN = 3
"""More than three tenths of all points on one indicator leave the others without weight."""


@check(
    code="XI15",
    name="indicator-too-heavy",
    severity="warning",
    since="0.1.0",
    reads=("indicators.name", "indicators.weight", "pack"),
    sources=(
        Citation(
            title="财预〔2020〕10号", pinpoint="分值权重根据指标的重要程度设定", verified=False
        ),
    ),
)
def indicator_too_heavy(scored: ScoredForm) -> Iterator[Outcome]:
    """One indicator carries more than three tenths of all points.

    ## Why it matters
    Whether that one row is full decides the grade; the other rows may as well be missing.

    ## What to do
    Share its points out over more indicators, by their importance.
    """
    full = full_marks(scored)
    weighed = [
        (index, row.name, weight)
        for index, row in enumerate(scored.form.indicators)
        if (weight := parse_points(row.weight)) is not None
    ]
    heavy = [each for each in weighed if each[2] * 10 > full * _MOST_OF_TEN]
    for index, name, weight in heavy:
        yield fails(
            indicator_cell(index, "weight"),
            printed=format_points(weight),
            expected=format_points(full * _MOST_OF_TEN // 10),
            name=name,
            full=format_points(full),
        )
    if weighed and not heavy:
        yield passes(*(indicator_cell(index, "weight") for index, _, _ in weighed))
