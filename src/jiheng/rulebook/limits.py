"""Limits that a rule pack puts on points, whatever the other rules give."""

from msgspec import Struct


class Ceiling(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The most points that a total may have under this execution rate."""

    below: int
    most: int


class CostLimit(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The most points of a cost indicator.

    Attributes:
        default_rows: it holds only for rows that the system adds where no cost was declared; since
            a form does not say which these are, the score is then an interval.
    """

    points: int
    default_rows: bool
