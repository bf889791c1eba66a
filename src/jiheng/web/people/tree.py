"""The tree of organisations: how it grows and changes, and what lies above a branch."""

from django.db import transaction

from jiheng.web.people.models import Organisation
from jiheng.web.people.roles import OrganisationKind

_ORDER = tuple(OrganisationKind)


class WrongPlace(ValueError):
    """An organisation cannot stand below one of the same or a lower level."""


@transaction.atomic
def add_organisation(
    name: str, kind: OrganisationKind, above: Organisation | None = None, route: str = ""
) -> Organisation:
    """Return a new organisation in its place in the tree.

    Raises:
        WrongPlace: the one above is not of a higher level.
    """
    _check_place(name, kind, above)
    made = Organisation.objects.create(name=name, kind=kind, above=above, route=route)
    made.branch = f"{above.branch if above else ''}{made.pk}."
    made.save(update_fields=["branch"])
    return made


@transaction.atomic
def move_organisation(moved: Organisation, above: Organisation) -> None:
    """Put an organisation, with all below it, under another one.

    Raises:
        WrongPlace: the one above is not of a higher level; what is below always is of a lower one.
    """
    _check_place(moved.name, OrganisationKind(moved.kind), above)
    before, after = moved.branch, f"{above.branch}{moved.pk}."
    moved.above = above
    moved.save(update_fields=["above"])
    inside = list(Organisation.objects.select_for_update().filter(branch__startswith=before))
    for each in inside:
        each.branch = after + each.branch.removeprefix(before)
    Organisation.objects.bulk_update(inside, ["branch"])
    moved.branch = after


def branches_above(branch: str) -> tuple[str, ...]:
    """Return a branch and all that it is a part of, the nearest first.

    Example:
        >>> branches_above("1.4.9.")
        ('1.4.9.', '1.4.', '1.')
    """
    steps = branch.split(".")[:-1]
    return tuple(".".join(steps[:end]) + "." for end in range(len(steps), 0, -1))


def _check_place(name: str, kind: OrganisationKind, above: Organisation | None) -> None:
    if above is not None and _ORDER.index(OrganisationKind(above.kind)) >= _ORDER.index(kind):
        raise WrongPlace(f"{kind} {name} below {above.kind} {above.name}")
