"""Official ceilings of unit prices, read once from ``registers/spending_standards.yaml``."""

from functools import cache
from importlib.resources import files

from msgspec import Struct

from jiheng.model.citation import Citation
from jiheng.rulebook.words import decode


class SpendingStandard(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One ceiling and where it stands.

    Attributes:
        marks: words of the names that it is for.
        unless: words of names that it is not for.
        dimensions: how the price is counted, as in ``Quantity.dimension``.
        ceiling: the highest price that any class of the text allows, in yuan.
        since: first year in force.
    """

    title: str
    pinpoint: str
    verified: bool
    marks: tuple[str, ...]
    unless: tuple[str, ...] = ()
    dimensions: tuple[str, ...]
    ceiling: int
    since: int

    @property
    def source(self) -> Citation:
        """The text and its clause."""
        return Citation(title=self.title, pinpoint=self.pinpoint, verified=self.verified)

    def is_for(self, name: str, dimension: str | None, year: int | None) -> bool:
        """Whether it sets a ceiling for a price of this name and kind in a year."""
        return (
            dimension in self.dimensions
            and any(word in name for word in self.marks)
            and not any(word in name for word in self.unless)
            and (year is None or year >= self.since)
        )


@cache
def spending_standards() -> tuple[SpendingStandard, ...]:
    """Return all ceilings of the register."""
    name = "spending_standards.yaml"
    text = files("jiheng.rulebook").joinpath("registers", name).read_bytes()
    return decode(name, text, dict[str, tuple[SpendingStandard, ...]])["standards"]
