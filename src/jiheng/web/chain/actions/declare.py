"""绩效目标申报: the unit declares its targets."""

from jiheng.web.chain.models import Event
from jiheng.web.chain.order import Order, opened
from jiheng.web.chain.steps import Action


def declare(order: Order) -> Event:
    """Hand the targets over to whoever reviews them."""
    with opened(order, Action.DECLARE) as case:
        return case.move_on()
