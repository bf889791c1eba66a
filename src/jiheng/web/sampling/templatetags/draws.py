"""Numbers of a draw as its pages write them."""

from fractions import Fraction

from django.template import Library

from jiheng.model.points import format_points
from jiheng.web.pages.templatetags.words import UNKNOWN, percent, ten_thousands

register = Library()
_CENT, _WHOLE = 100, 10_000


@register.filter
def money(cents: int | None) -> str:
    """Return an amount in 1/100 yuan as 万元.

    Example:
        >>> money(8687_0000_00), money(6_5000_00)
        ('8,687', '6.5')
    """
    return ten_thousands(None if cents is None else cents * _CENT)


@register.filter
def chance(ratio: str) -> str:
    """Return a chance that is written as a ratio as a percentage.

    Example:
        >>> chance("1/3"), chance("1/1")
        ('33.3%', '100.0%')
    """
    return percent(round(Fraction(ratio) * _WHOLE)) if ratio else UNKNOWN


@register.filter
def out_of(part: int, whole: int) -> str:
    """Return a part of a whole as a percentage.

    Example:
        >>> out_of(3, 12), out_of(0, 0)
        ('25.0%', '—')
    """
    return percent(part * _WHOLE // whole) if whole else UNKNOWN


@register.filter
def signed(hundredths: int | None) -> str:
    """Return a difference in 1/100 point with its sign.

    Example:
        >>> signed(-250), signed(5), signed(0), signed(None)
        ('-2.5', '+0.05', '0', '—')
    """
    if hundredths is None:
        return UNKNOWN
    return f"{'+' if hundredths > 0 else ''}{format_points(hundredths)}"


@register.filter
def mean(points: float | None) -> str:
    """Return an estimate in points with its sign.

    Example:
        >>> mean(-1.234), mean(None)
        ('-1.23', '—')
    """
    return UNKNOWN if points is None else f"{points:+.2f}"
