"""部门审核: the department accepts a self-evaluation."""

from jiheng.web.chain.models import Event
from jiheng.web.chain.order import Order, opened
from jiheng.web.chain.steps import Action


def review_department(order: Order) -> Event:
    """Pass the form on."""
    with opened(order, Action.REVIEW_DEPARTMENT) as case:
        return case.move_on()
