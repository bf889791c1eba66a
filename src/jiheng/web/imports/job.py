"""The background job of an import: file after file, each in one transaction, until done."""

import logging
import os
from collections.abc import Iterator
from time import monotonic

import msgspec
from django.db import transaction
from django.db.models import F, Q
from django_tasks import task

from jiheng.formats.apart.told import kept
from jiheng.formats.archive import is_archive
from jiheng.pipeline.apart.readers import Readers
from jiheng.pipeline.apart.reading import Job, Reading, job_for
from jiheng.pipeline.contents import content_digest
from jiheng.pipeline.naming import called
from jiheng.rulebook.phrases import Phrase, phrase
from jiheng.web.files.storing import path_of
from jiheng.web.imports.models import Batch, BatchFile, BatchForm
from jiheng.web.imports.refusing import cause_of_refusal
from jiheng.web.imports.settling import roll_up, settle
from jiheng.web.imports.standing import Importer, importer_of
from jiheng.web.imports.states import OPEN, FileState
from jiheng.web.imports.unpacking import unpack
from jiheng.web.stopping import is_stopping

_log = logging.getLogger(__name__)
_MOST_READERS = 4


@task()
def run_batch(pk: int) -> None:
    """Read what an import has left to read; what was begun and not finished is begun again."""
    batch = Batch.objects.select_related("by").get(pk=pk)
    importer = importer_of(batch)
    since = monotonic()
    with Readers(min(os.cpu_count() or 1, _MOST_READERS)) as readers:
        for file, reading in readers.read(_jobs(batch)):
            take(file, reading, importer)
            now = monotonic()
            worked = F("worked_ms") + int((now - since) * 1000)
            Batch.objects.filter(pk=pk).update(worked_ms=worked)
            since = now
    if is_stopping() and not is_paused(batch) and _next(batch, 0) is not None:
        start(batch)


def start(batch: Batch) -> None:
    """Let the worker do what an import has left to do."""
    run_batch.enqueue(batch.pk)


def pause(batch: Batch) -> None:
    """Let no further file be begun."""
    Batch.objects.filter(pk=batch.pk).update(is_paused=True)


def resume(batch: Batch) -> None:
    """Go on where it was paused."""
    Batch.objects.filter(pk=batch.pk).update(is_paused=False)
    start(batch)


def is_paused(batch: Batch) -> bool:
    """Whether somebody paused it since."""
    return Batch.objects.filter(pk=batch.pk, is_paused=True).exists()


def take(file: BatchFile, reading: Reading, importer: Importer) -> None:
    """Store what was read of a file: the one place that catches, so that the others go on."""
    try:
        _stored(file, reading, importer)
    except Exception as error:
        _log.exception("import %s, file %s", file.batch_id, file.pk)
        fault = f"{type(error).__name__}: {error}"
        told = kept(phrase("imports.fault", fault=fault))
        BatchFile.objects.filter(pk=file.pk).update(state=FileState.UNREADABLE, told=told)


@transaction.atomic
def _stored(file: BatchFile, reading: Reading, importer: Importer) -> None:
    # Held, so that answers to other files of the import wait their turn.
    Batch.objects.select_for_update().get(pk=file.batch_id)
    file.refresh_from_db(fields=["state"])
    if file.state not in OPEN:
        return
    file.kind = reading.kind or ""
    if reading.refused:
        file.state, file.told = FileState.UNREADABLE, kept(cause_of_refusal(reading))
        file.save(update_fields=["state", "told", "kind"])
        return
    for index, form in enumerate(reading.forms, 1):
        document = msgspec.json.encode(form).decode()
        digest = content_digest((form,))
        row = BatchForm(file=file, index=index, document=document, digest=digest)
        settle(row, importer)
    file.save(update_fields=["kind"])
    if roll_up(file) is FileState.IN_DOUBT:
        file.tables = reading.tables
        file.save(update_fields=["tables"])


def _jobs(batch: Batch) -> Iterator[tuple[BatchFile, Job]]:
    """Yield the files to read in their order; an archive is opened on the way."""
    last = 0
    while not is_stopping() and not is_paused(batch):
        file = _next(batch, last)
        if file is None or file.stored is None:
            return
        last, path = file.pk, path_of(file.stored)
        twin = _twin(file)
        if is_archive(path, file.path):
            unpack(file)
        elif twin is not None:
            file.state, file.told = FileState.SKIPPED, kept(_like(twin, batch))
            file.save(update_fields=["state", "told"])
        else:
            BatchFile.objects.filter(pk=file.pk).update(state=FileState.READING)
            yield file, job_for(path, called(file.path), "forms and tables")


def _like(twin: BatchFile, batch: Batch) -> Phrase:
    """Return which file was there first."""
    if twin.batch_id == batch.pk:
        return phrase("imports.same-file", path=twin.path)
    return phrase("imports.same-file-before", path=twin.path, batch=twin.batch.title)


def _next(batch: Batch, last: int) -> BatchFile | None:
    waiting = BatchFile.objects.filter(batch=batch, pk__gt=last, state__in=OPEN)
    return waiting.select_related("stored", "batch", "batch__by").order_by("pk").first()


def _twin(file: BatchFile) -> BatchFile | None:
    """Return an earlier file of the same bytes: of this import, or of one like it by the same."""
    batch, digest = file.batch, file.stored.sha256 if file.stored else ""
    known = Q(batch=batch) | Q(
        batch__by=batch.by,
        batch__step=batch.step,
        batch__year=batch.year,
        state__in=(FileState.IMPORTED, FileState.IN_DOUBT),
    )
    same = BatchFile.objects.filter(known, stored__sha256=digest, pk__lt=file.pk)
    return same.select_related("batch").order_by("pk").first()
