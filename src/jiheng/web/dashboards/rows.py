"""The table of organisations: each with what its forms come to, in the order of the tree."""

from collections.abc import Iterator

from msgspec import Struct

from jiheng.web.dashboards.counting import Group, Sums, added
from jiheng.web.dashboards.tree import Place
from jiheng.web.lists.sieve import Sent, Sieve

ALL = "all"
"""Stands in an address for forms wherever they stand."""


class Row(Struct, frozen=True, kw_only=True):
    """A line of the table.

    Attributes:
        key: of the organisation.
        units: how many organisations in it have forms.
        is_own: the organisation above by itself, without what is below it.
        depth: 0 for the rows that add up to the whole; what is opened has its parts a step deeper.
        has_parts: some of its forms are those of organisations below it.
        is_open: the rows below it follow.
        forms: of how many forms ``sent`` were handed in.
        sums: of the forms that the page is about.
        all, sieve: which forms these are, all of them and those that the page is about.
    """

    key: int
    name: str
    units: int
    is_own: bool
    depth: int
    has_parts: bool
    is_open: bool
    forms: int
    sent: int
    sums: Sums
    all: Sieve
    sieve: Sieve


class Choice(Struct, frozen=True, kw_only=True):
    """What somebody wants to see.

    Attributes:
        which: only the forms that stand so; None for all.
        opened: key of the organisation whose own parts are shown too.
        is_whole: the parts of all are shown, down to the last unit.
    """

    year: int
    which: Sent | None = Sent.SENT
    opened: int | None = None
    is_whole: bool = False

    def takes(self, group: Group) -> bool:
        """Whether the page is about these forms."""
        is_in = group.standing is not Sent.UNSENT
        return self.which is None or (
            is_in if self.which is Sent.SENT else group.standing is self.which
        )

    def sieve(self, key: int, *, alone: bool = False) -> Sieve:
        """Return which forms of an organisation the page is about."""
        asked = () if self.which is None else (("sent", self.which.value),)
        return Sieve(year=self.year, at=key, alone=alone, asked=asked)


def rows_of(
    place: Place, places: dict[int, Place], groups: tuple[Group, ...], choice: Choice
) -> tuple[Row, ...]:
    """Return the rows of the organisations right below one, itself without them coming last."""
    return tuple(_rows(place, places, groups, choice, depth=0))


def _rows(
    place: Place,
    places: dict[int, Place],
    groups: tuple[Group, ...],
    choice: Choice,
    *,
    depth: int,
) -> Iterator[Row]:
    parts: dict[int, list[Group]] = {}
    for group in groups:
        part = place.child(places[group.organisation])
        parts.setdefault(place.key if part is None else part, []).append(group)
    for key in (*(each for each in places if each != place.key), place.key):
        if key in parts:
            row = _row(places[key], place, tuple(parts[key]), choice, depth=depth)
            yield row
            if row.is_open:
                yield from _rows(places[key], places, tuple(parts[key]), choice, depth=depth + 1)


def _row(
    place: Place, above: Place, groups: tuple[Group, ...], choice: Choice, *, depth: int
) -> Row:
    own = place.key == above.key
    has_parts = not own and any(group.organisation != place.key for group in groups)
    units = len({group.organisation for group in groups})
    return Row(
        key=place.key,
        name=place.name,
        units=units,
        is_own=own,
        depth=depth,
        has_parts=has_parts,
        is_open=has_parts and (choice.is_whole or choice.opened == place.key),
        forms=sum(group.forms for group in groups),
        sent=sum(group.forms for group in groups if group.standing is not Sent.UNSENT),
        sums=added(group for group in groups if choice.takes(group)),
        all=Sieve(year=choice.year, at=place.key, alone=own),
        sieve=choice.sieve(place.key, alone=own),
    )
