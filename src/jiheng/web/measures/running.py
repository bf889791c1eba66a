"""The worker computes a measure from a ledger that the server may read, or computes it again."""

import logging

import msgspec
from django.conf import settings
from django.db import transaction
from django_tasks import task
from msgspec import Struct

from jiheng.evidence.caps import Caps
from jiheng.evidence.errors import EvidenceError
from jiheng.evidence.extra import require_proof
from jiheng.evidence.replaying import Change, changes, same_value
from jiheng.formats.apart.told import kept
from jiheng.model.measure import Measured
from jiheng.rulebook.errors import RulebookError
from jiheng.rulebook.phrases import Phrase, Told, phrase
from jiheng.rulebook.telling import Telling
from jiheng.web import clock
from jiheng.web.forms.saving import locked_record
from jiheng.web.journal.writing import note
from jiheng.web.measures.choosing import choice_of, days_of
from jiheng.web.measures.models import RowMeasure, RowResult, Run
from jiheng.web.measures.permission import may_measure
from jiheng.web.measures.results import BadResult, Bringing, bring, result_in
from jiheng.web.measures.sources import BadSources, documentation_of, ledgers_for, sources_of
from jiheng.web.people.models import Person

_log = logging.getLogger(__name__)
CAPS = Caps(copying_seconds=1800)
"""Half an hour for a table: others wait behind it."""


class NotComputed(Telling):
    """A measure is not computed, for a reason that its asker is told."""


class Asking(Struct, frozen=True, kw_only=True):
    """What somebody wants to have computed.

    Attributes:
        source: name of a ledger that the server may read.
        before: the result that is to be computed again; None for a new one.
    """

    person: Person
    chosen: RowMeasure
    source: str
    before: RowResult | None = None


def ask(asking: Asking) -> Run:
    """Return what the worker is to compute, or is computing already for this row.

    Raises:
        NotComputed: the form may not be computed from such a ledger.
    """
    chosen = asking.chosen
    with transaction.atomic():
        record = locked_record(chosen.record.pk)
        under_way = Run.objects.filter(chosen=chosen, ended_at=None).first()
        if under_way is not None:
            return under_way
        served = ledgers_for(settings.CONFIG.data, record, choice_of(chosen))
        if asking.source not in {each.name for each in served}:
            raise NotComputed(phrase("measures.no-source", name=asking.source))
        run = Run.objects.create(
            chosen=chosen,
            source=asking.source,
            before=asking.before,
            asked_by=asking.person,
            asked_at=clock.now(),
        )
        told = {"row": chosen.row, "name": chosen.name, "ledger": asking.source}
        action = "run-measure" if asking.before is None else "replay-measure"
        note(action, record.number, asking.person, told)
        run_measure.enqueue(run.pk)
    return run


def last_run(chosen: RowMeasure) -> Run | None:
    """Return what was last computed for a row, or is being computed."""
    found = Run.objects.filter(chosen=chosen).select_related("asked_by", "result", "before")
    return found.order_by("-id").first()


def ahead_of(run: Run) -> int:
    """Return how many others wait before one that waits."""
    return Run.objects.filter(ended_at=None, pk__lt=run.pk).count()


def changes_in(run: Run) -> tuple[Change, ...]:
    """Return what was not as before when it was computed again."""
    return msgspec.json.decode(run.changes, type=tuple[Change, ...])


@task()
def run_measure(pk: int) -> None:
    """Compute what was asked for, or keep why not: the one place that catches."""
    run = Run.objects.select_related("chosen__record__organisation", "asked_by", "before").get(
        pk=pk
    )
    if run.ended_at is not None:
        return
    Run.objects.filter(pk=pk).update(begun_at=clock.now())
    try:
        _keep(run, _computed(run))
    except (EvidenceError, RulebookError, BadResult, BadSources, NotComputed) as error:
        _end(run, told=kept(_harmless(error.told, run)))
    except Exception:
        _log.exception("measure %s of %s", pk, run.chosen.record.number)
        _end(run, told=kept(phrase("measures.fault")))


def _computed(run: Run) -> Measured:
    """Return the value of a run's measure.

    Raises:
        EvidenceError: a source cannot be read, or a query gave no value.
        NotComputed: what was asked for was taken from its asker while it waited.
    """
    require_proof()
    from jiheng.evidence.measuring import Order, measured  # noqa: PLC0415

    record, choice = run.chosen.record, choice_of(run.chosen)
    if not run.asked_by.is_active or not may_measure(run.asked_by, record):
        raise NotComputed(phrase("measures.not-yours"))
    served = ledgers_for(settings.CONFIG.data, record, choice)
    source = next((each for each in served if each.name == run.source), None)
    if source is None:
        raise NotComputed(phrase("measures.no-source", name=run.source))
    measure, ledger = choice.measure, documentation_of(source)
    return measured(
        Order(
            measure=measure,
            ledger=ledger,
            sources=sources_of(source, measure.question, ledger),
            interval=days_of(measure, record.year),
            by=run.asked_by.name,
            caps=CAPS,
        )
    )


def _keep(run: Run, value: Measured) -> None:
    if run.before is None:
        bringing = Bringing(result=value, person=run.asked_by, source=run.source)
        _end(run, result=bring(run.chosen, bringing))
        return
    before = result_in(run.before)
    _end(run, is_same=same_value(before, value), found=changes(before, value))


def _end(
    run: Run,
    *,
    told: str = "",
    result: RowResult | None = None,
    is_same: bool | None = None,
    found: tuple[Change, ...] = (),
) -> None:
    run.ended_at, run.told, run.result, run.is_same = clock.now(), told, result, is_same
    run.changes = msgspec.json.encode(found).decode()
    run.save(update_fields=["ended_at", "told", "result", "is_same", "changes"])


def _harmless(told: Told, run: Run) -> Told:
    """Return a sentence without what a database says of itself: its address, and who reads it."""
    if isinstance(told, Phrase) and told.key == "proof.database":
        _log.error("measure %s: %s", run.pk, told)
        return phrase("measures.database", table=dict(told.values)["table"])
    return told
