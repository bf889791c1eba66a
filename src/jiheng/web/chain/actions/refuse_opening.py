"""不予开放: the request to open a locked cell is refused, always with a reason."""

from jiheng.web.chain.models import Asked, Event, OpeningRequest
from jiheng.web.chain.openness import request_waiting
from jiheng.web.chain.order import Order, Refused, opened
from jiheng.web.chain.steps import Action


def refuse_opening(order: Order) -> Event:
    """Leave the cells locked, and say why."""
    with opened(order, Action.REFUSE_OPENING) as case:
        request = request_waiting(case.record)
        if request is None:
            raise Refused("ruling.not-now")
        if not order.reason.strip():
            raise Refused("refused.reason")
        OpeningRequest.objects.filter(pk=request.pk).update(state=Asked.REFUSED)
        return case.stay()
