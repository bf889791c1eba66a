"""The forms that somebody is to judge at one step in one year: waiting, judged, not sent yet."""

from collections import Counter
from enum import StrEnum

from django.db.models import Case, CharField, Count, F, Q, QuerySet, Sum, Value, When
from msgspec import Struct

from jiheng.web.access.decide import Post
from jiheng.web.chain.actions.send_back import BACK_TO
from jiheng.web.chain.route import ROUTES
from jiheng.web.chain.steps import Step
from jiheng.web.chain.tasks import judges_at, own
from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Person
from jiheng.writers.report.voice import Voice


class State(StrEnum):
    """How a form stands to its judge, in the order of the queue."""

    WAITING = "waiting"
    RETURNED = "returned"
    PASSED = "passed"
    UNSENT = "unsent"


class Sums(Struct, frozen=True, kw_only=True):
    """The figures of all forms in one state.

    Attributes:
        faulty: forms with at least one error.
        stake: points at stake, in 1/100 point.
        budget, executed: in 1/10,000 yuan, of the forms that say both.
        rate, rated: sum of the rates in 1/10,000, and of how many forms.
    """

    forms: int = 0
    faulty: int = 0
    errors: int = 0
    warnings: int = 0
    hints: int = 0
    stake: int = 0
    budget: int = 0
    executed: int = 0
    rate: int = 0
    rated: int = 0

    def __add__(self, other: "Sums") -> "Sums":
        """Return the figures of both together."""
        return Sums(
            **{name: getattr(self, name) + getattr(other, name) for name in self.__struct_fields__}
        )


class Progress(Struct, frozen=True, kw_only=True):
    """A unit: how many of its forms there are, were sent, were passed."""

    pk: int
    name: str
    forms: int
    sent: int
    passed: int


class Once(Struct, frozen=True, kw_only=True):
    """A fault that no unit can mend, in so many forms."""

    code: str
    title: str
    mend: str
    forms: int


_WORDED = Case(
    *(When(rank=rank, then=Value(state.value)) for rank, state in enumerate(State)),
    output_field=CharField(),
)


def stages_of(posts: tuple[Post, ...]) -> tuple[Step, ...]:
    """Return the steps at which somebody judges forms, in the order of the chain."""
    return tuple(
        step
        for step in Step
        if any(judges_at(post.role, step, route) for post in posts for route in ROUTES)
    )


def pool(posts: tuple[Post, ...], step: Step, year: int | None) -> QuerySet[FormRecord]:
    """Return all forms that come to somebody at a step, each with its ``state`` and its rank."""
    wanted = Q(pk__in=[])
    for post in posts:
        routes = [route for route in ROUTES if judges_at(post.role, step, route)]
        wanted |= Q(organisation__branch__startswith=post.branch, route__in=routes)
    records = FormRecord.objects.filter(wanted, year=year)
    if step is Step.ADJUSTMENT:
        # Who never asked for another target owes nothing here.
        records = records.filter(step=step)
    return records.annotate(rank=_rank(step)).annotate(state=_WORDED)


def waiting(
    person: Person, posts: tuple[Post, ...], step: Step, year: int | None
) -> QuerySet[FormRecord]:
    """Return what somebody can judge now, what may change most on top."""
    here = pool(posts, step, year).filter(state=State.WAITING).exclude(own(person))
    return here.order_by(F("figures__priority").desc(), "number")


def counts(records: QuerySet[FormRecord]) -> dict[State, int]:
    """Return how many forms of a pool are in each state, by one query."""
    told = dict(records.order_by().values_list("state").annotate(Count("pk")))
    return {state: told.get(state.value, 0) for state in State}


def sums(records: QuerySet[FormRecord]) -> dict[State, Sums]:
    """Return the figures of a pool by state, by one query."""
    both = Q(figures__budget__isnull=False, figures__executed__isnull=False)
    told = (
        records.order_by()
        .values("state")
        .annotate(
            forms=Count("pk"),
            faulty=Count("pk", filter=Q(figures__errors__gt=0)),
            errors=Sum("figures__errors"),
            warnings=Sum("figures__warnings"),
            hints=Sum("figures__hints"),
            stake=Sum("figures__stake"),
            budget=Sum("figures__budget", filter=both),
            executed=Sum("figures__executed", filter=both),
            rate=Sum("figures__rate"),
            rated=Count("figures__rate"),
        )
    )
    found = {State(row.pop("state")): row for row in map(dict, told)}
    return {
        state: Sums(**{name: value or 0 for name, value in found.get(state, {}).items()})
        for state in State
    }


def units(records: QuerySet[FormRecord]) -> tuple[Progress, ...]:
    """Return every unit of a pool with its progress, by one query."""
    told = (
        records.order_by()
        .values("organisation", "organisation__name")
        .annotate(
            forms=Count("pk"),
            sent=Count("pk", filter=~Q(state=State.UNSENT)),
            passed=Count("pk", filter=Q(state=State.PASSED)),
        )
    )
    return tuple(
        Progress(
            pk=row["organisation"],
            name=row["organisation__name"],
            forms=row["forms"],
            sent=row["sent"],
            passed=row["passed"],
        )
        for row in told.order_by("organisation__branch")
    )


def told_once(records: QuerySet[FormRecord], language: str) -> tuple[Once, ...]:
    """Return what templates and systems did, each once, with the number of forms; one query."""
    told = records.order_by().exclude(figures__once="").values_list("figures__once")
    found: Counter[str] = Counter()
    for once, forms in told.annotate(Count("pk")):
        for each in once.split():
            found[each] += forms
    voice = Voice(language=language)
    parts = ((*each.split(":"), forms) for each, forms in found.most_common())
    return tuple(
        Once(code=code, title=voice.defect(code, code), mend=mend, forms=forms)
        for code, mend, forms in parts
    )


def _rank(step: Step) -> Case:
    order = tuple(Step)
    later = order[order.index(step) + 1 :]
    back = BACK_TO.get(step)
    return Case(
        When(step=step, then=Value(0)),
        When(step=back, figures__is_returned=True, then=Value(1)),
        When(step__in=later, then=Value(2)),
        default=Value(3),
    )
