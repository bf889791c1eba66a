"""Printed values to typed values: what a cell such as ≥95% or 12月底前 says."""

from jiheng.quantities.comparing import comparable, punctuality, ratio, same_words
from jiheng.quantities.direction import Direction, direction, is_negative
from jiheng.quantities.normal import normalise
from jiheng.quantities.parsing import parse, parse_in
from jiheng.quantities.printing import format_amount

__all__ = [
    "Direction",
    "comparable",
    "direction",
    "format_amount",
    "is_negative",
    "normalise",
    "parse",
    "parse_in",
    "punctuality",
    "ratio",
    "same_words",
]
