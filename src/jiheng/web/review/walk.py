"""The walk through the queue: one form after the other, on one page."""

from msgspec import Struct

from jiheng.web.access.fetching import allowed_actions
from jiheng.web.chain.actions import MOVES, Move
from jiheng.web.chain.steps import Step
from jiheng.web.chain.tasks import JUDGE_DUTIES
from jiheng.web.forms.models import FormRecord
from jiheng.web.lists.rows import Row, listed, row_of
from jiheng.web.pages.desk import Desk
from jiheng.web.review.pool import State, counts, pool, stages_of, waiting

_BEFORE, _AROUND = 5, 50


class Way(Struct, frozen=True, kw_only=True):
    """Where somebody stands in their queue.

    Attributes:
        rows: the waiting forms around the one that is shown.
        previous, next: numbers of its neighbours; "" where there is none.
        done: of how many sent forms somebody has judged ``done``.
    """

    step: Step
    rows: tuple[Row, ...]
    previous: str
    next: str
    done: int
    sent: int


def way(desk: Desk, step: Step, record: FormRecord) -> Way:
    """Return the waiting forms around a form, which itself may wait no longer."""
    posts, year = desk.posts, record.year
    ordered = waiting(desk.person, posts, step, year)
    numbers = list(ordered.values_list("number", flat=True))
    at = numbers.index(record.number) if record.number in numbers else -1
    first = max(at - _BEFORE, 0)
    shown = listed(ordered.filter(number__in=numbers[first : first + _AROUND]))
    states = counts(pool(posts, step, year))
    return Way(
        step=step,
        rows=tuple(row_of(each) for each in shown),
        previous=numbers[at - 1] if at > 0 else "",
        next=_after(numbers, at),
        done=states[State.RETURNED] + states[State.PASSED],
        sent=sum(states.values()) - states[State.UNSENT],
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
