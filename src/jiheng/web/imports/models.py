"""Imports, their files and the forms in them, as they are stored."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from jiheng.web.chain.steps import Step
from jiheng.web.files.models import StoredFile
from jiheng.web.forms.models import FormRecord
from jiheng.web.imports.states import FileState, FormState
from jiheng.web.people.models import Organisation, Person


class Batch(models.Model):
    """Files that somebody handed in together.

    Attributes:
        step: where the forms begin that the platform does not have yet.
        year: of all of its forms; None takes each form's own.
        is_paused: no further file is begun.
        worked_ms: how long the worker has been at it.
    """

    title = models.CharField(max_length=120)
    step = models.CharField(max_length=30)
    year = models.PositiveSmallIntegerField(null=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    is_paused = models.BooleanField(default=False)
    worked_ms = models.PositiveBigIntegerField(default=0)

    files: "models.Manager[BatchFile]"

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(step__in=[each.value for each in Step]), name="batch_step"
            ),
        )

    def __str__(self) -> str:
        """Return its title."""
        return self.title


class BatchFile(models.Model):
    """One file of an import.

    Attributes:
        stored: its bytes; None where they were refused.
        path: folders and name as they were handed in, parted by ``/``; never a path to write to.
        depth: in how many archives it lay.
        kind: of what format it is, as the reader found.
        told: why it stands where it stands, as ``told`` keeps it.
        tables: what the reader saw, for those who have to look; "" where nobody has to.
    """

    batch_id: int
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="files")
    stored = models.ForeignKey[StoredFile | None](
        StoredFile, on_delete=models.PROTECT, null=True, related_name="+"
    )
    path = models.CharField(max_length=300)
    size = models.PositiveBigIntegerField(default=0)
    depth = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=20, default=FileState.WAITING.value)
    kind = models.CharField(max_length=20, blank=True, default="")
    told = models.TextField(blank=True, default="")
    tables = models.TextField(blank=True, default="")
    forms: "models.Manager[BatchForm]"

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)
        indexes = (models.Index(fields=["batch", "state"], name="batch_file_open"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in FileState]), name="batch_file_state"
            ),
        )

    def __str__(self) -> str:
        """Return its path."""
        return self.path


class BatchForm(models.Model):
    """One form of a file.

    Attributes:
        document: the form as it was read.
        digest: of what it says, so that no unit gets the same form twice.
        answers: what somebody answered to its questions, key → answer.
        record: the form on the platform that it was matched with or became.
        version: the version that it became.
    """

    file_id: int
    file = models.ForeignKey(BatchFile, on_delete=models.PROTECT, related_name="forms")
    index = models.PositiveIntegerField()
    state = models.CharField(max_length=20, default=FormState.IN_DOUBT.value)
    document = models.TextField()
    digest = models.CharField(max_length=64, db_index=True)
    project = models.CharField(max_length=300, blank=True, default="")
    organisation_id: int | None
    organisation = models.ForeignKey[Organisation | None](
        Organisation, on_delete=models.PROTECT, null=True, related_name="+"
    )
    record = models.ForeignKey[FormRecord | None](
        FormRecord, on_delete=models.PROTECT, null=True, related_name="+"
    )
    version = models.PositiveIntegerField(null=True)
    told = models.TextField(blank=True, default="")
    questions = models.PositiveIntegerField(default=0)
    answers = models.TextField(default="{}")

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("index",)
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in FormState]), name="batch_form_state"
            ),
            models.UniqueConstraint(fields=("file", "index"), name="batch_form_once"),
            # Whatever crashes or runs twice, the database keeps a form from coming in twice.
            models.UniqueConstraint(
                fields=("organisation", "digest"),
                condition=Q(state=FormState.IMPORTED.value),
                name="batch_form_imported_once",
            ),
        )

    def __str__(self) -> str:
        """Return which form of which file it is."""
        return f"{self.file.path} {self.index}"
