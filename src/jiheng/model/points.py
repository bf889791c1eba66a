"""Scores and weights as integers in 1/100 point."""

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

# A number of more digits than these is no score, and too long a one cannot be computed with.
_NUMBER = re.compile(r"[-+]?\d{1,9}(?:\.\d{1,9})?")


@lru_cache(maxsize=4096)
def parse_points(text: str | None) -> int | None:
    """Return a printed score in 1/100 point, or None when it is not a number.

    A trailing 分 is allowed; a third decimal is rounded half up.

    Example:
        >>> parse_points("92.01"), parse_points("10分"), parse_points("-"), parse_points(None)
        (9201, 1000, None, None)
    """
    if text is None:
        return None
    bare = text.strip().removesuffix("分").strip()
    if not _NUMBER.fullmatch(bare):
        return None
    return int((Decimal(bare) * 100).to_integral_value(ROUND_HALF_UP))


@lru_cache(maxsize=4096)
def format_points(points: int) -> str:
    """Return points as people write them.

    Example:
        >>> format_points(9201), format_points(1000), format_points(250), format_points(-5)
        ('92.01', '10', '2.5', '-0.05')
    """
    whole, rest = divmod(abs(points), 100)
    sign = "-" if points < 0 else ""
    decimals = f"{rest:02d}".rstrip("0")
    return f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}"
