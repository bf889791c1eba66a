"""CF01 project-without-form."""

from collections.abc import Iterable, Iterator

from jiheng.audit.check import RunOutcome, check
from jiheng.audit.facts.across import (
    Forms,
    cell_of,
    fails_across,
    judged,
    of_kind,
    passes_across,
    project_of,
)
from jiheng.audit.facts.linked import Projects, is_same_unit, is_same_year, unit_name
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm


@check(
    code="CF01",
    name="project-without-form",
    severity="error",
    since="0.1.0",
    reads=("kind", "year", "reporting_unit", "project"),
    sources=(
        Citation(
            title="财预〔2020〕10号", pinpoint="单位自评涵盖批复的全部项目支出", verified=False
        ),
    ),
)
def project_without_form(forms: Forms) -> Iterator[RunOutcome]:
    """A project with an approved goal table has no self-evaluation, or the other way round.

    It looks at a unit and year only where the goal table of one of its projects has met its
    self-evaluation: elsewhere the run holds forms of one kind, and nothing is missing. A
    self-evaluation without goal table is a doubt, since goals may be filed elsewhere.

    ## Why it matters
    Every project in the approved budget is evaluated; one left out is the first that is asked for.

    ## What to do
    File the missing form, or put right the project's name or code.
    """
    own, tables = judged(forms), of_kind(forms, "goal-table")
    met = _met(own, tables) | _met(tables, own)
    complete = _units_and_years(scored for scored in own if scored.form.id in met)
    for scored in (*tables, *own):
        if scored.form.id in met:
            yield passes_across(cell_of(scored, "project.name"))
        elif scored.form.project.name and any(_is_of(scored, place) for place in complete):
            yield _alone("fails" if scored.form.kind == "goal-table" else "fails-goals", scored)


def _met(forms: Forms, others: Forms) -> set[str]:
    """Return the ids of the forms of a project and year that stands among the others too."""
    projects = Projects(others)
    return {
        scored.form.id
        for scored in forms
        if any(is_same_year(scored, other) for other in projects.of(scored))
    }


def _units_and_years(forms: Iterable[ScoredForm]) -> tuple[ScoredForm, ...]:
    """Return one form of each unit and year."""
    return tuple({(unit_name(scored), scored.form.year): scored for scored in forms}.values())


def _is_of(scored: ScoredForm, place: ScoredForm) -> bool:
    return is_same_unit(scored, place) and is_same_year(scored, place)


def _alone(message: str, scored: ScoredForm) -> RunOutcome:
    return fails_across(
        cell_of(scored, "project.name"),
        message=message,
        severity=None if message == "fails" else "warning",
        printed=project_of(scored),
    )
