"""Printed values to typed values: what a cell such as ≥95% or 12月底前 says."""

from jiheng.quantities.changes import Sense, sense
from jiheng.quantities.comparing import amounts, same_words
from jiheng.quantities.deadlines import Days, due_days
from jiheng.quantities.direction import Direction, direction, is_negative, is_rate
from jiheng.quantities.normal import normalise
from jiheng.quantities.parsing import parse, parse_in
from jiheng.quantities.printing import format_amount
from jiheng.quantities.readings import Pair, readings

__all__ = [
    "Days",
    "Direction",
    "Pair",
    "Sense",
    "amounts",
    "direction",
    "due_days",
    "format_amount",
    "is_negative",
    "is_rate",
    "normalise",
    "parse",
    "parse_in",
    "readings",
    "same_words",
    "sense",
]
