"""审核: the department finds the targets complete, relevant, appropriate and feasible."""

from jiheng.web.chain.models import Event
from jiheng.web.chain.order import Aspect, Order, Refused, opened
from jiheng.web.chain.steps import Action


def review_target(order: Order) -> Event:
    """Pass the targets on; one that lacks any of the four is sent back instead."""
    with opened(order, Action.REVIEW_TARGET) as case:
        if set(order.aspects) != set(Aspect):
            raise Refused("refused.aspects")
        return case.move_on({"aspects": ", ".join(Aspect)})
