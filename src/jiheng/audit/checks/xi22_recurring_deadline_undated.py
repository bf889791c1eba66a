"""XI22 recurring-deadline-undated."""

import re
from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm

_RECURRING = re.compile(r"[每按](?:个)?[月季周旬日](?!均)")
_DIGIT = re.compile(r"[\d一二三四五六七八九十]")


@check(
    code="XI22",
    name="recurring-deadline-undated",
    severity="info",
    since="0.1.0",
    reads=("indicators.target", "indicators.actual"),
    sources=(
        Citation(title="财预〔2020〕10号", pinpoint="绩效自评数据真实、准确", verified=False),
    ),
)
def recurring_deadline_undated(scored: ScoredForm) -> Iterator[Outcome]:
    """The target promises a day of each month, and the actual names no day and no count.

    ## Why it matters
    Twelve deadlines were promised; nobody can see how many were kept.

    ## What to do
    Write how many of them were kept, or the latest day on which one was.
    """
    for index, row in enumerate(scored.form.indicators):
        target = row.target or ""
        if not row.actual or not _RECURRING.search(target) or not _DIGIT.search(target):
            continue
        cells = (indicator_cell(index, "target"), indicator_cell(index, "actual"))
        if _DIGIT.search(row.actual):
            yield passes(*cells)
        else:
            yield fails(*cells, mend_at=cells[1:], printed=row.actual, target=target)
