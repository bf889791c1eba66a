"""重新提交: a returned form is handed in again, and shows what changed since."""

from jiheng.web.chain.changed import changed_since
from jiheng.web.chain.models import Event
from jiheng.web.chain.openness import open_return
from jiheng.web.chain.order import Order, Refused, opened
from jiheng.web.chain.steps import Action


def resubmit(order: Order) -> Event:
    """Hand a returned form in again; with nothing changed, the reason has to say why."""
    with opened(order, Action.RESUBMIT) as case:
        returned = open_return(case.record)
        changed = changed_since(case.record, returned.version if returned else 0)
        if not changed and not order.reason.strip():
            raise Refused("refused.unchanged")
        return case.move_on({"changed": ", ".join(each.path for each in changed)})
