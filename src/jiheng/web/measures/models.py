"""Measures of rows, what came of them, and what the worker is to compute, as they are stored."""

from typing import ClassVar

from django.db import models

from jiheng.web.files.models import StoredFile
from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Person


class RowMeasure(models.Model):
    """The measure that was chosen for a row of a form.

    Attributes:
        row: the row's path when it was chosen, ``indicators[3]``.
        since: the form's version then; moves of rows since carry the path on.
        name: what the row was called then.
        measure: ``jiheng.measure/1`` as JSON.
        ledger: the documentation of its ledger, as JSON, as it was then.
        sha256: of the measure's canonical text.
        chosen_by: None where it was taken over from last year's form by the machine's operator.
        is_dropped: another was chosen since, or none; its results stay.
    """

    record = models.ForeignKey(FormRecord, on_delete=models.PROTECT, related_name="+")
    row = models.CharField(max_length=60)
    since = models.PositiveIntegerField()
    name = models.CharField(max_length=300)
    measure = models.TextField()
    ledger = models.TextField()
    sha256 = models.CharField(max_length=64)
    chosen_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True)
    chosen_at = models.DateTimeField()
    is_dropped = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)

    def __str__(self) -> str:
        """Return which row of which form it is for."""
        return f"{self.record.number} {self.row}"


class RowResult(models.Model):
    """What came of a row's measure.

    Attributes:
        document: ``jiheng.measured/1`` as JSON.
        file: the same as a file, which is a paper of the row.
        source: name of the configured ledger that the server read; "" where it was handed in.
    """

    chosen = models.ForeignKey(RowMeasure, on_delete=models.PROTECT, related_name="+")
    document = models.TextField()
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=120, blank=True)
    brought_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    brought_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("-id",)

    def __str__(self) -> str:
        """Return the file's name."""
        return self.file.name


class Run(models.Model):
    """What the worker is to compute, computes, or has computed.

    Attributes:
        source: name of the configured ledger.
        before: the result that is computed again; None where a new one is wanted.
        told: why there is no value, as ``told`` keeps it; "" where there is.
        result: what came of it; None where it was computed again and nothing is to be kept.
        is_same: whether the value was the same when it was computed again.
        changes: what else was not as before, as JSON.
    """

    chosen = models.ForeignKey(RowMeasure, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=120)
    before = models.ForeignKey(RowResult, on_delete=models.PROTECT, related_name="+", null=True)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True, db_index=True)
    told = models.TextField(blank=True)
    result = models.ForeignKey(RowResult, on_delete=models.PROTECT, related_name="+", null=True)
    is_same = models.BooleanField(null=True)
    changes = models.TextField(default="[]")

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("-id",)

    def __str__(self) -> str:
        """Return what is computed from which ledger."""
        return f"{self.chosen} {self.source}"
