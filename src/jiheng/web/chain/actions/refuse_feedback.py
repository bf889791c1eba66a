"""退回整改: the feedback does not do; the unit goes on, till another day."""

from datetime import date

from jiheng.web import clock
from jiheng.web.chain.models import Event
from jiheng.web.chain.order import Order, Refused, opened
from jiheng.web.chain.steps import Action
from jiheng.web.lists.figures import keep_figures
from jiheng.web.rectification.notices import keep_judgements, open_notice
from jiheng.web.rectification.states import NoticeState
from jiheng.web.rectification.wishes import Judgement


def refuse_feedback(order: Order, due: date, judgements: tuple[Judgement, ...] = ()) -> Event:
    """Give the notice back to the unit, always with a reason; what was accepted stays so."""
    with opened(order, Action.REFUSE_FEEDBACK) as case:
        if not order.reason.strip():
            raise Refused("refused.reason")
        if due < clock.today():
            raise Refused("refused.past")
        notice = open_notice(case.record)
        keep_judgements(notice, judgements)
        notice.state, notice.due = NoticeState.ISSUED, due
        notice.save(update_fields=["state", "due"])
        event = case.stay({"due": due.isoformat()})
        keep_figures(case.record)
        return event
