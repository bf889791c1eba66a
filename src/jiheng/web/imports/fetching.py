"""An import and its files, for whoever handed them in and for nobody else."""

from django.http import Http404

from jiheng.web.imports.intake import steps_for
from jiheng.web.imports.models import Batch, BatchFile, BatchForm
from jiheng.web.imports.states import FileState, FormState
from jiheng.web.people.models import Person


def batch_for(person: Person, pk: int) -> Batch:
    """Return an import; what it holds was handed in by one person, and only they see it.

    Raises:
        Http404: there is none, it is another's, or they may not import any more.
    """
    batch = Batch.objects.filter(pk=pk, by=person).select_related("by").first()
    if batch is None or not steps_for(person):
        raise Http404
    return batch


def file_of(batch: Batch, pk: int) -> BatchFile:
    """Return a file of an import.

    Raises:
        Http404: it has no such file.
    """
    file = BatchFile.objects.filter(batch=batch, pk=pk).select_related("stored", "batch").first()
    if file is None:
        raise Http404
    return file


def form_of(batch: Batch, pk: int) -> BatchForm:
    """Return a form that was read in a file of an import.

    Raises:
        Http404: it has no such form.
    """
    rows = BatchForm.objects.filter(file__batch=batch, pk=pk)
    row = rows.select_related("file__stored").first()
    if row is None:
        raise Http404
    return row


def next_in_doubt(batch: Batch, after: int = 0) -> BatchFile | None:
    """Return the next file that waits for somebody, going round to the first."""
    waiting = BatchFile.objects.filter(batch=batch, state=FileState.IN_DOUBT).order_by("pk")
    return waiting.filter(pk__gt=after).first() or waiting.exclude(pk=after).first()


def form_in_doubt(file: BatchFile) -> BatchForm | None:
    """Return the first form of a file that waits for somebody."""
    waiting = BatchForm.objects.filter(file=file, state=FormState.IN_DOUBT).order_by("index")
    return waiting.select_related("file", "record", "organisation").first()
