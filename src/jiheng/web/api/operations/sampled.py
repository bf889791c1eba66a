"""What was drawn: the population, the sample, and who reviews it."""

from datetime import date
from typing import Annotated

from django.http import Http404, HttpRequest
from msgspec import Meta
from ninja import Body
from pydantic import Field

from jiheng.web.access.situations import may_be_given, posts_of
from jiheng.web.api.figures import cents, points
from jiheng.web.api.operations.around import (
    Counted,
    KeyIn,
    PageAsked,
    Somebody,
    counted,
    paged,
    somebody,
)
from jiheng.web.api.operations.draws import ONE, framed
from jiheng.web.api.operations.planning import running
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import NO_NUL, Key, Line, Wire
from jiheng.web.forms.sent import clean
from jiheng.web.pages.visitor import visitor
from jiheng.web.sampling.models import Cause, Entry
from jiheng.web.sampling.overview import entries_of
from jiheng.web.sampling.results import Given, Result, with_review, with_reviews
from jiheng.web.sampling.sample import (
    Wanted,
    add_must_check,
    assign,
    given_to,
    reviewers,
    sample,
    take_back,
)

_MOST_GIVEN = 2_000
_MOST_STRATUM = 160

StratumAsked = Annotated[str, Field(max_length=_MOST_STRATUM, pattern=NO_NUL)]


class Member(Wire, frozen=True, kw_only=True):
    """A form as it was frozen.

    Attributes:
        amount: its budget, in yuan.
        is_changed: it was written in since.
        chance: that it had to be drawn, as a ratio; "" where it was not drawn.
    """

    number: str
    project: str
    unit: str
    department: str
    stratum: str
    amount: str | None
    check_code: str
    is_changed: bool
    chance: str


class Population(Wire, frozen=True, kw_only=True):
    """A page of a frozen population."""

    items: tuple[Member, ...]
    page: Counted


class MustBeChecked(Wire, frozen=True, kw_only=True):
    """Why a form is looked at whatever the draw says."""

    cause: Cause
    reason: str
    asked_by: str
    by: Somebody


class SampledForm(Wire, frozen=True, kw_only=True):
    """A form of the sample.

    Attributes:
        reviewer: who was given it, and until when; null where nobody was.
        reviewed: lowest and highest total that its review can come to.
        difference: review minus self-evaluation, once the review is settled.
    """

    form: Member
    must: MustBeChecked | None
    reviewer: Somebody | None
    due: date | None
    is_overdue: bool
    printed: str | None
    reviewed: tuple[str, str] | None
    difference: str | None


class Sample(Wire, frozen=True, kw_only=True):
    """What was drawn, then what must be checked besides; ``reviewers`` can be given forms."""

    items: tuple[SampledForm, ...]
    reviewers: tuple[Somebody, ...]


class MustCheck(Wire, frozen=True, kw_only=True):
    """A form of the population that has to be checked, why, and who wants it."""

    number: Line
    cause: Cause
    reason: Annotated[str, Meta(min_length=1, max_length=300, pattern=NO_NUL)]
    asked_by: Annotated[str, Meta(min_length=1, max_length=120, pattern=NO_NUL)]


class Assigning(Wire, frozen=True, kw_only=True):
    """Forms of the sample, and who is to review them until when; nobody takes them back."""

    numbers: Annotated[tuple[Line, ...], Meta(min_length=1, max_length=_MOST_GIVEN)]
    to: Key | None
    due: date | None = None


class GivenForm(Wire, frozen=True, kw_only=True):
    """A form that the caller was given to review; ``is_here``: it can be reviewed now."""

    number: str
    project: str
    unit: str
    draw: str
    due: date
    is_overdue: bool
    is_here: bool
    difference: str | None


class GivenForms(Wire, frozen=True, kw_only=True):
    """The forms that the caller was given to review, what is due first on top."""

    items: tuple[GivenForm, ...]


