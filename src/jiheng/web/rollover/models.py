"""Which form a draft was carried over from, as it is stored."""

from typing import ClassVar

from django.db import models

from jiheng.web.forms.models import FormRecord


class Succession(models.Model):
    """A form and the draft of a later year that was made from it, once."""

    origin = models.ForeignKey(FormRecord, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    draft = models.OneToOneField(FormRecord, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)
        constraints = (models.UniqueConstraint(fields=("origin", "year"), name="succession_once"),)

    def __str__(self) -> str:
        """Return both numbers."""
        return f"{self.origin.number} → {self.draft.number}"
