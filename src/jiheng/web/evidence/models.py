"""Papers of the rows of a form, whether they are asked for, and dossiers, as they are stored."""

from typing import ClassVar

from django.db import models

from jiheng.web.files.models import StoredFile
from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Organisation, Person


class Paper(models.Model):
    """A file that belongs to a scored row of a form.

    Attributes:
        row: its path, ``indicators[3]`` or ``funds.lines[0]``; "" where it is only a factor of a
            formula.
        seen: what was seen of it, ``PaperSeen`` as JSON; "" while nobody has looked.
        attested_by: the reviewer who read it and found it true.
        attested_value: what the form said then.
    """

    record = models.ForeignKey(FormRecord, on_delete=models.PROTECT, related_name="+")
    row = models.CharField(max_length=60, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    seen = models.TextField(blank=True)
    attached_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    attached_at = models.DateTimeField()
    attested_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True)
    attested_at = models.DateTimeField(null=True)
    attested_value = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)

    def __str__(self) -> str:
        """Return which paper of which form it is."""
        return f"{self.record.number} {self.file.name}"


class EvidenceYear(models.Model):
    """A year of which the forms of a branch are asked for evidence."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("year", "id")
        constraints = (
            models.UniqueConstraint(fields=("organisation", "year"), name="evidence_year_once"),
        )

    def __str__(self) -> str:
        """Return where and when."""
        return f"{self.organisation} {self.year}"


class Seal(models.Model):
    """The seal of a dossier that was given out.

    Attributes:
        version: the form's version that is in it.
        parts: how many parts it has.
    """

    record = models.ForeignKey(FormRecord, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    sm3 = models.CharField(max_length=64)
    parts = models.PositiveIntegerField()
    sealed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    sealed_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("-id",)

    def __str__(self) -> str:
        """Return which form was sealed."""
        return f"{self.record.number} {self.sha256[:8]}"
