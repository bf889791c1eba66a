"""The tree of organisations as its administrators change it."""

from django.db import transaction
from msgspec import Struct

from jiheng.web.chain.route import ROUTES
from jiheng.web.journal.writing import note
from jiheng.web.people.loading import ORGANISATION_NAME, Authority, admit
from jiheng.web.people.models import Organisation, Person
from jiheng.web.people.roles import OrganisationKind
from jiheng.web.people.roster import BadPeople, NamedOrganisation, Roster
from jiheng.web.people.tree import WrongPlace, move_organisation


class Change(Struct, frozen=True, kw_only=True):
    """An organisation as it is to be.

    Attributes:
        above: where it is to stand; None leaves it where it is.
    """

    name: str
    route: str
    above: Organisation | None = None


def add(authority: Authority, name: str, kind: OrganisationKind, above: Organisation) -> None:
    """Add an organisation below another one.

    Raises:
        BadPeople: its name or its place is none, or there is one of that name.
    """
    if Organisation.objects.filter(name=name).exists():
        raise BadPeople(name, "admin.bad.same-name")
    wanted = NamedOrganisation(name=name, kind=kind, above=above.name)
    admit(Roster(organisations=(wanted,)), authority)


@transaction.atomic
def change(one: Organisation, wanted: Change, by: Person) -> None:
    """Rename, route or move an organisation.

    Raises:
        BadPeople: its name, route or place is none, or there is one of that name.
    """
    if not ORGANISATION_NAME.fullmatch(wanted.name):
        raise BadPeople(wanted.name, "admin.bad.organisation-name")
    if Organisation.objects.filter(name=wanted.name).exclude(pk=one.pk).exists():
        raise BadPeople(wanted.name, "admin.bad.same-name")
    if wanted.route and wanted.route not in ROUTES:
        raise BadPeople(wanted.route, "admin.bad.word")
    if wanted.above is not None and one.above is not None and wanted.above.pk != one.above.pk:
        try:
            move_organisation(one, wanted.above)
        except WrongPlace as error:
            raise BadPeople(wanted.above.name, "admin.bad.place") from error
        note("move-organisation", one.name, by, {"to": wanted.above.name})
    if (wanted.name, wanted.route) != (one.name, one.route):
        detail = {"name": wanted.name, "route": wanted.route}
        note("change-organisation", one.name, by, detail)
        one.name, one.route = wanted.name, wanted.route
        one.save(update_fields=["name", "route"])
