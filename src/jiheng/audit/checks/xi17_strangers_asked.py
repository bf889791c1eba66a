"""XI17 strangers-asked."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.goals import goals_of
from jiheng.audit.facts.levels import level2_of
from jiheng.audit.facts.words import mentions, quoted_names
from jiheng.model.citation import Citation
from jiheng.rulebook.satisfied import Group, satisfied
from jiheng.scoring.scored import ScoredForm


@check(
    code="XI17",
    name="strangers-asked",
    severity="info",
    since="0.1.0",
    reads=(
        "project",
        "reporting_unit",
        "goal",
        "goals",
        "indicators.name",
        "indicators.level1",
        "indicators.level2",
        "indicators.target",
        "scores",
    ),
    sources=(Citation(title="财预〔2015〕88号", pinpoint="绩效目标审核：相关性", verified=False),),
)
def strangers_asked(scored: ScoredForm) -> Iterator[Outcome]:
    """A satisfaction indicator names people whom nothing in the form says that it serves.

    A word list holds particular groups and the words of projects that serve them; 群众 and
    服务对象 fit any project. A name of two groups is told only where neither fits, and a form
    only where it is plain that it serves another group.

    ## How sure
    Labelled names in `tests/audit/labelled/xi17.yaml`: 58 told, 58 rightly, 7 missed. Before the
    words were mended by the later lists, 39 of 54 of what was told of these was right: under nine
    in ten, so that the check only informs.

    ## Why it matters
    Such a row was copied from another project's form; its percentage says nothing of this one.

    ## What to do
    Name the people whom the project serves, and ask them.
    """
    name = scored.form.project.name
    asked = tuple(
        (row, found)
        for row in scored.indicators
        if level2_of(row.row) == "satisfaction" and (found := _groups_in(row.row.name))
    )
    if name is None or not asked:
        return
    text = _served(scored)
    if mentions(text, satisfied().anybody) or not any(_serves(text, g) for g in satisfied().groups):
        return
    for row, found in asked:
        cell = indicator_cell(row.index, "name")
        if any(_serves(text, group) for group in found):
            yield passes(cell, "project.name")
        else:
            yield fails(
                cell,
                "project.name",
                mend_at=(cell,),
                printed=row.row.name,
                people=quoted_names(tuple(_said(group, row.row.name) for group in found)),
                project=name,
            )


def _serves(text: str, group: Group) -> bool:
    return mentions(text, (*group.said, *group.near))


def _groups_in(name: str) -> tuple[Group, ...]:
    return tuple(group for group in satisfied().groups if mentions(name, group.said))


def _said(group: Group, name: str) -> str:
    return next(word for word in group.said if word in name)


def _served(scored: ScoredForm) -> str:
    """Return all that the form says of its project, save who was asked."""
    form, project = scored.form, scored.form.project
    goals = (text for place in goals_of(form) for text in (place.goal.expected, place.goal.actual))
    rows = (
        text
        for row in form.indicators
        if level2_of(row) != "satisfaction"
        for text in (row.name, row.target)
    )
    units = (project.name, project.department, project.implementing_unit, form.reporting_unit)
    return "\n".join(text for text in (*units, *goals, *rows) if text)
