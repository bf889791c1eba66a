"""TX08 reason-repeated."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.deviations import is_nothing
from jiheng.audit.facts.names import bare_text
from jiheng.model.citation import Citation
from jiheng.model.form import Form
from jiheng.rulebook.lexicons import value_words
from jiheng.scoring.scored import ScoredForm

_FEWEST = 3
"""Two rows may well have one cause."""


@check(
    code="TX08",
    name="reason-repeated",
    severity="info",
    since="0.2.0",
    reads=("indicators.reason", "cells"),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="同一句原因写在几行",
            verified=True,
        ),
    ),
)
def reason_repeated(scored: ScoredForm) -> Iterator[Outcome]:
    """Three or more rows have one and the same reason.

    A cell that spans several rows is one reason, not a copy.

    ## Why it matters
    A reason that fits every row explains none: the rows lost different points.

    ## What to do
    Write for each row what it was; where one cause hit all of them, say how each was hit.
    """
    told: dict[str, dict[object, str]] = {}
    for index, row in enumerate(scored.form.indicators):
        if row.reason and _says_something(row.reason):
            path = indicator_cell(index, "reason")
            told.setdefault(bare_text(row.reason), {})[_place(scored.form, path)] = path
    copied = tuple(cells for cells in told.values() if len(cells) >= _FEWEST)
    for cells in copied:
        first = tuple(cells.values())
        yield fails(*first, printed=_text(scored.form, first[0]), count=str(len(first)))
    if told and not copied:
        yield passes(*(path for cells in told.values() for path in cells.values()))


def _says_something(reason: str) -> bool:
    plain = reason.strip("。.，, ")
    return not is_nothing(reason) and plain not in value_words().hollow_reasons


def _place(form: Form, path: str) -> object:
    """Return where a reason stands: one place for all rows that a merged cell spans."""
    cell = form.cells.get(path)
    if cell is None or cell.row is None:
        return path
    return (cell.table, cell.row, cell.column)


def _text(form: Form, path: str) -> str:
    index = int(path.partition("[")[2].partition("]")[0])
    return form.indicators[index].reason or ""
