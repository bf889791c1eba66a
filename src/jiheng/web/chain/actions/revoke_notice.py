"""撤销整改: a notice that should not have been issued is taken back, always with a reason."""

from jiheng.web import clock
from jiheng.web.chain.models import Event
from jiheng.web.chain.order import Order, Refused, opened
from jiheng.web.chain.steps import Action
from jiheng.web.lists.figures import keep_figures
from jiheng.web.rectification.notices import open_notice
from jiheng.web.rectification.states import NoticeState


def revoke_notice(order: Order) -> Event:
    """End the notice without saying that anything was put right."""
    with opened(order, Action.REVOKE_NOTICE) as case:
        if not order.reason.strip():
            raise Refused("refused.reason")
        notice = open_notice(case.record)
        notice.state, notice.ended_at = NoticeState.REVOKED, clock.now()
        notice.save(update_fields=["state", "ended_at"])
        event = case.stay()
        keep_figures(case.record)
        return event
