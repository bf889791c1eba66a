"""Draws, what they were frozen over, what was drawn, and who reviews it, as they are stored."""

from enum import StrEnum
from typing import ClassVar

from django.db import models
from django.db.models import Q

from jiheng.web.forms.models import FormRecord
from jiheng.web.people.models import Organisation, Person


class DrawState(StrEnum):
    """Where a draw stands; it goes down this list one by one, or is void."""

    PLANNED = "planned"
    COMMITTED = "committed"
    FROZEN = "frozen"
    NUMBERED = "numbered"
    DRAWN = "drawn"
    VOID = "void"


class Basis(StrEnum):
    """By what the forms are put into strata."""

    DEPARTMENT = "department"
    SIZE = "size"
    FINDINGS = "findings"
    NONE = "none"


class Cause(StrEnum):
    """Why a form must be checked whatever the draw says."""

    LEADERS = "leaders"
    INSPECTION = "inspection"
    PETITION = "petition"
    AUDIT = "audit"
    OTHER = "other"


class Kind(StrEnum):
    """The published papers."""

    FROZEN = "frozen"
    DRAW = "draw"


class Draw(models.Model):
    """A draw of a year in a branch.

    Attributes:
        limits: of the classes of size, in 万元, ``50,200,1000``.
        least: a form counts with at least so much, in yuan.
        source: which public number will be taken.
        appears_at: when it will be public; nothing is frozen later, and no number taken earlier.
        nonce: what the secret is worked out from, with the server's key; no secret stands here.
        number: the public number, as it was published.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    basis = models.CharField(max_length=20)
    limits = models.CharField(max_length=100, blank=True)
    by_money = models.BooleanField()
    least = models.PositiveBigIntegerField()
    source = models.CharField(max_length=200)
    appears_at = models.DateTimeField()
    state = models.CharField(max_length=20, default=DrawState.PLANNED.value)
    nonce = models.CharField(max_length=64, blank=True)
    commitment = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    number = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=[each.value for each in DrawState]), name="draw_state"
            ),
            models.CheckConstraint(
                condition=Q(basis__in=[each.value for each in Basis]), name="draw_basis"
            ),
        )

    def __str__(self) -> str:
        """Return its title."""
        return self.title

    @property
    def name(self) -> str:
        """What the journal calls it."""
        return f"{self.year}-{self.pk} {self.title}"


class Milestone(models.Model):
    """A state that a draw came to: who led it there, and when; none is come to twice."""

    draw = models.ForeignKey(Draw, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)
        constraints = (models.UniqueConstraint(fields=("draw", "state"), name="milestone_once"),)

    def __str__(self) -> str:
        """Return which state it is."""
        return self.state


class Group(models.Model):
    """A stratum, and how many of its forms are to be drawn."""

    draw = models.ForeignKey(Draw, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=160)
    size = models.PositiveIntegerField()

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)
        constraints = (models.UniqueConstraint(fields=("draw", "name"), name="group_once"),)

    def __str__(self) -> str:
        """Return its name."""
        return self.name


class Paper(models.Model):
    """A published paper, byte for byte."""

    draw = models.ForeignKey(Draw, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10)
    text = models.TextField()

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)
        constraints = (models.UniqueConstraint(fields=("draw", "kind"), name="paper_once"),)

    def __str__(self) -> str:
        """Return which paper it is."""
        return self.kind


class Entry(models.Model):
    """A form of the frozen population, as it was then.

    Attributes:
        amount: in 1/100 yuan.
        version: the form's own then; a later one was written since.
        chance: that it had to be drawn, ``numerator/denominator``; "" where it was not drawn.
    """

    draw = models.ForeignKey(Draw, on_delete=models.PROTECT, related_name="+")
    record = models.ForeignKey(FormRecord, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=40)
    project = models.CharField(max_length=300)
    unit = models.CharField(max_length=120)
    department = models.CharField(max_length=120)
    stratum = models.CharField(max_length=160)
    amount = models.PositiveBigIntegerField()
    version = models.PositiveIntegerField()
    check_code = models.CharField(max_length=20)
    chance = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)
        constraints = (models.UniqueConstraint(fields=("draw", "record"), name="entry_once"),)

    def __str__(self) -> str:
        """Return which form it is."""
        return self.number


class MustCheck(models.Model):
    """A form of the population that is looked at whatever the draw says.

    Attributes:
        asked_by: who wants it, or the paper that says so.
        person: who put it in.
    """

    draw = models.ForeignKey(Draw, on_delete=models.PROTECT, related_name="+")
    record = models.ForeignKey(FormRecord, on_delete=models.PROTECT, related_name="+")
    cause = models.CharField(max_length=20)
    reason = models.CharField(max_length=300)
    asked_by = models.CharField(max_length=120)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(cause__in=[each.value for each in Cause]), name="must_check_cause"
            ),
            models.UniqueConstraint(fields=("draw", "record"), name="must_check_once"),
        )

    def __str__(self) -> str:
        """Return which form, and why."""
        return f"{self.record.number} {self.cause}"


class Assignment(models.Model):
    """A form that somebody was given to review; who was hired sees these forms and no others."""

    draw = models.ForeignKey(Draw, on_delete=models.PROTECT, related_name="+")
    record = models.ForeignKey(FormRecord, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    due = models.DateField()

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("due", "id")
        constraints = (models.UniqueConstraint(fields=("draw", "record"), name="assignment_once"),)

    def __str__(self) -> str:
        """Return what was given to whom."""
        return f"{self.record.number} {self.person}"
