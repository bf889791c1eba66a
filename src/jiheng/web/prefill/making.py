"""What a clerk confirmed becomes drafts and cells, each form once."""

from collections import Counter
from uuid import uuid4

from django.db import transaction

from jiheng.web.chain.actions.fill import fill
from jiheng.web.chain.order import Order
from jiheng.web.chain.route import route_of
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import Registration, register
from jiheng.web.people.models import Organisation, Person
from jiheng.web.prefill.models import Intake, ReadForm
from jiheng.web.prefill.planning import Outcome, Plan, plan
from jiheng.web.prefill.reading import form_in


def make(intake: Intake, chosen: frozenset[int], over: frozenset[int]) -> Counter[Outcome]:
    """Return how many forms became what.

    Args:
        intake: the files.
        chosen: keys of the forms to take.
        over: keys of the forms of which cells that hold something else are written over.
    """
    became: Counter[Outcome] = Counter()
    for key in sorted(chosen):
        with transaction.atomic():
            # Whoever presses the button twice waits here, and then finds it done.
            rows = ReadForm.objects.select_for_update(of=("self",)).exclude(document="")
            row = rows.filter(intake=intake, record=None, pk=key).first()
            if row is None:
                continue
            planned = plan(form_in(row), intake.organisation, intake.year)
            row.record = carry_out(planned, intake.organisation, intake.person, is_over=key in over)
            row.save(update_fields=["record"])
            became[planned.outcome] += 1
    return became


def carry_out(
    planned: Plan, unit: Organisation, person: Person, *, is_over: bool
) -> FormRecord | None:
    """Return the form that a plan made or wrote in; None where it left all as it is."""
    match planned.outcome:
        case Outcome.DRAFT:
            return register(planned.form, _registration(planned, unit, person))
        case Outcome.FILL:
            return _filled(planned, person, is_over=is_over)
        case Outcome.SAME:
            return planned.record
        case _:
            return None


def _registration(planned: Plan, unit: Organisation, person: Person) -> Registration:
    return Registration(
        number=f"{planned.form.year}-{uuid4().hex[:8].upper()}",
        organisation=unit,
        filler=person,
        route=route_of(unit),
    )


def _filled(planned: Plan, person: Person, *, is_over: bool) -> FormRecord | None:
    """Write by the same action as the form's page: a cell that changed meanwhile stays."""
    changes = (*planned.fills, *(planned.others if is_over else ()))
    if planned.record is not None and changes:
        fill(Order(person=person, record=planned.record.pk, version=None, changes=changes))
    return planned.record
