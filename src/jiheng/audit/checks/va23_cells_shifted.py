"""VA23 cells-shifted."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from jiheng.audit.cells import indicator_cell, money_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.words import mentions
from jiheng.model.citation import Citation
from jiheng.model.form import Form
from jiheng.model.points import parse_points
from jiheng.quantities import parse
from jiheng.rulebook.lexicons import value_words
from jiheng.rulebook.phrases import phrase
from jiheng.scoring.scored import ScoredForm

_MONEY_FIELDS = ("initial_budget", "adjusted_budget", "executed")
_NUMBER_KINDS = frozenset({"number", "blank", "formula"})


class _NumberCell(NamedTuple):
    path: str
    heading: Literal["weight", "score", "money"]
    name: str
    text: str


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
        "doubts",
    ),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
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
    form = scored.form
    for cell in (*_points_cells(form), *_money_cells(form), *_unplaced_cells(form)):
        is_right = _is_money if cell.heading == "money" else _is_points
        if is_right(cell.text):
            yield passes(cell.path)
        else:
            yield fails(
                cell.path,
                printed=cell.text,
                name=cell.name,
                heading=phrase(f"words.column.{cell.heading}"),
            )


def _points_cells(form: Form) -> Iterator[_NumberCell]:
    rows = (
        *((indicator_cell(i, ""), row.name, row) for i, row in enumerate(form.indicators)),
        *((money_cell(i, ""), line.label, line) for i, line in enumerate(form.funds.lines)),
    )
    for stem, name, row in rows:
        if row.weight:
            yield _NumberCell(path=f"{stem}weight", heading="weight", name=name, text=row.weight)
        if row.score:
            yield _NumberCell(path=f"{stem}score", heading="score", name=name, text=row.score)


def _money_cells(form: Form) -> Iterator[_NumberCell]:
    for index, line in enumerate(form.funds.lines):
        for field in _MONEY_FIELDS:
            text: str | None = getattr(line, field)
            if text:
                path = money_cell(index, field)
                yield _NumberCell(path=path, heading="money", name=line.label, text=text)


def _unplaced_cells(form: Form) -> Iterator[_NumberCell]:
    """Yield what stood in a cell for money and fits no column, so that the reader left it out."""
    for doubt in form.doubts:
        line, _, field = doubt.at.rpartition(".")
        if doubt.reason != "surplus-cell" or field not in _MONEY_FIELDS:
            continue
        if parse(doubt.text).kind not in _NUMBER_KINDS:
            index = int(line.removeprefix("funds.lines[").removesuffix("]"))
            name = form.funds.lines[index].label
            yield _NumberCell(path=doubt.at, heading="money", name=name, text=doubt.text)


def _is_points(text: str) -> bool:
    """Whether a cell for points holds points, a share of them, or a sign for none."""
    if parse_points(text) is not None:
        return True
    value = parse(text)
    return value.op is None and (value.kind in _NUMBER_KINDS or _is_unscored(text))


def _is_unscored(text: str) -> bool:
    return mentions(text, value_words().unscored)


def _is_money(text: str) -> bool:
    """Whether a cell for money holds money, a bare number, or a sign for none."""
    value = parse(text)
    return value.kind in _NUMBER_KINDS and value.dimension != "ratio" and value.op is None
