"""保密审查: somebody else than who proposed it says whether a form may be published."""

from jiheng.web import clock
from jiheng.web.chain.models import Event
from jiheng.web.chain.order import Order, Refused, opened
from jiheng.web.chain.steps import Action
from jiheng.web.forms.saving import form_of
from jiheng.web.publication.models import Clearance, Verdict
from jiheng.web.publication.wishes import ALL_OF_IT, Secrecy, withholdable


def review_secrecy(order: Order, secrecy: Secrecy = ALL_OF_IT) -> Event:
    """Keep the result; names and numbers are masked until somebody releases them."""
    with opened(order, Action.REVIEW_SECRECY) as case:
        is_partly = secrecy.verdict is Verdict.PARTLY
        if secrecy.verdict is Verdict.WAITING:
            raise Refused("refused.no-verdict")
        if secrecy.verdict is not Verdict.PUBLIC and not order.reason.strip():
            raise Refused("refused.reason")
        if is_partly != bool(secrecy.withheld):
            raise Refused("refused.no-part")
        if not set(secrecy.withheld) <= withholdable(form_of(case.record)):
            raise Refused("refused.no-part")
        withheld = " ".join(secrecy.withheld)
        Clearance.objects.filter(record=case.record).update(
            version=case.record.version,
            verdict=secrecy.verdict,
            withheld=withheld,
            reason=order.reason.strip(),
            reviewed_by=order.person,
            reviewed_at=clock.now(),
        )
        return case.stay({"verdict": secrecy.verdict.value, "withheld": withheld})
