"""What happened to a form, asked of the database once for all that want to know."""

from typing import cast

from msgspec import Struct

from jiheng.web.chain.models import Asked, Event, OpeningRequest
from jiheng.web.chain.steps import BESIDE_A_RETURN, Action
from jiheng.web.forms.models import PAST, FormRecord
from jiheng.web.rectification.models import Notice
from jiheng.web.rectification.states import OPEN


class Past(Struct, frozen=True, kw_only=True):
    """The events of a form and what was asked since, the first first.

    Attributes:
        openings: the requests that a locked cell be opened which wait, or still hold.
        notice: the notice of rectification that is open.
    """

    events: tuple[Event, ...]
    openings: tuple[OpeningRequest, ...]
    notice: Notice | None = None

    @property
    def waiting(self) -> OpeningRequest | None:
        """The request that nobody has answered."""
        return next((each for each in self.openings if each.state == Asked.WAITING), None)

    @property
    def return_to_take_up(self) -> Event | None:
        """The return after which nobody has judged the form again."""
        judged = (each for each in reversed(self.events) if each.action not in BESIDE_A_RETURN)
        last = next(judged, None)
        return last if last is not None and last.action == Action.SEND_BACK else None

    def last(self, action: Action) -> Event | None:
        """Return the last event of a kind."""
        return next((each for each in reversed(self.events) if each.action == action), None)


def past_of(record: FormRecord) -> Past:
    """Return what happened to a form, as it was when this object was first asked for it."""
    kept = vars(record).get(PAST)
    if kept is not None:
        return cast("Past", kept)
    events = tuple(Event.objects.filter(record=record).select_related("person").order_by("id"))
    asked = OpeningRequest.objects.filter(record=record, state__in=(Asked.WAITING, Asked.GRANTED))
    past = Past(
        events=events,
        openings=tuple(asked.select_related("event__person")),
        notice=_notice(record, events),
    )
    vars(record)[PAST] = past
    return past


def _notice(record: FormRecord, events: tuple[Event, ...]) -> Notice | None:
    # Most forms never have one, and are not asked.
    if not any(each.action == Action.ISSUE_NOTICE for each in events):
        return None
    return Notice.objects.filter(record=record, state__in=OPEN).select_related("event").first()


def forget_past(record: FormRecord) -> None:
    """Let it be asked anew: something happened."""
    vars(record).pop(PAST, None)
