"""The demonstration's settled year goes to the public: proposed, reviewed, released."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db.models import QuerySet

from jiheng.web import clock
from jiheng.web.chain.actions.propose_publication import propose_publication
from jiheng.web.chain.actions.review_secrecy import review_secrecy
from jiheng.web.chain.order import Order
from jiheng.web.chain.steps import Step
from jiheng.web.demo.cast import DemoUnit
from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Person
from jiheng.web.people.roles import Role
from jiheng.web.publication.batches import begin
from jiheng.web.publication.models import Verdict
from jiheng.web.publication.releasing import release
from jiheng.web.publication.wishes import ALL_OF_IT, Secrecy

_UNITS = 20
"""So many units have published; the others have not begun."""
_A_MOMENT = timedelta(minutes=5)
_PARTLY, _REFUSED, _WAITING = 7, 11, 13
"""Every so-manyth form is published in part, not at all, or not yet."""


def publish(
    units: tuple[DemoUnit, ...], offices: Mapping[Role, Person], year: int, today: datetime
) -> None:
    """Let the heads propose, the departments review, and the performance office release."""
    settled = [(unit, record) for unit in units[:_UNITS] for record in _settled(unit, year)]
    office, department = offices[Role.PERFORMANCE_OFFICE], units[0].unit.above
    with clock.at(today - _A_MOMENT):
        for at, (unit, record) in enumerate(settled, 1):
            _clear(record, unit, at)
        if settled and department is not None and department.above is not None:
            release(begin(department.above, year, office), office)


def _settled(unit: DemoUnit, year: int) -> QuerySet[FormRecord]:
    closed = FormRecord.objects.filter(organisation=unit.unit, year=year, step=Step.CLOSED)
    return closed.order_by("number")


def _clear(record: FormRecord, unit: DemoUnit, at: int) -> None:
    propose_publication(Order(person=unit.head, record=record.pk, version=record.version))
    if at % _WAITING == 0:
        return
    secrecy, reason = ALL_OF_IT, ""
    if at % _REFUSED == 0:
        secrecy, reason = Secrecy(verdict=Verdict.REFUSED), "涉及尚未公布的采购价格。"
    elif at % _PARTLY == 0:
        withheld = ("indicators[0]",)
        secrecy = Secrecy(verdict=Verdict.PARTLY, withheld=withheld)
        reason = "第一项指标涉及第三方的商业秘密。"
    review_secrecy(
        Order(person=unit.reviewer, record=record.pk, version=record.version, reason=reason),
        secrecy,
    )
