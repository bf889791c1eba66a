"""VA11 placeholder-left."""

import re
from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm

_IN_VALUES = re.compile(r"\*{2,}|×{2,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|_{3,}|^[.…·\s]{3,}$")
_IN_PROSE = re.compile(
    r"×{2,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|[（(][^（()）]{0,12}\d{2,4}\s*字(?:以内|左右)?[)）]|_{4,}"
)


@check(
    code="VA11",
    name="placeholder-left",
    severity="error",
    since="0.1.0",
    reads=(
        "indicators.name",
        "indicators.target",
        "indicators.actual",
        "indicators.reason",
        "goal",
        "project.name",
        "conclusion",
    ),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="注3：指标值为≥**（模板写法）",
            verified=True,
        ),
    ),
)
def placeholder_left(scored: ScoredForm) -> Iterator[Outcome]:
    """A sign of the empty template (**, ××, XX, "within 100 characters") was left in a cell.

    ## Why it matters
    The cell was never filled in.

    ## What to do
    Write the value or the text, and delete the hint.
    """
    for path, text, pattern in _texts(scored):
        if not text:
            continue
        found = pattern.search(text)
        yield passes(path) if found is None else fails(path, printed=found.group())


def _texts(scored: ScoredForm) -> Iterator[tuple[str, str | None, re.Pattern[str]]]:
    form = scored.form
    yield "project.name", form.project.name, _IN_PROSE
    yield "goal.expected", form.goal.expected, _IN_PROSE
    yield "goal.actual", form.goal.actual, _IN_PROSE
    for index, row in enumerate(form.indicators):
        yield indicator_cell(index, "name"), row.name, _IN_VALUES
        yield indicator_cell(index, "target"), row.target, _IN_VALUES
        yield indicator_cell(index, "actual"), row.actual, _IN_VALUES
        yield indicator_cell(index, "reason"), row.reason, _IN_PROSE
    yield "conclusion", form.conclusion, _IN_PROSE
