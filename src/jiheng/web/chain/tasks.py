"""待办 and 催办: what waits for a person, and what others owe, as questions to the database."""

from collections.abc import Callable, Iterable
from functools import reduce

from django.db.models import Exists, OuterRef, Q, QuerySet

from jiheng.web.access.decide import Post
from jiheng.web.access.table import roles_for
from jiheng.web.chain.models import Asked, Event, OpeningRequest
from jiheng.web.chain.route import ROUTES, load_route
from jiheng.web.chain.steps import SUBMITTING, Action, Step
from jiheng.web.forms.models import FormRecord, FormVersion
from jiheng.web.people.models import Person
from jiheng.web.people.roles import Role
from jiheng.web.rectification.models import Notice
from jiheng.web.rectification.states import NoticeState

UNIT_DUTIES = (Action.DECLARE, Action.RESUBMIT, Action.HAND_IN, Action.REPORT_MONITORING)
JUDGE_DUTIES = (
    Action.REVIEW_TARGET,
    Action.APPROVE_TARGET,
    Action.APPROVE_ADJUSTMENT,
    Action.REVIEW_DEPARTMENT,
    Action.RECHECK,
    Action.OPEN_CELL,
)
"""What moves a form on; to withdraw it or to send it back is nobody's duty."""
UNIT_STEPS = (Step.TARGET_DRAFT, Step.MONITORING, Step.SELF_EVALUATION)
"""Where a form waits for its unit."""

JUDGES = frozenset(
    role for action in JUDGE_DUTIES for step in Step for role in roles_for(action, step)
)

_NOTHING = Q(pk__in=[])
"""What no form fulfils; nothing is joined to it, for every page asks what waits."""


def waiting_for(person: Person, posts: tuple[Post, ...]) -> QuerySet[FormRecord]:
    """Return the forms that wait for a person: their own, and what they have to judge."""
    held = _anywhere(posts, lambda role: _any_of((_with_unit(role), demanded_of(role))))
    judged = _anywhere(posts, _judged)
    wanted = _any_of((_both(held, Q(filler=person)), _both(judged, ~own(person))))
    return FormRecord.objects.filter(wanted)


def judging(posts: tuple[Post, ...]) -> Q:
    """Return the condition that a form stands before one of these posts to be judged."""
    return _anywhere(posts, lambda role: _any_of((judged_by(role), asked_of(role))))


def noticed(posts: tuple[Post, ...]) -> Q:
    """Return the condition that a notice of rectification waits for one of these posts."""
    return _anywhere(posts, lambda role: _any_of((demanded_of(role), settled_by(role))))


def demanded_of(role: Role) -> Q:
    """Return the condition that a notice of rectification waits for a form's unit."""
    if not any(role in roles_for(Action.FEED_BACK, step) for step in Step):
        return _NOTHING
    return Q(pk__in=Notice.objects.filter(state=NoticeState.ISSUED).values("record"))


def settled_by(role: Role) -> Q:
    """Return the condition that a form's unit has fed back to a notice of this role's office."""
    if not any(role in roles_for(Action.CLOSE_NOTICE, step) for step in Step):
        return _NOTHING
    fed_back = Notice.objects.filter(state=NoticeState.FED_BACK, role=role)
    return Q(pk__in=fed_back.values("record"))


def owed_by_others(person: Person, posts: tuple[Post, ...]) -> QuerySet[FormRecord]:
    """Return the forms of somebody's branch that wait for their units."""
    wanted = _NOTHING
    for post in posts:
        if post.role in JUDGES:
            wanted |= Q(organisation__branch__startswith=post.branch)
    return FormRecord.objects.filter(wanted, step__in=UNIT_STEPS).exclude(filler=person)


def judged_by(role: Role) -> Q:
    """Return the condition that a form stands where this role judges it."""
    steps = {name: [step for step in Step if judges_at(role, step, name)] for name in ROUTES}
    return _any_of(Q(route=name, step__in=found) for name, found in steps.items() if found)


def asked_of(role: Role) -> Q:
    """Return the condition that a form's unit waits for this role to open a locked cell."""
    steps = {name: load_route(name).judged_by(role) for name in ROUTES}
    return _any_of(_asked_at(name, found) for name, found in steps.items() if found)


def judges_at(role: Role, step: Step, route: str) -> bool:
    """Return whether a role judges the forms of a route at a step."""
    may = any(role in roles_for(action, step) for action in JUDGE_DUTIES)
    return may and role in load_route(route).judges(step)


def own(person: Person) -> Q:
    """Return the condition that a person had a hand in a form, and so cannot judge it."""
    here = {"record": OuterRef("pk")}
    submitted = [each.value for each in SUBMITTING]
    return (
        Q(filler=person)
        | Q(Exists(FormVersion.objects.filter(made_by=person, **here)))
        | Q(Exists(Event.objects.filter(person=person, action__in=submitted, **here)))
    )


def _judged(role: Role) -> Q:
    return _any_of((judged_by(role), asked_of(role), settled_by(role)))


def _asked_at(route: str, steps: tuple[Step, ...]) -> Q:
    here = {"record": OuterRef("pk"), "state": Asked.WAITING, "judged_at__in": steps}
    return Q(Exists(OpeningRequest.objects.filter(**here)), route=route)


def _with_unit(role: Role) -> Q:
    steps = [step for step in Step if any(role in roles_for(each, step) for each in UNIT_DUTIES)]
    return Q(step__in=steps) if steps else _NOTHING


def _anywhere(posts: tuple[Post, ...], of_role: Callable[[Role], Q]) -> Q:
    return _any_of(
        _both(of_role(post.role), Q(organisation__branch__startswith=post.branch)) for post in posts
    )


def _any_of(conditions: Iterable[Q]) -> Q:
    found = [each for each in conditions if each is not _NOTHING]
    return reduce(lambda one, other: one | other, found) if found else _NOTHING


def _both(condition: Q, other: Q) -> Q:
    return _NOTHING if condition is _NOTHING else condition & other
