"""ID02 year-differs."""

import re
from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.levels import level2_of
from jiheng.model.citation import Citation
from jiheng.model.form import Form
from jiheng.rulebook.phrases import Told, series
from jiheng.scoring.scored import ScoredForm

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?=\s*年|\s*[-./]\s*\d|$)")


@check(
    code="ID02",
    name="year-differs",
    severity="error",
    since="0.1.0",
    reads=(
        "year",
        "title",
        "project.name",
        "indicators.level1",
        "indicators.level2",
        "indicators.name",
        "indicators.target",
    ),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="标题年度；时效指标值 2024年",
            verified=True,
        ),
    ),
)
def year_differs(scored: ScoredForm) -> Iterator[Outcome]:
    """Title, project or deadlines name another year than the form's.

    ## Why it matters
    It is the mark of last year's form being filled in again.

    ## What to do
    Correct the year; a project carried over from last year may keep it in its name.
    """
    form = scored.form
    if form.year is None:
        return
    titled = years_in(form.title)
    if titled and form.year not in titled:
        yield fails("title", "year", printed=_list(titled), expected=str(form.year))
    elif titled:
        yield passes("title", "year")
    yield from _name(form, form.year)
    for index, row in enumerate(form.indicators):
        due = years_in(row.target) if level2_of(row) == "timeliness" else ()
        cell = indicator_cell(index, "target")
        if due and max(due) < form.year:
            yield fails(
                cell,
                "year",
                mend_at=(cell,),
                message="fails-deadline",
                severity="warning",
                printed=_list(due),
                expected=str(form.year),
                name=row.name,
            )
        elif due:
            yield passes(cell, "year")


def _name(form: Form, year: int) -> Iterator[Outcome]:
    named = years_in(form.project.name)
    if not named:
        return
    if min(named) <= year <= max(named):
        yield passes("project.name", "year")
    else:
        # money carried over or granted ahead keeps another year in its name
        yield fails(
            "project.name",
            "year",
            mend_at=("project.name",),
            message="fails-name",
            severity="info",
            printed=_list(named),
            expected=str(year),
        )


def years_in(text: str | None) -> tuple[int, ...]:
    """Return the years that a text names, each once.

    Example:
        >>> years_in("2022年3月-2023年11月"), years_in("产量2050吨"), years_in("2024年年底")
        ((2022, 2023), (), (2024,))
    """
    return tuple(dict.fromkeys(int(year) for year in _YEAR.findall(text or "")))


def _list(years: tuple[int, ...]) -> Told:
    return series(str(year) for year in years)
