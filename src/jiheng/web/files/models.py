"""What is known of a stored file; its bytes lie in the data folder."""

from typing import ClassVar

from django.db import models

from jiheng.web.people.models import Person


class StoredFile(models.Model):
    """A file as somebody handed it in.

    Attributes:
        sha256: of its bytes, by which they are found; two people's copies share them.
        name: as the person called it; never used as a path.
        size: in bytes.
    """

    sha256 = models.CharField(max_length=64, db_index=True)
    name = models.CharField(max_length=300)
    size = models.PositiveBigIntegerField()
    stored_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    stored_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)

    def __str__(self) -> str:
        """Return its name."""
        return self.name
