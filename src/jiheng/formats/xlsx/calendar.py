"""Days as Excel counts them."""

from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

_SECONDS = 86_400
_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001  # a sheet knows no time zone
_EPOCH_1900 = datetime(1899, 12, 30)  # noqa: DTZ001
_LEAP_BUG = 60
"""Excel's day 60 is 29 February 1900, which never was; days before it are one off."""
_LAST_DAY = 2_957_000
"""In the year 9995, however days are counted."""


def moment_of(serial: Decimal, *, is_1904: bool) -> datetime | None:
    """Return date and time of a day number, to the second; None when it is no date.

    Example:
        >>> str(moment_of(Decimal("45285"), is_1904=False))
        '2023-12-25 00:00:00'
    """
    if not 0 <= serial <= _LAST_DAY:
        return None
    day = int(serial)
    seconds = int(((serial - day) * _SECONDS).to_integral_value(ROUND_HALF_UP))
    if is_1904:
        return _EPOCH_1904 + timedelta(days=day, seconds=seconds)
    early = 1 if day < _LEAP_BUG else 0
    return _EPOCH_1900 + timedelta(days=day + early, seconds=seconds)


def serial_of(moment: datetime, *, is_1904: bool) -> Decimal:
    """Return the day number of a moment; the inverse of ``moment_of`` from March 1900 on."""
    passed = moment - (_EPOCH_1904 if is_1904 else _EPOCH_1900)
    return Decimal(passed.days) + Decimal(passed.seconds) / _SECONDS
