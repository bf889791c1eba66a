"""Closed forms on their way to the public."""

from jiheng.model.form import Form
from jiheng.web.chain.actions.propose_publication import propose_publication
from jiheng.web.chain.actions.review_secrecy import review_secrecy
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Organisation
from jiheng.web.publication.batches import begin
from jiheng.web.publication.making import run_making
from jiheng.web.publication.models import Batch, Making
from jiheng.web.publication.wishes import ALL_OF_IT, Secrecy
from tests.web.chain.orders import order
from tests.web.city import FORM, City, record_at


def proposed(city: City, form: Form = FORM) -> FormRecord:
    """Return a closed form whose publication the head of the unit proposed."""
    record = record_at(city, Step.CLOSED, form=form)
    propose_publication(order(city.head, record))
    return FormRecord.objects.get(pk=record.pk)


def cleared(city: City, form: Form = FORM, secrecy: Secrecy = ALL_OF_IT) -> FormRecord:
    """Return a closed form that the department's reviewer cleared."""
    record = proposed(city, form)
    review_secrecy(order(city.reviewer, record, reason="已审查"), secrecy)
    return record


def batch_of(city: City, place: Organisation | None = None) -> Batch:
    """Return the batch of the forms of 2024 of a place, else of the bureau."""
    return begin(place or city.bureau, 2024, city.reviewer)


def worked() -> None:
    """Let the worker make what was asked for last."""
    run_making.func(Making.objects.latest("id").pk)
