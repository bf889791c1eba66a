"""Forms, their versions and every changed cell, as they are stored."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from jiheng.web.chain.steps import Step
from jiheng.web.people.models import Organisation, Person

PAST = "_past"
"""Under this name a record keeps what was read of its events."""


class FormRecord(models.Model):
    """One form of one unit, project and year.

    Attributes:
        number: the form's number, by which its page is called.
        filler: whose form it is.
        route: id of the route that it began with; it keeps it.
        step: where it stands.
        step_since: since when it stands there.
        version: counts the saves, so that nobody acts on what they did not see.
        document: the form as it is now, ``jiheng.form/1``.
        summary: what lists show of it, made anew with every save.
        papers: what was seen of its evidence, ``FormPapers`` as JSON; "" where it has none and
            nobody asks for any.
    """

    number = models.CharField(max_length=40, unique=True)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    filler = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    project = models.CharField(max_length=300)
    route = models.CharField(max_length=60)
    step = models.CharField(max_length=30, db_index=True)
    step_since = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    document = models.TextField()
    summary = models.TextField(default="")
    papers = models.TextField(default="")

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("-year", "number")
        # What lists and dashboards count by: they need not read the forms for it.
        # What waits is counted on every page: all that decides it stands in the index, so that no
        # form is read for it.
        indexes = (
            models.Index(
                fields=("year", "organisation", "step", "route", "filler"), name="record_waiting"
            ),
            models.Index(
                fields=("organisation", "year", "step", "route", "filler"), name="record_unit"
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(step__in=[each.value for each in Step]), name="record_step"
            ),
        )

    def __str__(self) -> str:
        """Return number and project."""
        return f"{self.number} {self.project}"

    # Whatever Django lets one say is passed on.
    def refresh_from_db(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        """Read it anew, and forget what had happened to it until now."""
        vars(self).pop(PAST, None)
        super().refresh_from_db(*args, **kwargs)


class FormVersion(models.Model):
    """The form as somebody left it: all that one person saved in one sitting.

    Attributes:
        number: what the record's version was after its last save; it grows from version to
            version, not always by one.
        begun_at: when the first of its saves was, ``made_at`` the last.
        is_told: the journal says what was written in it.
        is_of_rows: rows came, went or moved in it; in any other one cells were written.
    """

    record = models.ForeignKey(FormRecord, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    document = models.TextField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    made_at = models.DateTimeField()
    is_told = models.BooleanField(default=True)
    is_of_rows = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("number",)
        constraints = (models.UniqueConstraint(fields=("record", "number"), name="version_once"),)

    def __str__(self) -> str:
        """Return which version of which form it is."""
        return f"{self.record.number} v{self.number}"


class Change(models.Model):
    """One cell of one version.

    Attributes:
        path: the field, ``indicators[3].actual``.
        old: what stood there before; None where the cell was empty.
        new: what was left there in the end.
    """

    version = models.ForeignKey(FormVersion, on_delete=models.PROTECT, related_name="+")
    path = models.CharField(max_length=120)
    old = models.TextField(null=True)
    new = models.TextField(null=True)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)
        constraints = (models.UniqueConstraint(fields=("version", "path"), name="change_once"),)

    def __str__(self) -> str:
        """Return which cell it is."""
        return self.path


class Deed(models.TextChoices):
    """What is done with a row."""

    ADD = "add"
    REMOVE = "remove"
    MOVE = "move"


class RowMove(models.Model):
    """A row of indicators that was added, taken away or moved.

    Attributes:
        number: what the record's version was then.
        at: the row's place before, or the one that it was added at.
        to: where it was moved to.
        row: the row as it was, ``Indicator`` as JSON.
        restores: the move whose row came back.
    """

    version = models.ForeignKey(FormVersion, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    deed = models.CharField(max_length=10)
    at = models.PositiveSmallIntegerField()
    to = models.PositiveSmallIntegerField(null=True)
    row = models.TextField()
    restores = models.OneToOneField("self", on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)
        constraints = (
            models.CheckConstraint(condition=Q(deed__in=Deed.values), name="row_move_deed"),
        )

    def __str__(self) -> str:
        """Return what was done with which row."""
        return f"{self.deed} {self.at}"
