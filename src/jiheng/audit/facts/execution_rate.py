"""The execution rate as printed, and what it may stand for."""

import re
from fractions import Fraction
from functools import lru_cache
from unicodedata import normalize

from msgspec import Struct

# Thousands of digits cannot be computed with, and are no rate.
_RATE = re.compile(r"(?![\d,.]{30})(\d+(?:,\d{3})*)(?:\.(\d+))?(%|百分比)?")
_HUNDRED = 100
_MOST_AS_FRACTION = 2


class PrintedRate(Struct, frozen=True, kw_only=True):
    """A printed rate.

    Attributes:
        number: the number as it stands: 20.10 of ``20.10%`` and of ``20.10``.
        places: its decimals.
        has_sign: a percent sign stands beside it.
    """

    number: Fraction
    places: int
    has_sign: bool

    @property
    def readings(self) -> tuple[tuple[Fraction, Fraction], ...]:
        """What it may stand for (1 = 100 %), each with the size of its last digit."""
        digit = Fraction(1, 10**self.places)
        as_percent = (self.number / _HUNDRED, digit / _HUNDRED)
        if self.has_sign or self.number > _MOST_AS_FRACTION:
            return (as_percent,)
        return (as_percent, (self.number, digit))

    def agrees(self, rate: Fraction, tolerance: Fraction) -> bool:
        """Whether a rate, rounded or cut to the printed decimals, may be printed like this."""
        return any(
            abs(value - rate) <= tolerance
            or abs(value - rate) <= digit / 2
            or 0 <= rate - value < digit
            for value, digit in self.readings
        )


@lru_cache(maxsize=4096)
def printed_rate(text: str | None) -> PrintedRate | None:
    """Return a printed execution rate, or None when it is not a number.

    Example:
        >>> printed_rate("20.10").readings[0][0], printed_rate("100%").has_sign
        (Fraction(201, 1000), True)
    """
    found = _RATE.fullmatch("".join(normalize("NFKC", text).split())) if text else None
    if found is None:
        return None
    whole, decimals, sign = found.groups()
    places = len(decimals or "")
    number = Fraction(int(whole.replace(",", "") + (decimals or "")), 10**places)
    return PrintedRate(number=number, places=places, has_sign=sign is not None)
