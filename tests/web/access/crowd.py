"""A city in which there is something to do for everybody."""

from jiheng.web.chain.actions.ask_adjustment import ask_adjustment
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import CellChange
from jiheng.web.people.models import Person, Proposal
from tests.web.chain.orders import order
from tests.web.city import City, record_at
from tests.web.years.several import BEFORE, RENAMED, two_years

EVERYBODY = (
    "clerk", "colleague", "head", "section", "reviewer", "budget", "performance", "third_party",
    "auditor", "stranger", "system_admin", "security_admin", "audit_admin",
)  # fmt: skip
NAMES = {step: step.value.upper() for step in Step}


def at_work(city: City) -> City:
    """Return the city with a form at every step, numbered by it, and a post that is proposed."""
    for step, number in NAMES.items():
        record = _asked(city) if step is Step.ADJUSTMENT else record_at(city, step)
        FormRecord.objects.filter(pk=record.pk).update(number=number)
    two_years(city, BEFORE, RENAMED)
    Proposal.objects.create(
        person=city.clerk, role="head", organisation=city.centre, made_by=city.system_admin
    )
    return city


def who(city: City, name: str) -> Person:
    """Return one of everybody."""
    return getattr(city, name)


def _asked(city: City) -> FormRecord:
    record = record_at(city, Step.MONITORING)
    raised = (CellChange(path="indicators[0].target", new="≥1250人"),)
    ask_adjustment(order(city.clerk, record, changes=raised, reason="追加了一个班"))
    return record
