"""Tokens of people's programs, and how often these have called, as they are stored."""

from enum import StrEnum
from typing import ClassVar

from django.db import models
from django.db.models import Q

from jiheng.web.people.models import Person


class Scope(StrEnum):
    """What a token lets a program do of what its person may."""

    READ = "read"
    WRITE = "write"


class Token(models.Model):
    """A key with which a program acts for a person.

    Attributes:
        name: what the person calls the program.
        digest: of the token; the token itself is kept nowhere.
        used_at: when it was last used, to the minute; None where it never was.
        ended_at: since when it is ended before its time; None where it is not.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    scope = models.CharField(max_length=10)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(scope__in=[each.value for each in Scope]), name="token_scope"
            ),
        )

    def __str__(self) -> str:
        """Return whose program it is for."""
        return f"{self.person} {self.name}"


class Meter(models.Model):
    """How many calls somebody was granted in the present span of time.

    Attributes:
        name: whose calls are counted, ``token:7`` or ``address:10.0.0.1``.
        span: number of the span of time, counted from the epoch.
    """

    name = models.CharField(max_length=100, primary_key=True)
    span = models.BigIntegerField()
    calls = models.PositiveIntegerField()

    def __str__(self) -> str:
        """Return whose calls they are."""
        return f"{self.name} {self.calls}"
