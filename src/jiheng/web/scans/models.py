"""Scans of forms as they are stored."""

from typing import ClassVar

from django.db import models

from jiheng.web.files.models import StoredFile
from jiheng.web.forms.models import FormRecord, FormVersion
from jiheng.web.people.models import Person


class Scan(models.Model):
    """A file in which the paper of a form was found.

    Attributes:
        version: what was printed on the paper, as its check code says.
        pages: numbers of the pages with the code, ``1, 3``.
        has_text: the pages have a text layer, which was compared.
        numbers: JSON, the numbers of the version that the text layer lacks, and the ones that it
            has instead.
    """

    record = models.ForeignKey(FormRecord, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(FormVersion, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=20)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    pages = models.CharField(max_length=200)
    has_text = models.BooleanField()
    numbers = models.TextField()
    brought_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    brought_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("-id",)

    def __str__(self) -> str:
        """Return which form's paper it is."""
        return f"{self.record.number} {self.code}"
