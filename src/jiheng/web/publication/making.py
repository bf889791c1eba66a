"""A package is made by the worker, while whoever asked for it goes on with something else."""

import logging
from datetime import timedelta

import msgspec
from django.db import transaction
from django_tasks import task

from jiheng.pipeline.publication.scanning import Leak
from jiheng.web import clock
from jiheng.web.access.situations import posts_of
from jiheng.web.journal.writing import note
from jiheng.web.people.models import Person
from jiheng.web.publication.models import Batch, Making, Package
from jiheng.web.publication.packing import Unfit, count_of
from jiheng.web.publication.permission import batches_of
from jiheng.web.publication.releasing import proven, publish

_log = logging.getLogger(__name__)


def ask(batch: Batch, person: Person) -> Making:
    """Return what the worker is to make of a batch, or is making already.

    Raises:
        Unfit: nothing is cleared, or too much.
    """
    count = count_of(batch)
    with transaction.atomic():
        Batch.objects.select_for_update().get(pk=batch.pk)
        waiting = Making.objects.filter(batch=batch, ended_at=None).first()
        if waiting is not None:
            return waiting
        making = Making.objects.create(
            batch=batch, asked_by=person, asked_at=clock.now(), forms=count
        )
        note("ask-package", str(batch), person, {"forms": str(count)})
        run_making.enqueue(making.pk)
    return making


def last_making(batch: Batch) -> Making | None:
    """Return what was last asked for of a batch."""
    found = Making.objects.filter(batch=batch).select_related("asked_by", "package")
    return found.order_by("-id").first()


def leaks_of(making: Making) -> tuple[Leak, ...]:
    """Return where what is masked could be read, for which there is no package."""
    return msgspec.json.decode(making.leaks, type=tuple[Leak, ...])


def took(making: Making) -> timedelta | None:
    """Return how long it took, with the wait; None before it is done."""
    return making.ended_at - making.asked_at if making.ended_at else None


@task()
def run_making(pk: int) -> None:
    """Make and release a package, or keep why there is none: the one place that catches."""
    making = Making.objects.select_related("batch__organisation", "asked_by").get(pk=pk)
    if making.ended_at is not None:
        return
    try:
        _made(making)
    except Unfit as unfit:
        _end(making, why=unfit.why, leaks=unfit.leaks)
    except Exception:
        _log.exception("package of batch %s", making.batch.pk)
        _end(making, why="refused.fault")


def _made(making: Making) -> None:
    # What was asked for may have been taken from them while it waited.
    person = making.asked_by
    may = person.is_active and batches_of(posts_of(person)).filter(pk=making.batch.pk).exists()
    if not may:
        raise Unfit("refused.not-yours")
    whole = proven(making.batch)
    with transaction.atomic():
        _end(making, package=publish(making.batch, person, whole))


def _end(
    making: Making, *, why: str = "", leaks: tuple[Leak, ...] = (), package: Package | None = None
) -> None:
    making.ended_at, making.why, making.package = clock.now(), why, package
    making.leaks = msgspec.json.encode(leaks).decode()
    making.save(update_fields=["ended_at", "why", "package", "leaks"])
