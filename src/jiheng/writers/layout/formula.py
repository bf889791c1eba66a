"""What a cell of the form is worked out from."""

from typing import Literal

from msgspec import Struct

Place = tuple[int, int]
"""Row and column of a cell's first corner."""

Area = tuple[Place, Place]
"""The first and the last cell of a block."""


class Formula(Struct, frozen=True, kw_only=True):
    """A formula that gives what the cell shows, and goes on doing so when others change.

    Attributes:
        pattern: as spreadsheets have it; ``{0}``, ``{1}`` … stand for the areas.
        shows: what it gives now: points or a number as printed, a percent with its sign, words.
        decimals: of a number, where they are always shown; None for as many as there are.
    """

    pattern: str
    areas: tuple[Area, ...]
    shows: str
    kind: Literal["number", "percent", "words"] = "number"
    decimals: int | None = None
