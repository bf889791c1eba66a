"""The journal's one table."""

from typing import ClassVar

from django.db import models


class Entry(models.Model):
    """Something that was done, by whom and when.

    Names stand here as they were, so that the journal needs no other table to be read. Every
    entry holds the digest of the one before it: what is taken out or changed breaks the chain.

    Attributes:
        person: id of who did it; None where nobody was logged in.
        subject: what it was done to: a form's number, a user name.
        detail: what changed, as JSON.
    """

    at = models.DateTimeField()
    person = models.BigIntegerField(null=True)
    person_name = models.CharField(max_length=60)
    action = models.CharField(max_length=40)
    subject = models.CharField(max_length=120)
    detail = models.TextField()
    previous = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("id",)

    def __str__(self) -> str:
        """Return it in one line."""
        return f"{self.at:%F %T} {self.person_name} {self.action} {self.subject}"
