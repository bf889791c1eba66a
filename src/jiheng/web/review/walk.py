"""The walk through the queue: one form after the other, on one page."""

from django.db.models import QuerySet
from msgspec import Struct

from jiheng.web.access.fetching import allowed_actions
from jiheng.web.chain.actions import MOVES, Move
from jiheng.web.chain.steps import Step
from jiheng.web.chain.tasks import JUDGE_DUTIES
from jiheng.web.forms.models import FormRecord
from jiheng.web.lists.rows import Row, listed, row_of
from jiheng.web.pages.desk import Desk
from jiheng.web.review.pool import State, counts, pool, stages_of, waiting
from jiheng.web.sampling.results import with_review
from jiheng.web.sampling.sample import given_to

GIVEN = "given"
"""In the place of a step: the forms that the visitor was given after a draw."""
_BEFORE, _AROUND = 5, 50


class Way(Struct, frozen=True, kw_only=True):
    """Where somebody stands in their queue, or among the forms that they were given.

    Attributes:
        step: at which they judge, or ``GIVEN``.
        rows: the waiting forms around the one that is shown.
        place, count: that of the form among those that wait, from 1; 0 where it does not wait.
        previous, next: numbers of its neighbours; "" where there is none.
        done: of how many sent forms somebody has judged ``done``.
    """

    step: str
    rows: tuple[Row, ...]
    place: int
    count: int
    previous: str
    next: str
    done: int
    sent: int

    @property
    def home(self) -> str:
        """Name of the list that it goes through."""
        return "draw-tasks" if self.step == GIVEN else "queue"

    @property
    def words(self) -> str:
        """Key of what its forms are called."""
        return "sampling.mine" if self.step == GIVEN else "review.state.waiting"


def way_for(desk: Desk, record: FormRecord, asked: str) -> Way | None:
    """Return the way on which somebody reviews a form; None for whoever reviews nothing."""
    step = None if asked == GIVEN else step_of(desk, record, asked)
    return way(desk, step, record) if step is not None else given_way(desk, record)


def way(desk: Desk, step: Step, record: FormRecord) -> Way:
    """Return the waiting forms around a form, which itself may wait no longer."""
    posts, year = desk.posts, record.year
    ordered = waiting(desk.person, posts, step, year)
    states = counts(pool(posts, step, year))
    sent = sum(states.values()) - states[State.UNSENT]
    done = states[State.RETURNED] + states[State.PASSED]
    return _way(step.value, ordered, record, (done, sent))


def given_way(desk: Desk, record: FormRecord) -> Way | None:
    """Return the forms around one that the visitor was given; None where it was not."""
    given = with_review(given_to(desk.person))
    here = [each.given.record for each in given if each.is_here]
    if record not in here:
        return None
    ordered = FormRecord.objects.filter(pk__in=[each.pk for each in here]).order_by("number")
    done = sum(each.difference is not None for each in given)
    return _way(GIVEN, ordered, record, (done, len(given)))


def _way(step: str, ordered: QuerySet[FormRecord], record: FormRecord, far: tuple[int, int]) -> Way:
    numbers = list(ordered.values_list("number", flat=True))
    at = numbers.index(record.number) if record.number in numbers else -1
    first = max(at - _BEFORE, 0)
    shown = listed(ordered.filter(number__in=numbers[first : first + _AROUND]))
    done, sent = far
    return Way(
        step=step,
        rows=tuple(row_of(each) for each in shown),
        place=at + 1,
        count=len(numbers),
        previous=numbers[at - 1] if at > 0 else "",
        next=_after(numbers, at),
        done=done,
        sent=sent,
    )


def step_of(desk: Desk, record: FormRecord, asked: str = "") -> Step | None:
    """Return the step at which somebody reviews a form; None for whoever judges nothing."""
    stages = stages_of(desk.posts)
    wanted = (asked, record.step)
    return next((step for name in wanted for step in stages if step == name), None) or next(
        iter(reversed(stages)), None
    )


def approval(desk: Desk, record: FormRecord) -> Move | None:
    """Return the action with which the visitor passes the form on, if they may do it now."""
    allowed = allowed_actions(desk.person, record)
    return next(
        (move for move in MOVES if move.action in JUDGE_DUTIES and move.action in allowed), None
    )


def _after(numbers: list[str], at: int) -> str:
    """The number that follows; after the last one the first comes again, but never the same."""
    following = (numbers[at + 1 :] + numbers[: max(at, 0)]) if numbers else []
    return following[0] if following else ""
