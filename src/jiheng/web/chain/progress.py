"""A form's way through its route, as the page shows it: done, now, to come."""

from datetime import date, datetime
from typing import Literal

from msgspec import Struct

from jiheng.web.chain.openness import open_return
from jiheng.web.chain.past import past_of
from jiheng.web.chain.route import load_route
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord

State = Literal["done", "now", "returned", "ahead"]


class Station(Struct, frozen=True, kw_only=True):
    """A step of the route.

    Attributes:
        since: when the form left it, or came to it if it is there now.
    """

    number: int
    step: Step
    state: State
    since: datetime | None
    due: date | None


def stations(record: FormRecord) -> tuple[Station, ...]:
    """Return the steps of a form's route in their order."""
    route, order = load_route(record.route), tuple(Step)
    left = {event.step_from: event.at for event in past_of(record).events}
    here = Step.MONITORING if record.step == Step.ADJUSTMENT else Step(record.step)
    at = order.index(here)
    is_returned = open_return(record) is not None
    found: list[Station] = []
    for number, stage in enumerate(route.stages, 1):
        place = order.index(stage.step)
        now: State = "returned" if is_returned else "now"
        state: State = "done" if place < at or here is Step.CLOSED else now
        if place > at:
            state = "ahead"
        since = record.step_since if place == at else left.get(stage.step)
        found.append(
            Station(
                number=number,
                step=stage.step,
                state=state,
                since=None if state == "ahead" else since,
                due=route.due(stage.step, record.year),
            )
        )
    return tuple(found)
