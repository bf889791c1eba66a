"""Organisations, people and appointments as they are stored."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

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
    """Somebody who logs in."""

    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=60)
    is_active = models.BooleanField(default=True)

    objects = BaseUserManager["Person"]()

    USERNAME_FIELD = "username"

    def __str__(self) -> str:
        """Return the name that colleagues use."""
        return self.name


def create_person(username: str, name: str, password: str) -> Person:
    """Return a new person who can log in; the password is not kept as it was typed."""
    person = Person(username=username, name=name)
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
