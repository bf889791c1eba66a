"""BU06 sub-line-scored."""

from collections.abc import Iterator

from jiheng.audit.cells import money_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.model.citation import Citation
from jiheng.model.form import MoneyLine
from jiheng.model.points import parse_points
from jiheng.rulebook.phrases import series
from jiheng.scoring.scored import ScoredForm


@check(
    code="BU06",
    name="sub-line-scored",
    severity="warning",
    since="0.1.0",
    reads=("funds.lines.label", "funds.lines.weight", "funds.lines.score"),
    sources=(
        Citation(
            title="六盘水市2023年度项目支出绩效目标自评表",
            places=("六盘水",),
            pinpoint="项目资金栏：只有年度资金总额一行有分值和得分，其余各行为“-”",
            verified=True,
        ),
    ),
)
def sub_line_scored(scored: ScoredForm) -> Iterator[Outcome]:
    """A line under the total has points of its own.

    ## Why it matters
    Budget execution is scored once; points on two lines are counted twice.

    ## What to do
    Leave points and score on the total line only.
    """
    lines = scored.form.funds.lines
    if len(lines) < 2 or not _points(lines[0]):  # noqa: PLR2004  the total and one source
        return
    total_cells = tuple(money_cell(0, name) for name in _points(lines[0]))
    cells = tuple(
        money_cell(index, name)
        for index, line in enumerate(lines)
        if index
        for name in _points(line)
    )
    if not cells:
        yield passes(*total_cells)
        return
    scored_lines = tuple(line for line in lines[1:] if _points(line))
    yield fails(
        *total_cells,
        *cells,
        mend_at=cells,
        printed=series(line.score or line.weight or "" for line in scored_lines),
        labels=series(line.label for line in scored_lines),
        total=lines[0].label,
    )


def _points(line: MoneyLine) -> tuple[str, ...]:
    """Return which of weight and score a line prints; a 0 is as good as a dash."""
    return tuple(
        name
        for name, text in (("weight", line.weight), ("score", line.score))
        if parse_points(text)
    )
