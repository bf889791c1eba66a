"""Notices of rectification with what they demand, and the use of results, as they are stored."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from jiheng.web.chain.models import Event
from jiheng.web.files.models import StoredFile
from jiheng.web.forms.models import FormRecord
from jiheng.web.rectification.states import OPEN, NoticeState, Use


class Notice(models.Model):
    """整改通知: what a unit has to put right in a form by a day.

    Attributes:
        event: how it was issued; the event's cells are those that it opens.
        role: of whoever issued it; the same office settles it.
        answered_at: when the unit last fed back.
        ended_at: when it was closed or revoked.
    """

    record = models.ForeignKey(FormRecord, on_delete=models.PROTECT, related_name="+")
    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=30)
    due = models.DateField(db_index=True)
    state = models.CharField(max_length=10, default=NoticeState.ISSUED.value, db_index=True)
    answered_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("due", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in NoticeState]), name="notice_state"
            ),
            models.UniqueConstraint(
                fields=("record",),
                condition=Q(state__in=[each.value for each in OPEN]),
                name="notice_open_once",
            ),
        )

    @property
    def is_overdue(self) -> bool:
        """Whether its day is over and the unit has not fed back."""
        return self.state == NoticeState.ISSUED and self.due < timezone.localdate()

    def __str__(self) -> str:
        """Return which form it is about."""
        return f"{self.record.number} {self.state}"


class Demand(models.Model):
    """One thing that a notice wants put right.

    Attributes:
        code: of the check whose finding it is; "" for a demand in words.
        path: the cell where the finding is mended, or that the words are about; "" for none.
        found: what was found.
        wanted: what is to be done.
        answer: what the unit says that it did.
        is_accepted: a demand in words was judged to be met; of a finding only the rules say so.
        judgement: why, or why not yet.
    """

    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=10, blank=True)
    path = models.CharField(max_length=120, blank=True)
    found = models.TextField()
    wanted = models.TextField()
    answer = models.TextField(blank=True)
    is_accepted = models.BooleanField(default=False)
    judgement = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)

    def __str__(self) -> str:
        """Return what was found."""
        return self.found


class DemandProof(models.Model):
    """A file that a unit hands in with its feedback."""

    demand = models.ForeignKey(Demand, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)

    def __str__(self) -> str:
        """Return the file's name."""
        return self.file.name


class ResultUse(models.Model):
    """结果应用: what a year's result advises for the budget of the year after.

    Attributes:
        event: how it was recorded last; its reason is the advice's.
        amount: of the next budget, in 1/10,000 yuan; None where none is advised.
    """

    record = models.OneToOneField(FormRecord, on_delete=models.PROTECT, related_name="result_use")
    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="+")
    use = models.CharField(max_length=30, db_index=True)
    amount = models.BigIntegerField(null=True)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("record",)
        constraints = (
            models.CheckConstraint(
                condition=Q(use__in=[each.value for each in Use]), name="result_use"
            ),
        )

    def __str__(self) -> str:
        """Return which form it is about."""
        return f"{self.record.number} {self.use}"
