"""The facts that a decision rests on, read from the database."""

from collections.abc import Iterable
from typing import cast

from django.db.models import Exists, OuterRef, Q, QuerySet
from msgspec import Struct

from jiheng.web.access.decide import OpenNotice, Post, Ruling, Situation, decide
from jiheng.web.access.table import GIVEN, HIRED, roles_for
from jiheng.web.chain.models import Asked, Event, OpeningRequest
from jiheng.web.chain.past import past_of
from jiheng.web.chain.steps import BESIDE_A_RETURN, CLEARING, DRAFTS, SUBMITTING, Action, Step
from jiheng.web.forms.models import FormRecord, FormVersion
from jiheng.web.people.models import Appointment, Person
from jiheng.web.people.roles import Role
from jiheng.web.rectification.models import Notice
from jiheng.web.rectification.states import OPEN, NoticeState
from jiheng.web.sampling.models import Assignment

_APPOINTMENTS = "_appointments"
"""Under this name a person keeps the posts that they hold."""


def appointments_of(person: Person) -> tuple[Appointment, ...]:
    """Return a person's appointments, asked once for as long as this object lives."""
    kept = vars(person).get(_APPOINTMENTS)
    if kept is None:
        held = Appointment.objects.filter(person=person).select_related("organisation")
        kept = vars(person)[_APPOINTMENTS] = tuple(held)
    return cast("tuple[Appointment, ...]", kept)


def posts_of(person: Person) -> tuple[Post, ...]:
    """Return where a person holds which role, as decisions know it."""
    return tuple(
        Post(role=Role(each.role), branch=each.organisation.branch, holder=person.pk)
        for each in appointments_of(person)
    )


def within_reach(posts: tuple[Post, ...], action: Action = Action.READ) -> QuerySet[FormRecord]:
    """Return the forms that lie in somebody's branch at a step where their role may do this."""
    wanted = Q(pk__in=[])
    for post in posts:
        steps = [step for step in Step if post.role in roles_for(action, step)]
        reach = Q(organisation__branch__startswith=post.branch, step__in=steps)
        wanted |= reach & _given(post) if post.role in HIRED else reach
    return FormRecord.objects.filter(wanted).select_related("organisation", "filler")


def known(records: QuerySet[FormRecord], person: Person) -> Iterable[tuple[FormRecord, Situation]]:
    """Yield each form with its situation, by a few questions for all."""
    facts = _facts(Q(record__in=records.order_by().values("pk")), person)
    for record in records:
        events = facts.events.get(record.pk, [])
        is_own = record.filler.pk == person.pk or record.pk in facts.written
        is_own = is_own or _submitted(events, person)
        asked, notice = facts.asked.get(record.pk), facts.notices.get(record.pk)
        given, last = record.pk in facts.given, _clearing(events, person)
        yield (
            record,
            _situation(record, events, asked, notice, last, is_own=is_own, is_assigned=given),
        )


def situation_of(record: FormRecord, person: Person) -> Situation:
    """Return the situation of one form, as it was fetched, as a person meets it."""
    past = past_of(record)
    events = [(each.action, each.person.pk) for each in past.events]
    is_own = record.filler.pk == person.pk or _submitted(events, person)
    # Only of a form that is not theirs anyway has the database to say whether they wrote in it.
    wrote = is_own or FormVersion.objects.filter(record=record, made_by=person).exists()
    asked = past.waiting.judged_at if past.waiting else None
    can_be_given = may_be_given(posts_of(person))
    given = can_be_given and Assignment.objects.filter(record=record, person=person).exists()
    notice = _open(past.notice.state, past.notice.role) if past.notice else None
    last = _clearing(events, person)
    return _situation(record, events, asked, notice, last, is_own=wrote, is_assigned=given)


def ruling_on(person: Person, action: Action, record: FormRecord) -> Ruling:
    """Return whether a person may do this with a form now."""
    return decide(posts_of(person), action, situation_of(record, person))


def _given(post: Post) -> Q:
    """The condition that the holder of a post was given a form to review."""
    return Q(Exists(Assignment.objects.filter(record=OuterRef("pk"), person=post.holder)))


def may_be_given(posts: tuple[Post, ...]) -> bool:
    """Return whether somebody with these posts can be given forms to review."""
    return any(post.role in GIVEN for post in posts)


class _Facts(Struct, frozen=True, kw_only=True):
    """What happened to forms, by their keys.

    Attributes:
        events: action and key of the person, the first first.
        written: the forms of which the person wrote a version.
        asked: the step whose judges were asked to open a cell.
        given: the forms that the person was given to review.
        notices: the notice of rectification that is open.
    """

    events: dict[int, list[tuple[str, int]]]
    written: frozenset[int]
    asked: dict[int, str]
    given: frozenset[int]
    notices: dict[int, OpenNotice]


def _facts(within: Q, person: Person) -> _Facts:
    # A few plain questions are sooner asked than one that holds them all.
    events: dict[int, list[tuple[str, int]]] = {}
    told = Event.objects.filter(within).order_by("id").values_list("record", "action", "person")
    for record, action, author in told:
        events.setdefault(record, []).append((action, author))
    wrote = FormVersion.objects.filter(within, made_by=person).order_by()
    waiting = OpeningRequest.objects.filter(within, state=Asked.WAITING)
    given = Assignment.objects.filter(within, person=person).order_by()
    return _Facts(
        events=events,
        written=frozenset(wrote.values_list("record", flat=True)),
        asked=dict(waiting.values_list("record", "judged_at")),
        given=frozenset(given.values_list("record", flat=True)),
        notices={
            record: _open(state, role)
            for record, state, role in Notice.objects.filter(within, state__in=OPEN)
            .order_by()
            .values_list("record", "state", "role")
        },
    )


def _open(state: str, role: str) -> OpenNotice:
    return OpenNotice(state=NoticeState(state), by=Role(role))


def _submitted(events: list[tuple[str, int]], person: Person) -> bool:
    return any(author == person.pk and action in SUBMITTING for action, author in events)


def _clearing(events: list[tuple[str, int]], person: Person) -> tuple[Action | None, bool]:
    """The last step towards publication, and whether the person proposed it."""
    steps = [Action(action) for action, _ in events if action in CLEARING]
    proposers = [author for action, author in events if action == Action.PROPOSE_PUBLICATION]
    return (steps[-1] if steps else None), proposers[-1:] == [person.pk]


def _situation(
    record: FormRecord,
    events: list[tuple[str, int]],
    asked: str | None,
    notice: OpenNotice | None,
    clearing: tuple[Action | None, bool],
    *,
    is_own: bool,
    is_assigned: bool,
) -> Situation:
    step, actions = Step(record.step), [Action(action) for action, _ in events]
    judged = [action for action in actions if action not in BESIDE_A_RETURN]
    return Situation(
        branch=record.organisation.branch,
        route=record.route,
        step=step,
        is_own=is_own,
        last=actions[-1] if actions else None,
        is_returned=step in DRAFTS and judged[-1:] == [Action.SEND_BACK],
        asked_of=Step(asked) if asked else None,
        is_assigned=is_assigned,
        notice=notice,
        cleared=clearing[0],
        is_proposer=clearing[1],
    )
