"""The use of results: what a year's result advises for the next budget."""

from typing import Annotated

from django.http import HttpRequest
from msgspec import Meta
from ninja import Body

from jiheng.web.api.figures import yuan
from jiheng.web.api.operations.around import Number, seen
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import Text, Version, Wire
from jiheng.web.chain.actions.advise import advise
from jiheng.web.chain.order import Order
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.sent import clean
from jiheng.web.pages.visitor import visitor
from jiheng.web.rectification.states import Use
from jiheng.web.rectification.uses import amount_in, use_of
from jiheng.web.rectification.wishes import UseWish


class Advice(Wire, frozen=True, kw_only=True):
    """What a form's result advises for the next budget; the amount in yuan."""

    number: str
    use: Use | None
    amount: str | None
    reason: str


class NewAdvice(Wire, frozen=True, kw_only=True):
    """What a result is to advise; the amount in 万元, as on the page."""

    version: Version
    use: Use
    amount: Annotated[str, Meta(max_length=20)] = ""
    reason: Text = ""


def result_use(request: HttpRequest, number: Number) -> Advice:
    """Return what a form's result advises."""
    return _advice(seen(request, number))


def record_use(request: HttpRequest, number: Number, wanted: Body[NewAdvice]) -> Advice:
    """Record what a form's result advises."""
    record = seen(request, number)
    wish = UseWish(use=wanted.use, amount=amount_in(wanted.amount))
    order = Order(
        person=visitor(request),
        record=record.pk,
        version=wanted.version,
        reason=clean(wanted.reason) or "",
    )
    advise(order, wish)
    return _advice(record)


def _advice(record: FormRecord) -> Advice:
    found = use_of(record)
    return Advice(
        number=record.number,
        use=Use(found.use) if found else None,
        amount=yuan(found.amount) if found else None,
        reason=found.event.reason if found else "",
    )


OPERATIONS = (
    Operation(
        name="result-use",
        method="GET",
        path="/forms/{number}/result-use",
        view=result_use,
        answer=Advice,
    ),
    Operation(
        name="record-use",
        method="POST",
        path="/forms/{number}/result-use",
        view=record_use,
        answer=Advice,
    ),
)
