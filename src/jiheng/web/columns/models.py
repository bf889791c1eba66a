"""Mappings of columns, and exported tables that wait to be mapped, as they are stored."""

from typing import ClassVar

from django.db import models

from jiheng.web.files.models import StoredFile
from jiheng.web.people.models import Organisation, Person

UNITS = ("元", "万元")


class Mapping(models.Model):
    """How a system's columns are called in one organisation.

    Attributes:
        columns: JSON, the columns in their order with our fields.
        money: the unit of its amounts.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    columns = models.TextField()
    money = models.CharField(max_length=4)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("name",)
        constraints = (
            models.UniqueConstraint(fields=("organisation", "name"), name="mapping_once"),
        )

    def __str__(self) -> str:
        """Return its name."""
        return self.name


class Export(models.Model):
    """A table that somebody handed over.

    Attributes:
        table: JSON, its headings and rows.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    table = models.TextField()

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("-id",)

    def __str__(self) -> str:
        """Return the file's name."""
        return self.file.name
