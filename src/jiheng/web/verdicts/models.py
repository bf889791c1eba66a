"""What a form was given at review, row by row, as it is stored."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Person

SCORED_AT = (Step.DEPARTMENT_REVIEW, Step.FINANCE_RECHECK)
"""The steps at which whoever judges a form scores its rows."""
ASSESSED_AT = (*SCORED_AT, Step.CLOSED)
"""The same, and a closed form that was drawn; a later one sees and outweighs the earlier ones."""


class Assessment(models.Model):
    """A form's review at one step, with what its rows come to.

    Attributes:
        version: the form's version that was scored last.
        printed: the unit's own total in that version, in 1/100 point; None where it has none.
        low, high: what the given scores come to, in 1/100 point; apart while a row is open, None
            where no row was scored.
        opinion: what the reviewer means to say of the whole form.
        due: until when the unit is to mend what is returned.
    """

    record = models.ForeignKey(FormRecord, on_delete=models.PROTECT, related_name="+")
    step = models.CharField(max_length=30)
    version = models.PositiveIntegerField()
    printed = models.IntegerField(null=True)
    low = models.IntegerField(null=True)
    high = models.IntegerField(null=True)
    opinion = models.TextField(blank=True)
    due = models.DateField(null=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("record", "step"), name="assessment_once"),
            models.CheckConstraint(
                condition=Q(step__in=[each.value for each in ASSESSED_AT]), name="assessment_step"
            ),
            models.CheckConstraint(
                condition=Q(low=None, high=None) | Q(low__lte=F("high")), name="assessment_ends"
            ),
        )

    def __str__(self) -> str:
        """Return which review of which form it is."""
        return f"{self.record.number} {self.step}"


class RowScore(models.Model):
    """What one row was given.

    Attributes:
        row: its path, ``indicators[3]`` or ``funds.lines[0]``.
        score: in 1/100 point; None while it is 待定.
        clause: what of the rules was chosen for it: a value of the pack, or a check's code; "" for
            none.
        law: that clause's source as it was cited then, as JSON; "" for none.
        version: the form's version that it was given to.
        revision: counts the saves, so that nobody writes over what they did not see.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="rows")
    row = models.CharField(max_length=60)
    score = models.IntegerField(null=True)
    clause = models.CharField(max_length=40, blank=True)
    law = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    version = models.PositiveIntegerField()
    revision = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("assessment", "row"), name="row_score_once"),
        )

    def __str__(self) -> str:
        """Return which row it is."""
        return self.row
