"""The invented city as ``city.yaml`` names it: departments, their units, their projects."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

NAME = "云岭市"
"""How the demonstration's city is known again; a test holds the file to it."""


class Bureau(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A department of the city.

    Attributes:
        sector: whose indicators its forms speak of.
        units: its units, each with its projects.
        route: of its forms; "" for the city's.
    """

    bureau: str
    sector: str
    units: Mapping[str, tuple[str, ...]]
    route: str = ""


class CityPlan(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole city.

    Attributes:
        surnames: a character each.
    """

    name: str
    surnames: str
    given: tuple[str, ...]
    departments: tuple[Bureau, ...]

    def person(self, number: int) -> str:
        """Return the name of the city's n-th person; no two are called alike."""
        round_, at = divmod(number, len(self.surnames))
        return self.surnames[at] + self.given[(number * 7 + round_) % len(self.given)]


@cache
def city_plan() -> CityPlan:
    """Return the city."""
    text = (files("jiheng.web.demo") / "city.yaml").read_bytes()
    return msgspec.yaml.decode(text, type=CityPlan)
