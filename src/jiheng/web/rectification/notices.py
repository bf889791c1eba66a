"""The notice of rectification that is open on a form, and what is said to its demands."""

from collections.abc import Iterable

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


def with_open_notice(records: Iterable[FormRecord]) -> frozenset[int]:
    """Return the keys of those forms on which a notice is open; one query."""
    found = Notice.objects.filter(record__in=[each.pk for each in records], state__in=OPEN)
    return frozenset(found.order_by().values_list("record", flat=True))


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
