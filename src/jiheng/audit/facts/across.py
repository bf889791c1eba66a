"""Forms of a run side by side: which belong together, and what is said of their cells."""

from collections.abc import Iterator

from msgspec import Struct

from jiheng.audit.check import RunOutcome, told_of
from jiheng.audit.facts.names import bare_name
from jiheng.model.audit import RunCell, Severity
from jiheng.model.form import NOT_JUDGED, Form, FormKind
from jiheng.rulebook.phrases import Told, phrase
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

Forms = tuple[ScoredForm, ...]


def judged(forms: Forms) -> Forms:
    """Return the forms that have scores of their own."""
    return tuple(scored for scored in forms if scored.form.kind not in NOT_JUDGED)


def of_kind(forms: Forms, kind: FormKind) -> Forms:
    """Return the forms of one kind."""
    return tuple(scored for scored in forms if scored.form.kind == kind)


class Place(Struct, frozen=True, kw_only=True):
    """One indicator of one form."""

    form: ScoredForm
    row: ScoredIndicator

    def cell(self, field: str) -> RunCell:
        """Return the place of one of its fields."""
        return cell_of(self.form, f"indicators[{self.row.index}].{field}")

    @property
    def project(self) -> Told:
        """The project's name, or which form of its file it is."""
        return project_of(self.form)


def cell_of(scored: ScoredForm, path: str) -> RunCell:
    """Return a cell of one form of the run."""
    return RunCell(form=scored.form.id, cell=path)


def project_of(scored: ScoredForm) -> Told:
    """Return the project's or department's name, or which form of its file it is."""
    form = scored.form
    named = form.project.name or department_of(form)
    return named or phrase("words.nth-form", index=str(form.source.index))


def department_of(form: Form) -> str | None:
    """Return whom the form of a whole department is about; None for any other form."""
    if form.kind != "department":
        return None
    project = form.project
    return project.department or form.reporting_unit or project.implementing_unit or project.name


def unit_of(scored: ScoredForm) -> str | None:
    """Return the name of the unit that filed a form, without blanks and punctuation."""
    form = scored.form
    name = form.reporting_unit or form.project.implementing_unit
    return bare_name(name) if name else None


def unit_words(scored: ScoredForm) -> str:
    """Return what a form calls its unit, or the file where it names none."""
    form = scored.form
    return form.reporting_unit or form.project.implementing_unit or form.source.path


def by_unit_and_year(forms: Forms) -> tuple[Forms, ...]:
    """Return the forms of one unit and year together; groups of one are left out.

    Forms that name no unit belong together when they stand in one file.
    """
    groups: dict[tuple[str, int | None], list[ScoredForm]] = {}
    for scored in judged(forms):
        unit = unit_of(scored) or scored.form.source.path
        groups.setdefault((unit, scored.form.year), []).append(scored)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def same_names(forms: Forms) -> Iterator[tuple[Place, ...]]:
    """Yield the indicators of one name in two or more forms."""
    named: dict[str, list[Place]] = {}
    for scored in forms:
        for row in scored.indicators:
            named.setdefault(bare_name(row.row.name), []).append(Place(form=scored, row=row))
    for name, places in named.items():
        if name and len({place.form.form.id for place in places}) > 1:
            yield tuple(places)


def fails_across(
    *at: RunCell,
    message: str = "fails",
    printed: Told | None = None,
    expected: Told | None = None,
    difference: Told | None = None,
    severity: Severity | None = None,
    **values: Told,
) -> RunOutcome:
    """Return a comparison between forms that came out wrong; ``at`` lists every compared cell."""
    return RunOutcome(
        failed=True,
        at=at,
        mend_at=at,
        message=message,
        values={**told_of(printed, expected, difference), **values},
        printed=printed,
        expected=expected,
        difference=difference,
        severity=severity,
    )


def passes_across(*at: RunCell, message: str = "", **values: Told) -> RunOutcome:
    """Return a comparison between forms that came out right."""
    return RunOutcome(failed=False, at=at, message=message, values=values)
