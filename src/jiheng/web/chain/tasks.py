"""待办 and 催办: what waits for a person, and what others owe."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from django.utils import timezone
from msgspec import Struct

from jiheng.web.access.decide import Post, Ruling, Situation, decide
from jiheng.web.access.situations import known, within_reach
from jiheng.web.access.table import roles_for
from jiheng.web.chain.actions import MOVES, Move
from jiheng.web.chain.route import load_route
from jiheng.web.chain.steps import Action, Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.summary import Summary, read_summary
from jiheng.web.people.models import Person

_UNIT_DUTIES = (Action.DECLARE, Action.RESUBMIT, Action.HAND_IN, Action.REPORT_MONITORING)
_JUDGE_DUTIES = (
    Action.REVIEW_TARGET,
    Action.APPROVE_TARGET,
    Action.APPROVE_ADJUSTMENT,
    Action.REVIEW_DEPARTMENT,
    Action.RECHECK,
    Action.OPEN_CELL,
)
"""What moves a form on; to withdraw it or to send it back is nobody's duty."""


_JUDGES = frozenset(
    role for action in _JUDGE_DUTIES for step in Step for role in roles_for(action, step)
)


class Row(Struct, frozen=True, kw_only=True):
    """A form in a list.

    Attributes:
        due: last day of its step; None where the route names none.
    """

    record: FormRecord
    summary: Summary
    step: Step
    due: date | None
    is_overdue: bool
    is_returned: bool


class Group(Struct, frozen=True, kw_only=True):
    """The forms of one list that stand at one step, with what can be done with several at once."""

    step: Step
    rows: tuple[Row, ...]
    batch: tuple[Move, ...] = ()


def tasks_of(person: Person, posts: tuple[Post, ...]) -> tuple[Row, ...]:
    """Return the forms that wait for a person, those that are due first."""
    found: list[Row] = []
    for action in (*_UNIT_DUTIES, *_JUDGE_DUTIES):
        records = within_reach(posts, action)
        if action in _UNIT_DUTIES:
            records = records.filter(filler=person)
        for record, situation in known(records, person):
            if decide(posts, action, situation) is Ruling.ALLOWED:
                found.append(row_of(record, situation))
    return tuple(sorted(found, key=_pressing))


def owed_by_others(person: Person, posts: tuple[Post, ...]) -> tuple[Row, ...]:
    """Return the forms of somebody's branch that wait for their units."""
    judging = tuple(post for post in posts if post.role in _JUDGES)
    drafts = (Step.TARGET_DRAFT, Step.MONITORING, Step.SELF_EVALUATION)
    records = within_reach(judging).filter(step__in=drafts).exclude(filler=person)
    rows = (row_of(record, situation) for record, situation in known(records, person))
    return tuple(sorted(rows, key=_pressing))


def row_of(record: FormRecord, situation: Situation) -> Row:
    """Return a form as lists show it."""
    due = load_route(record.route).due(situation.step, record.year)
    return Row(
        record=record,
        summary=read_summary(record.summary),
        step=situation.step,
        due=due,
        is_overdue=due is not None and due < timezone.localdate(),
        is_returned=situation.is_returned,
    )


def grouped(rows: Iterable[Row], *, are_tasks: bool = False) -> tuple[Group, ...]:
    """Return rows by step, in the order of the chain; tasks can be ticked and done together."""
    order = tuple(Step)
    ordered = sorted(rows, key=lambda row: (order.index(row.step), _pressing(row)))
    return tuple(
        Group(step=step, rows=tuple(members), batch=_batch(step) if are_tasks else ())
        for step, members in groupby(ordered, key=lambda row: row.step)
    )


def _batch(step: Step) -> tuple[Move, ...]:
    return tuple(move for move in MOVES if move.is_batch and roles_for(move.action, step))


def _pressing(row: Row) -> tuple[date, str]:
    return row.due or date.max, row.record.number
