"""Which form of the platform an imported one is: the same unit, year and project."""

from msgspec import Struct

from jiheng.model.form import Form
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.forms.summary import read_summary
from jiheng.web.imports.names import likeness, plain

_NEAR, _NEAR_WITH_MONEY = 85, 55
_MOST = 4


class LikeProject(Struct, frozen=True, kw_only=True):
    """A form on the platform whose project may be the same.

    Attributes:
        budget: its budget as printed, with the unit.
        is_same_budget: whether the imported form says the same; None where one says nothing.
    """

    number: str
    project: str
    budget: str
    is_same_budget: bool | None


class ProjectMatch(Struct, frozen=True, kw_only=True):
    """The form on the platform; None and no candidates where the project is new."""

    record: FormRecord | None = None
    candidates: tuple[LikeProject, ...] = ()


def project_name(form: Form) -> str:
    """Return by what a form is known: its project, or what it is where it is of a whole unit."""
    return form.project.name or form.title or ""


def match_project(form: Form, organisation: int, year: int) -> ProjectMatch:
    """Return the form of the same project, by name or code; of near names somebody chooses."""
    records = tuple(
        FormRecord.objects.filter(organisation_id=organisation, year=year).select_related(
            "organisation", "filler"
        )
    )
    wanted = plain(project_name(form))
    same = [each for each in records if plain(each.project) == wanted]
    if not same and form.project.code:
        same = [each for each in records if form_of(each).project.code == form.project.code]
    if len(same) == 1:
        return ProjectMatch(record=same[0])
    likely = same or [each for each in records if _is_near(each, form, wanted)]
    ranked = sorted(likely, key=lambda each: -_points(each, form, wanted))
    return ProjectMatch(candidates=tuple(_like(each, form) for each in ranked[:_MOST]))


def budget_of(form: Form) -> tuple[str | None, str | None]:
    """Return a form's budget and its unit as printed."""
    line = form.total_line
    return (line.adjusted_budget or line.initial_budget) if line else None, form.funds.unit


def _is_near(record: FormRecord, form: Form, wanted: str) -> bool:
    alike = likeness(plain(record.project), wanted)
    return alike >= (_NEAR_WITH_MONEY if _is_same_budget(record, form) else _NEAR)


def _points(record: FormRecord, form: Form, wanted: str) -> int:
    # Money is the better witness of two that both have their doubts.
    return likeness(plain(record.project), wanted) + 100 * bool(_is_same_budget(record, form))


def _is_same_budget(record: FormRecord, form: Form) -> bool | None:
    there, here = read_summary(record.summary), budget_of(form)
    if not there.budget or not here[0]:
        return None
    return (_figure(there.budget), there.unit) == (_figure(here[0]), here[1])


def _figure(text: str) -> str:
    whole, _, decimals = text.replace(",", "").replace("，", "").strip().partition(".")
    return f"{whole}.{decimals.rstrip('0')}"


def _like(record: FormRecord, form: Form) -> LikeProject:
    summary = read_summary(record.summary)
    return LikeProject(
        number=record.number,
        project=record.project,
        budget=f"{summary.budget or ''}{summary.unit or ''}",
        is_same_budget=_is_same_budget(record, form),
    )
