"""The demonstration's organisations and people, and the accounts to look around with."""

from datetime import datetime
from secrets import token_hex

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone
from msgspec import Struct

from jiheng.web import clock
from jiheng.web.demo.cast import DemoUnit
from jiheng.web.demo.plan import NAME, Bureau, city_plan
from jiheng.web.demo.publishing import publish
from jiheng.web.demo.telling import evaluated_year, tell
from jiheng.web.people.models import Appointment, Organisation, Person
from jiheng.web.people.roles import OrganisationKind, Role
from jiheng.web.people.tree import add_organisation

_CITY_ROLES = (
    Role.BUDGET_OFFICE,
    Role.PERFORMANCE_OFFICE,
    Role.THIRD_PARTY,
    Role.AUDITOR,
    Role.SYSTEM_ADMIN,
    Role.SECURITY_ADMIN,
    Role.AUDIT_ADMIN,
)
_UNIT_ROLES = (Role.CLERK, Role.SECTION, Role.HEAD)


class NotEmpty(Exception):
    """The database holds something else than the demonstration."""


class Extent(Struct, frozen=True, kw_only=True):
    """How much of the city is built: departments, and units of each."""

    departments: int = 12
    units: int = 5


class Account(Struct, frozen=True, kw_only=True):
    """Somebody as whom one can log in."""

    username: str
    password: str
    name: str
    role: Role
    organisation: str


def is_to_be_built() -> bool:
    """Whether the database is still empty."""
    return not Organisation.objects.exists()


def demo(extent: Extent | None = None, today: datetime | None = None) -> tuple[Account, ...]:
    """Return an account for every role, with a password of this start only.

    Args:
        extent: how much of the city there is; None builds all of it.
        today: up to when its forms were worked on; None for now.

    Raises:
        NotEmpty: there are organisations that are not the demonstration's.
    """
    if is_to_be_built():
        _build(extent or Extent(), today or clock.now())
    elif not Organisation.objects.filter(name=NAME, above=None).exists():
        raise NotEmpty
    password = f"Demo-{token_hex(4)}"
    # One hash for all: to compute it is slow on purpose.
    Person.objects.update(password=make_password(password), password_set_at=timezone.now())
    found: dict[str, Account] = {}
    for each in Appointment.objects.select_related("person", "organisation"):
        found.setdefault(each.role, _account(each, password))
    return tuple(found.values())


@transaction.atomic
def _build(extent: Extent, today: datetime) -> None:
    city = add_organisation(NAME, OrganisationKind.CITY)
    for role in _CITY_ROLES:
        _person(role, role.value, city)
    offices = {Role(each.role): each.person for each in Appointment.objects.all()}
    units: list[DemoUnit] = []
    for number, bureau in enumerate(city_plan().departments[: extent.departments], 1):
        units.extend(_department(number, bureau, city, extent.units))
    tell(tuple(units), offices, today)
    publish(tuple(units), offices, evaluated_year(today) - 1, today)


def _department(number: int, plan: Bureau, city: Organisation, count: int) -> list[DemoUnit]:
    bureau = add_organisation(
        NAME + plan.bureau, OrganisationKind.DEPARTMENT, city, route=plan.route
    )
    reviewer = _person(Role.DEPARTMENT_REVIEWER, f"reviewer{number}", bureau)
    units: list[DemoUnit] = []
    for at, (name, projects) in enumerate(list(plan.units.items())[:count], 1):
        unit = add_organisation(NAME + name, OrganisationKind.UNIT, bureau)
        people = [_person(role, f"{role.value}{number}{at}", unit) for role in _UNIT_ROLES]
        units.append(
            DemoUnit(
                unit=unit,
                plan=plan,
                projects=projects,
                clerk=people[0],
                section=people[1],
                head=people[2],
                reviewer=reviewer,
            )
        )
    return units


def _person(role: Role, username: str, organisation: Organisation) -> Person:
    person = Person(
        username=username, name=city_plan().person(Person.objects.count()), home=organisation
    )
    person.set_unusable_password()
    person.save()
    Appointment.objects.create(person=person, role=role, organisation=organisation)
    return person


def _account(each: Appointment, password: str) -> Account:
    return Account(
        username=each.person.username,
        password=password,
        name=each.person.name,
        role=Role(each.role),
        organisation=each.organisation.name,
    )