def population(
    request: HttpRequest,
    key: KeyIn,
    stratum: StratumAsked = "",
    changed: bool = False,
    page: PageAsked = 1,
) -> Population:
    """Return the forms as they were frozen."""
    found = paged(entries_of(framed(request, key).draw, stratum, changed=changed), page)
    return Population(items=tuple(_member(each) for each in found.object_list), page=counted(found))


def drawn(request: HttpRequest, key: KeyIn) -> Sample:
    """Return what was drawn and what must be checked, with who reviews it."""
    return _sample(request, key)


def must_check(request: HttpRequest, key: KeyIn, wanted: Body[MustCheck]) -> Sample:
    """Put a form beside the draw that must be checked."""
    run = running(request, key)
    wish = Wanted(
        number=wanted.number,
        cause=wanted.cause,
        reason=clean(wanted.reason) or "",
        asked_by=clean(wanted.asked_by) or "",
    )
    add_must_check(visitor(request), run.draw.pk, wish)
    return _sample(request, key)


def assign_forms(request: HttpRequest, key: KeyIn, wanted: Body[Assigning]) -> Sample:
    """Give forms of the sample to somebody to review, or take them back."""
    person, run = visitor(request), running(request, key)
    if wanted.to is None:
        take_back(person, run.draw.pk, wanted.numbers)
    else:
        assign(person, run.draw.pk, wanted.numbers, wanted.to, wanted.due or date.min)
    return _sample(request, key)


def draw_tasks(request: HttpRequest) -> GivenForms:
    """Return the forms that the caller was given to review."""
    person = visitor(request)
    if not may_be_given(posts_of(person)):
        raise Http404
    return GivenForms(items=tuple(_given(each) for each in with_review(given_to(person))))


def _sample(request: HttpRequest, key: int) -> Sample:
    frame = framed(request, key)
    people = (each.person for each in reviewers(frame.draw)) if frame.may_run else ()
    return Sample(
        items=tuple(sampled(each) for each in with_reviews(sample(frame.draw))),
        reviewers=tuple(dict.fromkeys(somebody(each) for each in people)),
    )


def _member(entry: Entry) -> Member:
    return Member(
        number=entry.number,
        project=entry.project,
        unit=entry.unit,
        department=entry.department,
        stratum=entry.stratum,
        amount=cents(entry.amount),
        check_code=entry.check_code,
        is_changed=entry.record.version != entry.version,
        chance=entry.chance,
    )


def sampled(result: Result) -> SampledForm:
    """Return a form of a sample with what its review came to."""
    task, found = result.task, result.reviewed
    low, high = (points(found.low), points(found.high)) if found else (None, None)
    return SampledForm(
        form=_member(task.entry),
        must=MustBeChecked(
            cause=Cause(task.must.cause),
            reason=task.must.reason,
            asked_by=task.must.asked_by,
            by=somebody(task.must.person),
        )
        if task.must
        else None,
        reviewer=somebody(task.given.person) if task.given else None,
        due=task.given.due if task.given else None,
        is_overdue=task.is_overdue and result.difference is None,
        printed=points(found.printed) if found else None,
        reviewed=None if low is None or high is None else (low, high),
        difference=points(result.difference),
    )


def _given(each: Given) -> GivenForm:
    record = each.given.record
    return GivenForm(
        number=record.number,
        project=record.project,
        unit=record.organisation.name,
        draw=each.given.draw.title,
        due=each.given.due,
        is_overdue=each.is_overdue,
        is_here=each.is_here,
        difference=points(each.difference),
    )


OPERATIONS = (
    Operation(
        name="population",
        method="GET",
        path=f"{ONE}/population",
        view=population,
        answer=Population,
    ),
    Operation(name="sample", method="GET", path=f"{ONE}/sample", view=drawn, answer=Sample),
    Operation(
        name="must-check",
        method="POST",
        path=f"{ONE}/must-check",
        view=must_check,
        answer=Sample,
    ),
    Operation(
        name="assign-forms",
        method="POST",
        path=f"{ONE}/assignments",
        view=assign_forms,
        answer=Sample,
    ),
    Operation(
        name="draw-tasks",
        method="GET",
        path="/draw-tasks",
        view=draw_tasks,
        answer=GivenForms,
    ),
)
