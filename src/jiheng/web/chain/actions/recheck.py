"""财政复核: the finance bureau accepts a self-evaluation."""

from jiheng.web.chain.models import Event
from jiheng.web.chain.order import Order, opened
from jiheng.web.chain.steps import Action
from jiheng.web.verdicts.settling import check_settled


def recheck(order: Order) -> Event:
    """Pass the form on, usually to its end; rows are scored all or none."""
    with opened(order, Action.RECHECK) as case:
        check_settled(case.record)
        return case.move_on()
