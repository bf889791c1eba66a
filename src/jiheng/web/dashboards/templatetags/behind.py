"""Numbers as people write them, and the way from a number to the forms behind it."""

from urllib.parse import urlencode

from django.template import Library
from django.urls import reverse

from jiheng.web.dashboards.rows import ALL, Choice
from jiheng.web.lists.sieve import Sieve

register = Library()
UNKNOWN = "—"
_CENT_OF_WAN = 100_0000
"""1/100 万元 in 1/10,000 yuan."""


@register.simple_tag
def behind(sieve: Sieve, **asked: str) -> str:
    """Return the address of the list of the forms that a sieve lets through."""
    return f"{reverse('forms')}?{sieve.also(**asked).query}"


@register.simple_tag
def dashboard_at(choice: Choice, at: int, opened: int | None = None) -> str:
    """Return the address of another dashboard about the same year and the same kind of forms."""
    which = ALL if choice.which is None else choice.which.value
    asked = {"year": choice.year, "at": at, "which": which}
    return f"?{urlencode(asked if opened is None else {**asked, 'open': opened})}"


@register.filter
def wan(money: int) -> str:
    """Return an amount in 1/10,000 yuan as 万元 of two places.

    Example:
        >>> wan(8687_0000_0000), wan(6_5050_0000)
        ('8,687.00', '6.51')
    """
    hundredths = (2 * money + _CENT_OF_WAN) // (2 * _CENT_OF_WAN)
    return f"{hundredths // 100:,}.{hundredths % 100:02d}"


@register.filter
def two_places(points: int | None) -> str:
    """Return a mean score in 1/100 point, always of two places.

    Example:
        >>> two_places(9720), two_places(None)
        ('97.20', '—')
    """
    return UNKNOWN if points is None else f"{points // 100}.{points % 100:02d}"
