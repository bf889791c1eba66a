"""How a closed form stands on its way to the public."""

from enum import StrEnum

from django.db.models import Case, CharField, F, Q, QuerySet, Value, When

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.publication.models import Clearance, Verdict


class State(StrEnum):
    """A form's state; ``changed`` was cleared, but is another version by now."""

    UNPROPOSED = "unproposed"
    WAITING = "waiting"
    PUBLIC = "public"
    PARTLY = "partly"
    REFUSED = "refused"
    CHANGED = "changed"


CLEARED = (State.PUBLIC, State.PARTLY)
"""These can be released."""
_IS_CHANGED = ~Q(clearance__version=F("version")) | ~Q(step=Step.CLOSED)


def with_states(records: QuerySet[FormRecord]) -> QuerySet[FormRecord]:
    """Return forms each with its ``state``; by the one query that fetches them."""
    stands = Case(
        When(clearance=None, then=Value(State.UNPROPOSED.value)),
        When(clearance__verdict=Verdict.WAITING, then=Value(State.WAITING.value)),
        When(_IS_CHANGED, then=Value(State.CHANGED.value)),
        default=F("clearance__verdict"),
        output_field=CharField(),
    )
    return records.annotate(state=stands)


def state_of(clearance: Clearance | None, record: FormRecord) -> State:
    """Return the state of one form, which is the same that ``with_states`` gives."""
    if clearance is None:
        return State.UNPROPOSED
    if clearance.verdict == Verdict.WAITING:
        return State.WAITING
    is_same = clearance.version == record.version and record.step == Step.CLOSED
    return State(clearance.verdict) if is_same else State.CHANGED
