"""TX14 goal-label-missing."""

import re
from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.goals import goals_of
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm

# Only labels that templates print: a unit may begin its own text with 全年工作: as well.
_GOAL = re.compile(r"\s*(?:年初|预期)(?:设定|绩效|总体)*目标\s*[:：]")
_OUTCOME = re.compile(r"\s*(?:年度)?(?:总体)?目标完成情况(?:综述)?\s*[:：]")


@check(
    code="TX14",
    name="goal-label-missing",
    severity="info",
    since="0.1.0",
    reads=("goal", "goals", "cells"),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="年度总体目标栏: 年初设定目标, 年度总体目标完成情况综述",
            verified=True,
        ),
    ),
)
def goal_label_missing(scored: ScoredForm) -> Iterator[Outcome]:
    """One of the two goal cells still has its printed label, the other has lost it.

    ## Why it matters
    Without the label a reader cannot tell the plan from the result.

    ## What to do
    Put the label back, before the text.
    """
    cells = scored.form.cells
    for place in goals_of(scored.form):
        paths = (place.expected_at, place.actual_at)
        if any(path not in cells or not cells[path].text.strip() for path in paths):
            continue
        labels = zip((_GOAL, _OUTCOME), paths, strict=True)
        labelled = [bool(label.match(cells[path].text)) for label, path in labels]
        if all(labelled):
            yield passes(*paths)
        elif any(labelled):
            bare = paths[labelled.index(False)]
            yield fails(
                *paths,
                mend_at=(bare,),
                message="fails-goal" if bare == place.expected_at else "fails",
                printed=cells[bare].text.strip(),
            )
