"""Numbers as programs read them: exact, as text, never as a float."""

from jiheng.model.points import format_points
from jiheng.model.quantity import PER_UNIT

_HUNDREDTHS = 100


def points(hundredths: int | None) -> str | None:
    """Return points; None where nobody knows."""
    return None if hundredths is None else format_points(hundredths)


def yuan(amount: int | None) -> str | None:
    """Return an amount in 1/10,000 yuan as yuan.

    Example:
        >>> yuan(760_000_0000), yuan(-1_2500), yuan(None)
        ('760000', '-1.25', None)
    """
    return None if amount is None else _decimal(amount, PER_UNIT)


def cents(amount: int | None) -> str | None:
    """Return an amount in 1/100 yuan as yuan.

    Example:
        >>> cents(80_0000_00), cents(5)
        ('800000', '0.05')
    """
    return None if amount is None else _decimal(amount, _HUNDREDTHS)


def percent(rate: int | None) -> str | None:
    """Return a rate in 1/10,000 as per cent.

    Example:
        >>> percent(9500), percent(9512)
        ('95', '95.12')
    """
    return None if rate is None else _decimal(rate, _HUNDREDTHS)


def _decimal(number: int, whole: int) -> str:
    units, rest = divmod(abs(number), whole)
    places = len(str(whole)) - 1
    fraction = f"{rest:0{places}}".rstrip("0")
    sign = "-" if number < 0 else ""
    return f"{sign}{units}.{fraction}" if fraction else f"{sign}{units}"
