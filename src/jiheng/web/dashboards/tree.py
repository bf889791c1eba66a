"""The organisations below one, and to which row of a table each of them belongs."""

from collections.abc import Iterable

from msgspec import Struct

from jiheng.web.people.models import Organisation


class Place(Struct, frozen=True, kw_only=True):
    """An organisation.

    Attributes:
        keys: from the root down to itself.
    """

    key: int
    name: str
    keys: tuple[int, ...]

    def child(self, other: "Place") -> int | None:
        """Return the key of the organisation right below this one that holds another.

        None where the other one is this one, or is not below it.
        """
        depth = len(self.keys)
        inside = other.keys[:depth] == self.keys and len(other.keys) > depth
        return other.keys[depth] if inside else None


def place_of(organisation: Organisation) -> Place:
    """Return a stored organisation."""
    return _place(organisation.pk, organisation.name, organisation.branch)


def places_in(organisation: Organisation) -> tuple[Place, ...]:
    """Return an organisation and all below it, in the order in which they were founded."""
    inside = Organisation.objects.filter(branch__startswith=organisation.branch)
    found = (_place(*row) for row in inside.order_by().values_list("pk", "name", "branch"))
    return tuple(sorted(found, key=lambda place: place.keys))


def by_key(places: Iterable[Place]) -> dict[int, Place]:
    """Return organisations by their keys."""
    return {place.key: place for place in places}


def _place(key: int, name: str, branch: str) -> Place:
    return Place(key=key, name=name, keys=tuple(int(part) for part in branch.split(".")[:-1]))
