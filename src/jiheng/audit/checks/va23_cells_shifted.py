"""VA23 cells-shifted."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell, money_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.model.citation import Citation
from jiheng.model.points import parse_points
from jiheng.quantities import parse
from jiheng.scoring.scored import ScoredForm

_MONEY_FIELDS = ("initial_budget", "adjusted_budget", "executed")
_NUMBER_KINDS = frozenset({"number", "blank", "formula"})


@check(
    code="VA23",
    name="cells-shifted",
    severity="error",
    since="0.1.0",
    reads=(
        "indicators.name",
        "indicators.weight",
        "indicators.score",
        "funds.lines.label",
        "funds.lines.initial_budget",
        "funds.lines.adjusted_budget",
        "funds.lines.executed",
        "funds.lines.weight",
        "funds.lines.score",
    ),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            pinpoint="社会保险网络专线维护费：资金行分值空缺，其后各栏错位",
            verified=True,
        ),
    ),
)
def cells_shifted(scored: ScoredForm) -> Iterator[Outcome]:
    """A cell for points or money holds something else: the row has slipped by a column.

    ## Why it matters
    Every value of such a row may stand under the wrong heading.

    ## What to do
    Move the cells of the row back under their headings.
    """
    for path, heading, name, text, is_right in _number_cells(scored):
        if is_right:
            yield passes(path)
        else:
            yield fails(path, printed=text, name=name, heading=heading)


def _number_cells(scored: ScoredForm) -> Iterator[tuple[str, str, str, str, bool]]:
    form = scored.form
    for index, row in enumerate(form.indicators):
        for field, heading, text in (("weight", "分值", row.weight), ("score", "得分", row.score)):
            if text:
                is_right = _is_points(text)
                yield indicator_cell(index, field), heading, row.name, text, is_right
    for index, line in enumerate(form.funds.lines):
        for field, heading, text in (
            ("weight", "分值", line.weight),
            ("score", "得分", line.score),
        ):
            if text:
                yield money_cell(index, field), heading, line.label, text, _is_points(text)
        for field in _MONEY_FIELDS:
            text = getattr(line, field)
            if text:
                yield money_cell(index, field), "金额", line.label, text, _is_money(text)


def _is_points(text: str) -> bool:
    """Whether a cell for points holds points, a share of them, or a sign for none."""
    if parse_points(text) is not None:
        return True
    value = parse(text)
    return value.kind == "blank" or (value.kind == "number" and value.op is None)


def _is_money(text: str) -> bool:
    """Whether a cell for money holds money, a bare number, or a sign for none."""
    value = parse(text)
    return value.kind in _NUMBER_KINDS and value.dimension != "ratio" and value.op is None
