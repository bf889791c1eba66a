"""Two ends of one value: 60%-80%, 10至20人, 95%±2%."""

import re
from math import lcm

from jiheng.model.quantity import Quantity
from jiheng.quantities import operators
from jiheng.quantities.measure import Measured, amount_of, measured
from jiheng.quantities.numerals import ARABIC, Fraction, reduced

_SIGN = re.compile(r"[-~至到±]")


def ranged(raw: str, text: str, core: str, left: Measured) -> Quantity | None:
    """Return the range whose lower end is ``left``, or None when no upper end follows.

    Args:
        raw: the text as printed.
        text: the normalised text.
        core: the normalised text without its remark.
        left: the first number in ``core``.

    Example:
        >>> value = ranged("60-80%", "60-80%", "60-80%", measured("60-80%", 0, 2))
        >>> value.amount, value.upper
        (6000, 8000)
    """
    sign = _SIGN.match(core, left.end)
    number = ARABIC.match(core, sign.end()) if sign is not None else None
    if sign is None or number is None:
        return None
    right = measured(core, number.start(), number.end())
    if right.end != len(core) and operators.after(core, right.end)[0] != len(core):
        return None
    unit = left.unit or right.unit
    low, high = amount_of(left.value, unit), amount_of(right.value, right.unit or unit)
    if sign.group() == "±":
        low, high = _sum(low, (-high[0], high[1])), _sum(low, high)
    over = lcm(low[1], high[1])
    ends = sorted((low[0] * (over // low[1]), high[0] * (over // high[1])))
    prefix, operator, _ = operators.before(core[: left.start])
    return Quantity(
        raw=raw,
        normalised=text,
        kind="range",
        op=operator,
        amount=ends[0],
        upper=ends[1],
        over=over,
        unit=unit.text if unit else None,
        scale=unit.scale if unit else (1, 1),
        dimension=unit.dimension if unit else None,
        prefix=prefix or None,
        flags=left.flags or right.flags,
    )


def _sum(left: Fraction, right: Fraction) -> Fraction:
    return reduced(left[0] * right[1] + right[0] * left[1], left[1] * right[1])
