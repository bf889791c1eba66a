"""How a closed form stands on its way to the public."""

from enum import StrEnum

from django.db.models import Case, CharField, F, Q, QuerySet, Value, When

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.publication.models import Clearance, Verdict


class ClearanceState(StrEnum):
    """A form's state; ``changed`` was cleared, but is another version by now."""

    UNPROPOSED = "unproposed"
    WAITING = "waiting"
    PUBLIC = "public"
    PARTLY = "partly"
    REFUSED = "refused"
    CHANGED = "changed"


CLEARED = (ClearanceState.PUBLIC, ClearanceState.PARTLY)
"""These can be released."""
_IS_CHANGED = ~Q(clearance__version=F("version")) | ~Q(step=Step.CLOSED)


def with_states(records: QuerySet[FormRecord]) -> QuerySet[FormRecord]:
    """Return forms each with its ``state``; by the one query that fetches them."""
    stands = Case(
        When(clearance=None, then=Value(ClearanceState.UNPROPOSED.value)),
        When(clearance__verdict=Verdict.WAITING, then=Value(ClearanceState.WAITING.value)),
        When(_IS_CHANGED, then=Value(ClearanceState.CHANGED.value)),
        default=F("clearance__verdict"),
        output_field=CharField(),
    )
    return records.annotate(state=stands)


def state_of(clearance: Clearance | None, record: FormRecord) -> ClearanceState:
    """Return the state of one form, which is the same that ``with_states`` gives."""
    if clearance is None:
        return ClearanceState.UNPROPOSED
    if clearance.verdict == Verdict.WAITING:
        return ClearanceState.WAITING
    is_same = clearance.version == record.version and record.step == Step.CLOSED
    return ClearanceState(clearance.verdict) if is_same else ClearanceState.CHANGED
