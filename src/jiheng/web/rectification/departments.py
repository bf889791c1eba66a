"""Which department the forms of a branch belong to."""

from collections.abc import Iterable

from jiheng.web.people.models import Organisation
from jiheng.web.people.roles import OrganisationKind
from jiheng.web.people.tree import branches_above


def departments_of(branches: Iterable[str]) -> dict[str, Organisation]:
    """Return the department by branch; what stands below none counts for itself. One query."""
    wanted = tuple(dict.fromkeys(branches))
    above = {each for branch in wanted for each in branches_above(branch)}
    found = {each.branch: each for each in Organisation.objects.filter(branch__in=above)}
    return {branch: _department(branch, found) for branch in wanted}


def place_of(branch: str) -> tuple[int, ...]:
    """Return where a branch stands in the order of the tree.

    Example:
        >>> sorted(("1.10.", "1.9.", "1."), key=place_of)
        ['1.', '1.9.', '1.10.']
    """
    return tuple(int(part) for part in branch.split(".")[:-1])


def _department(branch: str, found: dict[str, Organisation]) -> Organisation:
    line = (found[each] for each in branches_above(branch))
    is_department = OrganisationKind.DEPARTMENT.value
    return next((each for each in line if each.kind == is_department), found[branch])
