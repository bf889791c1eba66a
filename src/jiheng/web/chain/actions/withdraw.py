"""撤回: the unit takes back what nobody has judged yet."""

from jiheng.web.chain.models import Event, last_event
from jiheng.web.chain.order import Order, opened
from jiheng.web.chain.steps import Action, Step


def withdraw(order: Order) -> Event:
    """Put the form back where it was submitted from."""
    with opened(order, Action.WITHDRAW) as case:
        submitted = last_event(case.record)
        return case.move(Step(submitted.step_from))
