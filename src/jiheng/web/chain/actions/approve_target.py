"""批复: whoever approves the budget approves the targets."""

from jiheng.web.chain.models import Event
from jiheng.web.chain.order import Order, opened
from jiheng.web.chain.steps import Action


def approve_target(order: Order) -> Event:
    """Approve the targets: from here on no step opens them, only an adjustment changes them."""
    with opened(order, Action.APPROVE_TARGET) as case:
        return case.move_on()
