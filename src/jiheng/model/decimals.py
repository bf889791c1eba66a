"""Exact numbers as decimals."""

from fractions import Fraction


def decimal_words(number: Fraction, places: int) -> str:
    """Return a number rounded half up to so many decimals, without idle zeros.

    Example:
        >>> decimal_words(Fraction(2010, 100), 2), decimal_words(Fraction(-1, 3), 2)
        ('20.1', '-0.33')
    """
    unit = 10**places
    scaled = (2 * abs(number.numerator) * unit + number.denominator) // (2 * number.denominator)
    whole, rest = divmod(scaled, unit)
    decimals = str(rest).zfill(places).rstrip("0") if places else ""
    sign = "-" if number < 0 and scaled else ""
    return f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}"
