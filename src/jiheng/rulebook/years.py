"""From where on a change between two years is worth telling: data, with its source."""

from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from jiheng.model.citation import Citation


class Thresholds(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The least changes that are told.

    Attributes:
        target: percent by which a target asks for less, or for more, than last year's.
        share: the same for a target that is a share itself, in percentage points.
        unit_cost: percent by which a unit cost moves.
    """

    target: int
    share: int
    unit_cost: int
    source: Citation


@cache
def thresholds() -> Thresholds:
    """Return the thresholds that hold."""
    text = files("jiheng.rulebook").joinpath("years.yaml").read_bytes()
    return msgspec.yaml.decode(text, type=Thresholds)
