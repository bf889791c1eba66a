"""Forms that were read from somebody's files and wait for their word, as they are stored."""

from typing import ClassVar

from django.db import models

from jiheng.web.files.models import StoredFile
from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Organisation, Person


class Intake(models.Model):
    """Files that a clerk handed over at once, for forms of one unit and year."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("-id",)

    def __str__(self) -> str:
        """Return whose forms of which year they are."""
        return f"{self.organisation.name} {self.year}"


class ReadForm(models.Model):
    """One form of a file, or a file in which there is none.

    Attributes:
        document: the form as it was read; "" where there is none.
        refused: why there is none, as ``apart.told`` keeps it.
        record: what it became part of; None until somebody says so.
    """

    intake = models.ForeignKey(Intake, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    document = models.TextField(blank=True)
    refused = models.TextField(blank=True)
    record = models.ForeignKey["FormRecord | None"](
        FormRecord, on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)

    def __str__(self) -> str:
        """Return the file's name."""
        return self.file.name
