"""What happened to a form on its way, as it is stored."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from jiheng.web.chain.steps import Action, Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Person


class Event(models.Model):
    """One action: who, when, why, and where the form went.

    Attributes:
        version: the form's version that it was about.
    """

    record = models.ForeignKey(FormRecord, on_delete=models.PROTECT, related_name="+")
    action = models.CharField(max_length=30)
    step_from = models.CharField(max_length=30)
    step_to = models.CharField(max_length=30)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField(blank=True)
    version = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(action__in=[each.value for each in Action]), name="event_action"
            ),
            models.CheckConstraint(
                condition=Q(step_from__in=[each.value for each in Step])
                & Q(step_to__in=[each.value for each in Step]),
                name="event_steps",
            ),
        )

    def __str__(self) -> str:
        """Return what happened to which form."""
        return f"{self.record.number} {self.action}"


class ReturnedCell(models.Model):
    """A cell to which a return points, or that is asked for, with what is to be done there."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")
    path = models.CharField(max_length=120)
    remark = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)

    def __str__(self) -> str:
        """Return which cell it is."""
        return self.path


class Asked(models.TextChoices):
    """What became of a request; it is over once the form goes on."""

    WAITING = "waiting"
    GRANTED = "granted"
    REFUSED = "refused"
    OVER = "over"


class OpeningRequest(models.Model):
    """The wish of a unit that locked cells be opened; the event's cells say which.

    Attributes:
        judged_at: the step whose judges answer it.
    """

    record = models.ForeignKey(FormRecord, on_delete=models.PROTECT, related_name="+")
    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="+")
    judged_at = models.CharField(max_length=30)
    state = models.CharField(max_length=10, default=Asked.WAITING)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)
        constraints = (
            models.CheckConstraint(condition=Q(state__in=Asked.values), name="opening_state"),
            models.UniqueConstraint(
                fields=("record",), condition=Q(state=Asked.WAITING), name="opening_asked_once"
            ),
        )

    def __str__(self) -> str:
        """Return which form it is about."""
        return f"{self.record.number} {self.state}"


class ProposedTarget(models.Model):
    """A target as it was approved, and as the unit would have it."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")
    path = models.CharField(max_length=120)
    old = models.TextField(null=True)
    new = models.TextField()

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)

    def __str__(self) -> str:
        """Return which cell it is."""
        return self.path


class Monitoring(models.Model):
    """A report of progress: ``progress`` is a list of what was reported of each indicator."""

    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="+")
    month = models.PositiveSmallIntegerField()
    progress = models.TextField()

    def __str__(self) -> str:
        """Return which month it is about."""
        return f"{self.event.record.number} {self.month}"


def last_event(record: FormRecord, action: Action | None = None) -> Event:
    """Return the last thing that happened to a form, or the last of one kind.

    Raises:
        Event.DoesNotExist: nothing did.
    """
    events = Event.objects.filter(record=record)
    if action is not None:
        events = events.filter(action=action)
    return events.latest("id")
