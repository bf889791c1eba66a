"""开放此格: the cells that were asked for open with what depends on them, till the form goes on."""

from jiheng.web.chain.models import Asked, Event, OpeningRequest
from jiheng.web.chain.openness import request_waiting
from jiheng.web.chain.order import Order, Refused, opened
from jiheng.web.chain.steps import Action


def open_cell(order: Order) -> Event:
    """Grant the request that waits."""
    with opened(order, Action.OPEN_CELL) as case:
        request = request_waiting(case.record)
        if request is None:
            raise Refused("ruling.not-now")
        OpeningRequest.objects.filter(pk=request.pk).update(state=Asked.GRANTED)
        return case.stay()
