"""What the made-up forms of a sector speak of: projects, indicators, reasons."""

from functools import cache
from importlib.resources import files
from typing import Literal

from msgspec import Struct, yaml

SECTORS = (
    "education",
    "water",
    "roads",
    "health",
    "agriculture",
    "culture",
    "systems",
    "pensions",
)
"""The sectors, in the order in which they are listed."""

Kind = Literal[
    "count",
    "bound",
    "share",
    "ceiling",
    "deadline",
    "monthly",
    "words",
    "none",
    "price",
    "budget",
]


class Draft(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One indicator that a form may have.

    Attributes:
        unit: of the number; the target itself where the kind is words.
        low: the lowest target.
        high: the highest target.
    """

    name: str
    kind: Kind
    unit: str = ""
    low: int = 0
    high: int = 0


Drafts = tuple[Draft, ...]


class Sector(Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one sector.

    Attributes:
        indicators: what a second level speaks of, 数量 or 经济 → indicators that suit it.
    """

    bureau: str
    units: tuple[str, ...]
    projects: tuple[str, ...]
    indicators: dict[str, Drafts]
    reasons: tuple[str, ...]


class Wording(Struct, frozen=True, forbid_unknown_fields=True):
    """Names and sentences that all sectors share."""

    places: tuple[str, ...]
    office: str
    people: tuple[str, ...]
    measures: tuple[str, ...]
    over_reasons: tuple[str, ...]
    adjustments: tuple[str, ...]
    management: Drafts
    sums: Drafts
    methods: tuple[str, ...]
    notes: tuple[str, ...]
    texts: dict[str, tuple[str, ...]]
    any_text: tuple[str, ...]


@cache
def load_sector(name: str) -> Sector:
    """Return the words of a sector.

    Raises:
        KeyError: there is no such sector.
    """
    if name not in SECTORS:
        raise KeyError(name)
    return yaml.decode(_data(name), type=Sector)


@cache
def wording() -> Wording:
    """Return what all sectors share."""
    return yaml.decode(_data("wording"), type=Wording)


def _data(name: str) -> bytes:
    return (files("jiheng.corpus") / "sectors" / f"{name}.yaml").read_bytes()
