"""What lists sort, filter and add up, one row a form."""

from typing import ClassVar, cast

from django.db import models

from jiheng.web.forms.models import FormRecord
from jiheng.web.lists.tally import Tally

GRAVITY = 3
"""So many doubts weigh as much as an error."""


class Figures(Tally):
    """A form's figures as the database can count with them; made anew with every save and step.

    Attributes:
        due: the last day of the step at which the form stands, or of a notice that waits for its
            unit; None where there is none.
        is_returned: the form was sent back and has not been taken up since.
        is_judged: it has results, so that findings and scores mean something.
        blanks: cells that the unit still has to fill in at this step.
        stake: weights that the findings touch, in 1/100 point.
        priority: stake × (3 × errors + doubts), what makes a reviewer look here first.
        budget, executed: in 1/10,000 yuan; None where the form does not say.
        rate: executed over budget in 1/10,000.
        printed, low, high: the score as printed and as the rules have it, in 1/100 point.
        grade: of the printed score; low_grade, high_grade: of the lowest and highest by the rules.
        once: what the template or the system did, each ``VA03:system``, with blanks between.
    """

    record = models.OneToOneField(
        FormRecord, on_delete=models.CASCADE, primary_key=True, related_name="figures"
    )
    due = models.DateField(null=True, db_index=True)
    is_returned = models.BooleanField()
    is_judged = models.BooleanField()
    blanks = models.PositiveIntegerField()
    errors = models.PositiveIntegerField()
    warnings = models.PositiveIntegerField()
    hints = models.PositiveIntegerField()
    stake = models.IntegerField()
    priority = models.BigIntegerField(db_index=True)
    budget = models.BigIntegerField(null=True)
    executed = models.BigIntegerField(null=True)
    rate = models.BigIntegerField(null=True)
    printed = models.IntegerField(null=True)
    low = models.IntegerField(null=True)
    high = models.IntegerField(null=True)
    grade = models.CharField(max_length=20, blank=True, default="")
    low_grade = models.CharField(max_length=20, blank=True, default="")
    high_grade = models.CharField(max_length=20, blank=True, default="")
    once = models.TextField(blank=True)

    class Meta(Tally.Meta):
        abstract: ClassVar[bool] = False
        ordering: ClassVar[tuple[str, ...]] = ("record",)

    def __str__(self) -> str:
        """Return whose figures they are."""
        return str(self.record)

    @property
    def gravity(self) -> int:
        """By what the points at stake are multiplied for the order of the queue."""
        return GRAVITY * self.errors + self.warnings

    @staticmethod
    def of(record: FormRecord) -> "Figures":
        """Return the figures of a form, which a list has fetched with it."""
        # The stubs do not know the other end of a one-to-one relation.
        return cast("Figures", getattr(record, "figures"))  # noqa: B009
