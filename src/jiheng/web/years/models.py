"""What a form is beside the one of the year before, and which rows somebody linked by hand."""

from typing import ClassVar

from django.db import models

from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Organisation, Person

LONGEST_NAME = 300


class RowLink(models.Model):
    """An indicator that got another name: somebody said that both are one.

    Attributes:
        record: the later form.
        name: of the row in it.
        before: its name in the form before.
    """

    record = models.ForeignKey(FormRecord, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=LONGEST_NAME)
    before = models.CharField(max_length=LONGEST_NAME)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("record", "name"), name="row_link_of"),
            models.UniqueConstraint(fields=("record", "before"), name="row_link_to"),
        )

    def __str__(self) -> str:
        """Return both names."""
        return f"{self.before} → {self.name}"


class Trend(models.Model):
    """A form beside the one before it, as lists count it; made anew with every step of either.

    Attributes:
        before: the form of the same project of an earlier year.
        year, organisation: of the form, so that a list need not open it.
        softer, harder: rows whose target asks for less, for more.
        gone, new: rows that are there no longer, that were not there before.
        kept: promised measures after which the row has full marks.
        short: those after which it lost points again; ``repeated`` with the same words.
        jumps: unit costs that moved far; ``unit_cost`` the largest change, in 1/10,000.
        budget: change of the budget in 1/10,000.
        score: change of the printed score in 1/100 point.
    """

    record = models.OneToOneField(
        FormRecord, on_delete=models.CASCADE, primary_key=True, related_name="trend"
    )
    before = models.ForeignKey(FormRecord, on_delete=models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField(db_index=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    softer = models.PositiveIntegerField()
    harder = models.PositiveIntegerField()
    gone = models.PositiveIntegerField()
    new = models.PositiveIntegerField()
    kept = models.PositiveIntegerField()
    short = models.PositiveIntegerField()
    repeated = models.PositiveIntegerField()
    jumps = models.PositiveIntegerField()
    unit_cost = models.BigIntegerField(null=True)
    budget = models.BigIntegerField(null=True)
    score = models.IntegerField(null=True)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("record",)

    @property
    def is_told(self) -> bool:
        """Whether there is anything that a reviewer would ask about."""
        return bool(self.softer or self.short or self.jumps or self.gone)

    def __str__(self) -> str:
        """Return whose it is."""
        return str(self.record)
