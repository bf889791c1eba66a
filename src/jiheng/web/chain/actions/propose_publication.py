"""提出公开: a closed form is put up for the review for secrecy."""

from jiheng.model.form import NOT_JUDGED
from jiheng.web import clock
from jiheng.web.chain.models import Event
from jiheng.web.chain.order import Order, Refused, opened
from jiheng.web.chain.steps import Action
from jiheng.web.forms.saving import form_of
from jiheng.web.publication.models import Clearance, Verdict


def propose_publication(order: Order) -> Event:
    """Ask that the form, as it is now, be published; what was cleared before counts no more."""
    with opened(order, Action.PROPOSE_PUBLICATION) as case:
        if form_of(case.record).kind in NOT_JUDGED:
            raise Refused("refused.no-self-evaluation")
        Clearance.objects.update_or_create(
            record=case.record,
            defaults={
                "version": case.record.version,
                "verdict": Verdict.WAITING,
                "proposed_by": order.person,
                "proposed_at": clock.now(),
                "reviewed_by": None,
                "reviewed_at": None,
            },
        )
        return case.stay()
