"""A city in which there is something to do for everybody."""

from datetime import timedelta

from jiheng.web import clock
from jiheng.web.chain.actions.advise import advise
from jiheng.web.chain.actions.ask_adjustment import ask_adjustment
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import CellChange
from jiheng.web.people.models import Person, Proposal
from jiheng.web.publication.releasing import release
from jiheng.web.rectification.states import Use
from jiheng.web.rectification.wishes import UseWish
from jiheng.web.sampling.models import Basis, Cause, Entry
from jiheng.web.sampling.sample import Wanted, add_must_check, assign
from tests.web.chain.orders import order
from tests.web.city import City, record_at
from tests.web.publication.cleared import batch_of, cleared, proposed
from tests.web.rectification.notices import fed_back, noticed, wrong_record
from tests.web.sampling.office import Office
from tests.web.years.several import BEFORE, RENAMED, two_years

EVERYBODY = (
    "clerk", "colleague", "head", "section", "reviewer", "budget", "performance", "third_party",
    "auditor", "stranger", "system_admin", "security_admin", "audit_admin",
)  # fmt: skip
NAMES = {step: step.value.upper() for step in Step}


def at_work(city: City) -> City:
    """Return the city with a form at every step, numbered by it, draws, and a post that is proposed."""
    for step, number in NAMES.items():
        record = _asked(city) if step is Step.ADJUSTMENT else record_at(city, step)
        FormRecord.objects.filter(pk=record.pk).update(number=number)
    _drawn(city)
    followed_up(city)
    proposed(city)
    cleared(city)
    release(batch_of(city), city.reviewer)
    two_years(city, BEFORE, RENAMED)
    Proposal.objects.create(
        person=city.clerk, role="head", organisation=city.centre, made_by=city.system_admin
    )
    return city


def who(city: City, name: str) -> Person:
    """Return one of everybody."""
    return getattr(city, name)


def _drawn(city: City) -> None:
    """A draw that was only planned, one that is frozen, one that was drawn and is being reviewed."""
    draws = Office(city=city, records=())
    draws.planned(title="补充抽查")
    draws.frozen(title="年末抽查", basis=Basis.NONE)
    draw = draws.drawn()
    numbers = tuple(Entry.objects.filter(draw=draw).values_list("number", flat=True))
    wanted = Wanted(
        number=numbers[0], cause=Cause.PETITION, reason="群众反映", asked_by="信访〔2025〕3号"
    )
    add_must_check(city.performance, draw.pk, wanted)
    due = clock.today() + timedelta(days=20)
    assign(city.performance, draw.pk, numbers, city.third_party.pk, due)


def _asked(city: City) -> FormRecord:
    record = record_at(city, Step.MONITORING)
    raised = (CellChange(path="indicators[0].target", new="≥1250人"),)
    ask_adjustment(order(city.clerk, record, changes=raised, reason="追加了一个班"))
    return record


def followed_up(city: City) -> None:
    """Let notices of rectification wait for the unit and for the office, and a result be used."""
    noticed(city, wrong_record(city))
    fed_back(city, wrong_record(city))
    used = record_at(city, Step.CLOSED)
    advise(order(city.budget, used, reason="执行率偏低"), UseWish(use=Use.REDUCE))
