"""ID05 signing-line-blank."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.model.citation import Citation
from jiheng.rulebook.phrases import phrase, series
from jiheng.scoring.scored import ScoredForm

_LABELS = {
    cell: phrase(f"words.line-told.{cell}") for cell in ("reporting_unit", "filled_on", "contact")
}


@check(
    code="ID05",
    name="signing-line-blank",
    severity="info",
    since="0.1.0",
    reads=("reporting_unit", "filled_on", "contact", "cells"),
    sources=(
        Citation(
            title="六盘水市项目支出绩效目标自评表（2023年度）",
            places=("六盘水",),
            pinpoint="表头印有单位（盖章）、填报日期，表尾印有联系人",
            verified=True,
        ),
    ),
)
def signing_line_blank(scored: ScoredForm) -> Iterator[Outcome]:
    """The form asks who filed it, when, or whom to ask, and the line was left empty.

    ## Why it matters
    A form that nobody signs cannot be returned or asked about. Whether a seal is on it cannot be
    seen in the text.

    ## What to do
    Fill in the line. What the form does not ask for is not missed.
    """
    asked = tuple(cell for cell in _LABELS if cell in scored.form.cells)
    blank = tuple(cell for cell in asked if not getattr(scored.form, cell))
    if blank:
        yield fails(*blank, names=series(_LABELS[cell] for cell in blank))
    elif asked:
        yield passes(*asked)
