"""Rows that were sent to a section, and what it hands in as proof, as they are stored."""

from enum import StrEnum
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from jiheng.web.files.models import StoredFile
from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Person


class State(StrEnum):
    """Where a row that was sent stands."""

    WAITING = "waiting"
    ANSWERED = "answered"
    ACCEPTED = "accepted"
    TAKEN_BACK = "taken-back"


OPEN = (State.WAITING, State.ANSWERED)
"""The clerk still has to do with these."""


class SentRow(models.Model):
    """A row of a form that somebody of a section is asked to fill in.

    Attributes:
        row: the row's path, ``indicators[3]`` or ``funds.lines[0]``.
        name: what the row was called when it was sent.
        person: whoever is asked.
        note: what the clerk says with it.
        answer: what the section says with its value, or instead of one.
    """

    record = models.ForeignKey(FormRecord, on_delete=models.PROTECT, related_name="+")
    row = models.CharField(max_length=60)
    name = models.CharField(max_length=300)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    due = models.DateField()
    note = models.TextField(blank=True)
    state = models.CharField(max_length=20, default=State.WAITING.value, db_index=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("due", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in State]), name="sent_row_state"
            ),
            # 一行一人: two who are asked for one value would write over one another.
            models.UniqueConstraint(
                fields=("record", "row"),
                condition=Q(state__in=[each.value for each in OPEN]),
                name="sent_row_once",
            ),
        )

    @property
    def is_overdue(self) -> bool:
        """Whether its day is over and nothing came."""
        return self.state == State.WAITING and self.due < timezone.localdate()

    def __str__(self) -> str:
        """Return which row of which form it is."""
        return f"{self.record.number} {self.row}"


class Proof(models.Model):
    """A file that a section hands in with its value."""

    sent = models.ForeignKey(SentRow, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)

    def __str__(self) -> str:
        """Return the file's name."""
        return self.file.name
