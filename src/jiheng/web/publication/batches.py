"""Batches as their pages show them."""

from django.db import transaction
from django.db.models import Case, Count, QuerySet, Value, When
from django.http import Http404
from msgspec import Struct
from msgspec.structs import replace

from jiheng.web import clock
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.journal.writing import note
from jiheng.web.people.models import Organisation, Person
from jiheng.web.publication.models import Batch, Package, PackedForm
from jiheng.web.publication.packing import Unfit, forms_of, gathered
from jiheng.web.publication.releasing import changed_since
from jiheng.web.publication.states import CLEARED, ClearanceState

_SHOWN = 50
_FIRST = (ClearanceState.CHANGED, ClearanceState.WAITING, ClearanceState.REFUSED)
"""What somebody has looked at already stands before what nobody proposed."""


class Edition(Struct, frozen=True, kw_only=True):
    """A package that was released.

    Attributes:
        changed: its forms that are another version by now.
        spread: its forms in which something is masked only because another form masks it.
    """

    package: Package
    forms: int
    changed: tuple[PackedForm, ...] = ()
    spread: tuple[PackedForm, ...] = ()


class Seen(Struct, frozen=True, kw_only=True):
    """A batch in the list of batches; ``last`` is its last package."""

    batch: Batch
    last: Edition | None


class Standing(Struct, frozen=True, kw_only=True):
    """A batch on its page.

    Attributes:
        states: how many of its closed forms are in each state.
        held_back: forms that do not go out, each with the state that says why.
    """

    batch: Batch
    states: tuple[tuple[ClearanceState, int], ...]
    ready: int
    held_back: tuple[FormRecord, ...]
    editions: tuple[Edition, ...]


def begin(place: Organisation, year: int, person: Person) -> Batch:
    """Return the batch of a place and year; there is one for all its packages."""
    with transaction.atomic():
        made, is_new = Batch.objects.get_or_create(
            organisation=place, year=year, defaults={"made_by": person, "made_at": clock.now()}
        )
        if is_new:
            note("publication-batch", str(made), person)
    return made


def seen(batches: QuerySet[Batch]) -> tuple[Seen, ...]:
    """Return batches with their last packages, by two questions for all."""
    last: dict[int, Package] = {}
    for package in _packages(Package.objects.filter(batch__in=batches)).order_by("edition"):
        last[package.batch_id] = package
    return tuple(
        Seen(batch=each, last=_edition(last[each.pk]) if each.pk in last else None)
        for each in batches
    )


def standing(batch: Batch) -> Standing:
    """Return what would go out now, what would not and why, and what went out before."""
    closed = forms_of(batch).filter(step=Step.CLOSED)
    counts = dict(closed.order_by().values_list("state").annotate(Count("pk")))
    whens = (When(state=each.value, then=Value(at)) for at, each in enumerate(_FIRST))
    urgency = Case(*whens, default=Value(len(_FIRST)))
    left = closed.exclude(state__in=CLEARED)
    held_back = left.order_by(urgency, "organisation__branch", "number")
    packages = _packages(Package.objects.filter(batch=batch))
    return Standing(
        batch=batch,
        states=tuple((each, counts.get(each, 0)) for each in ClearanceState),
        ready=sum(counts.get(each, 0) for each in CLEARED),
        held_back=tuple(held_back[:_SHOWN]),
        editions=tuple(_edition(each, is_last=at == 0) for at, each in enumerate(packages)),
    )


def masked_names(batch: Batch, person: Person) -> str:
    """Return what is masked in a batch now, one a line, for ``jiheng publish check``.

    Raises:
        Http404: nothing of it is cleared, or too much.
    """
    try:
        found = gathered(batch)
    except Unfit as unfit:
        raise Http404 from unfit
    note("take-masked-names", str(batch), person)
    lines = (*found.hidden, *(f"+{' '.join(each.split())}" for each in found.contexts))
    return "".join(f"{line}\n" for line in lines)


def _packages(packages: QuerySet[Package]) -> QuerySet[Package]:
    counted = packages.annotate(count=Count("packed"))
    return counted.select_related("released_by", "file", "batch")


def _edition(package: Package, *, is_last: bool = False) -> Edition:
    edition = Edition(package=package, forms=getattr(package, "count", 0))
    if not is_last:
        return edition
    spread = PackedForm.objects.filter(package=package).exclude(spread="").select_related("record")
    return replace(edition, changed=tuple(changed_since(package)), spread=tuple(spread[:_SHOWN]))
