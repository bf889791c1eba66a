"""Organisations, people and appointments as they are stored."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils import timezone

from jiheng.web.people.roles import OrganisationKind, Role


class Organisation(models.Model):
    """A place, department or unit in the tree.

    Attributes:
        branch: ids from the root down to this one, ``1.4.9.``: a branch is everything whose own
            begins with it.
        route: the route of the forms below here; "" takes that of the organisation above.
    """

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20)
    above = models.ForeignKey["Organisation | None"](
        "self", on_delete=models.PROTECT, null=True, related_name="+"
    )
    branch = models.CharField(max_length=200, db_index=True, editable=False)
    route = models.CharField(max_length=60, blank=True, default="")

    class Meta:
        ordering = ("branch",)
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=[each.value for each in OrganisationKind]),
                name="organisation_kind",
            ),
        )

    def __str__(self) -> str:
        """Return its name."""
        return self.name


class Person(AbstractBaseUser):
    """Somebody who logs in.

    Attributes:
        home: where they work; whose system administrator that place has looks after them.
        password_set_at: since when they have had their password.
        must_change: they log in with a password that somebody else has seen.
    """

    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=60)
    is_active = models.BooleanField(default=True)
    home = models.ForeignKey["Organisation | None"](
        Organisation, on_delete=models.PROTECT, null=True, related_name="+"
    )
    password_set_at = models.DateTimeField(default=timezone.now)
    must_change = models.BooleanField(default=False)

    objects = BaseUserManager["Person"]()

    USERNAME_FIELD = "username"

    def __str__(self) -> str:
        """Return the name that colleagues use."""
        return self.name

    def set_password(self, raw_password: str | None) -> None:
        """Take a new password, whose age begins now."""
        super().set_password(raw_password)
        self.password_set_at = timezone.now()


def create_person(
    username: str,
    name: str,
    password: str,
    home: Organisation | None = None,
    *,
    must_change: bool = False,
) -> Person:
    """Return a new person who can log in; the password is not kept as it was typed."""
    person = Person(username=username, name=name, home=home, must_change=must_change)
    person.set_password(password)
    person.save()
    return person


class Appointment(models.Model):
    """A person holds a role at an organisation, and thereby in its branch."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=30)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(role__in=[each.value for each in Role]), name="appointment_role"
            ),
            models.UniqueConstraint(
                fields=("person", "role", "organisation"), name="appointment_once"
            ),
        )

    def __str__(self) -> str:
        """Return who is what where."""
        return f"{self.person} {self.role} {self.organisation}"


class Proposal(models.Model):
    """A post that the system administrator asks for and the security administrator decides on."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=30)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(role__in=[each.value for each in Role]), name="proposal_role"
            ),
            models.UniqueConstraint(
                fields=("person", "role", "organisation"), name="proposal_once"
            ),
        )

    def __str__(self) -> str:
        """Return who is to be what where."""
        return f"{self.person} {self.role} {self.organisation}"


class Visit(models.Model):
    """A session that somebody began; it lasts as long as Django's own entry of it.

    Attributes:
        browser: what the browser says of itself, cut short.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    session_key = models.CharField(max_length=40, unique=True)
    address = models.CharField(max_length=45, default="")
    browser = models.CharField(max_length=200, default="")
    begun_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        """Return who came when."""
        return f"{self.person} {self.begun_at:%F %T}"
