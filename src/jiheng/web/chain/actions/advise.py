"""结果应用: what a year's result advises for the budget of the year after."""

from jiheng.web.chain.models import Event
from jiheng.web.chain.order import Order, Refused, opened
from jiheng.web.chain.steps import Action
from jiheng.web.rectification.models import ResultUse
from jiheng.web.rectification.wishes import UseWish


def advise(order: Order, wish: UseWish) -> Event:
    """Record the advice with its reason; the one before stays in the history."""
    with opened(order, Action.ADVISE) as case:
        if not order.reason.strip():
            raise Refused("refused.reason")
        if wish.amount is not None and wish.amount < 0:
            raise Refused("refused.amount")
        amount = "" if wish.amount is None else str(wish.amount)
        event = case.stay({"use": wish.use.value, "amount": amount})
        ResultUse.objects.update_or_create(
            record=case.record,
            defaults={"event": event, "use": wish.use.value, "amount": wish.amount},
        )
        return event
