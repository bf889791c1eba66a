"""部门审核: the department accepts a self-evaluation."""

from jiheng.web.chain.models import Event
from jiheng.web.chain.order import Order, opened
from jiheng.web.chain.steps import Action
from jiheng.web.verdicts.settling import check_settled


def review_department(order: Order) -> Event:
    """Pass the form on; whoever began to score its rows has scored all of them."""
    with opened(order, Action.REVIEW_DEPARTMENT) as case:
        check_settled(case.record)
        return case.move_on()
