"""退回: a form goes back to its unit, always with a reason, to cells where there are some."""

from jiheng.web.chain.models import Event, ReturnedCell
from jiheng.web.chain.openness import writable_at
from jiheng.web.chain.order import Order, Refused, opened
from jiheng.web.chain.steps import Action, Step
from jiheng.web.forms.saving import form_of

BACK_TO = {
    Step.TARGET_REVIEW: Step.TARGET_DRAFT,
    Step.TARGET_APPROVAL: Step.TARGET_DRAFT,
    Step.ADJUSTMENT: Step.MONITORING,
    Step.DEPARTMENT_REVIEW: Step.SELF_EVALUATION,
    Step.FINANCE_RECHECK: Step.SELF_EVALUATION,
}


def send_back(order: Order) -> Event:
    """Send a form back; only the named cells and what depends on them open again."""
    with opened(order, Action.SEND_BACK) as case:
        if not order.reason.strip():
            raise Refused("refused.reason")
        back_to = BACK_TO[case.step]
        if not {each.path for each in order.cells} <= writable_at(form_of(case.record), back_to):
            raise Refused("refused.no-cell")
        cells = {each.path: each.remark for each in order.cells}
        event = case.move(back_to, {"cells": ", ".join(cells)})
        ReturnedCell.objects.bulk_create(
            ReturnedCell(event=event, path=path, remark=remark) for path, remark in cells.items()
        )
        return event
