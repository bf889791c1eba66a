"""The notice of rectification that is open on a form, and what is said to its demands."""

from jiheng.web.chain.order import Refused
from jiheng.web.forms.models import FormRecord
from jiheng.web.rectification.models import Demand, Notice
from jiheng.web.rectification.states import OPEN
from jiheng.web.rectification.wishes import Judgement


def open_notice(record: FormRecord) -> Notice:
    """Return the notice that is open on a form that is held.

    Raises:
        Refused: there is none.
    """
    found = Notice.objects.filter(record=record, state__in=OPEN).select_related("event").first()
    if found is None:
        raise Refused("ruling.not-now")
    return found


def keep_judgements(notice: Notice, judgements: tuple[Judgement, ...]) -> tuple[Demand, ...]:
    """Return the demands with what the office says to those in words.

    Raises:
        Refused: one is not about a demand in words of this notice.
    """
    demands = {each.pk: each for each in Demand.objects.filter(notice=notice)}
    for each in judgements:
        demand = demands.get(each.demand)
        if demand is None or demand.code:
            raise Refused("ruling.not-now")
        demand.is_accepted, demand.judgement = each.is_accepted, each.words.strip()
        demand.save(update_fields=["is_accepted", "judgement"])
    return tuple(demands.values())
