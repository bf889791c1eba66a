"""The number to store so that a cell shows what a correction says."""

import re
from collections.abc import Callable
from decimal import Decimal

from jiheng.formats.xlsx.number_format import general

_NUMBER = re.compile(r"[-−]?\d[\d,]*(?:\.\d+)?|[-−]?\.\d+")


def stored_number(wanted: str, show: Callable[[str], str]) -> str | None:
    """Return what to store for a cell to show a text, or None when its format cannot show it.

    Args:
        wanted: what the cell shall show, such as 97.5 or 20%.
        show: what its number format makes of a stored number.

    Example:
        >>> stored_number("20%", lambda stored: f"{Decimal(stored) * 100:.0f}%")
        '0.2'
    """
    found = _NUMBER.findall(wanted)
    if len(found) != 1:
        return None
    value = Decimal(found[0].replace(",", "").replace("−", "-"))
    for candidate in (value, value.scaleb(-2)):
        stored = general(candidate)
        if _same(show(stored), wanted):
            return stored
    return None


def _same(shown: str, wanted: str) -> bool:
    """Whether two texts say the same number with the same words around it: 97.50分 and 97.5分."""
    return shown == wanted or _parts(shown) == _parts(wanted)


def _parts(text: str) -> tuple[str, Decimal | None]:
    found = _NUMBER.findall(text)
    if len(found) != 1:
        return text.strip(), None
    number = Decimal(found[0].replace(",", "").replace("−", "-"))
    return text.strip().replace(found[0], "\0", 1), number
