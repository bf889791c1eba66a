"""整改销号: everything that a notice demanded is put right."""

from jiheng.web import clock
from jiheng.web.chain.models import Event
from jiheng.web.chain.order import Order, Refused, opened
from jiheng.web.chain.steps import Action
from jiheng.web.lists.figures import keep_figures
from jiheng.web.rectification.notices import keep_judgements, open_notice
from jiheng.web.rectification.raised import is_raised
from jiheng.web.rectification.states import NoticeState
from jiheng.web.rectification.wishes import Judgement


def close_notice(order: Order, judgements: tuple[Judgement, ...] = ()) -> Event:
    """Close the notice, if the rules find nothing of it any more and all words were met."""
    with opened(order, Action.CLOSE_NOTICE) as case:
        notice = open_notice(case.record)
        demands = keep_judgements(notice, judgements)
        if any(each.code and is_raised(case.record, each.code, each.path) for each in demands):
            raise Refused("refused.still-raised")
        in_words = tuple(each for each in demands if not each.code)
        if not all(each.is_accepted for each in in_words):
            raise Refused("refused.not-accepted")
        if not all(each.judgement for each in in_words):
            raise Refused("refused.no-judgement")
        notice.state, notice.ended_at = NoticeState.CLOSED, clock.now()
        notice.save(update_fields=["state", "ended_at"])
        event = case.stay({f"judgement {at}": e.judgement for at, e in enumerate(in_words, 1)})
        keep_figures(case.record)
        return event
