"""Questionnaires, the slips that let people answer them, and the answers, as they are stored.

Nothing leads from an answer to a slip: whoever reads the database learns who may answer no more,
never what somebody said. An answer has its day and no time.
"""

from enum import StrEnum
from typing import ClassVar

from django.db import models
from django.db.models import Q

from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Person


class State(StrEnum):
    """Where a survey stands."""

    OPEN = "open"
    CLOSED = "closed"


class Questionnaire(models.Model):
    """A survey for one row of a form.

    Attributes:
        row: the row's path, ``indicators[3]``.
        document: what is asked, ``jiheng.survey/1``.
        coded_at: when the codes that count were made; None before the first.
        result: ``jiheng.survey-result/1``; "" until the survey is closed.
    """

    record = models.ForeignKey(FormRecord, on_delete=models.PROTECT, related_name="+")
    row = models.CharField(max_length=60)
    document = models.TextField()
    state = models.CharField(max_length=10, default=State.OPEN.value)
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    coded_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True)
    closed_at = models.DateTimeField(null=True)
    result = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in State]), name="questionnaire_state"
            ),
            # Of two at once, the better one could be kept.
            models.UniqueConstraint(
                fields=("record", "row"),
                condition=Q(state=State.OPEN.value),
                name="questionnaire_once",
            ),
        )

    @property
    def is_open(self) -> bool:
        """Whether answers are still taken."""
        return self.state == State.OPEN

    def __str__(self) -> str:
        """Return which row of which form it is about."""
        return f"{self.record.number} {self.row}"


class Slip(models.Model):
    """The right of one person to answer.

    Attributes:
        number: printed on the slip, from 1.
        digest: keyed hash of its code; "" before one was made. The code itself is only on paper.
        is_used: it was answered with.
    """

    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, blank=True)
    is_used = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("questionnaire", "number"), name="slip_number"),
            models.UniqueConstraint(
                fields=("digest",), condition=~Q(digest=""), name="slip_digest"
            ),
        )

    def __str__(self) -> str:
        """Return its number."""
        return str(self.number)


class Answered(models.Model):
    """What somebody answered.

    Attributes:
        said: id of a question → degree or words, as JSON.
    """

    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.PROTECT, related_name="+")
    said = models.TextField()
    is_on_paper = models.BooleanField(default=False)
    day = models.DateField()

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("said",)

    def __str__(self) -> str:
        """Return of which survey it is."""
        return str(self.questionnaire)
