"""What the queue's page shows: figures, tabs, one page of forms, units, what to remind of."""

from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest
from msgspec import Struct

from jiheng.web.access.table import roles_for
from jiheng.web.chain.actions import MOVES, Move
from jiheng.web.chain.steps import EVALUATED, Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.lists.figures import WHOLE
from jiheng.web.lists.listing import Listing
from jiheng.web.lists.rows import Row
from jiheng.web.pages.desk import Desk
from jiheng.web.people.reach import DIGITS
from jiheng.web.review.pool import State, Sums, pool, stages_of, sums, waiting


class Strip(Struct, frozen=True, kw_only=True):
    """The figures on top, all from the sums by state, so that they add up.

    What nobody knows is None.
    """

    all: Sums
    sent: Sums
    waiting: Sums
    returned: Sums
    passed: Sums
    unsent: Sums

    @property
    def findings(self) -> int:
        """How many findings the sent forms have together."""
        return self.sent.errors + self.sent.warnings + self.sent.hints

    @property
    def by_money(self) -> int | None:
        """Return executed over budget of all sent forms, in 1/10,000."""
        return _share(self.sent.executed * WHOLE, self.sent.budget)

    @property
    def by_mean(self) -> int | None:
        """Return the mean of their rates, in 1/10,000."""
        return _share(self.sent.rate, self.sent.rated)


class Wish(Struct, frozen=True, kw_only=True):
    """What of the queue somebody wants to see.

    Attributes:
        step: at which they judge.
        state: one tab; None for all.
        unit: key of the unit, or None.
        faulty: only forms with errors.
    """

    step: Step
    state: State | None = None
    unit: int | None = None
    faulty: bool = False

    def query(self, state: State | None = None) -> str:
        """Return the parameters of the address that shows a tab with the same narrowing."""
        named = {"step": self.step.value, "state": state, "unit": self.unit}
        kept = {name: value for name, value in named.items() if value is not None}
        return urlencode({**kept, **({"faulty": "1"} if self.faulty else {})})

    def narrowed(self, records: QuerySet[FormRecord]) -> QuerySet[FormRecord]:
        """Return the forms of a unit, and those with errors, where that is wished."""
        if self.unit is not None:
            records = records.filter(organisation=self.unit)
        return records.filter(figures__errors__gt=0) if self.faulty else records


def wish(request: HttpRequest, desk: Desk) -> Wish | None:
    """Return what the address asks for; None for somebody who judges nothing."""
    asked, state, unit = (request.GET.get(name, "") for name in ("step", "state", "unit"))
    key = int(unit) if unit.isdecimal() and len(unit) < DIGITS else None
    return wished(desk, asked, state, key, faulty=request.GET.get("faulty") == "1")


def wished(desk: Desk, step: str, state: str, unit: int | None, *, faulty: bool) -> Wish | None:
    """Return a wish of these words, of which an unknown one says nothing."""
    stages = stages_of(desk.posts)
    if not stages:
        return None
    named = next((each for each in stages if each == step), None)
    return Wish(
        step=named or _busiest(desk, stages),
        state=next((each for each in State if each == state), None),
        unit=unit,
        faulty=faulty,
    )


def everything(desk: Desk, wished: Wish) -> QuerySet[FormRecord]:
    """Return the forms in all tabs of a wish."""
    return wished.narrowed(pool(desk.posts, wished.step, desk.year))


def chosen(desk: Desk, wished: Wish) -> QuerySet[FormRecord]:
    """Return the forms that somebody wants to see, where most is at stake on top."""
    found = everything(desk, wished)
    found = found if wished.state is None else found.filter(state=wished.state)
    return found.order_by("rank", "-figures__priority", "number")


def strip(records: QuerySet[FormRecord]) -> Strip:
    """Return the figures of a pool."""
    by_state = sums(records)
    sent = by_state[State.WAITING] + by_state[State.RETURNED] + by_state[State.PASSED]
    return Strip(
        all=sent + by_state[State.UNSENT],
        sent=sent,
        waiting=by_state[State.WAITING],
        returned=by_state[State.RETURNED],
        passed=by_state[State.PASSED],
        unsent=by_state[State.UNSENT],
    )


class Queued(Struct, frozen=True, kw_only=True):
    """A form in the queue, with what the visitor may do about it."""

    row: Row
    state: State
    may_judge: bool


def tabs(counted: Strip, wished: Wish) -> tuple[tuple[State, int, str], ...]:
    """Return the tabs: state, number of forms, address."""
    counts = {
        State.WAITING: counted.waiting.forms,
        State.RETURNED: counted.returned.forms,
        State.PASSED: counted.passed.forms,
        State.UNSENT: counted.unsent.forms,
    }
    return tuple((state, counts[state], f"?{wished.query(state)}") for state in State)


def queued(shown: Listing, desk: Desk, step: Step) -> tuple[Queued, ...]:
    """Return the rows of one page with their states; one query says which can be judged."""
    pks = [row.record.pk for row in shown.rows]
    here = waiting(desk.person, desk.posts, step, desk.year).filter(pk__in=pks)
    open_now = set(here.order_by().values_list("pk", flat=True))
    return tuple(
        Queued(
            row=row,
            state=State(vars(row.record)["state"]),
            may_judge=row.record.pk in open_now,
        )
        for row in shown.rows
    )


def batch_moves(step: Step) -> tuple[Move, ...]:
    """Return what can be done with many forms of a step at once."""
    return tuple(move for move in MOVES if move.is_batch and roles_for(move.action, step))


def is_evaluated(step: Step) -> bool:
    """Whether forms that come to this step have results."""
    return step in EVALUATED


def _busiest(desk: Desk, stages: tuple[Step, ...]) -> Step:
    """The step at which most waits; where nothing does, the last."""
    counts = {step: pool(desk.posts, step, desk.year).filter(step=step).count() for step in stages}
    return max(reversed(stages), key=lambda step: counts[step])


def _share(part: int, whole: int) -> int | None:
    return (2 * part + whole) // (2 * whole) if whole > 0 else None
