"""What a form that was read would become: a draft, or cells of the form that is there."""

from enum import StrEnum
from uuid import uuid4

from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.form import Form, LabelledText, Total
from jiheng.pipeline.renewal import carried_over
from jiheng.web.chain.openness import open_paths, returned_cells
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import CellChange, form_of, text_at
from jiheng.web.imports.merging import merge
from jiheng.web.imports.projects import match_project, project_name
from jiheng.web.people.models import Organisation
from jiheng.web.prefill.money import in_unit


class Outcome(StrEnum):
    """What becomes of a form."""

    DRAFT = "draft"
    FILL = "fill"
    SAME = "same"
    LOCKED = "locked"
    NO_ROWS = "no-rows"
    OTHER_YEAR = "other-year"


class Plan(Struct, frozen=True, kw_only=True):
    """What would be done with a form.

    Attributes:
        form: the draft, or what is laid over the form that is there.
        record: the form that is there.
        fills: its empty cells that would be filled.
        others: its cells in which something else stands.
        held: its locked cells, approved targets above all, in which something else stands.
        strange: indicators that it does not have.
        near: projects of the unit that are called nearly the same.
    """

    outcome: Outcome
    form: Form
    record: FormRecord | None = None
    fills: tuple[CellChange, ...] = ()
    others: tuple[CellChange, ...] = ()
    held: tuple[CellChange, ...] = ()
    strange: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


def plan(form: Form, unit: Organisation, year: int) -> Plan:
    """Return what would become of a form in a unit and a year."""
    match = match_project(form, unit.pk, year)
    if match.record is None and not form.indicators:
        return Plan(outcome=Outcome.NO_ROWS, form=form)
    if match.record is None:
        near = tuple(each.project for each in match.candidates)
        return Plan(outcome=Outcome.DRAFT, form=draft(form, unit, year), near=near)
    record = match.record
    if record.step == Step.TARGET_DRAFT:
        return _laid_over(draft(form, unit, year), record)
    if form.year is not None and form.year != year:
        return Plan(outcome=Outcome.OTHER_YEAR, form=form, record=record)
    return _laid_over(form, record)


def draft(form: Form, unit: Organisation, year: int) -> Form:
    """Return the draft of a unit's form: of another year's the targets, of this year's the plan."""
    new = carried_over(form, year) if form.year != year else without_results(form)
    project = replace(
        new.project,
        name=project_name(form),
        department=new.project.department or (unit.above.name if unit.above else None),
        implementing_unit=unit.name,
    )
    kind = "self-evaluation" if new.kind == "goal-table" else new.kind
    return replace(
        new,
        id=f"{uuid4().hex[:12]}-1",
        kind=kind,
        pack=None,
        year=year,
        reporting_unit=unit.name,
        project=project,
        total=replace(new.total, weight=new.total.weight or "100"),
        cells={},
        doubts=(),
    )


def without_results(form: Form) -> Form:
    """Return the form as it is before the year is over."""
    lines = (
        replace(each, adjusted_budget=None, executed=None, rate=None, score=None, reason=None)
        for each in form.funds.lines
    )
    rows = (replace(each, actual=None, score=None, reason=None) for each in form.indicators)
    return replace(
        form,
        filled_on=None,
        funds=replace(form.funds, lines=tuple(lines)),
        goal=replace(form.goal, actual=None),
        goals=tuple(replace(each, actual=None) for each in form.goals),
        indicators=tuple(rows),
        total=Total(weight=form.total.weight),
        conclusion=None,
        texts=tuple(LabelledText(label=each.label) for each in form.texts),
    )


def _laid_over(form: Form, record: FormRecord) -> Plan:
    there = form_of(record)
    form = in_unit(form, there.funds.unit)
    open_now = open_paths(there, record, returned_cells(record))
    laid = merge(there, form, open_now)
    seen = tuple(
        CellChange(path=each.path, new=each.new, old=text_at(there, each.path))
        for each in laid.changes
    )
    outcome = Outcome.FILL if seen else Outcome.SAME
    return Plan(
        outcome=outcome if open_now else Outcome.LOCKED,
        form=form,
        record=record,
        fills=tuple(each for each in seen if each.old is None),
        others=tuple(each for each in seen if each.old is not None),
        held=laid.held,
        strange=laid.strange,
    )
