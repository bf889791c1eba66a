"""The demonstration's organisations, people and forms."""

from secrets import token_hex

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone
from msgspec import Struct

from jiheng.corpus.sectors import SECTORS, Sector, load_sector
from jiheng.web.demo.forms import DemoUnit, put_forms
from jiheng.web.people.models import Appointment, Organisation, Person
from jiheng.web.people.roles import OrganisationKind, Role
from jiheng.web.people.tree import add_organisation

PLACE = "云溪市"
_DEPARTMENTS = 4
_UNITS = 2
_SURNAMES = "李王张刘陈杨赵黄周吴徐孙"
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


class Account(Struct, frozen=True, kw_only=True):
    """Somebody as whom one can log in."""

    username: str
    password: str
    name: str
    role: Role
    organisation: str


def demo() -> tuple[Account, ...]:
    """Return an account for every role, with a password of this start only.

    Raises:
        NotEmpty: there are organisations that are not the demonstration's.
    """
    if not Organisation.objects.exists():
        _build()
    elif not Organisation.objects.filter(name=PLACE, above=None).exists():
        raise NotEmpty
    password = f"Demo-{token_hex(4)}"
    # One hash for all: to compute it is slow on purpose.
    Person.objects.update(password=make_password(password), password_set_at=timezone.now())
    found: dict[str, Account] = {}
    for each in Appointment.objects.select_related("person", "organisation"):
        found.setdefault(each.role, _account(each, password))
    return tuple(found.values())


@transaction.atomic
def _build() -> None:
    city = add_organisation(PLACE, OrganisationKind.CITY)
    for role in _CITY_ROLES:
        _person(role, role.value, city)
    units: list[DemoUnit] = []
    for number, name in enumerate(SECTORS[:_DEPARTMENTS], 1):
        units.extend(_department(number, load_sector(name), name, city))
    put_forms(tuple(units), _holder(Role.BUDGET_OFFICE), _holder(Role.PERFORMANCE_OFFICE))


def _department(number: int, sector: Sector, name: str, city: Organisation) -> list[DemoUnit]:
    bureau = add_organisation(PLACE + sector.bureau, OrganisationKind.DEPARTMENT, city)
    reviewer = _person(Role.DEPARTMENT_REVIEWER, f"reviewer{number}", bureau)
    units: list[DemoUnit] = []
    for at, unit_name in enumerate(sector.units[:_UNITS], 1):
        unit = add_organisation(PLACE + unit_name, OrganisationKind.UNIT, bureau)
        people = [_person(role, f"{role.value}{number}{at}", unit) for role in _UNIT_ROLES]
        units.append(DemoUnit(unit=unit, sector=name, clerk=people[0], reviewer=reviewer))
    return units


def _person(role: Role, username: str, organisation: Organisation) -> Person:
    surname = _SURNAMES[Person.objects.count() % len(_SURNAMES)]
    person = Person(username=username, name=f"{surname}示例", home=organisation)
    person.set_unusable_password()
    person.save()
    Appointment.objects.create(person=person, role=role, organisation=organisation)
    return person


def _holder(role: Role) -> Person:
    return Appointment.objects.select_related("person").get(role=role).person


def _account(each: Appointment, password: str) -> Account:
    return Account(
        username=each.person.username,
        password=password,
        name=each.person.name,
        role=Role(each.role),
        organisation=each.organisation.name,
    )
