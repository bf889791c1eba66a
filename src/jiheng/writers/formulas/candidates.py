"""A formula that may stand in a place."""

from msgspec import Struct

from jiheng.writers.layout.formula import Formula, Place


class Candidate(Struct, frozen=True, kw_only=True):
    """A place and the formula that would stand there, if it gives what is printed."""

    place: Place
    formula: Formula
