"""The facts that a decision rests on, read from the database."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from jiheng.web.access.decide import Post, Ruling, Situation, decide
from jiheng.web.access.table import roles_for
from jiheng.web.chain.models import Asked, Event, OpeningRequest
from jiheng.web.chain.steps import BESIDE_A_RETURN, SUBMITTING, Action, Step
from jiheng.web.forms.models import FormRecord, FormVersion
from jiheng.web.people.models import Appointment, Person
from jiheng.web.people.roles import Role

_DRAFTS = (Step.TARGET_DRAFT, Step.SELF_EVALUATION)


def posts_of(person: Person) -> tuple[Post, ...]:
    """Return where a person holds which role."""
    held = Appointment.objects.filter(person=person).select_related("organisation")
    return tuple(Post(role=Role(each.role), branch=each.organisation.branch) for each in held)


def within_reach(posts: tuple[Post, ...], action: Action = Action.READ) -> QuerySet[FormRecord]:
    """Return the forms that lie in somebody's branch at a step where their role may do this."""
    wanted = Q(pk__in=[])
    for post in posts:
        steps = [step for step in Step if post.role in roles_for(action, step)]
        wanted |= Q(organisation__branch__startswith=post.branch, step__in=steps)
    return FormRecord.objects.filter(wanted).select_related("organisation", "filler")


def known(records: QuerySet[FormRecord], person: Person) -> Iterable[tuple[FormRecord, Situation]]:
    """Yield each form with its situation, by one query for all."""
    events = Event.objects.filter(record=OuterRef("pk")).order_by("-id")
    requests = OpeningRequest.objects.filter(record=OuterRef("pk"), state=Asked.WAITING)
    submitted = [each.value for each in SUBMITTING]
    beside = [each.value for each in BESIDE_A_RETURN]
    told = records.annotate(
        last=Subquery(events.values("action")[:1]),
        judged=Subquery(events.exclude(action__in=beside).values("action")[:1]),
        asked=Subquery(requests.values("judged_at")[:1]),
        wrote=Exists(FormVersion.objects.filter(record=OuterRef("pk"), made_by=person)),
        sent=Exists(
            Event.objects.filter(record=OuterRef("pk"), person=person, action__in=submitted)
        ),
    )
    for record in told:
        # The stubs know nothing of what a query adds to a row.
        said = vars(record)
        is_own = said["wrote"] or said["sent"] or record.filler.pk == person.pk
        yield (
            record,
            _situation(record, (said["last"], said["judged"], said["asked"]), is_own=is_own),
        )


def situation_of(record: FormRecord, person: Person) -> Situation:
    """Return the situation of one form as a person meets it."""
    one = FormRecord.objects.filter(pk=record.pk).select_related("organisation", "filler")
    ((_, situation),) = known(one, person)
    return situation


def ruling_on(person: Person, action: Action, record: FormRecord) -> Ruling:
    """Return whether a person may do this with a form now."""
    return decide(posts_of(person), action, situation_of(record, person))


def _situation(
    record: FormRecord, said: tuple[str | None, str | None, str | None], *, is_own: bool
) -> Situation:
    last, judged, asked = said
    step = Step(record.step)
    return Situation(
        branch=record.organisation.branch,
        route=record.route,
        step=step,
        is_own=is_own,
        last=Action(last) if last else None,
        is_returned=step in _DRAFTS and judged == Action.SEND_BACK,
        asked_of=Step(asked) if asked else None,
    )
