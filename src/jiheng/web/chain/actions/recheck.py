"""财政复核: the finance bureau accepts a self-evaluation."""

from jiheng.web.chain.models import Event
from jiheng.web.chain.order import Order, opened
from jiheng.web.chain.steps import Action


def recheck(order: Order) -> Event:
    """Pass the form on, usually to its end."""
    with opened(order, Action.RECHECK) as case:
        return case.move_on()
